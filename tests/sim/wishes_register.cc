// What stands on an activity: pages on the web that show it, and who spoke at it, with the register
// of speakers; and what units ask the standing agency.
#include "sim/wishes.h"

namespace lantoa::sim {
namespace {

namespace guidance = city::guidance;
namespace speaker = city::speaker;
namespace webpage = city::webpage;

std::string who_keeps(const Wish& wish, city::UnitNo unit) {
  return wish.officer(city::Role::UnitOfficer, unit == ward ? "ow" : "o");
}

// None: there are none yet, so that one is recorded first.
const city::activity::Activity* some_activity(const Wish& wish) {
  const auto& activities = wish.seen.activity;
  if (activities.activities() == 0 || wish.chance(12)) return nullptr;
  const auto found = activities.find(wish.some<city::ActivityNo>(activities.activities()));
  return found ? *found : nullptr;
}

Operation link(const Wish& wish, const city::activity::Activity& one) {
  std::string url = "https://don-vi.example/tin/" + std::to_string(wish.one_of(8));
  if (wish.chance(8)) url = "trang của đơn vị";
  return operation_of("page", who_keeps(wish, one.unit), known_webpages,
                      webpage::LinkPage{one.no, url});
}

speaker::Typed typed_speaker(const Wish& wish) {
  speaker::Typed out;
  out.name = wish.chance(95) ? wish.text("Báo cáo viên") : "";
  out.workplace = "Phòng Tư pháp";
  out.decision = std::to_string(1 + wish.number) + "/QĐ-UBND";
  out.on = wish.today() - wish.days(4);
  out.branches = {wish.chance(50) ? "dat-dai" : "tre-em"};
  return out;
}

Operation recognise(const Wish& wish) {
  const city::UnitNo unit = wish.chance(70) ? district : ward;
  return operation_of("recognition", who_keeps(wish, unit), known_speakers,
                      speaker::RecogniseSpeaker{unit, typed_speaker(wish)});
}

Operation credit(const Wish& wish, const city::activity::Activity& one) {
  speaker::CreditSessions command;
  command.activity = one.no;
  command.seen_version = wish.seen.speaker.credit(one.no).version;
  for (std::size_t i = wish.one_of(3); i > 0; --i) {
    command.speakers.push_back(wish.some<city::SpeakerNo>(wish.seen.speaker.speakers()));
  }
  return operation_of("sessions", who_keeps(wish, one.unit), known_speakers, command);
}

Operation end_or_change(const Wish& wish, const speaker::Speaker& one) {
  std::string actor = who_keeps(wish, one.unit);
  const std::uint32_t version = one.version - (wish.chance(5) ? 1 : 0);
  const std::size_t what = wish.one_of(8);
  if (what < 3) {
    return operation_of("change of a speaker", std::move(actor), known_speakers,
                        speaker::ChangeSpeaker{one.no, version, typed_speaker(wish)});
  }
  if (what == 3 || (one.dismissed && what < 7)) {
    return operation_of("erasure of a name", std::move(actor), known_speakers,
                        speaker::EraseName{one.no, version, wish.text("Theo đề nghị")});
  }
  speaker::DismissSpeaker command;
  command.speaker = one.no;
  command.seen_version = version;
  command.reason = wish.chance(25) ? speaker::Reason::Mistaken : speaker::Reason::Moved;
  command.decision = std::to_string(1 + wish.number) + "/QĐ-UBND";
  command.on = wish.today() - wish.days(3);
  return operation_of("end of a speaker", std::move(actor), known_speakers, command);
}

// Two of them ask the same.
Operation ask(const Wish& wish) {
  static constexpr std::array<const char*, 3> texts{
      "Phát thanh nhờ cụm loa của quận thì phường hay quận ghi hoạt động",
      "Cụm loa của quận phát thanh cho phường, hoạt động do quận hay phường ghi",
      "Người nghỉ hưu ở tổ dân phố có phải xác nhận đã đọc"};
  guidance::AskQuestion command;
  command.unit = wish.chance(50) ? district : ward;
  command.plan = wish.some<city::PlanNo>(2);
  if (wish.chance(30)) command.task = city::TaskNo{command.plan.value};
  command.text = texts[wish.one_of(texts.size())];
  command.anyway = wish.chance(60);
  return operation_of("question", who_keeps(wish, command.unit), known_guidance, command);
}

Operation answer(const Wish& wish, const guidance::Question& one) {
  guidance::AnswerQuestion command;
  command.question = one.no;
  command.seen_version = static_cast<std::uint32_t>(one.answers.size());
  command.answer = wish.chance(85) ? wish.text("Đơn vị biên tập thì ghi, câu trả lời") : "Ghi";
  if (wish.chance(40)) command.documents = {wish.chance(85) ? "1/2021/NĐ-CP" : "không số"};
  command.seen_same_as = one.same_as;
  return operation_of("answer", wish.officer(city::Role::Planner, "oc"), known_guidance, command);
}

Operation join(const Wish& wish, const guidance::Question& one) {
  guidance::JoinQuestion command;
  command.question = one.no;
  command.same_as =
      city::QuestionNo{1 + static_cast<std::uint32_t>(wish.one_of(wish.seen.guidance.questions()))};
  command.seen_version = static_cast<std::uint32_t>(one.answers.size());
  command.seen_same_as = one.same_as;
  return operation_of("joining", wish.officer(city::Role::Leader, "oc"), known_guidance, command);
}

Operation withdraw(const Wish& wish, const guidance::Question& one) {
  const city::Role role = wish.chance(50) ? city::Role::UnitOfficer : city::Role::Planner;
  guidance::WithdrawQuestion command;
  command.question = one.no;
  command.reason = wish.text("Đã rõ");
  command.seen_version = static_cast<std::uint32_t>(one.answers.size());
  command.seen_same_as = one.same_as;
  return operation_of("withdrawal", wish.officer(role, "o"), known_guidance, command);
}

}  // namespace

Operation wish_of_webpages(const Wish& wish) {
  const auto* activity = some_activity(wish);
  if (activity == nullptr) return wish_of_activities(wish);
  const auto& pages = wish.seen.webpage.of(activity->no);
  if (pages.empty() || wish.chance(35)) return link(wish, *activity);
  const city::WebPageNo page = pages[wish.one_of(pages.size())];
  std::string actor = who_keeps(wish, activity->unit);
  if (wish.chance(65)) {
    return operation_of("look", std::move(actor), known_webpages,
                        webpage::AskLook{activity->no, page});
  }
  return operation_of("unlinking", std::move(actor), known_webpages,
                      webpage::UnlinkPage{activity->no, page, wish.text("Trang đã gỡ")});
}

Operation wish_of_speakers(const Wish& wish) {
  const std::uint32_t speakers = wish.seen.speaker.speakers();
  if (speakers == 0 || wish.chance(25)) return recognise(wish);
  if (wish.chance(55)) {
    const auto* activity = some_activity(wish);
    return activity == nullptr ? wish_of_activities(wish) : credit(wish, *activity);
  }
  const auto found = wish.seen.speaker.find(wish.some<city::SpeakerNo>(speakers));
  return found ? end_or_change(wish, **found) : recognise(wish);
}

Operation wish_of_guidance(const Wish& wish) {
  const std::uint32_t questions = wish.seen.guidance.questions();
  if (questions == 0 || wish.chance(30)) return ask(wish);
  const auto found = wish.seen.guidance.find(wish.some<city::QuestionNo>(questions));
  if (!found) return ask(wish);
  const std::size_t what = wish.one_of(16);
  if (what < 7) return answer(wish, **found);
  return what < 14 ? join(wish, **found) : withdraw(wish, **found);
}

const std::vector<Theme>& themes() {
  static const std::vector<Theme> all{&wish_of_statistics, &wish_of_plans,      &wish_of_oversight,
                                      &wish_of_activities, &wish_of_webpages,   &wish_of_speakers,
                                      &wish_of_guidance,   &wish_of_amendments, &wish_of_units,
                                      &wish_of_mailboxes};
  ASSERT(all.size() > long_themes);
  return all;
}

}  // namespace lantoa::sim
