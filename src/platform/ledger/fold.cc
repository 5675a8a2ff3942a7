#include "platform/ledger/fold.h"

namespace lantoa::ledger {

Result<Folds::Prepared> Folds::prepare(const Fact& fact, std::shared_ptr<const void> value) const {
  const auto found = kinds_.find(fact.kind);
  if (found == kinds_.end()) {
    const std::string place = std::to_string(fact.seq);
    return problem(Code::Unsupported,
                   {"Sự kiện số " + place + " thuộc loại “" + fact.kind +
                        "” mà phiên bản này chưa biết; hãy nâng cấp chương trình.",
                    "Fact " + place + " is of kind “" + fact.kind +
                        "”, which this version does not know; upgrade the program."});
  }
  Stamp stamp{fact.seq, fact.at, fact.actor, fact.subject};
  if (value) return Prepared(*found->second, std::move(value), std::move(stamp));
  auto read = found->second->read(fact.body);
  if (!read) {
    const std::string place = std::to_string(fact.seq);
    Problem failure = std::move(read).error();
    failure.text.vi = "Sự kiện số " + place + " (" + fact.kind + "): " + failure.text.vi;
    failure.text.en = "Fact " + place + " (" + fact.kind + "): " + failure.text.en;
    return tl::unexpected(std::move(failure));
  }
  return Prepared(*found->second, *std::move(read), std::move(stamp));
}

Folds::United Folds::united(const std::string& kind, const Values& values) const {
  const auto found = unions_.find(kind);
  ASSERT(found != unions_.end());  // a fact said that it joins, but not how
  return found->second(values);
}

std::vector<std::string> Folds::kinds() const {
  std::vector<std::string> out;
  for (const auto& entry : kinds_) out.push_back(entry.first);
  return out;
}

}  // namespace lantoa::ledger
