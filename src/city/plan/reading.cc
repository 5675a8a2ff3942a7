// From a plan or an article to a draft: the text is read, what was found stands beside its place in
// the text, a person confirms, corrects or drops it, and one form makes the draft. The text itself
// is kept among the blobs; nothing else is written before that.
#include <boost/describe.hpp>

#include "city/plan/plan.h"
#include "city/plan/reading_form.h"
#include "city/plan/reading_view.h"
#include "platform/document/document.h"

namespace lantoa::city::plan {
namespace {

constexpr std::string_view form_path = "/ke-hoach/doc-bai";
constexpr std::string_view found_path = "/ke-hoach/doc-bai/xem";

struct ReadView {
  static constexpr std::string_view tpl = "src/city/plan/read.tpl";
  FormKeys keys;
  Field text;
  Field file;
};
BOOST_DESCRIBE_STRUCT(ReadView, (), (keys, text, file))

Text heading() { return {"Đọc kế hoạch hoặc bài viết", "Read a plan or an article"}; }

std::vector<App::Crumb> crumbs(const Visit& visit, bool found) {
  std::vector<App::Crumb> out{{Text{"Kế hoạch", "Plans"}.in(visit.language), "/ke-hoach"}};
  out.push_back({heading().in(visit.language), {}});
  if (found) {
    out.back().path = std::string(form_path);
    out.push_back({Text{"Kiểm lại", "Check"}.in(visit.language), {}});
  }
  return out;
}

Result<http::Response> show_form(const App& app, const Visit& visit) {
  const ReadView view{form_keys(visit), field(visit, "van-ban"), field(visit, "tep")};
  return app.show(visit, heading(), view, crumbs(visit, false));
}

// The text that was handed in, as a file or pasted. The Problem names the field.
Result<std::string> submitted_text(const Visit& visit) {
  const auto file = visit.form.files.find("tep");
  const bool has_file = file != visit.form.files.end() && !file->second.bytes.empty();
  auto text = has_file ? document::to_text(file->second.bytes, file->second.name)
                       : document::to_text(visit.typed("van-ban"), "");
  if (text) return text;
  Problem problem = std::move(text).error();
  problem.field = has_file ? "tep" : "van-ban";
  return tl::unexpected(std::move(problem));
}

Result<http::Response> take_text(App& app, Visit visit) {
  const auto text = submitted_text(visit);
  if (!text) {
    visit.failure = &text.error();
    return show_form(app, visit);
  }
  TRY_ASSIGN(const std::string file, app.blobs.put(*text));
  return http::see_other(std::string(found_path) + "?tep=" + file);
}

Result<http::Response> show_found(App& app, const Needs& needs, const Visit& visit) {
  std::string file = visit.query("tep");
  if (file.empty()) file = std::string(visit.typed("tep"));
  TRY_ASSIGN(std::string text, app.blobs.get(file));
  TRY_ASSIGN(const ReadText read, read_text(std::move(text)));
  Looked looked = app.engine.read([&] { return look(read, needs, visit); });
  FoundView view = finish(std::move(looked), read);
  view.file = std::move(file);
  return app.show(visit, heading(), view, crumbs(visit, true));
}

Result<Order> order_draft(App& app, const State& state, const Needs& needs, const Visit& visit) {
  // Put once more, so that a sweep of what nobody names does not take it before it is named.
  TRY_ASSIGN(const std::string text, app.blobs.get(visit.typed("tep")));
  TRY(app.blobs.put(text));
  // Whether he may draft for the issuer he chose is for decide to say.
  UnitNo issuer{visit.typed_number("issuer")};
  if (!issuer) {
    auto first =
        app.engine.read([&] { return default_issuer(needs.organisation, visit.actor, {}); });
    if (!first) return tl::unexpected(std::move(first).error());
    issuer = *first;
  }
  const UnitNo scope = app.engine.read([&] { return scope_of(needs.organisation, issuer); });
  TRY_ASSIGN(Confirmed confirmed, read_confirmed(visit, issuer, scope));
  Order order = make_order(state, needs, std::move(confirmed.command));
  order.decide = [decide = std::move(order.decide),
                  rows = std::move(confirmed.rows)](const Envelope& envelope) {
    return decide(envelope).map_error(
        [&](Problem problem) { return in_fields(std::move(problem), rows); });
  };
  return order;
}

}  // namespace

void install_reading(App& app, const State& state, Needs needs) {
  app.routes.get(std::string(form_path), Right::DraftPlan,
                 [&app](const Visit& visit) { return show_form(app, visit); });
  app.routes.raw_post(std::string(found_path), Right::DraftPlan,
                      [&app](const Visit& visit) { return take_text(app, visit); });
  const Page found = [&app, needs](const Visit& visit) { return show_found(app, needs, visit); };
  app.routes.get(std::string(found_path), Right::DraftPlan, found);
  app.routes.post(
      std::string(form_path), Right::DraftPlan,
      [&app, &state, needs](const Visit& visit) { return order_draft(app, state, needs, visit); },
      found);
}

}  // namespace lantoa::city::plan
