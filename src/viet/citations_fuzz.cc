// Whatever the bytes: nothing crashes, every mention lies inside them and reads back as the number
// it was found to be; so do references to provisions, each of which has an address.
// Tries: article.cc, citations.cc, citation_context.cc, number_scan.cc, reference_scan.cc
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "viet/article.h"
#include "viet/provision_reference.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace lantoa;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  std::size_t last = 0;
  for (const viet::Citation& citation : viet::find_citations(text, to_date({2021, 5, 13}))) {
    if (citation.length == 0 || citation.offset < last) std::abort();
    last = citation.offset + citation.length;
    if (last > size) std::abort();
    const auto again = viet::parse_document_number(citation.number.display());
    if (!again || again->key() != citation.number.key()) std::abort();
  }
  last = 0;
  for (const viet::ProvisionReference& reference : viet::find_references(text)) {
    if (reference.provisions.empty() || reference.length == 0) std::abort();
    if (reference.offset < last) std::abort();
    last = reference.offset + reference.length;
    if (last > size) std::abort();
  }
  if (const auto article = viet::read_article(text)) {
    for (const viet::Paragraph& paragraph : article->paragraphs) {
      if (paragraph.offset + paragraph.length > size) std::abort();
    }
  }
  return 0;
}
