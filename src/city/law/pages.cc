// What the register looks like: the list, and one document with its effect today.
#include <boost/describe.hpp>

#include "city/field.h"
#include "city/law/decide.h"
#include "city/law/law.h"
#include "platform/http/http.h"

namespace lantoa::city::law {
namespace {

struct Row {
  std::string address;
  std::string number;
  std::string type;
  std::string title;
  std::string issued_iso;
  std::string issued;
  std::string mark;
  Text effect;
};
BOOST_DESCRIBE_STRUCT(Row, (), (address, number, type, title, issued_iso, issued, mark, effect))

struct ListView {
  static constexpr std::string_view tpl = "src/city/law/documents.tpl";
  std::string q;
  std::string today;
  std::uint32_t found = 0;
  bool has_rows = false;
  std::vector<Row> rows;
  Pager pager;
  bool filtered = false;
  bool may_register = false;
};
BOOST_DESCRIBE_STRUCT(ListView, (),
                      (q, today, found, has_rows, rows, pager, filtered, may_register))

struct Related {
  std::string address;
  std::string name;
  std::string title;
};
BOOST_DESCRIBE_STRUCT(Related, (), (address, name, title))

// The full text, as far as there is one.
struct TextLine {
  std::string address;
  std::uint32_t articles = 0;
  std::string at;
  std::string source;
};
BOOST_DESCRIBE_STRUCT(TextLine, (), (address, articles, at, source))

// For those who keep the register: what of the text is theirs to do.
struct KeepText {
  std::string propose;
  std::optional<std::string> waiting;  // address of the edition that waits
  std::optional<std::string> refused;  // address of the newest edition, when it was refused
};
BOOST_DESCRIBE_STRUCT(KeepText, (), (propose, waiting, refused))

// For those who keep the register.
struct EffectForm {
  FormKeys keys;
  std::string action;
  std::string version;
  Field effective, expires, replaced_by, basis;
};
BOOST_DESCRIBE_STRUCT(EffectForm, (),
                      (keys, action, version, effective, expires, replaced_by, basis))

struct DocumentView {
  static constexpr std::string_view tpl = "src/city/law/document.tpl";
  std::string name;
  std::string title;
  std::string type;
  std::string number;
  std::string issuer;
  std::string issued_iso;
  std::string issued;
  std::optional<std::string> effective;
  std::optional<std::string> expires;
  std::optional<std::string> basis;
  std::optional<std::string> note;
  std::string mark;
  Text effect;
  std::string today;
  std::string articles;  // where the portal lists what was published about it
  std::optional<Related> replaced_by;
  std::vector<Related> replaces;
  std::vector<Related> same_number;
  std::optional<TextLine> text;
  std::optional<KeepText> keep_text;
  std::optional<EffectForm> form;
};
BOOST_DESCRIBE_STRUCT(DocumentView, (),
                      (name, title, type, number, issuer, issued_iso, issued, effective, expires,
                       basis, note, mark, effect, today, articles, replaced_by, replaces,
                       same_number, text, keep_text, form))

bool may_keep(const Visit& visit, const Needs& needs) {
  return needs.organisation.allows(visit.actor, Right::KeepLaw, needs.organisation.root());
}

std::optional<std::string> unless_empty(const std::string& text) {
  if (text.empty()) return std::nullopt;
  return text;
}

std::optional<std::string> written(std::optional<Date> date) {
  if (!date) return std::nullopt;
  return vietnamese(*date);
}

ListView look_at_list(const State& state, const Needs& needs, const Visit& visit) {
  const Date today = needs.calendar.today();
  ListView view;
  view.q = visit.query("q");
  view.today = vietnamese(today);
  view.filtered = !view.q.empty();
  view.may_register = may_keep(visit, needs);
  const auto found = state.search(view.q);
  view.found = static_cast<std::uint32_t>(found.size());
  std::string address = "/van-ban";
  if (view.filtered) address += "?q=" + http::percent_encode(view.q);
  view.pager = make_pager(view.found, visit.page(), address);
  const std::uint32_t first = (view.pager.page - 1) * rows_per_page;
  for (std::uint32_t i = first; i < std::min(view.found, first + rows_per_page); ++i) {
    const Document& one = state.document(found[i]);
    view.rows.push_back({address_of(one.no), one.number, one.type, one.title, iso(one.issued),
                         vietnamese(one.issued), std::string(mark(state.effect(one.no, today))),
                         state.sentence(one.no, today)});
  }
  view.has_rows = !view.rows.empty();
  return view;
}

Related related(const State& state, DocumentNo no) {
  const Document& one = state.document(no);
  return {address_of(no), one.name(), one.title};
}

EffectForm effect_form(const State& state, const Document& one, const Visit& visit) {
  EffectForm form;
  form.keys = form_keys(visit);
  form.action = address_of(one.no) + "/hieu-luc";
  // After a failure the version of the form that was sent: a newer one must be seen first.
  form.version = visit.failure != nullptr && visit.failure->code != Code::Conflict
                     ? std::string(visit.typed("ban"))
                     : std::to_string(one.version);
  form.effective = field(visit, fields::effective, written(one.effective).value_or(""));
  form.expires = field(visit, fields::expires, written(one.expires).value_or(""));
  form.replaced_by = field(visit, fields::replaced_by,
                           one.replaced_by ? state.document(one.replaced_by).number : "");
  form.basis = field(visit, fields::basis);
  return form;
}

KeepText keep_text(const Document& one) {
  KeepText out{text_address(one.no) + "/dua-len", {}, {}};
  if (const FullText* text = one.waiting()) out.waiting = edition_address(one.no, text->edition);
  if (!one.texts.empty() && one.texts.back().refusal) {
    out.refused = edition_address(one.no, one.texts.back().edition);
  }
  return out;
}

Result<DocumentView> look_at(const State& state, const Needs& needs, DocumentNo no,
                             const Visit& visit) {
  TRY_ASSIGN(const Document* one, state.find(no));
  const Date today = needs.calendar.today();
  DocumentView view;
  view.name = one->name();
  view.title = one->title;
  view.type = one->type;
  view.number = one->number;
  view.issuer = one->issuer;
  view.issued_iso = iso(one->issued);
  view.issued = vietnamese(one->issued);
  view.effective = written(one->effective);
  view.expires = written(one->expires);
  view.basis = unless_empty(one->basis);
  view.note = unless_empty(one->note);
  view.mark = mark(state.effect(no, today));
  view.effect = state.sentence(no, today);
  view.today = vietnamese(today);
  view.articles = address_of(no) + "/bai";
  if (one->replaced_by) view.replaced_by = related(state, one->replaced_by);
  for (const DocumentNo other : one->replaces) view.replaces.push_back(related(state, other));
  for (const DocumentNo other : state.by_number(one->key)) {
    if (other == no) continue;
    Related same = related(state, other);
    same.name += " (" + vietnamese(state.document(other).issued) + ")";
    view.same_number.push_back(std::move(same));
  }
  if (const FullText* text = one->shown()) {
    view.text = TextLine{text_address(no), text->articles, vietnamese(vietnam_date(text->at)),
                         text->source};
  }
  if (may_keep(visit, needs)) {
    view.keep_text = keep_text(*one);
    view.form = effect_form(state, *one, visit);
  }
  return view;
}

}  // namespace

Page document_page(App& app, const State& state, Needs needs) {
  return [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
    TRY_ASSIGN(const DocumentNo no, visit.number<DocumentNo>("document"));
    const auto view = app.engine.read([&] { return look_at(state, needs, no, visit); });
    if (!view) return tl::unexpected(view.error());
    const Text documents{"Văn bản", "Documents"};
    return app.show(visit, {view->name, view->name}, *view,
                    {{documents.in(visit.language), "/van-ban"}, {view->number, {}}});
  };
}

void install_pages(App& app, const State& state, Needs needs) {
  app.routes.get("/van-ban", Right::Public,
                 [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
                   const ListView view =
                       app.engine.read([&] { return look_at_list(state, needs, visit); });
                   const Text about{
                       "Tra văn bản pháp luật theo số, ký hiệu hoặc tên: còn hiệu lực hay không, "
                       "tính đến hôm nay.",
                       "Find legal documents by number or name, and whether they are in force "
                       "today."};
                   return app.show(visit, {"Văn bản pháp luật", "Legal documents"}, view, {},
                                   PageHead{.description = about.in(visit.language)});
                 });
  app.routes.get("/van-ban/{document}", Right::Public, document_page(app, state, needs));
}

}  // namespace lantoa::city::law
