#include "platform/ledger/sqlite/testing_history.h"

#include <algorithm>

#include "kernel/assert.h"
#include "platform/ledger/sqlite/database.h"
#include "platform/ledger/verify.h"

namespace lantoa::ledger {
namespace {

// Small, so that a short history has many checkpoints.
constexpr int checkpoint_wal_pages = 12;

std::string text_of(std::size_t length, std::size_t salt) {
  std::string text(length, ' ');
  for (std::size_t i = 0; i < length; ++i) {
    text[i] = static_cast<char>('a' + (i * 7 + salt * 11 + i / 97) % 26);
  }
  return text;
}

Fact fact_on(const Head& head, Instant at, const std::string& text) {
  Fact fact{
      head.seq + 1, at, "account/3", "test.happened", "thing/1", "{\"t\":\"" + text + "\"}", {}};
  fact.chain = next_chain(head.chain, fact);
  return fact;
}

Content after(Content content, const Step& step) {
  if (step.kind == Step::Kind::Forget) {
    std::erase_if(content.answers,
                  [&](const auto& one) { return one.second.at < step.forget_before; });
  }
  if (step.kind != Step::Kind::Append) return content;
  content.facts.insert(content.facts.end(), step.batch.facts.begin(), step.batch.facts.end());
  for (const VaultRow& row : step.batch.vault_rows) content.rows[row.id] = row;
  for (const std::string& id : step.batch.vault_erasures) content.rows[id] = {id, "", "", ""};
  for (const Answer& answer : step.batch.answers) {
    content.answers[answer.key] = {answer.value, content.head().at};
  }
  return content;
}

VaultRow row_of(std::size_t person, std::size_t n) {
  return {"person/" + std::to_string(person), "blind of " + std::to_string(person), text_of(48, n),
          text_of(40 + n * 211 % 5000, n)};
}

Step append_step(const Content& content, std::size_t n) {
  Step step;
  const Instant at{1000 * static_cast<std::int64_t>(n + 1)};
  Head head = content.head();
  for (std::size_t i = 0; i <= n % 3; ++i) {
    step.batch.facts.push_back(fact_on(head, at, text_of(n % 6 == 4 ? 9000 : 60 + n * i, n)));
    const Fact& last = step.batch.facts.back();
    head = {last.seq, last.chain, last.at};
  }
  if (n % 2 == 0) step.batch.vault_rows.push_back(row_of(n, n));
  const std::string replaced = "person/" + std::to_string(n - 3);
  if (n % 6 == 5 && content.rows.contains(replaced) &&
      !content.rows.at(replaced).wrapped_key.empty()) {
    step.batch.vault_rows.push_back(row_of(n - 3, n));
  }
  if (n % 5 == 4) step.batch.vault_erasures.push_back("person/" + std::to_string(n / 4 * 2));
  step.batch.answers.push_back({"key-" + std::to_string(n), text_of(20 + n, n)});
  return step;
}

Step step_of(const Content& content, std::size_t n) {
  if (n % 9 == 8) {
    return {.kind = Step::Kind::Forget,
            .forget_before = {1000 * (static_cast<std::int64_t>(n) - 12)}};
  }
  if (n % 17 == 16) return {.kind = Step::Kind::CloseAndOpen};
  return append_step(content, n);
}

Result<Content> rows_beside(Database& database, Content content) {
  TRY_ASSIGN(auto rows, database.prepare("SELECT id, blind, wrapped_key, sealed FROM vault"));
  while (true) {
    TRY_ASSIGN(const bool found, rows.step());
    if (!found) break;
    content.rows[rows.bytes_at(0)] = {rows.bytes_at(0), rows.bytes_at(1), rows.bytes_at(2),
                                      rows.bytes_at(3)};
  }
  TRY_ASSIGN(auto answers, database.prepare("SELECT key, value, at FROM answers"));
  while (true) {
    TRY_ASSIGN(const bool found, answers.step());
    if (!found) return content;
    content.answers[answers.bytes_at(0)] = {answers.bytes_at(1), Instant{answers.integer_at(2)}};
  }
}

std::string difference(const Content& found, const Content& wanted) {
  return std::to_string(found.facts.size()) + " facts, " + std::to_string(found.rows.size()) +
         " rows, " + std::to_string(found.answers.size()) + " answers; expected " +
         std::to_string(wanted.facts.size()) + ", " + std::to_string(wanted.rows.size()) + ", " +
         std::to_string(wanted.answers.size());
}

}  // namespace

Head Content::head() const {
  if (facts.empty()) return {};
  return {facts.back().seq, facts.back().chain, facts.back().at};
}

Script make_script(std::size_t steps) {
  Script script;
  script.contents.emplace_back();
  for (std::size_t n = 0; n < steps; ++n) {
    script.steps.push_back(step_of(script.contents.back(), n));
    script.contents.push_back(after(script.contents.back(), script.steps.back()));
  }
  return script;
}

Script next_step(const Content& content) {
  Step step;
  step.batch.facts = {fact_on(content.head(), content.head().at, "one more")};
  step.batch.vault_erasures = {"person/0"};
  step.batch.answers = {{"after-" + std::to_string(content.head().seq), "yes"}};
  return {{step}, {content, after(content, step)}};
}

Result<void> StoreOnDisk::open(Access access) {
  const auto replace = [this](const std::filesystem::path& path,
                              std::string_view bytes) -> Result<void> {
    return settles_ ? vfs_.replace(path, bytes) : Result<void>{};
  };
  const SqliteTerms terms{vfs_.name(), replace, checkpoint_wal_pages};
  TRY_ASSIGN(store_, open_sqlite_store(ledger_name, access, terms));
  return {};
}

Result<void> StoreOnDisk::take(const Step& step, Access access) {
  if (step.kind == Step::Kind::Forget) return store_->forget_answers_before(step.forget_before);
  if (step.kind == Step::Kind::Append) return store_->append(step.batch);
  close();
  return open(access);
}

Result<Content> StoreOnDisk::content() {
  TRY_ASSIGN(const auto database, Database::open(ledger_name, Database::Mode::Read, vfs_.name()));
  TRY_ASSIGN(Content content, rows_beside(*database, {}));
  TRY_ASSIGN(const Head head, store_->head());
  TRY(store_->read(0, head.seq, [&](const Fact& fact) -> Result<void> {
    content.facts.push_back(fact);
    return {};
  }));
  for (const auto& [id, row] : content.rows) {
    TRY_ASSIGN(const auto found, store_->vault_row(id));
    if (found != row) return problem(Code::Conflict, {id, "another row " + id});
  }
  for (const auto& [key, kept] : content.answers) {
    TRY_ASSIGN(const auto found, store_->answer(key));
    if (found != kept.value) return problem(Code::Conflict, {key, "another answer " + key});
  }
  return content;
}

std::string StoreOnDisk::integrity() {
  const auto database = Database::open(ledger_name, Database::Mode::Read, vfs_.name());
  if (!database) return database.error().text.en;
  auto check = (*database)->prepare("PRAGMA integrity_check");
  if (!check) return check.error().text.en;
  const auto done = check->step();
  return done ? check->bytes_at(0) : done.error().text.en;
}

Recording record(Disk& disk, const Script& script, Access access) {
  Recording recording;
  StoreOnDisk on(disk);
  ASSERT(on.open(access).has_value());
  recording.acknowledged.push_back(disk.journal().size());
  for (const Step& step : script.steps) {
    ASSERT(on.take(step, access).has_value());
    recording.acknowledged.push_back(disk.journal().size());
  }
  on.close();
  recording.journal = disk.journal();
  return recording;
}

Look look_at(Disk& disk, const std::vector<Content>& contents, std::size_t first,
             std::size_t last) {
  StoreOnDisk on(disk);
  if (const auto opened = on.open(); !opened) return {"does not open: " + opened.error().text.en};
  const auto content = on.content();
  if (!content) return {"cannot be read: " + content.error().text.en};
  std::size_t found = last;
  while (found > first && contents[found] != *content) --found;
  if (contents[found] != *content) return {difference(*content, contents[first])};
  const auto verified = verify(on.store(), contents[found].head(), nullptr);
  if (!verified) return {verified.error().text.en};
  if (const std::string said = on.integrity(); said != "ok") return {said};
  const Script next = next_step(*content);
  if (const auto taken = on.take(next.steps[0]); !taken) {
    return {"does not go on: " + taken.error().text.en};
  }
  const std::size_t acknowledged = disk.journal().size();
  const auto more = on.content();
  if (!more || *more != next.contents[1]) return {"what came after it is not there"};
  return {"", found, acknowledged};
}

}  // namespace lantoa::ledger
