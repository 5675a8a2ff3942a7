// One article in the office: as readers see it, its versions, what comes next and who may do it.
#include <algorithm>
#include <array>
#include <boost/describe.hpp>
#include <charconv>

#include "city/content/approve_form.h"
#include "city/content/standing.h"
#include "city/field.h"

namespace lantoa::city::content {
namespace {

constexpr std::size_t names_max = 5;

struct VersionRow {
  std::string address;
  std::string number;
  std::string writer;
  std::string at;
  Text state;
  std::string mark;
  std::optional<std::string> approved_by;
  std::optional<std::string> restores;
  std::optional<std::string> corrects;  // what, and why
  bool here = false;
};
BOOST_DESCRIBE_STRUCT(VersionRow, (),
                      (address, number, writer, at, state, mark, approved_by, restores, corrects,
                       here))

struct ReasonOption {
  std::string value;
  Text label;
  bool chosen = false;
};
BOOST_DESCRIBE_STRUCT(ReasonOption, (), (value, label, chosen))

struct ActForm {
  FormKeys keys;
  std::string action;
  std::string version;
};
BOOST_DESCRIBE_STRUCT(ActForm, (), (keys, action, version))

struct ProposeForm {
  FormKeys keys;
  std::string action;
  std::vector<ReasonOption> reasons;
  Field text;
  bool drops_hour = false;  // a version waits for its hour
};
BOOST_DESCRIBE_STRUCT(ProposeForm, (), (keys, action, reasons, text, drops_hour))

struct Proposed {
  Text reason;
  std::string text;
  std::string by;
  std::string at;
  std::string number;  // which proposal is confirmed
  std::optional<ActForm> confirm;
  std::optional<ActForm> drop;
};
BOOST_DESCRIBE_STRUCT(Proposed, (), (reason, text, by, at, number, confirm, drop))

struct ScheduleForm {
  FormKeys keys;
  std::string action;
  std::string version;
  bool wrong = false;
  Field day, hour;
};
BOOST_DESCRIBE_STRUCT(ScheduleForm, (), (keys, action, version, wrong, day, hour))

struct EmergencyForm {
  FormKeys keys;
  std::string action;
  std::string version;
  Field reason;
};
BOOST_DESCRIBE_STRUCT(EmergencyForm, (), (keys, action, version, reason))

struct Alone {  // published in an emergency, not approved yet
  std::string version;
  std::string at;
  std::string by;
  std::string reason;
  std::optional<ActForm> confirm;
};
BOOST_DESCRIBE_STRUCT(Alone, (), (version, at, by, reason, confirm))

struct Scheduled {
  std::string at;
  std::optional<ActForm> drop;
};
BOOST_DESCRIBE_STRUCT(Scheduled, (), (at, drop))

struct Withdrawn {
  Text reason;
  std::string text;
  std::string at;
};
BOOST_DESCRIBE_STRUCT(Withdrawn, (), (reason, text, at))

struct ArticleView {
  static constexpr std::string_view tpl = "src/city/content/article.tpl";
  std::string title;
  std::string unit;
  std::vector<Standing> standings;
  Text next;
  std::optional<std::string> who;  // may do it
  std::optional<std::string> plan;
  std::string plan_address;
  bool must_confirm = false;
  std::optional<std::string> public_address;
  std::optional<std::string> edit;
  std::optional<std::string> compare;
  std::optional<std::string> note;  // what the version shown corrects and why
  std::optional<ActForm> submit;
  std::optional<ApproveBox> approve;
  std::optional<ScheduleForm> schedule;
  std::optional<Scheduled> scheduled;
  std::optional<EmergencyForm> emergency;
  std::optional<Alone> alone;
  std::optional<ProposeForm> propose;
  std::optional<Proposed> proposed;
  std::optional<Withdrawn> withdrawn;
  std::string used;
  std::optional<std::string> ratings;
  std::string shown_version;
  std::vector<VersionRow> versions;
  Preview preview;
};
BOOST_DESCRIBE_STRUCT(ArticleView, (),
                      (title, unit, standings, next, who, plan, plan_address, must_confirm,
                       public_address, edit, compare, note, submit, approve, schedule, scheduled,
                       emergency, alone, propose, proposed, withdrawn, used, ratings, shown_version,
                       versions, preview))

// What is copied out of the states; names and the text are fetched afterwards.
struct Seen {
  Article article;
  std::string unit;
  std::string plan;
  Date today;
  std::vector<PersonNo> approvers;  // who could be the second person now
  std::vector<Image> images;        // of the article
  bool may_write = false;
  bool may_approve = false;
  bool may_propose = false;
  bool may_confirm = false;
  bool may_drop_schedule = false;
  bool may_publish_in_emergency = false;
  bool may_confirm_emergency = false;
  std::optional<Text> closed;  // its unit is: why it is not published
};

std::vector<PersonNo> approvers(const Known& known, const identity::State& identity,
                                const Article& article) {
  std::vector<PersonNo> out;
  for (std::uint32_t no = 1; no <= identity.accounts(); ++no) {
    const identity::Account& account = identity.account(AccountNo{no});
    if (!account.open) continue;
    Actor actor;
    actor.kind = Actor::Kind::Account;
    actor.person = account.person;
    actor.grants = account.grants;
    if (may_approve(known, article, actor)) out.push_back(account.person);
  }
  return out;
}

Result<Seen> see(const State& state, const Needs& needs, ArticleNo no, const Actor& actor) {
  TRY_ASSIGN(const Article* article, state.find(no));
  TRY(needs.organisation.require(actor, Right::Work, article->unit));
  const Known known{state, needs.organisation, needs.law, needs.plans};
  Seen seen{*article, needs.organisation.unit(article->unit).name, {}, needs.calendar.today(), {},
            {}};
  if (needs.plans.has(article->plan)) seen.plan = needs.plans.plan(article->plan).title;
  seen.images = state.images(article->images);
  if (article->stage() == Stage::Submitted) {
    seen.approvers = approvers(known, needs.identity, *article);
  }
  seen.may_write = may_write(known, *article, actor);
  seen.may_approve = may_approve(known, *article, actor);
  seen.may_propose = may_propose_withdrawal(known, *article, actor);
  seen.may_confirm = may_confirm_withdrawal(known, *article, actor);
  seen.may_publish_in_emergency = may_publish_in_emergency(known, *article, actor);
  seen.may_confirm_emergency = may_confirm_emergency(known, *article, actor);
  seen.may_drop_schedule = may_drop_schedule(known, *article, actor);
  seen.closed = closed_to_new(known, *article);
  return seen;
}

std::string name_of(const App& app, PersonNo person, Language language) {
  if (person) return app.name_of(person, language);
  return language == Language::English ? "the system" : "hệ thống";
}

std::string names_of(const App& app, const std::vector<PersonNo>& persons, Language language) {
  const bool english = language == Language::English;
  if (persons.empty()) {
    return english ? "nobody yet: an administrator has to grant the right to approve"
                   : "chưa có ai: hãy nhờ quản trị cấp quyền duyệt bài cho một người khác";
  }
  std::string out;
  for (std::size_t i = 0; i < std::min(persons.size(), names_max); ++i) {
    if (i > 0) out += ", ";
    out += app.name_of(persons[i], language);
  }
  if (persons.size() > names_max) {
    const std::string more = std::to_string(persons.size() - names_max);
    out += english ? " and " + more + " others" : " và " + more + " người khác";
  }
  return out;
}

Text next_step(const Seen& seen) {
  if (seen.closed && !seen.article.scheduled) return *seen.closed;
  switch (seen.article.stage()) {
    case Stage::Draft:
      return {"Người soạn đọc lại bản này rồi gửi duyệt.",
              "Its writer reads this version again and hands it in."};
    case Stage::Submitted:
      if (seen.may_approve) {
        return {"Bạn là người thứ hai: hãy đọc hết bản này rồi duyệt và đăng.",
                "You are the second person: read this version, then approve and publish."};
      }
      return {"Chờ người thứ hai, không phải người soạn, duyệt và đăng.",
              "Waits for a second person, not a writer of it, to approve and publish."};
    case Stage::Scheduled:
      return {"Đã duyệt; bản này tự lên cổng khi đến giờ. Muốn sửa thì bỏ hẹn trước.",
              "Approved; this version is published by itself when its hour comes. To change it, "
              "drop the hour first."};
    case Stage::Published:
      return {"Bài đang ở trên cổng. Sửa bài là soạn một bản mới và duyệt lại.",
              "The article is on the portal. To change it is to write a new version."};
    case Stage::Withdrawn:
      return {"Bài đã được đưa khỏi cổng. Có thể soạn bản mới và duyệt lại.",
              "The article is off the portal. A new version may be written and approved."};
  }
  return {};
}

std::vector<VersionRow> version_rows(const App& app, const Article& article, std::uint32_t shown,
                                     Language language) {
  std::vector<VersionRow> out;
  for (auto one = article.versions.rbegin(); one != article.versions.rend(); ++one) {
    VersionRow row;
    row.number = std::to_string(one->number);
    row.address = office_address(article.no) + "?ban=" + row.number;
    row.writer = name_of(app, one->by, language);
    row.at = vietnamese(one->at);
    row.here = one->number == shown;
    if (one->restores != 0) row.restores = std::to_string(one->restores);
    if (!one->note.empty()) row.corrects = one->note;
    if (one->approved_by) row.approved_by = app.name_of(one->approved_by, language);
    if (one->number == article.published) {
      row.state = {"Đang trên cổng", "On the portal"};
      row.mark = "state-done";
    } else if (one->was_published()) {
      row.state = {"Đã từng đăng", "Was published"};
      row.mark = "state-idle";
    } else if (one->number == article.latest().number) {
      row.state = content::title(article.stage());
      row.mark = mark(article.stage());
    } else {
      row.state = {"Có bản mới hơn", "Superseded"};
      row.mark = "state-idle";
    }
    out.push_back(std::move(row));
  }
  return out;
}

ScheduleForm schedule_form(const Visit& visit, const std::string& action,
                           const std::string& version, Date today) {
  ScheduleForm form{form_keys(visit), action, version};
  form.day = field(visit, fields::day, vietnamese(today + 1));
  form.hour = field(visit, fields::hour, "08:00");
  form.wrong = form.day.error || form.hour.error;
  return form;
}

ProposeForm propose_form(const Visit& visit, const std::string& action) {
  ProposeForm form{form_keys(visit), action, {}, field(visit, fields::reason_text)};
  const std::string chosen(visit.typed(fields::reason));
  constexpr std::array reasons{
      std::pair{"Wrong", Reason::Wrong}, std::pair{"LawChanged", Reason::LawChanged},
      std::pair{"Duplicate", Reason::Duplicate}, std::pair{"PersonalData", Reason::PersonalData},
      std::pair{"Other", Reason::Other}};
  for (const auto& [code, reason] : reasons) {
    form.reasons.push_back({code, content::title(reason), chosen == code});
  }
  return form;
}

void add_forms(ArticleView& view, const Seen& seen, const Visit& visit) {
  const Article& article = seen.article;
  const std::string base = office_address(article.no);
  const std::string version = std::to_string(article.latest().number);
  const bool newest_shown = view.shown_version == version;
  if (seen.may_write && !article.scheduled) view.edit = base + "/sua";
  if (article.latest().number > 1) {
    view.compare = base + "/so-sanh";
    if (!newest_shown) *view.compare += "?tu=" + view.shown_version + "&den=" + version;
  }
  if (seen.may_write && newest_shown && article.stage() == Stage::Draft && !seen.closed) {
    view.submit = ActForm{form_keys(visit), base + "/gui-duyet", version};
  }
  // One approves what one sees: an older version on the screen offers no button.
  if (seen.may_approve && newest_shown && article.stage() == Stage::Submitted &&
      !article.proposed) {
    view.approve = approve_box(visit, article, view.preview);
    view.schedule = schedule_form(visit, base + "/hen-gio", version, seen.today);
  }
  if (article.scheduled) {
    view.scheduled = Scheduled{vietnamese(article.scheduled->at), {}};
    if (seen.may_drop_schedule) {
      view.scheduled->drop = ActForm{form_keys(visit), base + "/hen-gio/bo", version};
    }
  }
  if (seen.may_publish_in_emergency && newest_shown) {
    view.emergency = EmergencyForm{form_keys(visit), base + "/khan-cap", version,
                                   field(visit, fields::emergency)};
  }
  // As with any approval: one confirms the version on the screen.
  if (view.alone && seen.may_confirm_emergency && view.shown_version == view.alone->version) {
    view.alone->confirm = ActForm{form_keys(visit), base + "/khan-cap/duyet", view.alone->version};
  }
  if (seen.may_propose && article.is_public() && !article.proposed) {
    view.propose = propose_form(visit, base + "/thu-hoi");
    view.propose->drops_hour = article.scheduled.has_value();
  }
  if (view.proposed && seen.may_confirm) {
    view.proposed->confirm = ActForm{form_keys(visit), base + "/thu-hoi/xac-nhan", version};
  }
  if (view.proposed && seen.may_propose) {
    view.proposed->drop = ActForm{form_keys(visit), base + "/thu-hoi/bo", version};
  }
}

std::uint32_t wanted_version(const Visit& visit, const Article& article) {
  const std::string text = visit.query("ban");
  std::uint32_t version = 0;
  std::from_chars(text.data(), text.data() + text.size(), version);
  return version >= 1 && version <= article.latest().number ? version : article.latest().number;
}

// What was added after a version was written it does not show, whatever number it names.
std::vector<Image> shown_by(const Version& version, std::vector<Image> images) {
  std::erase_if(images, [&](const Image& image) {
    return std::find(version.images.begin(), version.images.end(), image.no) ==
           version.images.end();
  });
  return images;
}

Result<ArticleView> make_view(const App& app, const State& state, const Needs& needs,
                              const Seen& seen, const Visit& visit) {
  const Article& article = seen.article;
  const Version& version = article.versions[wanted_version(visit, article) - 1];
  TRY_ASSIGN(const std::string bytes, app.blobs.get(version.text));
  TRY_ASSIGN(const ArticleText text, lantoa::decode<ArticleText>(bytes));
  ArticleView view;
  TRY_ASSIGN(view.preview, make_preview(app, state, needs, text, version.key_points, version.cites,
                                        shown_by(version, seen.images)));
  view.preview.alone = true;
  view.title = article.latest().title;
  view.unit = seen.unit;
  view.standings = standings(article);
  view.next = next_step(seen);
  if (article.stage() == Stage::Submitted && !seen.may_approve && !seen.closed) {
    view.who = names_of(app, seen.approvers, visit.language);
  }
  if (article.plan) view.plan = seen.plan;
  view.plan_address = "/ke-hoach/" + std::to_string(article.plan.value);
  view.must_confirm = article.must_confirm;
  view.used = office_address(article.no) + "/dung-o-dau";
  // What was never on the portal was never rated.
  if (article.is_public() || article.withdrawn) {
    view.ratings = office_address(article.no) + "/danh-gia";
  }
  if (article.is_public()) view.public_address = content::public_address(article);
  if (article.emergency) {
    const Emergency& emergency = *article.emergency;
    view.alone = Alone{std::to_string(emergency.version),
                       vietnamese(emergency.at),
                       name_of(app, emergency.by, visit.language),
                       emergency.reason,
                       {}};
  }
  if (article.proposed) {
    view.proposed = Proposed{content::title(article.proposed->reason),
                             article.proposed->text,
                             name_of(app, article.proposed->by, visit.language),
                             vietnamese(article.proposed->at),
                             std::to_string(article.proposed->number),
                             {},
                             {}};
  }
  if (article.withdrawn) {
    view.withdrawn = Withdrawn{content::title(article.withdrawn->reason), article.withdrawn->text,
                               vietnamese(article.withdrawn->at)};
  }
  view.shown_version = std::to_string(version.number);
  view.versions = version_rows(app, article, version.number, visit.language);
  if (!version.note.empty()) view.note = version.note;
  add_forms(view, seen, visit);
  return view;
}

}  // namespace

Page article_page(App& app, const State& state, Needs needs) {
  return [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
    TRY_ASSIGN(const ArticleNo no, visit.number<ArticleNo>("article"));
    const auto seen = app.engine.read([&] { return see(state, needs, no, visit.actor); });
    if (!seen) return tl::unexpected(seen.error());
    TRY_ASSIGN(const ArticleView view, make_view(app, state, needs, *seen, visit));
    const Text articles{"Bài viết", "Articles"};
    return app.show(visit, {view.title, view.title}, view,
                    {{articles.in(visit.language), "/bai-viet"}, App::named(view.title)});
  };
}

void install_article(App& app, const State& state, Needs needs) {
  app.routes.get("/bai-viet/{article}", Right::Work, article_page(app, state, needs));
}

}  // namespace lantoa::city::content
