// Who spoke at an activity: read by whoever sees it, said by whoever reports for its unit. Speakers
// of the unit and of those above it are offered first; anybody else is searched for.
#include <algorithm>
#include <boost/describe.hpp>
#include <charconv>

#include "city/field.h"
#include "city/speaker/speaker.h"

namespace lantoa::city::speaker {
namespace {

constexpr std::size_t offered_max = 40;

struct Box {
  std::string id;
  std::string number;
  std::string name, workplace;
  bool has_workplace = false;
  Text standing;
  std::string unit;
  bool chosen = false;
};
BOOST_DESCRIBE_STRUCT(Box, (), (id, number, name, workplace, has_workplace, standing, unit, chosen))

// For those who report for the unit.
struct CreditForm {
  FormKeys keys;
  std::string action, version;
  std::string words;
  bool searched = false;
  std::optional<std::string> wrong;
  bool has_offered = false;
  std::vector<Box> offered;
  std::uint32_t hidden = 0;  // found, but not offered
  bool has_hidden = false;
};
BOOST_DESCRIBE_STRUCT(CreditForm, (),
                      (keys, action, version, words, searched, wrong, has_offered, offered, hidden,
                       has_hidden))

struct CreditView {
  static constexpr std::string_view tpl = "src/city/speaker/credit.tpl";
  std::string number, activity_address;
  std::string title;
  bool is_theirs = false;
  std::string unit, day_iso, day;
  bool annulled = false;
  bool has_credited = false;
  std::vector<Box> credited;
  std::optional<CreditForm> form;
};
BOOST_DESCRIBE_STRUCT(CreditView, (),
                      (number, activity_address, title, is_theirs, unit, day_iso, day, annulled,
                       has_credited, credited, form))

std::string box_of(SpeakerNo no) { return "s" + std::to_string(no.value); }

// The numbers of the boxes s<number>=1.
std::vector<SpeakerNo> chosen_in(const Visit& visit) {
  std::vector<SpeakerNo> out;
  for (const auto& [name, value] : visit.form.fields) {
    if (name.size() < 2 || name[0] != 's' || value != "1") continue;
    std::uint32_t number = 0;
    const char* end = name.data() + name.size();
    const auto read = std::from_chars(name.data() + 1, end, number);
    if (read.ec == std::errc{} && read.ptr == end) out.emplace_back(number);
  }
  return out;
}

struct Gathered {
  CreditView view;
  std::vector<Ref> credited;
  std::vector<Ref> typed;  // chosen in what was sent, not credited yet
  std::vector<Ref> candidates;
  std::vector<UnitNo> near;  // the unit and those above it
};

CreditForm form_of(const Visit& visit, ActivityNo no, std::uint32_t version) {
  CreditForm out;
  out.keys = form_keys(visit);
  out.action = credit_address(no);
  out.version = std::to_string(version);
  out.words = visit.failure != nullptr ? std::string(visit.typed("tim")) : visit.query("q");
  out.searched = !out.words.empty();
  out.wrong = field(visit, fields::speakers).error;
  return out;
}

Result<Gathered> gather(const Desk& desk, const Visit& visit, ActivityNo no) {
  const organisation::State& tree = desk.needs.organisation;
  TRY_ASSIGN(const activity::Activity* one, desk.needs.activities.find(no));
  TRY(tree.require(visit.actor, Right::SeePlans, one->unit));
  Gathered out;
  CreditView& view = out.view;
  view.number = std::to_string(no.value);
  view.activity_address = activity::address_of(no);
  view.title = activity::heading_of(one->record, visit.language);
  view.is_theirs = !one->record.what.empty();
  view.unit = tree.unit(one->unit).name;
  view.day_iso = iso(one->record.on);
  view.day = vietnamese(one->record.on);
  view.annulled = one->annulled;
  const Credit& credit = desk.state.credit(no);
  for (const SpeakerNo speaker : credit.speakers) {
    out.credited.push_back(ref_of(desk.state.speaker(speaker)));
  }
  if (one->annulled || !tree.allows(visit.actor, Right::ReportTask, one->unit)) return out;
  view.form = form_of(visit, no, credit.version);
  out.near = tree.path(one->unit);
  const Known known = known_of(desk);
  const std::vector<SpeakerNo> typed = chosen_in(visit);
  for (std::uint32_t i = 1; i <= desk.state.speakers(); ++i) {
    const Speaker& speaker = desk.state.speaker(SpeakerNo{i});
    const bool is_credited =
        std::binary_search(credit.speakers.begin(), credit.speakers.end(), speaker.no);
    if (is_credited || !may_credit(known, speaker, visit.actor, one->record.on)) continue;
    const bool is_near =
        std::find(out.near.begin(), out.near.end(), speaker.unit) != out.near.end();
    if (std::find(typed.begin(), typed.end(), speaker.no) != typed.end()) {
      out.typed.push_back(ref_of(speaker));
    } else if (is_near || view.form->searched) {
      out.candidates.push_back(ref_of(speaker));
    }
  }
  return out;
}

Box box_for(const Desk& desk, const Listed& listed, bool chosen) {
  const Speaker& one = desk.state.speaker(listed.no);
  const organisation::Unit& unit = desk.needs.organisation.unit(one.unit);
  return {box_of(one.no),
          std::to_string(one.no.value),
          listed.words->name,
          listed.words->workplace,
          !listed.words->workplace.empty(),
          title_at(one.standing, unit.kind),
          unit.name,
          chosen};
}

// Called where the state stands still.
void fill(const Desk& desk, const Visit& visit, Gathered& gathered,
          const std::vector<Listed>& credited, const std::vector<Listed>& typed,
          std::vector<Listed> candidates) {
  const std::vector<SpeakerNo> chosen = chosen_in(visit);
  // What somebody else saved meanwhile is not to be undone unseen.
  const bool keeps_all = visit.failure == nullptr || visit.failure->code == Code::Conflict;
  for (const Listed& one : credited) {
    const bool is_chosen = std::find(chosen.begin(), chosen.end(), one.no) != chosen.end();
    gathered.view.credited.push_back(box_for(desk, one, keeps_all || is_chosen));
  }
  gathered.view.has_credited = !credited.empty();
  if (!gathered.view.form) return;
  CreditForm& form = *gathered.view.form;
  std::stable_partition(candidates.begin(), candidates.end(), [&](const Listed& one) {
    const UnitNo unit = desk.state.speaker(one.no).unit;
    return std::find(gathered.near.begin(), gathered.near.end(), unit) != gathered.near.end();
  });
  for (const Listed& one : typed) form.offered.push_back(box_for(desk, one, true));
  const std::size_t shown = std::min(candidates.size(), offered_max);
  for (std::size_t i = 0; i < shown; ++i) {
    form.offered.push_back(box_for(desk, candidates[i], false));
  }
  form.has_offered = !form.offered.empty();
  form.hidden = static_cast<std::uint32_t>(candidates.size() - shown);
  form.has_hidden = form.hidden > 0;
}

Result<http::Response> show(const Desk& desk, const Visit& visit) {
  TRY_ASSIGN(const ActivityNo no, visit.number<ActivityNo>("activity"));
  TRY_ASSIGN(Gathered gathered, desk.app.engine.read([&] { return gather(desk, visit, no); }));
  const auto credited = desk.names->find(gathered.credited, {}, visit.language);
  const auto typed = desk.names->find(gathered.typed, {}, visit.language);
  const std::string words = gathered.view.form ? gathered.view.form->words : "";
  auto candidates = desk.names->find(gathered.candidates, words, visit.language);
  desk.app.engine.read(
      [&] { fill(desk, visit, gathered, credited, typed, std::move(candidates)); });
  const Text activities{"Hoạt động", "Activities"};
  const Text heading{"Báo cáo viên, tuyên truyền viên của hoạt động", "Who spoke"};
  return desk.app.show(visit, heading, gathered.view,
                       {{activities.in(visit.language), "/hoat-dong"},
                        App::named(gathered.view.title, gathered.view.activity_address),
                        {heading.in(visit.language), {}}});
}

}  // namespace

void install_credit(const Desk& desk) {
  const std::string path = "/hoat-dong/{activity}/bao-cao-vien";
  const Page page = [desk](const Visit& visit) { return show(desk, visit); };
  desk.app.routes.get(path, Right::SeePlans, page);
  desk.app.routes.post(
      path, Right::ReportTask,
      [desk](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const ActivityNo no, visit.number<ActivityNo>("activity"));
        return make_order(desk, CreditSessions{no, visit.typed_number("ban"), chosen_in(visit)});
      },
      page);
}

}  // namespace lantoa::city::speaker
