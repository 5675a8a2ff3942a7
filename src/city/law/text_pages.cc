// The full text of a document: the whole of it, one provision with its neighbours, and an edition
// that waits for a second person to compare it.
#include <algorithm>

#include "city/field.h"
#include "city/law/law.h"
#include "city/law/text.h"
#include "platform/http/http.h"

namespace lantoa::city::law {
namespace {

constexpr std::size_t damage_shown_max = 20;

struct ContentsRow {
  std::string address;
  std::string label;
  std::string heading;
  bool division = false;
};
BOOST_DESCRIBE_STRUCT(ContentsRow, (), (address, label, heading, division))

struct GroundRow {
  std::string text;
};
BOOST_DESCRIBE_STRUCT(GroundRow, (), (text))

// What every page of a full text says of its document.
struct OfDocument {
  std::string name;
  std::string title;
  std::string address;
  std::string whole;  // address of the whole text
  std::string mark;
  Text effect;
  std::string today;
  std::string source;
  std::string edition_at;
};
BOOST_DESCRIBE_STRUCT(OfDocument, (),
                      (name, title, address, whole, mark, effect, today, source, edition_at))

struct Provisions {
  static constexpr std::string_view tpl = "src/city/law/provisions.tpl";
  std::vector<ProvisionRow> rows;
};
BOOST_DESCRIBE_STRUCT(Provisions, (), (rows))

struct WholeView {
  static constexpr std::string_view tpl = "src/city/law/full_text.tpl";
  OfDocument of;
  std::vector<GroundRow> grounds;
  std::vector<ContentsRow> contents;
  std::uint32_t articles = 0;
  Provisions provisions;
};
BOOST_DESCRIBE_STRUCT(WholeView, (), (of, grounds, contents, articles, provisions))

struct Neighbour {
  std::string address;
  std::string label;
  std::string heading;
};
BOOST_DESCRIBE_STRUCT(Neighbour, (), (address, label, heading))

struct ProvisionView {
  static constexpr std::string_view tpl = "src/city/law/provision.tpl";
  OfDocument of;
  std::string label;
  std::string heading;
  std::string in_whole;  // its place in the whole text
  std::vector<Neighbour> above;
  std::optional<Neighbour> previous, next;
  bool has_articles = false;  // below it; their headings need one above them
  Provisions provisions;
};
BOOST_DESCRIBE_STRUCT(ProvisionView, (),
                      (of, label, heading, in_whole, above, previous, next, has_articles,
                       provisions))

struct ConfirmForm {
  FormKeys keys;
  std::string action;
};
BOOST_DESCRIBE_STRUCT(ConfirmForm, (), (keys, action))

struct RefuseForm {
  FormKeys keys;
  std::string action;
  Field reason;
};
BOOST_DESCRIBE_STRUCT(RefuseForm, (), (keys, action, reason))

struct DamageRow {
  std::string line;
  std::string text;
  Text problem;
};
BOOST_DESCRIBE_STRUCT(DamageRow, (), (line, text, problem))

struct EditionView {
  static constexpr std::string_view tpl = "src/city/law/edition.tpl";
  OfDocument of;
  std::string by;
  std::uint32_t articles = 0, provisions_found = 0, links = 0;
  std::optional<std::string> own_number;
  Text state;
  std::optional<std::string> refusal;
  std::optional<ConfirmForm> confirm;
  std::optional<RefuseForm> refuse;
  bool own = false;  // the visitor handed it in
  bool has_damage = false;
  std::vector<DamageRow> damage;
  std::vector<GroundRow> grounds;
  Provisions provisions;
};
BOOST_DESCRIBE_STRUCT(EditionView, (),
                      (of, by, articles, provisions_found, links, own_number, state, refusal,
                       confirm, refuse, own, has_damage, damage, grounds, provisions))

OfDocument of(const State& state, const Needs& needs, const Document& one, const FullText& text) {
  const Date today = needs.calendar.today();
  return {one.name(),
          one.title,
          address_of(one.no),
          text_address(one.no),
          std::string(mark(state.effect(one.no, today))),
          state.sentence(one.no, today),
          vietnamese(today),
          text.source,
          vietnamese(vietnam_date(text.at))};
}

// What is copied out of the state for a page of the text that readers see.
struct Shown {
  OfDocument of;
  std::string blob;
  DocumentNo document;
};

Result<Shown> shown(const State& state, const Needs& needs, DocumentNo no) {
  TRY_ASSIGN(const Document* one, state.find(no));
  const FullText* text = one->shown();
  if (text != nullptr) return Shown{of(state, needs, *one, *text), text->blob, no};
  return problem(
      Code::NotFound,
      {"Sổ văn bản chưa giữ toàn văn của " + one->name() +
           ". Trang của văn bản có các ngày hiệu lực và bài viết liên quan.",
       "The register keeps no full text of this document yet. Its page has its dates and "
       "what was published about it."});
}

std::vector<GroundRow> grounds(const ReadText& read) {
  std::vector<GroundRow> out;
  for (const viet::Ground& one : read.text.grounds) out.push_back({one.text});
  return out;
}

bool is_division(const viet::Provision& one) {
  return one.level != viet::Level::Clause && one.level != viet::Level::Point;
}

// Articles and what stands above them; of a text without any, its clauses.
std::vector<ContentsRow> contents(const ReadText& read) {
  const auto& all = read.text.provisions;
  const bool divided = std::any_of(all.begin(), all.end(), is_division);
  std::vector<ContentsRow> out;
  for (const viet::Provision& one : all) {
    if (divided ? !is_division(one) : one.parent.has_value()) continue;
    out.push_back(
        {"#" + one.address, one.label, one.heading, divided && one.level != viet::Level::Article});
  }
  return out;
}

Result<http::Response> show_whole(App& app, Texts& texts, const State& state, const Needs& needs,
                                  const Visit& visit) {
  TRY_ASSIGN(const DocumentNo no, visit.number<DocumentNo>("document"));
  auto found = app.engine.read([&] { return shown(state, needs, no); });
  if (!found) return tl::unexpected(std::move(found).error());
  TRY_ASSIGN(const auto read, texts.get(found->blob));
  const auto links = app.engine.read([&] { return targets(state, *read, no); });
  WholeView view;
  view.of = std::move(found->of);
  view.grounds = grounds(*read);
  view.contents = contents(*read);
  view.articles = static_cast<std::uint32_t>(
      std::count_if(read->text.provisions.begin(), read->text.provisions.end(),
                    [](const auto& one) { return one.level == viet::Level::Article; }));
  view.provisions.rows = rows(*read, links, no, 0, read->text.provisions.size());
  const std::string title = view.of.name + ": " + view.of.title;
  return app.show(visit, {title, title}, view,
                  {{Text{"Văn bản", "Documents"}.in(visit.language), "/van-ban"},
                   App::named(view.of.name, address_of(no)),
                   {Text{"Toàn văn", "Full text"}.in(visit.language), {}}});
}

Neighbour neighbour(const ReadText& read, DocumentNo document, std::size_t provision) {
  const viet::Provision& one = read.text.provisions[provision];
  return {text_address(document) + "/" + one.address, one.label, one.heading};
}

// A page of its own have articles, what stands above them, and the clauses of a text without any;
// any other provision is shown within the one it belongs to.
std::size_t page_provision(const ReadText& read, std::size_t provision) {
  const auto& all = read.text.provisions;
  while (!is_division(all[provision]) && all[provision].parent) provision = *all[provision].parent;
  return provision;
}

// The nearest provision of the same level before or behind.
std::optional<std::size_t> beside(const ReadText& read, std::size_t provision, int step) {
  const auto& all = read.text.provisions;
  for (std::size_t i = provision; step > 0 ? i + 1 < all.size() : i > 0;) {
    i = step > 0 ? i + 1 : i - 1;
    if (all[i].level == all[provision].level && page_provision(read, i) == i) return i;
  }
  return std::nullopt;
}

// The provision at this address, or the nearest one above it that exists: other documents name
// clauses that an edition may not have, or that its reader did not tell apart.
std::optional<std::size_t> nearest(const ReadText& read, std::string_view address) {
  while (true) {
    if (const auto place = read.find(address)) return place;
    const std::size_t last = address.rfind('.');
    if (last == std::string_view::npos) return std::nullopt;
    address = address.substr(0, last);
  }
}

Result<http::Response> show_provision(App& app, Texts& texts, const State& state,
                                      const Needs& needs, const Visit& visit) {
  TRY_ASSIGN(const DocumentNo no, visit.number<DocumentNo>("document"));
  auto found = app.engine.read([&] { return shown(state, needs, no); });
  if (!found) return tl::unexpected(std::move(found).error());
  TRY_ASSIGN(const auto read, texts.get(found->blob));
  const std::string& wanted = visit.segments.at("provision");
  const auto place = nearest(*read, wanted);
  if (!place) {
    return problem(Code::NotFound,
                   {found->of.name + " không có điều, khoản này. Mục lục của văn bản ở trang toàn "
                                     "văn.",
                    "The document has no such provision. Its full text has a table of contents."});
  }
  const std::size_t page = page_provision(*read, *place);
  const viet::Provision& one = read->text.provisions[page];
  if (one.address != wanted) {
    const std::string& found_one = read->text.provisions[*place].address;
    return http::see_other(text_address(no) + "/" + one.address +
                           (page == *place ? "" : "#" + found_one));
  }
  const auto links = app.engine.read([&] { return targets(state, *read, no); });
  ProvisionView view;
  view.of = std::move(found->of);
  view.label = one.label;
  view.heading = one.heading;
  view.in_whole = text_address(no) + "#" + one.address;
  for (auto up = one.parent; up; up = read->text.provisions[*up].parent) {
    view.above.insert(view.above.begin(), neighbour(*read, no, *up));
  }
  if (const auto i = beside(*read, page, -1)) view.previous = neighbour(*read, no, *i);
  if (const auto i = beside(*read, page, 1)) view.next = neighbour(*read, no, *i);
  view.provisions.rows = rows(*read, links, no, page, read->end_of(page));
  ProvisionRow& own = view.provisions.rows.front();
  own.division = own.article = own.clause = own.point = false;
  own.bare = true;
  view.has_articles = std::any_of(view.provisions.rows.begin(), view.provisions.rows.end(),
                                  [](const ProvisionRow& row) { return row.article; });
  const std::string title = one.label + " " + one.heading + " – " + view.of.name;
  return app.show(visit, {title, title}, view,
                  {{Text{"Văn bản", "Documents"}.in(visit.language), "/van-ban"},
                   App::named(view.of.name, address_of(no)),
                   {Text{"Toàn văn", "Full text"}.in(visit.language), text_address(no)},
                   App::named(one.label)});
}

Text state_of(const Document& document, const FullText& text) {
  if (text.edition == document.waiting_text) {
    return {"Chờ người thứ hai đối chiếu", "Waits for a second person"};
  }
  if (text.edition == document.shown_text) return {"Đang hiện trên cổng", "Shown on the portal"};
  if (text.refusal) return {"Bị trả lại", "Refused"};
  return {"Đã có bản khác thay", "Replaced by another"};
}

// The edition as far as the state tells, and the blob with its text.
struct Edition {
  EditionView view;
  std::string blob;
  PersonNo by;
};

Result<Edition> edition_of(const State& state, const Needs& needs, DocumentNo no,
                           const Visit& visit) {
  TRY(needs.organisation.require(visit.actor, Right::KeepLaw, needs.organisation.root()));
  TRY_ASSIGN(const Document* one, state.find(no));
  TRY_ASSIGN(const EditionNo edition, visit.number<EditionNo>("edition"));
  if (!edition || edition.index() >= one->texts.size()) {
    return problem(Code::NotFound, {"Văn bản này không có bản toàn văn đó.",
                                    "The document has no such edition of its text."});
  }
  const FullText& text = one->texts[edition.index()];
  Edition out;
  out.blob = text.blob;
  out.by = text.by;
  out.view.of = of(state, needs, *one, text);
  out.view.articles = text.articles;
  out.view.state = state_of(*one, text);
  out.view.refusal = text.refusal;
  out.view.own = text.by && text.by == visit.actor.person;
  if (text.edition != one->waiting_text) return out;
  const std::string address = edition_address(no, text.edition);
  if (!visit.actor.person) return out;  // takes no part in what needs two persons
  if (!out.view.own) {
    out.view.confirm = ConfirmForm{form_keys(visit), address + "/duyet"};
  }
  out.view.refuse =
      RefuseForm{form_keys(visit), address + "/tra-lai", field(visit, fields::refusal)};
  return out;
}

void add_damage(EditionView& view, const ReadText& read) {
  for (const viet::DamagedLine& one : read.text.damaged) {
    if (view.damage.size() == damage_shown_max) break;
    view.damage.push_back({std::to_string(one.line), one.text, one.problem});
  }
  view.has_damage = !view.damage.empty();
}

}  // namespace

Page edition_page(App& app, std::shared_ptr<Texts> texts, const State& state, Needs needs) {
  return [&app, texts, &state, needs](const Visit& visit) -> Result<http::Response> {
    TRY_ASSIGN(const DocumentNo no, visit.number<DocumentNo>("document"));
    auto found = app.engine.read([&] { return edition_of(state, needs, no, visit); });
    if (!found) return tl::unexpected(std::move(found).error());
    TRY_ASSIGN(const auto read, texts->get(found->blob));
    const auto links = app.engine.read([&] { return targets(state, *read, no); });
    EditionView& view = found->view;
    view.by = found->by ? app.name_of(found->by, visit.language)
                        : Text{"Hệ thống", "The system"}.in(visit.language);
    view.provisions_found = static_cast<std::uint32_t>(read->text.provisions.size());
    view.links = static_cast<std::uint32_t>(
        std::count_if(links.begin(), links.end(), [](const auto& link) { return !link.empty(); }));
    if (read->text.number) view.own_number = read->text.number->as_written;
    view.grounds = grounds(*read);
    add_damage(view, *read);
    view.provisions.rows = rows(*read, links, no, 0, read->text.provisions.size());
    return app.show(
        visit, {"Đối chiếu toàn văn " + view.of.name, "Compare the text of " + view.of.name}, view,
        {{Text{"Văn bản", "Documents"}.in(visit.language), "/van-ban"},
         App::named(view.of.name, address_of(no)),
         {Text{"Đối chiếu toàn văn", "Compare the text"}.in(visit.language), {}}});
  };
}

void install_text_pages(App& app, std::shared_ptr<Texts> texts, const State& state, Needs needs) {
  app.routes.get("/van-ban/{document}/toan-van", Right::Public,
                 [&app, texts, &state, needs](const Visit& visit) {
                   return show_whole(app, *texts, state, needs, visit);
                 });
  app.routes.get("/van-ban/{document}/toan-van/{provision}", Right::Public,
                 [&app, texts, &state, needs](const Visit& visit) {
                   return show_provision(app, *texts, state, needs, visit);
                 });
  app.routes.get("/van-ban/{document}/toan-van/ban/{edition}", Right::KeepLaw,
                 edition_page(app, texts, state, needs));
}

}  // namespace lantoa::city::law
