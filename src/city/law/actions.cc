// Entering a document, and saying what its effect is now.
#include <algorithm>
#include <boost/describe.hpp>

#include "city/field.h"
#include "city/law/order.h"
#include "viet/document_names.h"
#include "viet/unicode.h"

namespace lantoa::city::law {
namespace {

struct RegisterView {
  static constexpr std::string_view tpl = "src/city/law/register.tpl";
  FormKeys keys;
  Field number, issuer, title, issued, effective, expires, note;
  std::optional<std::string> type_error;
  std::vector<Option> types;
};
BOOST_DESCRIBE_STRUCT(RegisterView, (),
                      (keys, number, issuer, title, issued, effective, expires, note, type_error,
                       types))

std::vector<Option> type_options(const std::string& chosen) {
  std::vector<Option> out;
  for (const viet::TypeWord& word : viet::type_words()) {
    const std::string name(word.name);
    if (name != "Văn bản") out.push_back({name, name, name == chosen});
  }
  std::sort(out.begin(), out.end(), [](const Option& a, const Option& b) {
    return viet::sort_key(a.value) < viet::sort_key(b.value);
  });
  return out;
}

// Other pages link here with a number they found nowhere: /van-ban/moi?so=….
RegisterView register_view(const Visit& visit) {
  RegisterView view;
  view.keys = form_keys(visit);
  view.number = field(visit, fields::number, visit.query("so"));
  view.issuer = field(visit, fields::issuer);
  view.title = field(visit, fields::title);
  view.issued = field(visit, fields::issued);
  view.effective = field(visit, fields::effective);
  view.expires = field(visit, fields::expires);
  view.note = field(visit, fields::note);
  const Field type = field(visit, fields::type);
  view.type_error = type.error;
  view.types = type_options(type.value);
  return view;
}

Result<RegisterDocument> read_document(const Visit& visit) {
  const auto typed = [&](const char* name) { return std::string(visit.typed(name)); };
  Faults faults;
  RegisterDocument command;
  command.number = typed(fields::number);
  command.type = typed(fields::type);
  command.issuer = typed(fields::issuer);
  command.title = typed(fields::title);
  command.issued = typed_date(visit, fields::issued, faults);
  command.effective = typed_date(visit, fields::effective, faults);
  command.expires = typed_date(visit, fields::expires, faults);
  command.note = typed(fields::note);
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  return command;
}

Result<ChangeEffect> read_change(const Visit& visit) {
  Faults faults;
  ChangeEffect command;
  TRY_ASSIGN(command.document, visit.number<DocumentNo>("document"));
  command.seen_version = visit.typed_number("ban");
  command.effective = typed_date(visit, fields::effective, faults);
  command.expires = typed_date(visit, fields::expires, faults);
  command.replaced_by = visit.typed(fields::replaced_by);
  command.basis = visit.typed(fields::basis);
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  return command;
}

}  // namespace

void install_actions(App& app, const State& state, Needs needs) {
  const Page form = [&app](const Visit& visit) -> Result<http::Response> {
    return app.show(visit, {"Ghi văn bản vào sổ", "Register a document"}, register_view(visit));
  };
  app.routes.get("/van-ban/moi", Right::KeepLaw, form);
  app.routes.post(
      "/van-ban/moi", Right::KeepLaw,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(RegisterDocument command, read_document(visit));
        return order_of(state, needs, std::move(command));
      },
      form);
  app.routes.post(
      "/van-ban/{document}/hieu-luc", Right::KeepLaw,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(ChangeEffect command, read_change(visit));
        return order_of(state, needs, std::move(command));
      },
      document_page(app, state, needs));
}

}  // namespace lantoa::city::law
