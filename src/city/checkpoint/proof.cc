#include "city/checkpoint/proof.h"

#include <charconv>
#include <optional>

#include "city/reach/state.h"
#include "platform/html/view.h"

namespace lantoa::city::checkpoint {
namespace {

constexpr std::string_view first_line = "lantoa-proof 1";
constexpr std::string_view path_line = "c2sp.org/tlog-proof@v1";
constexpr std::string_view index_word = "index ";
constexpr std::size_t path_hashes_max = 64;

tl::unexpected<Problem> changed(const Text& where) {
  return problem(Code::Conflict,
                 {"Bằng chứng không đúng: " + where.vi, "The proof is wrong: " + where.en});
}

constexpr Language vi = Language::Vietnamese;
constexpr Language en = Language::English;

std::string channels_of(const report::FigureFrozen& figure, Language language) {
  if (figure.channels.empty()) return Text{"mọi kênh", "all channels"}.in(language);
  std::string out;
  for (const reach::Channel channel : figure.channels) {
    out += (out.empty() ? "" : ", ") + reach::title(channel).in(language);
  }
  return out;
}

// The part of the file before the checkpoint.
struct Parts {
  std::string_view words_vi, words_en, fact, index;
  std::vector<std::string_view> path;
  std::string_view note;
};

class Lines {
 public:
  explicit Lines(std::string_view text) : rest_(text) {}
  std::optional<std::string_view> next() {
    const std::size_t end = rest_.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view line = rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
    return line;
  }
  bool skip(std::string_view wanted) { return next() == wanted; }
  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
};

Result<Parts> cut(std::string_view file) {
  Lines lines(file);
  Parts parts;
  if (!lines.skip(first_line)) return changed({"dòng 1.", "line 1."});
  parts.words_vi = lines.next().value_or("");
  parts.words_en = lines.next().value_or("");
  if (!lines.skip("")) return changed({"dòng 4 phải trống.", "line 4 has to be empty."});
  parts.fact = lines.next().value_or("");
  if (!lines.skip("")) return changed({"dòng 6 phải trống.", "line 6 has to be empty."});
  if (!lines.skip(path_line)) return changed({"dòng 7.", "line 7."});
  const std::string_view index = lines.next().value_or("");
  if (!index.starts_with(index_word)) {
    return changed({"dòng 8 (vị trí).", "line 8 (the position)."});
  }
  parts.index = index.substr(index_word.size());
  while (true) {
    const auto line = lines.next();
    if (!line || parts.path.size() > path_hashes_max) {
      return changed({"các dòng đường dẫn lên gốc cây.", "the lines of the path."});
    }
    if (line->empty()) break;
    parts.path.push_back(*line);
  }
  parts.note = lines.rest();
  return parts;
}

Result<ledger::Hash> hash_of(std::string_view base64, std::size_t number) {
  const auto hash = ledger::hash_of_base64(base64);
  if (hash) return *hash;
  const std::string line = std::to_string(9 + number);
  return changed({"dòng " + line + " (đường dẫn lên gốc cây).", "line " + line + " (the path)."});
}

Result<Frozen> frozen_in(const ledger::Fact& fact) {
  if (fact.kind == report::FigureFrozen::kind) {
    TRY_ASSIGN(auto figure, decode<report::FigureFrozen>(fact.body));
    return Frozen(std::move(figure));
  }
  if (fact.kind == statistics::RoundClosed::kind) {
    TRY_ASSIGN(auto closed, decode<statistics::RoundClosed>(fact.body));
    return Frozen(std::move(closed));
  }
  return problem(Code::Conflict, {"Sự kiện này không chốt số liệu nào, cũng không khóa kỳ báo cáo.",
                                  "This fact froze no figure and closed no round of reports."});
}

Result<Proof> read(const Parts& parts) {
  Proof proof;
  auto fact = ledger::parse_ndjson_alone(parts.fact);
  auto frozen = fact ? frozen_in(*fact) : Result<Frozen>(tl::unexpected(fact.error()));
  if (!frozen) {
    return changed({"dòng 5 không phải là sự kiện chốt một số liệu hay khóa một kỳ báo cáo.",
                    "line 5 is no fact that froze a figure or closed a round of reports."});
  }
  proof.fact = *std::move(fact);
  proof.frozen = *std::move(frozen);
  for (std::size_t i = 0; i < parts.path.size(); ++i) {
    TRY_ASSIGN(const ledger::Hash hash, hash_of(parts.path[i], i));
    proof.path.push_back(hash);
  }
  auto note = ledger::parse_note(parts.note);
  if (!note) return changed({note.error().text.vi, note.error().text.en});
  proof.note = *std::move(note);
  if (proof.note.signatures.size() != 1) {
    return changed(
        {"điểm ký phải có đúng một chữ ký.", "the checkpoint needs just one signature."});
  }
  return proof;
}

bool looks_like_a_proof(std::string_view file) {
  return file.starts_with(first_line) || file.find(path_line) != std::string_view::npos;
}

// What was written before proofs were made, and can be given out no more.
Result<void> require_nameless(const Frozen& frozen) {
  const auto* figure = std::get_if<report::FigureFrozen>(&frozen);
  if (figure != nullptr && figure->by) return tl::unexpected(figure_names_a_person());
  const auto* closed = std::get_if<statistics::RoundClosed>(&frozen);
  if (closed != nullptr && closed->by) return tl::unexpected(round_names_a_person());
  return {};
}

std::string in(std::uint64_t number, Language language) { return html::grouped(number, language); }

Text sentence_of(const report::FigureFrozen& f, const ledger::Fact& fact) {
  const auto scope = [&](Language language, const Text& everybody, const Text& officials) {
    return channels_of(f, language) + ", " + (f.key_officials ? officials : everybody).in(language);
  };
  const Text everybody{"mọi đối tượng", "the whole audience"};
  const Text officials{"cán bộ chủ chốt", "key officials only"};
  // Frozen before its day was over, a figure says so.
  const std::string day = vietnamese(f.day);
  const bool is_over = vietnam_date(fact.at) != f.day;
  const Text when = is_over ? Text{"tới hết ngày " + day, "by the end of " + day}
                            : Text{"trong ngày " + day + ", tính tới lúc chốt",
                                   "on " + day + ", up to the moment of freezing"};
  return {
      "Số liệu số " + std::to_string(f.figure.value) + ": " + when.vi + ", " + in(f.reached, vi) +
          " trong " + in(f.audience, vi) + " người phải biết đã được ghi nhận, trong đó " +
          in(f.by_proxy, vi) + " người chỉ do văn thư nhập (mục số " +
          std::to_string(f.item.value) + ", đơn vị số " + std::to_string(f.unit.value) + ", " +
          scope(vi, everybody, officials) + "); đếm tới sự kiện số " + in(f.position, vi) +
          ", chốt ở sự kiện số " + in(fact.seq, vi) + " của sổ cái.",
      "Figure no. " + std::to_string(f.figure.value) + ": " + when.en + ", " + in(f.reached, en) +
          " of " + in(f.audience, en) + " persons who had to know are recorded as reached, " +
          in(f.by_proxy, en) + " of them by a clerk's entry only (item no. " +
          std::to_string(f.item.value) + ", unit no. " + std::to_string(f.unit.value) + ", " +
          scope(en, everybody, officials) + "); counted up to fact no. " + in(f.position, en) +
          ", frozen by fact no. " + in(fact.seq, en) + " of the ledger."};
}

Text sentence_of(const statistics::RoundClosed& closed, const ledger::Fact& fact) {
  Text sums;
  for (const statistics::Sum& sum : closed.sums) {
    sums.vi += (sums.vi.empty() ? "cột " : "; cột ") + sum.column + ": " + in(sum.amount, vi);
    sums.en += (sums.en.empty() ? "column " : "; column ") + sum.column + ": " + in(sum.amount, en);
    if (!sum.estimate) continue;
    sums.vi += " thực tế và " + in(*sum.estimate, vi) + " ước";
    sums.en += " actual and " + in(*sum.estimate, en) + " estimated";
  }
  const std::string round = std::to_string(closed.round.value);
  return {"Kỳ báo cáo số " + round + ": khi khóa có " + in(closed.submitted, vi) +
              " đơn vị đã nộp, cộng lại được " + sums.vi + "; khóa ở sự kiện số " +
              in(fact.seq, vi) + " của sổ cái.",
          "Round of reports no. " + round + ": " + in(closed.submitted, en) +
              " units had handed in when it was closed, which add up to " + sums.en +
              "; closed by fact no. " + in(fact.seq, en) + " of the ledger."};
}

}  // namespace

Text sentence(const Proof& proof) {
  return std::visit([&](const auto& frozen) { return sentence_of(frozen, proof.fact); },
                    proof.frozen);
}

std::string proof_file(const Proof& proof) {
  const Text words = sentence(proof);
  std::string out = std::string(first_line) + '\n' + words.vi + '\n' + words.en + "\n\n" +
                    ledger::ndjson_alone(proof.fact) + "\n\n" + std::string(path_line) + '\n' +
                    std::string(index_word) + std::to_string(proof.fact.seq - 1) + '\n';
  for (const ledger::Hash& hash : proof.path) out += ledger::base64_of(hash) + '\n';
  return out + '\n' + proof.note.note();
}

Problem figure_names_a_person() {
  return {Code::Forbidden,
          {"Sự kiện chốt số liệu này ghi cả số của người chốt nên không đưa ra ngoài được. "
           "Hãy chốt lại số liệu.",
           "The fact that froze this figure names who froze it by a person's number, so it "
           "cannot be given out. Freeze the figure again."},
          {},
          {}};
}

Problem round_names_a_person() {
  return {
      Code::Forbidden,
      {"Sự kiện khóa kỳ báo cáo này ghi cả số của người khóa nên không đưa ra ngoài được. Người "
       "có sổ cái tính lại được bằng “lantoa report recompute”.",
       "The fact that closed this round names who closed it by a person's number, so it cannot "
       "be given out. Whoever has the ledger can recount it by “lantoa report recompute”."},
      {},
      {}};
}

Result<Proof> make_proof(ledger::Store& store, ledger::Frontier before,
                         const ledger::SignedCheckpoint& note, std::uint64_t seq) {
  Proof proof;
  proof.note = note;
  proof.note.signatures.resize(1);
  const std::uint64_t from = before.size();
  auto finder = ledger::PathFinder::of_leaf(std::move(before), seq - 1);
  TRY(store.read(from, note.checkpoint.size, [&](const ledger::Fact& fact) -> Result<void> {
    finder.add(ledger::leaf_hash(fact));
    if (fact.seq == seq) proof.fact = fact;
    return {};
  }));
  if (finder.tree().size() != note.checkpoint.size ||
      finder.tree().root() != note.checkpoint.root) {
    return problem(Code::Conflict,
                   {"Sổ cái không còn như lúc ký điểm ký; hãy chạy “lantoa ledger verify”.",
                    "The ledger is not what the checkpoint signed; run “lantoa ledger verify”."});
  }
  TRY_ASSIGN(proof.frozen, frozen_in(proof.fact));
  TRY(require_nameless(proof.frozen));
  proof.path = finder.path();
  return proof;
}

Result<Proof> check_proof(std::string_view file, const ledger::VerifierKey& key) {
  if (!looks_like_a_proof(file)) {
    return problem(Code::Invalid, {"Tệp này không phải là bằng chứng số liệu của Lan Tỏa.",
                                   "This file is no proof of figures of Lan Tỏa."});
  }
  TRY_ASSIGN(const Parts parts, cut(file));
  TRY_ASSIGN(Proof proof, read(parts));
  const ledger::CheckpointText& checkpoint = proof.note.checkpoint;
  if (!proof.note.is_signed_by(key)) {
    return changed(
        {"điểm ký đã bị sửa, hoặc không do khóa này ký. Nếu sổ cái đã đổi khóa, hãy dùng khóa của "
         "thời điểm ký, ghi ở mục “Các khóa đã dùng” của trang /so-cai/diem-ky.",
         "the checkpoint was changed, or another key signed it. If the ledger has changed its key, "
         "use the one of that time, under “Keys used so far” at /so-cai/diem-ky."});
  }
  const Text words = sentence(proof);
  if (parts.words_vi != words.vi || parts.words_en != words.en) {
    return changed({"câu ở dòng 2 hoặc 3 không nói điều mà sự kiện ở dòng 5 nói.",
                    "the sentence in line 2 or 3 does not say what the fact in line 5 says."});
  }
  if (!ledger::is_included(ledger::leaf_hash(proof.fact), proof.fact.seq - 1, checkpoint.size,
                           proof.path, checkpoint.root)) {
    return changed(
        {"sự kiện ở dòng 5 không nằm trong sổ cái đã ký (sự kiện hoặc đường dẫn đã bị "
         "sửa).",
         "the fact in line 5 does not stand in the signed ledger (it or the path was "
         "changed)."});
  }
  if (proof_file(proof) != file) {
    return changed(
        {"có chỗ viết khác dạng chuẩn (vị trí, khoảng trắng hoặc chữ thừa).",
         "something is written in another form (the position, spaces, or words added)."});
  }
  return proof;
}

}  // namespace lantoa::city::checkpoint
