// The search page: what was found, with the facets beside it as plain links.
#include <boost/describe.hpp>

#include "city/search/asked.h"

namespace lantoa::city::search {
namespace {

constexpr std::size_t facet_values_shown_max = 8;
constexpr std::uint32_t examples_max = 3;

struct Part {
  std::string plain;
  std::optional<std::string> marked;
};
BOOST_DESCRIBE_STRUCT(Part, (), (plain, marked))

struct Effect {
  std::string mark;
  Text sentence;
};
BOOST_DESCRIBE_STRUCT(Effect, (), (mark, sentence))

struct Row {
  Text kind;
  std::optional<std::string> address;
  std::vector<Part> title;
  std::vector<Part> snippet;
  std::optional<std::string> unit;
  std::optional<std::string> day;
  std::optional<Effect> effect;
};
BOOST_DESCRIBE_STRUCT(Row, (), (kind, address, title, snippet, unit, day, effect))

struct Label {
  std::string text;
  std::string lang;  // that of the page, but for names of units and issuers
};
BOOST_DESCRIBE_STRUCT(Label, (), (text, lang))

struct Value {
  Label label;
  std::uint32_t count = 0;
  std::string address;
};
BOOST_DESCRIBE_STRUCT(Value, (), (label, count, address))

struct Chosen {
  Label label;
  std::string address;  // without it
};
BOOST_DESCRIBE_STRUCT(Chosen, (), (label, address))

struct Group {
  std::string id;
  Text name;
  std::vector<Value> values;
  std::uint32_t more = 0;  // that are not shown
  bool has_more = false;
};
BOOST_DESCRIBE_STRUCT(Group, (), (id, name, values, more, has_more))

struct Example {
  std::string words;
  std::string address;
};
BOOST_DESCRIBE_STRUCT(Example, (), (words, address))

struct Correction {
  std::string words;
  std::string address;
};
BOOST_DESCRIBE_STRUCT(Correction, (), (words, address))

struct Provision {
  std::string words;                   // "Điều 9 khoản 2"
  std::optional<std::string> address;  // none: no text of the document is kept
};
BOOST_DESCRIBE_STRUCT(Provision, (), (words, address))

struct SearchView {
  static constexpr std::string_view tpl = "src/city/search/page.tpl";
  std::string q;
  bool asked = false;  // for anything at all
  bool typed = false;  // words that can be looked for
  std::uint32_t total = 0;
  bool found = false;
  bool nearly = false;
  std::optional<Correction> meant;
  bool cut = false;
  std::optional<std::string> behind;   // how many changes are not in the index yet
  std::optional<Provision> provision;  // is asked for, of a document that is found
  std::vector<Row> rows;
  std::string start;  // number of the first hit
  bool has_groups = false;
  std::vector<Group> groups;
  std::vector<Chosen> chosen;
  std::optional<std::string> unfiltered;
  std::vector<Example> examples;
  bool has_pages = false;
  Pager pager;
};
BOOST_DESCRIBE_STRUCT(SearchView, (),
                      (q, asked, typed, total, found, nearly, meant, cut, behind, provision, rows,
                       start, has_groups, groups, chosen, unfiltered, examples, has_pages, pager))

std::vector<Part> parts(const std::vector<lantoa::search::Piece>& pieces) {
  std::vector<Part> out;
  for (const auto& piece : pieces) out.push_back({piece.plain, piece.marked});
  return out;
}

// Of what is dated.
void fill_in(Row& row, const Needs& needs, const Subject& subject) {
  switch (subject.kind) {
    case Kind::Article: {
      const content::Article& article = needs.content.article(ArticleNo{subject.no});
      row.unit = needs.organisation.unit(article.unit).name;
      row.day = vietnamese(vietnam_date(article.published_at));
      break;
    }
    case Kind::Document: {
      const DocumentNo no{subject.no};
      const Date today = needs.calendar.today();
      row.effect = Effect{std::string(law::mark(needs.law.effect(no, today))),
                          needs.law.sentence(no, today)};
      break;
    }
    case Kind::Plan:
    case Kind::Unit:
      break;
  }
}

std::optional<Row> row_of(const Needs& needs, const Visit& visit, const lantoa::search::Hit& hit) {
  const auto subject = subject_of(hit.id);
  if (!subject || !is_public(needs, *subject)) return std::nullopt;
  Row row;
  row.kind = title(subject->kind);
  row.address = address_of(needs, *subject, visit);
  row.title = parts(hit.title);
  row.snippet = parts(hit.snippet);
  fill_in(row, needs, *subject);
  return row;
}

std::string unit_label(const Needs& needs, const std::string& value) {
  if (value.empty() || value.size() >= 10 ||
      value.find_first_not_of("0123456789") != std::string::npos) {
    return value;
  }
  const UnitNo unit{static_cast<std::uint32_t>(std::stoul(value))};
  return needs.organisation.has(unit) ? needs.organisation.unit(unit).name : value;
}

Label label_of(const Needs& needs, Language language, Facet facet, const std::string& value) {
  if (facet == Facet::Unit) return {unit_label(needs, value), "vi"};
  Label label{value, language == Language::English ? "en" : "vi"};
  if (facet != Facet::Kind) return label;
  if (const auto subject = subject_of(value + "/1")) label.text = title(subject->kind).in(language);
  return label;
}

Text name_of(Facet facet) {
  switch (facet) {
    case Facet::Kind:
      return {"Loại", "Kind"};
    case Facet::Unit:
      return {"Đơn vị, cơ quan", "Unit or issuer"};
    case Facet::Year:
      return {"Năm", "Year"};
  }
  return {};
}

// Years by themselves, the newest first; other values as they were counted.
std::vector<lantoa::search::FacetCount> in_order(Facet facet,
                                                 std::vector<lantoa::search::FacetCount> counts) {
  if (facet == Facet::Year) {
    std::sort(counts.begin(), counts.end(),
              [](const auto& a, const auto& b) { return a.value > b.value; });
  }
  return counts;
}

void show_facets(SearchView& view, const Needs& needs, const Visit& visit, const Asked& asked,
                 const lantoa::search::Found& found) {
  for (const Facet facet : {Facet::Kind, Facet::Unit, Facet::Year}) {
    const auto i = static_cast<std::size_t>(facet);
    const std::string& chosen = asked.filters[i];
    if (!chosen.empty()) {
      view.chosen.push_back(
          {label_of(needs, visit.language, facet, chosen), asked.with(facet, "")});
    }
    Group group{std::string(parameter(facet)), name_of(facet), {}, 0, false};
    for (const auto& [value, count] : in_order(facet, found.facets.at(i))) {
      if (value == chosen) continue;
      if (group.values.size() == facet_values_shown_max) {
        ++group.more;
        continue;
      }
      group.values.push_back(
          {label_of(needs, visit.language, facet, value), count, asked.with(facet, value)});
    }
    group.has_more = group.more > 0;
    // One value that everything has parts nothing.
    const bool parts_nothing = chosen.empty() && group.values.size() == 1 && group.more == 0 &&
                               group.values.front().count == found.total;
    if (!group.values.empty() && !parts_nothing) view.groups.push_back(std::move(group));
  }
  view.has_groups = !view.groups.empty();
  if (asked.filtered()) {
    view.unfiltered = "/tim?q=" + http::percent_encode(asked.query.text);
  }
}

Pager pager_of(const Asked& asked, const lantoa::search::Found& found) {
  const std::uint32_t reach = std::min(found.total, lantoa::search::hits_deepest + hits_per_page);
  Pager pager = make_pager(reach, found.first / hits_per_page + 1, asked.address(), hits_per_page);
  pager.rows = found.total;
  return pager;
}

// Numbers of documents that there are, the newest first.
std::vector<Example> examples(const Needs& needs) {
  std::vector<Example> out;
  for (const DocumentNo no : needs.law.newest_first()) {
    if (out.size() == examples_max) break;
    const std::string& number = needs.law.document(no).number;
    out.push_back({number, "/tim?q=" + http::percent_encode(number)});
  }
  return out;
}

// Where the provision is that a query by number names: in the document found first.
std::optional<Provision> provision_of(const Needs& needs, const lantoa::search::Found& found,
                                      const Reference* reference) {
  if (reference == nullptr || reference->provision.empty()) return std::nullopt;
  Provision out{reference->provision, {}};
  const auto subject = subject_of(found.hits.front().id);
  if (!subject || subject->kind != Kind::Document) return out;
  const DocumentNo no{subject->no};
  if (needs.law.has(no) && needs.law.document(no).shown() != nullptr) {
    out.address = law::text_address(no) + "/" + reference->within;
  }
  return out;
}

// `reference`: what the query names by its number; nullptr: nothing that is there.
SearchView look(const Needs& needs, const Visit& visit, const Asked& asked,
                const lantoa::search::Found& found, const Reference* reference) {
  SearchView view;
  view.q = asked.query.text;
  view.asked = asked.anything();
  view.typed = !asked.query.empty();
  view.cut = asked.query.cut;
  view.examples = examples(needs);
  if (!view.asked) return view;
  view.total = found.total;
  view.nearly = found.nearly;
  if (!found.meant.empty()) view.meant = Correction{found.meant, asked.with_words(found.meant)};
  for (const lantoa::search::Hit& hit : found.hits) {
    if (auto row = row_of(needs, visit, hit)) view.rows.push_back(*std::move(row));
  }
  view.found = !view.rows.empty();
  if (view.found) view.provision = provision_of(needs, found, reference);
  view.start = std::to_string(found.first + 1);
  show_facets(view, needs, visit, asked, found);
  view.pager = pager_of(asked, found);
  view.has_pages = view.pager.many;
  return view;
}

Result<http::Response> show(App& app, Follower& follower, const Needs& needs, const Visit& visit) {
  const Asked asked = read_asked(visit);
  TRY_ASSIGN(const std::size_t behind, follower.catch_up());
  const Reference reference = read_reference(asked.query);
  lantoa::search::Found found;
  bool by_number = false;
  if (asked.anything()) {
    const auto ask = ask_of(asked, reference, follower.index());
    by_number = !ask.keys.empty();
    TRY_ASSIGN(found, follower.index().find(ask));
  } else {
    found.facets.resize(facets);
  }
  SearchView view = app.engine.read(
      [&] { return look(needs, visit, asked, found, by_number ? &reference : nullptr); });
  if (behind > 0) view.behind = html::grouped(behind, visit.language);
  Text page_title{"Tìm kiếm", "Search"};
  if (view.typed) {  // how many is the first that one hears of the page
    const std::string count = html::grouped(view.total, visit.language);
    page_title = {view.q + " – Tìm kiếm: " + count + " kết quả",
                  view.q + " – Search: " + count + " found"};
  }
  http::Response response =
      app.show(visit, std::move(page_title), view,
               below_home(visit.language, {{Text{"Tìm kiếm", "Search"}.in(visit.language), {}}}));
  response.with("X-Robots-Tag", "noindex");
  return response;
}

}  // namespace

void install_page(App& app, Follower& follower, Needs needs) {
  app.routes.get("/tim", Right::Public, [&app, &follower, needs](const Visit& visit) {
    return show(app, follower, needs, visit);
  });
}

}  // namespace lantoa::city::search
