// The proof of a figure, to be saved beside its page.
#include <map>
#include <mutex>

#include "city/checkpoint/checkpoint.h"
#include "city/checkpoint/proof.h"

namespace lantoa::city::checkpoint {
namespace {

// Proofs that were made: against the first checkpoint that covers the figure, so they never change.
class Made {
 public:
  std::optional<std::string> find(FigureNo figure) {
    const std::lock_guard guard(mutex_);
    const auto found = files_.find(figure);
    return found == files_.end() ? std::nullopt : std::optional(found->second);
  }
  void keep(FigureNo figure, const std::string& file) {
    const std::lock_guard guard(mutex_);
    files_[figure] = file;
  }

 private:
  std::mutex mutex_;
  std::map<FigureNo, std::string> files_;
};

struct Wanted {
  std::uint64_t seq = 0;
  ledger::Frontier before;
  ledger::SignedCheckpoint note;
};

Result<Wanted> look(const State& state, const Needs& needs, FigureNo no) {
  TRY_ASSIGN(const report::Figure* figure, needs.figures.find(no));
  const Checkpoint* covering = state.covering(figure->seq);
  if (covering == nullptr) {
    return problem(
        Code::Unavailable,
        {"Số liệu này chưa nằm trong điểm ký nào. Điểm ký được tạo ngay sau khi chốt; hãy "
         "thử lại sau ít giây. Nếu vẫn chưa có, hãy báo người giữ hệ thống.",
         "No checkpoint covers this figure yet. One is made right after it is frozen; "
         "try again in a few seconds. Should there still be none, tell whoever keeps the system."});
  }
  return Wanted{figure->seq, state.tree_before(*covering), covering->note};
}

}  // namespace

void install_download(App& app, const State& state, Needs needs, ledger::Store& store) {
  app.routes.get(
      "/so-lieu/{figure}/bang-chung", Right::Public,
      [&app, &state, needs, &store,
       made = std::make_shared<Made>()](const Visit& visit) -> Result<http::Response> {
        TRY_ASSIGN(const FigureNo no, visit.number<FigureNo>("figure"));
        auto file = made->find(no);
        if (!file) {
          TRY_ASSIGN(auto wanted, app.engine.read([&] { return look(state, needs, no); }));
          TRY_ASSIGN(const Proof proof,
                     make_proof(store, std::move(wanted.before), wanted.note, wanted.seq));
          file = proof_file(proof);
          made->keep(no, *file);
        }
        http::Response response = http::plain(*std::move(file));
        response.with("Content-Disposition", "attachment; filename=\"so-lieu-" +
                                                 std::to_string(no.value) + "-bang-chung.txt\"");
        return response;
      });
}

}  // namespace lantoa::city::checkpoint
