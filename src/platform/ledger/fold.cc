#include "platform/ledger/fold.h"

namespace lantoa::ledger {

Result<std::function<void()>> Folds::prepare(const Fact& fact) const {
  const auto found = kinds_.find(fact.kind);
  const std::string place = std::to_string(fact.seq);
  if (found == kinds_.end()) {
    return problem(Code::Unsupported,
                   {"Sự kiện số " + place + " thuộc loại “" + fact.kind +
                        "” mà phiên bản này chưa biết; hãy nâng cấp chương trình.",
                    "Fact " + place + " is of kind “" + fact.kind +
                        "”, which this version does not know; upgrade the program."});
  }
  auto prepared = found->second->prepare(fact.body, {fact.seq, fact.at, fact.actor, fact.subject});
  if (!prepared) {
    Problem failure = std::move(prepared).error();
    failure.text.vi = "Sự kiện số " + place + " (" + fact.kind + "): " + failure.text.vi;
    failure.text.en = "Fact " + place + " (" + fact.kind + "): " + failure.text.en;
    return tl::unexpected(std::move(failure));
  }
  return prepared;
}

std::string Folds::united(const std::string& kind, const std::vector<std::string>& bodies) const {
  const auto found = unions_.find(kind);
  ASSERT(found != unions_.end());  // a fact said that it joins, but not how
  return found->second(bodies);
}

std::vector<std::string> Folds::kinds() const {
  std::vector<std::string> out;
  for (const auto& entry : kinds_) out.push_back(entry.first);
  return out;
}

}  // namespace lantoa::ledger
