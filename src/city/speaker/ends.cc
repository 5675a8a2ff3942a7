// How it ends: a dismissal, and the erasure of a name after it. Each is a page that says what comes
// of it before anything is sent.
#include <array>
#include <boost/describe.hpp>

#include "city/field.h"
#include "city/speaker/speaker.h"

namespace lantoa::city::speaker {
namespace {

constexpr std::array reasons{
    std::pair{"xin-thoi", Reason::OwnWish}, std::pair{"chuyen", Reason::Moved},
    std::pair{"tieu-chuan", Reason::Unfit}, std::pair{"khac", Reason::Other},
    std::pair{"ghi-nham", Reason::Mistaken}};

struct DismissView {
  static constexpr std::string_view tpl = "src/city/speaker/dismiss.tpl";
  FormKeys keys;
  std::string action, back, version;
  std::string name;
  Field decision, on;
  std::vector<Option> reason_options;
  std::optional<std::string> reason_error;
};
BOOST_DESCRIBE_STRUCT(DismissView, (),
                      (keys, action, back, version, name, decision, on, reason_options,
                       reason_error))

struct EraseView {
  static constexpr std::string_view tpl = "src/city/speaker/erase.tpl";
  FormKeys keys;
  std::string action, back, version;
  std::string name;
  Field reason;
};
BOOST_DESCRIBE_STRUCT(EraseView, (), (keys, action, back, version, name, reason))

struct Found {
  Ref ref;
  std::string address;
};

// As it is, for somebody who keeps the register and may do this with it.
Result<Found> find(const Desk& desk, const Visit& visit, Result<void> (*may)(const Speaker&)) {
  TRY_ASSIGN(const SpeakerNo no, visit.number<SpeakerNo>("speaker"));
  return desk.app.engine.read([&]() -> Result<Found> {
    TRY_ASSIGN(const Speaker* one, desk.state.find(no));
    TRY(desk.needs.organisation.require(visit.actor, Right::ReportTask, one->unit));
    TRY(may(*one));
    return Found{ref_of(*one), address_of(no)};
  });
}

template <class View>
void fill(View& view, const Visit& visit, const Found& found, const char* after,
          const Words& words) {
  view.keys = form_keys(visit);
  view.action = found.address + after;
  view.back = found.address;
  view.version = std::to_string(found.ref.version);
  view.name = words.name;
}

template <class View>
http::Response draw(const Desk& desk, const Visit& visit, const Text& heading, const View& view) {
  return desk.app.show(
      visit, heading, view,
      below_register(visit.language, {{view.name, view.back}, {heading.in(visit.language), {}}}));
}

Result<http::Response> show_dismiss(const Desk& desk, const Visit& visit) {
  TRY_ASSIGN(const Found found, find(desk, visit, require_not_dismissed));
  TRY_ASSIGN(const WordsPtr words, desk.names->of(found.ref, visit.language));
  DismissView view;
  fill(view, visit, found, "/cho-thoi", *words);
  view.decision = field(visit, fields::decision);
  view.on = field(visit, fields::on);
  const Field chosen = field(visit, fields::reason);
  for (const auto& [code, reason] : reasons) {
    view.reason_options.push_back({code, title(reason).in(visit.language), chosen.value == code});
  }
  view.reason_error = chosen.error;
  return draw(desk, visit, {"Ghi miễn nhiệm, cho thôi", "Record a dismissal"}, view);
}

Result<Order> order_dismiss(const Desk& desk, const Visit& visit) {
  DismissSpeaker command;
  TRY_ASSIGN(command.speaker, visit.number<SpeakerNo>("speaker"));
  command.seen_version = visit.typed_number("ban");
  command.decision = visit.typed(fields::decision);
  Faults unread;
  command.on = typed_date(visit, fields::on, unread);
  if (unread.any()) command.unread = std::move(unread).problem().details;
  for (const auto& [code, reason] : reasons) {
    if (visit.typed(fields::reason) == code) command.reason = reason;
  }
  return make_order(desk, std::move(command));
}

Result<http::Response> show_erase(const Desk& desk, const Visit& visit) {
  TRY_ASSIGN(const Found found, find(desk, visit, require_erasable));
  TRY_ASSIGN(const WordsPtr words, desk.names->of(found.ref, visit.language));
  EraseView view;
  fill(view, visit, found, "/xoa-ten", *words);
  view.reason = field(visit, fields::reason);
  return draw(desk, visit, {"Xóa vĩnh viễn họ tên", "Erase the name for good"}, view);
}

Result<Order> order_erase(const Desk& desk, const Visit& visit) {
  TRY_ASSIGN(const SpeakerNo no, visit.number<SpeakerNo>("speaker"));
  return make_order(
      desk, EraseName{no, visit.typed_number("ban"), std::string(visit.typed(fields::reason))});
}

void install_end(const Desk& desk, const std::string& path, const Page& page,
                 Result<Order> (*order)(const Desk&, const Visit&)) {
  desk.app.routes.get(path, Right::ReportTask, page);
  desk.app.routes.post(
      path, Right::ReportTask, [desk, order](const Visit& visit) { return order(desk, visit); },
      page);
}

}  // namespace

void install_ends(const Desk& desk) {
  install_end(
      desk, "/bao-cao-vien/so/{speaker}/cho-thoi",
      [desk](const Visit& visit) { return show_dismiss(desk, visit); }, order_dismiss);
  install_end(
      desk, "/bao-cao-vien/so/{speaker}/xoa-ten",
      [desk](const Visit& visit) { return show_erase(desk, visit); }, order_erase);
}

}  // namespace lantoa::city::speaker
