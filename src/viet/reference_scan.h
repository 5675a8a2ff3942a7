// The grammar of references to provisions over a SourceText, shared by the finders of references
// and of citations.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "viet/provision_reference.h"
#include "viet/source_text.h"

namespace lantoa::viet {

struct ScannedReference {
  std::size_t begin = 0, end = 0;  // characters, without the document's name
  std::size_t document_begin = 0;  // where the words begin that may name the document
  ProvisionReference reference;    // offsets not set
};

std::vector<ScannedReference> scan_references(const SourceText& source);

// Past the name that goes on a Luật, Bộ luật or Pháp lệnh and begins here ("Tổ chức chính quyền
// địa phương"); the beginning itself when none does.
std::size_t law_name_end(const SourceText& source, std::size_t begin);

}  // namespace lantoa::viet
