// The proof of a figure, or of a round of reports that is public, to be saved beside its page.
#include <map>
#include <mutex>

#include "city/checkpoint/checkpoint.h"
#include "city/checkpoint/proof.h"

namespace lantoa::city::checkpoint {
namespace {

// Proofs that were made, by the fact they are of: against the first checkpoint that covers it, so
// they never change.
class Made {
 public:
  std::optional<std::string> find(std::uint64_t seq) {
    const std::lock_guard guard(mutex_);
    const auto found = files_.find(seq);
    return found == files_.end() ? std::nullopt : std::optional(found->second);
  }
  void keep(std::uint64_t seq, const std::string& file) {
    const std::lock_guard guard(mutex_);
    files_[seq] = file;
  }

 private:
  std::mutex mutex_;
  std::map<std::uint64_t, std::string> files_;
};

struct Wanted {
  std::uint64_t seq = 0;
  ledger::Frontier before;
  ledger::SignedCheckpoint note;
};

Result<Wanted> wanted_at(const State& state, std::uint64_t seq) {
  const Checkpoint* covering = state.covering(seq);
  if (covering == nullptr) {
    return problem(
        Code::Unavailable,
        {"Số liệu này chưa nằm trong điểm ký nào. Điểm ký được tạo ngay sau khi chốt số liệu "
         "hoặc khóa kỳ báo cáo; hãy thử lại sau ít giây. Nếu vẫn chưa có, hãy báo người giữ hệ "
         "thống.",
         "No checkpoint covers this figure yet. One is made right after a figure is frozen or a "
         "round of reports is closed; try again in a few seconds. Should there still be none, tell "
         "whoever keeps the system."});
  }
  return Wanted{seq, state.tree_before(*covering), covering->note};
}

Result<Wanted> wanted_figure(const State& state, const Needs& needs, FigureNo no) {
  TRY_ASSIGN(const report::Figure* figure, needs.figures.find(no));
  if (figure->frozen.by) return tl::unexpected(figure_names_a_person());
  return wanted_at(state, figure->seq);
}

// What is refused for good is refused here, before the ledger is read for it. A round that was
// taken back has no proof at its address either; the page beside it says why.
Result<Wanted> wanted_round(const State& state, const Needs& needs, RoundNo no) {
  TRY_ASSIGN(const statistics::Round* round, needs.rounds.find_published(no));
  if (!round->is_public()) {
    const std::string address = statistics::public_address(no);
    return problem(
        Code::NotFound,
        {"Số liệu này đã được rút lại; trang " + address + " cho biết khi nào và vì sao.",
         "These figures were taken back; " + address + " says when and why."});
  }
  if (round->closing->names_a_person) return tl::unexpected(round_names_a_person());
  return wanted_at(state, round->closing->fact());
}

Result<http::Response> proof_of(Made& made, ledger::Store& store, Wanted wanted,
                                const std::string& name) {
  auto file = made.find(wanted.seq);
  if (!file) {
    TRY_ASSIGN(const Proof proof,
               make_proof(store, std::move(wanted.before), wanted.note, wanted.seq));
    file = proof_file(proof);
    made.keep(wanted.seq, *file);
  }
  http::Response response = http::plain(*std::move(file));
  response.with("Content-Disposition", "attachment; filename=\"" + name + "-bang-chung.txt\"");
  return response;
}

}  // namespace

void install_download(App& app, const State& state, Needs needs, ledger::Store& store) {
  const auto made = std::make_shared<Made>();
  app.routes.get(
      "/so-lieu/{figure}/bang-chung", Right::Public,
      [&app, &state, needs, &store, made](const Visit& visit) -> Result<http::Response> {
        TRY_ASSIGN(const FigureNo no, visit.number<FigureNo>("figure"));
        TRY_ASSIGN(auto wanted, app.engine.read([&] { return wanted_figure(state, needs, no); }));
        return proof_of(*made, store, std::move(wanted), "so-lieu-" + std::to_string(no.value));
      });
  app.routes.get("/so-lieu-cong-khai/{round}/bang-chung", Right::Public,
                 [&app, &state, needs, &store, made](const Visit& visit) -> Result<http::Response> {
                   TRY_ASSIGN(const RoundNo no, visit.number<RoundNo>("round"));
                   TRY_ASSIGN(auto wanted,
                              app.engine.read([&] { return wanted_round(state, needs, no); }));
                   return proof_of(*made, store, std::move(wanted),
                                   "so-lieu-cong-khai-" + std::to_string(no.value));
                 });
}

}  // namespace lantoa::city::checkpoint
