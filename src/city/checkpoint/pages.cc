// What anybody may see of the ledger: its checkpoints, the key that signs them, how to check.
#include <boost/describe.hpp>
#include <charconv>

#include "city/checkpoint/checkpoint.h"
#include "city/checkpoint/follow.h"

namespace lantoa::city::checkpoint {
namespace {

constexpr const char* list_path = "/so-cai/diem-ky";
constexpr const char* key_path = "/so-cai/khoa";
constexpr std::size_t root_digits_shown = 16;

struct Row {
  std::string number;
  std::string address;
  std::string facts;
  std::string root;
  std::string at, at_iso;
};
BOOST_DESCRIBE_STRUCT(Row, (), (number, address, facts, root, at, at_iso))

struct Newest {
  Row row;
  std::string note;
  std::string key, fingerprint;
};
BOOST_DESCRIBE_STRUCT(Newest, (), (row, note, key, fingerprint))

struct KeyRow {
  std::string number, address;  // of the first checkpoint it signed
  std::string plain;            // address of the key as plain text
  std::string day;
  std::string key, fingerprint;
  bool vouched = false;
  bool unvouched = false;
};
BOOST_DESCRIBE_STRUCT(KeyRow, (),
                      (number, address, plain, day, key, fingerprint, vouched, unvouched))

struct ListView {
  static constexpr std::string_view tpl = "src/city/checkpoint/list.tpl";
  std::optional<Newest> newest;
  bool has_rows = false;
  std::vector<Row> rows;
  Pager pager;
  bool has_keys = false;  // more than one
  std::vector<KeyRow> keys;
};
BOOST_DESCRIBE_STRUCT(ListView, (), (newest, has_rows, rows, pager, has_keys, keys))

struct HowView {
  static constexpr std::string_view tpl = "src/city/checkpoint/how.tpl";
  std::string site;  // "http://127.0.0.1:8080"
  std::optional<std::string> fingerprint;
};
BOOST_DESCRIBE_STRUCT(HowView, (), (site, fingerprint))

std::string address(CheckpointNo no) {
  return std::string(list_path) + "/" + std::to_string(no.value);
}

Row row_of(const Checkpoint& checkpoint, Language language) {
  const ledger::CheckpointText& text = checkpoint.note.checkpoint;
  return {std::to_string(checkpoint.no.value),
          address(checkpoint.no),
          html::grouped(text.size, language),
          ledger::hex(text.root).substr(0, root_digits_shown),
          vietnamese(text.at),
          iso_minute_vietnam(text.at)};
}

std::string day_of(const Checkpoint& checkpoint) {
  return vietnamese(vietnam_date(checkpoint.note.checkpoint.at));
}

KeyRow key_row(const Checkpoint& first) {
  return {std::to_string(first.no.value),
          address(first.no),
          key_path + std::string("/") + std::to_string(first.no.value),
          day_of(first),
          first.key.text(),
          first.key.fingerprint(),
          first.vouched,
          first.changes_key && !first.vouched};
}

ListView list(const State& state, const Visit& visit) {
  ListView view;
  const std::uint32_t all = state.checkpoints();
  view.pager = make_pager(all, visit.page(), list_path);
  const std::uint32_t skipped = (view.pager.page - 1) * rows_per_page;
  for (std::uint32_t i = skipped; i < std::min(all, skipped + rows_per_page); ++i) {
    view.rows.push_back(row_of(**state.find(CheckpointNo{all - i}), visit.language));
  }
  view.has_rows = !view.rows.empty();
  if (const Checkpoint* newest = state.newest()) {
    view.newest = Newest{row_of(*newest, visit.language), newest->note.note(), newest->key.text(),
                         newest->key.fingerprint()};
  }
  for (const Checkpoint* first : state.key_changes()) view.keys.push_back(key_row(*first));
  view.has_keys = view.keys.size() > 1;
  return view;
}

tl::unexpected<Problem> none_yet() {
  return problem(Code::NotFound,
                 {"Sổ cái chưa được ký lần nào. Điểm ký đầu tiên được tạo khi máy chủ bắt đầu một "
                  "ngày mới hoặc sau khi chốt một số liệu.",
                  "The ledger was not signed yet. The first checkpoint is made when the server "
                  "begins a day or after a figure is frozen."});
}

// 0 when it is no number.
std::uint64_t size_in(const std::string& text) {
  std::uint64_t size = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), size);
  return error == std::errc{} && end == text.data() + text.size() ? size : 0;
}

using Tell = std::function<Result<std::string>(const Visit&)>;

// A page of plain text; `tell` is called while the state stands still.
void text_page(App& app, const std::string& path, Tell tell) {
  app.routes.get(path, Right::Public,
                 [&app, tell = std::move(tell)](const Visit& visit) -> Result<http::Response> {
                   TRY_ASSIGN(std::string text, app.engine.read([&] { return tell(visit); }));
                   http::Response response = http::plain(std::move(text));
                   const bool kept = visit.actor.kind == Actor::Kind::Nobody;
                   response.with("Cache-Control", kept ? "no-cache" : "no-store");
                   return response;
                 });
}

std::optional<App::Seal> seal(const State& state, Language language) {
  const Checkpoint* newest = state.newest();
  if (newest == nullptr) return std::nullopt;
  const Row row = row_of(*newest, language);
  return App::Seal{row.facts, row.root, day_of(*newest), list_path};
}

}  // namespace

void install_pages(App& app, const State& state) {
  app.seal = [&app, &state](Language language) {
    return app.engine.read([&] { return seal(state, language); });
  };
  const Text heading{"Điểm ký của sổ cái", "Checkpoints of the ledger"};
  app.routes.get(list_path, Right::Public,
                 [&app, &state, heading](const Visit& visit) -> Result<http::Response> {
                   const auto view = app.engine.read([&] { return list(state, visit); });
                   return app.show(visit, heading, view,
                                   below_home(visit.language, {{heading.in(visit.language), {}}}));
                 });
  text_page(app, std::string(list_path) + "/moi-nhat",
            [&state](const Visit&) -> Result<std::string> {
              if (state.newest() == nullptr) return none_yet();
              return state.newest()->note.note();
            });
  text_page(app, std::string(list_path) + "/{checkpoint}",
            [&state](const Visit& visit) -> Result<std::string> {
              TRY_ASSIGN(const auto no, visit.number<CheckpointNo>("checkpoint"));
              TRY_ASSIGN(const Checkpoint* found, state.find(no));
              return found->note.note();
            });
  text_page(app, std::string(list_path) + "/noi-tiep",
            [&state](const Visit& visit) { return steps_file(state, size_in(visit.query("tu"))); });
  text_page(app, std::string(key_path) + "/{checkpoint}",
            [&state](const Visit& visit) -> Result<std::string> {
              TRY_ASSIGN(const auto no, visit.number<CheckpointNo>("checkpoint"));
              TRY_ASSIGN(const Checkpoint* found, state.find(no));
              return found->key.text() + '\n';
            });
  text_page(app, key_path, [&state](const Visit&) -> Result<std::string> {
    if (state.newest() == nullptr) return none_yet();
    return state.newest()->key.text() + '\n';
  });
  app.routes.get(
      "/so-cai/cach-kiem-tra", Right::Public,
      [&app, &state, heading](const Visit& visit) -> Result<http::Response> {
        HowView view{app.public_url, {}};
        app.engine.read([&] {
          if (state.newest() != nullptr) {
            view.fingerprint = state.newest()->key.fingerprint();
          }
        });
        const Text title{"Cách kiểm tra số liệu đã chốt", "How to check a frozen figure"};
        return app.show(visit, title, view,
                        {{heading.in(visit.language), list_path}, {title.in(visit.language), {}}});
      });
}

}  // namespace lantoa::city::checkpoint
