// Handing a full text in, confirming it and refusing it.
#include "city/field.h"
#include "city/law/order.h"
#include "city/law/text.h"
#include "platform/document/document.h"

namespace lantoa::city::law {
namespace {

struct FormView {
  static constexpr std::string_view tpl = "src/city/law/text_form.tpl";
  FormKeys keys;
  std::string action;
  std::string back;
  std::string name;
  std::string title;
  bool replaces = false;  // readers see a text already
  bool waits = false;     // another edition waits
  Field file, pasted, source;
};
BOOST_DESCRIBE_STRUCT(FormView, (),
                      (keys, action, back, name, title, replaces, waits, file, pasted, source))

Page form_page(App& app, const State& state, Needs needs) {
  return [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
    TRY_ASSIGN(const DocumentNo no, visit.number<DocumentNo>("document"));
    FormView view;
    const auto found = app.engine.read([&]() -> Result<void> {
      TRY(require_text_keeper(needs.organisation, visit.actor));
      TRY_ASSIGN(const Document* one, state.find(no));
      view.name = one->name();
      view.title = one->title;
      view.replaces = one->shown() != nullptr;
      view.waits = one->waiting() != nullptr;
      return {};
    });
    if (!found) return tl::unexpected(found.error());
    view.keys = form_keys(visit);
    view.action = text_address(no) + "/dua-len";
    view.back = address_of(no);
    view.file = field(visit, fields::file);
    view.pasted = field(visit, fields::pasted);
    view.source = field(visit, fields::source);
    return app.show(visit, {"Đưa toàn văn lên", "Hand in the full text"}, view,
                    {{Text{"Văn bản", "Documents"}.in(visit.language), "/van-ban"},
                     App::named(view.name, address_of(no)),
                     {Text{"Đưa toàn văn lên", "Hand in the full text"}.in(visit.language), {}}});
  };
}

// What was handed in, read; a Problem names the field it was handed in by.
Result<ProposeText> read_proposal(App& app, const Needs& needs, const Visit& visit) {
  TRY(app.engine.read([&] { return require_text_keeper(needs.organisation, visit.actor); }));
  TRY_ASSIGN(const DocumentNo document, visit.number<DocumentNo>("document"));
  const auto file = visit.form.files.find(fields::file);
  const bool has_file = file != visit.form.files.end() && !file->second.bytes.empty();
  const char* field = has_file ? fields::file : fields::pasted;
  auto text = has_file ? document::to_text(file->second.bytes, file->second.name)
                       : document::to_text(visit.typed(fields::pasted), "");
  if (!text) {
    Problem problem = std::move(text).error();
    problem.field = field;
    return tl::unexpected(std::move(problem));
  }
  return proposal(app.blobs, document, *text, std::string(visit.typed(fields::source)), field);
}

}  // namespace

void install_text_actions(App& app, std::shared_ptr<Texts> texts, const State& state, Needs needs) {
  const Page form = form_page(app, state, needs);
  const std::string proposal = "/van-ban/{document}/toan-van/dua-len";
  app.routes.get(proposal, Right::KeepLaw, form);
  app.routes.post(
      proposal, Right::KeepLaw,
      [&app, &state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(ProposeText command, read_proposal(app, needs, visit));
        return order_of(state, needs, std::move(command));
      },
      form);
  const Page edition = edition_page(app, texts, state, needs);
  const std::string one = "/van-ban/{document}/toan-van/ban/{edition}";
  app.routes.post(
      one + "/duyet", Right::KeepLaw,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const DocumentNo document, visit.number<DocumentNo>("document"));
        TRY_ASSIGN(const EditionNo which, visit.number<EditionNo>("edition"));
        return order_of(state, needs, ConfirmText{document, which.value});
      },
      edition);
  app.routes.post(
      one + "/tra-lai", Right::KeepLaw,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const DocumentNo document, visit.number<DocumentNo>("document"));
        TRY_ASSIGN(const EditionNo which, visit.number<EditionNo>("edition"));
        return order_of(
            state, needs,
            RefuseText{document, which.value, std::string(visit.typed(fields::refusal))});
      },
      edition);
}

}  // namespace lantoa::city::law
