// Whatever the text: no crash, and everything found lies inside it and has a name.
// Tries: plan_text.cc, plan_blocks.cc, plan_deadlines.cc, plan_duties.cc, plan_subject.cc,
//   plan_table.cc
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "viet/plan_text.h"

namespace {

void inside(const lantoa::viet::Span& span, std::size_t size) {
  if (span.offset > size || span.length > size - span.offset) std::abort();
}

void named(std::string_view name) {
  if (name.empty()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace lantoa;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const viet::Body& body : viet::bodies_of_cell(text)) named(viet::title(body.kind).vi);
  const auto reading = viet::read_plan(text, Date{18'760});
  for (const auto* list : {&reading.duties, &reading.unmatched}) {
    for (const viet::Duty& duty : *list) {
      inside(duty.who.at, size);
      inside(duty.what_at, size);
      inside(duty.sentence, size);
      if (duty.deadline) inside(duty.deadline->at, size);
      named(viet::title(duty.confidence).vi);
      if (duty.what.empty() || duty.reason.vi.empty()) std::abort();
    }
  }
  for (const auto& form : reading.forms) {
    inside(form.at, size);
    named(viet::name_of(form.form));
  }
  for (const auto& audience : reading.audiences) {
    inside(audience.at, size);
    named(viet::title(audience.group).vi);
  }
  for (const auto& deadline : reading.deadlines) {
    inside(deadline.at, size);
    named(viet::name_of(deadline.kind));
  }
  return 0;
}
