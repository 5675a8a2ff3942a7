// Commands of the outsiders' proof: making one from a data folder, checking one with nothing but
// the file and a key.
#include <fstream>
#include <iostream>

#include "app/command_files.h"
#include "app/commands.h"
#include "app/house.h"
#include "app/ledger_files.h"
#include "city/checkpoint/follow.h"
#include "city/checkpoint/proof.h"

namespace lantoa::app {
namespace {

namespace checkpoint = city::checkpoint;

constexpr std::uintmax_t file_bytes_max = 4 * 1024 * 1024;

// What a proof is asked of: a figure, or a round of reports that was closed.
struct Asked {
  city::FigureNo figure;
  city::RoundNo round;

  Text name() const {
    const std::string number = std::to_string(round ? round.value : figure.value);
    return round ? Text{"kỳ báo cáo đã khóa số " + number, "closed round of reports no. " + number}
                 : Text{"số liệu đã chốt số " + number, "frozen figure no. " + number};
  }
};

Result<Asked> asked_in(const ProofOptions& options) {
  if ((options.figure == 0) != (options.round == 0)) {
    return Asked{city::FigureNo{options.figure}, city::RoundNo{options.round}};
  }
  return problem(Code::Invalid,
                 {"Hãy nêu số của một số liệu, hoặc --round và số của một kỳ báo cáo.",
                  "Name the number of a figure, or --round and that of a round of reports."});
}

// What the ledger says of it and of checkpoints; nothing else is folded.
struct Looked {
  checkpoint::State checkpoints;
  std::uint64_t seq = 0;  // of the fact that froze it
};

Result<void> look_at(const ledger::Fact& fact, const Asked& asked, Looked& out) {
  if (fact.kind == checkpoint::CheckpointSigned::kind) {
    TRY_ASSIGN(const auto made, decode<checkpoint::CheckpointSigned>(fact.body));
    out.checkpoints.fold(made);
  } else if (asked.figure && fact.kind == city::report::FigureFrozen::kind) {
    TRY_ASSIGN(const auto frozen, decode<city::report::FigureFrozen>(fact.body));
    if (frozen.figure == asked.figure) out.seq = fact.seq;
  } else if (asked.round && fact.kind == city::statistics::RoundClosed::kind) {
    TRY_ASSIGN(const auto closed, decode<city::statistics::RoundClosed>(fact.body));
    if (closed.round == asked.round) out.seq = fact.seq;
  }
  return {};
}

Result<checkpoint::Proof> make(ledger::Store& store, const Asked& asked) {
  TRY_ASSIGN(const ledger::Head head, store.head());
  Looked looked;
  TRY(store.read(0, head.seq,
                 [&](const ledger::Fact& fact) { return look_at(fact, asked, looked); }));
  const Text name = asked.name();
  if (looked.seq == 0) {
    return problem(Code::NotFound,
                   {"Sổ cái không có " + name.vi + ".", "The ledger has no " + name.en + "."});
  }
  const auto* covering = looked.checkpoints.covering(looked.seq);
  if (covering == nullptr) {
    return problem(Code::NotFound, {"Chưa có điểm ký nào bao gồm " + name.vi +
                                        "; hãy chạy máy chủ để sổ cái được ký.",
                                    "No checkpoint covers the " + name.en +
                                        " yet; let the server run, so that it signs the ledger."});
  }
  return checkpoint::make_proof(store, looked.checkpoints.tree_before(*covering), covering->note,
                                looked.seq);
}

// Exit 3 for what was changed, 2 for what is something else.
int fail_check(Problem problem) {
  if (problem.code == Code::Conflict) problem.field = wrong_ledger;
  return fail(problem);
}

Result<checkpoint::Followed> follow(const ProofOptions& options, checkpoint::Followed& reached) {
  TRY_ASSIGN(const auto key, read_public_key(options.key));
  TRY_ASSIGN(const std::string note, read_file(options.file, file_bytes_max));
  TRY_ASSIGN(const auto kept, ledger::parse_note(note));
  TRY_ASSIGN(const std::string steps, read_file(options.steps, file_bytes_max));
  return checkpoint::follow(kept, steps, key, &reached);
}

Result<void> write_out(const std::string& bytes, const std::filesystem::path& path) {
  std::ofstream out(path, std::ios::binary);
  if (out.write(bytes.data(), static_cast<std::streamsize>(bytes.size())).flush()) return {};
  return problem(Code::Unavailable,
                 {"Không ghi được tệp " + path.string() + ". Hãy kiểm tra thư mục và quyền ghi.",
                  "File " + path.string() + " cannot be written. Check folder and permissions."});
}

}  // namespace

Result<ledger::VerifierKey> read_public_key(const std::string& key) {
  if (auto given = ledger::parse_verifier_key(key)) return given;
  TRY_ASSIGN(const std::string text, read_file(key, file_bytes_max));
  return ledger::parse_verifier_key(text);
}

int proof_make(const ProofOptions& options) {
  const auto wanted = asked_in(options);
  if (!wanted) return fail(wanted.error());
  if (const auto ready = crypto::initialise(); !ready) return fail(ready.error());
  auto store = open_to_read(options.place);
  if (!store) return fail(store.error());
  auto proof = make(**store, *wanted);
  if (!proof) return fail_check(proof.error());
  const std::string file = checkpoint::proof_file(*proof);
  if (options.out.empty()) {
    std::cout << file;
    return printed();
  }
  const auto written = write_out(file, options.out);
  if (!written) return fail(written.error());
  const Text words = checkpoint::sentence(*proof);
  std::cout << words.vi << '\n' << words.en << '\n';
  return printed();
}

int proof_check(const ProofOptions& options) {
  if (const auto ready = crypto::initialise(); !ready) return fail(ready.error());
  const auto key = read_public_key(options.key);
  if (!key) return fail(key.error());
  const auto bytes = read_file(options.file, file_bytes_max);
  if (!bytes) return fail(bytes.error());
  auto proof = checkpoint::check_proof(*bytes, *key);
  if (!proof) return fail_check(proof.error());
  const Text words = checkpoint::sentence(*proof);
  const ledger::CheckpointText& checkpoint = proof->note.checkpoint;
  std::cout << "Đúng. " << words.vi << " Điểm ký: " << checkpoint.size << " sự kiện, "
            << vietnamese(checkpoint.at) << ", khóa " << key->fingerprint() << ".\nRight. "
            << words.en << " Checkpoint: " << checkpoint.size << " facts, "
            << vietnamese(checkpoint.at) << ", key " << key->fingerprint() << ".\n";
  return printed();
}

int proof_follow(const ProofOptions& options) {
  if (const auto ready = crypto::initialise(); !ready) return fail(ready.error());
  checkpoint::Followed reached;
  const auto done = follow(options, reached);
  if (!options.out.empty() && (done || reached.steps > 0)) {
    const auto written = write_out(reached.last.note(), options.out);
    if (!written) return fail(written.error());
  }
  if (!done) return fail_check(done.error());
  const std::string size = std::to_string(done->last.checkpoint.size);
  std::cout << "Đúng. Qua " << done->steps << " điểm ký tới sự kiện số " << size
            << ", sổ cái chỉ được ghi thêm.\nRight. Through " << done->steps
            << " checkpoints up to fact no. " << size << " the ledger was only added to.\n";
  return printed();
}

}  // namespace lantoa::app
