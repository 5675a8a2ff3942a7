// Whatever the bytes: nothing crashes, provisions lie inside them one within the other, no address
// comes twice, and every place that is given is one.
// Tries: legal_text.cc, legal_head.cc, legal_label.cc, legal_layout.cc, legal_quotes.cc,
//   legal_tables.cc, legal_tree.cc
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>

#include "viet/legal_text.h"

namespace {

void check(bool right) {
  if (!right) std::abort();
}

void check_provisions(const std::vector<lantoa::viet::Provision>& provisions, std::size_t size) {
  std::set<std::string> addresses;
  std::size_t last = 0;
  for (std::size_t i = 0; i < provisions.size(); ++i) {
    const auto& provision = provisions[i];
    const std::size_t end = provision.offset + provision.length;
    check(end <= size && provision.offset >= last);
    check(addresses.insert(provision.address).second);
    last = provision.offset;
    if (!provision.parent) continue;
    check(*provision.parent < i);
    const auto& parent = provisions[*provision.parent];
    check(provision.offset >= parent.offset && end <= parent.offset + parent.length);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace lantoa;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const bool legal = viet::is_legal_text(bytes);
  const auto text = viet::read_legal_text(bytes);
  if (!text) return 0;
  check(!legal || text->number || !text->provisions.empty());
  check_provisions(text->provisions, size);
  for (const viet::Citation& citation : text->citations) {
    check(citation.length > 0 && citation.offset + citation.length <= size);
  }
  for (const viet::ProvisionReference& reference : text->references) {
    check(!reference.provisions.empty() && reference.offset + reference.length <= size);
  }
  for (const viet::Ground& ground : text->grounds) {
    check(ground.length > 0 && ground.offset + ground.length <= size);
    for (const std::size_t cited : ground.citations) check(cited < text->citations.size());
  }
  return 0;
}
