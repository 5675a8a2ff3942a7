// What waits for the visitor's answer today: one row, however many questions.
#include "city/guidance/shown.h"
#include "city/opening.h"

namespace lantoa::city::guidance {
namespace {

constexpr std::size_t duty_characters_shown = 100;

Text wait_in_words(std::int32_t days) {
  if (days <= 0) return {"Hỏi hôm nay", "Asked today"};
  const std::string n = std::to_string(days);
  return {"Đã chờ " + n + " ngày", "Waiting for " + n + " days"};
}

App::Duty duty_of(const Question& oldest, std::uint32_t waiting, const Needs& needs,
                  Language language) {
  const Text wait = wait_in_words(days_waiting(oldest, needs.calendar.today()));
  App::Duty duty;
  duty.left = 1;
  duty.state = Text{"Chờ bạn trả lời", "Waiting for you"};
  duty.action = {"Xem và trả lời", "Read and answer"};
  if (waiting == 1) {
    duty.title = opening_of(oldest.text, duty_characters_shown);
    duty.detail = needs.organisation.unit(oldest.unit).name + " · " +
                  needs.plans.plan(oldest.plan).number + " · " + wait.in(language);
    duty.address = address_of(oldest.no);
    return duty;
  }
  const std::string n = std::to_string(waiting);
  duty.title =
      Text{n + " câu hỏi hướng dẫn của các đơn vị", n + " questions of units"}.in(language);
  duty.detail = Text{"Lâu nhất: " + wait.vi, "The longest: " + wait.en}.in(language);
  duty.address = "/huong-dan";
  return duty;
}

}  // namespace

void install_duties(App& app, const State& state, Needs needs) {
  app.duties.push_back([&state, needs](const Visit& visit, std::vector<App::Duty>& out) {
    if (!visit.actor.may_somewhere(Right::Urge)) return;
    const Known known = known_of(state, needs);
    const Question* oldest = nullptr;
    std::uint32_t waiting = 0;
    for (const QuestionNo no : state.open()) {
      const Question& one = state.question(no);
      if (!may_answer(known, one, visit.actor)) continue;
      if (oldest == nullptr) oldest = &one;
      ++waiting;
    }
    if (oldest != nullptr) out.push_back(duty_of(*oldest, waiting, needs, visit.language));
  });
}

}  // namespace lantoa::city::guidance
