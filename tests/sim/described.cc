// Everything that pages and figures are made of, as text, so that states of two nodes, or of a
// process and its successor, can be compared.
#include <sstream>

#include "sim/beginning.h"

namespace lantoa::sim {
namespace {

// The numbers of a row, each after a space.
template <class... Values>
void row(std::ostream& out, const Values&... values) {
  ((out << ' ' << values), ...);
  out << '\n';
}

template <class Numbers>
std::string list(const Numbers& numbers) {
  std::string out = "[";
  for (const auto& no : numbers) {
    if constexpr (requires { no.value; }) {
      out += std::to_string(no.value) + ",";
    } else {
      out += std::to_string(no) + ",";
    }
  }
  return out + "]";
}

std::string day(const std::optional<Date>& date) { return date ? iso(*date) : "-"; }

void describe_people(std::ostream& out, const app::States& states) {
  out << iso(states.calendar.today()) << '\n';
  for (std::uint32_t u = 1; u <= states.organisation.size(); ++u) {
    for (std::uint32_t i = 1; i <= states.reach.items(); ++i) {
      const auto count = states.reach.item(city::ItemNo{i}).count(city::UnitNo{u});
      out << u << ':' << count.audience << '/' << count.reached << '/' << count.by_proxy << '\n';
    }
  }
  for (std::uint32_t p = 1; p <= states.identity.persons(); ++p) {
    out << states.identity.person(city::PersonNo{p}).home.value << ' ';
  }
  for (std::uint32_t f = 1; f <= states.report.figures(); ++f) {
    const auto& frozen = states.report.figure(city::FigureNo{f}).frozen;
    row(out, "figure", frozen.position, frozen.audience, frozen.reached);
  }
}

void describe_units(std::ostream& out, const app::States& states) {
  const auto& units = states.organisation;
  for (std::uint32_t u = 1; u <= units.size(); ++u) {
    const city::UnitNo no{u};
    const auto& one = units.unit(no);
    row(out, "unit", units.is_open(no), units.answering_for(no).value, one.mailbox,
        one.mailboxes.size());
    for (const auto& closing : one.closings) {
      row(out, "closed", iso(closing.on), closing.reason, closing.taken_back.has_value());
    }
  }
  for (std::uint32_t g = 1; g <= units.groups(); ++g) {
    const auto& one = units.group(city::GroupNo{g});
    row(out, "group", one.owner.value, one.version(), one.end.has_value());
    for (const auto& version : one.versions) row(out, version.name, list(version.units.numbers));
  }
  for (const auto& day : states.workday.days_of(to_civil(states.calendar.today()).year)) {
    if (day.recorded != 0) row(out, "day", iso(day.date), static_cast<int>(day.rule), day.name.vi);
  }
}

void describe_plans(std::ostream& out, const app::States& states) {
  const auto& plans = states.plan;
  for (std::uint32_t p = 1; p <= plans.plans(); ++p) {
    const auto& one = plans.plan(city::PlanNo{p});
    row(out, "plan", one.title, static_cast<int>(one.stage), one.version, list(one.writers),
        one.number, list(one.tasks), one.parent.value, one.signed_copies.size());
  }
  for (std::uint32_t a = 1; a <= plans.assignments(); ++a) {
    const city::AssignmentNo no{a};
    const auto& one = plans.assignment(no);
    row(out, "assignment", one.unit.value, iso(one.due), iso(plans.first_due(no)), day(one.done),
        list(plans.grown_from(no)), plans.open_below(no), one.withdrawn.value);
  }
  for (std::uint32_t t = 1; t <= plans.tasks(); ++t) {
    const auto& one = plans.task(city::TaskNo{t});
    row(out, "task", one.plan.value, one.what, iso(one.due), list(one.assignments), one.done,
        one.extended, one.withdrawn.value, one.withdrawn_units, one.earlier.size(),
        one.group_version);
  }
  for (std::uint32_t a = 1; a <= plans.amendments(); ++a) {
    const auto& one = plans.amendment(city::AmendmentNo{a});
    row(out, "amendment", one.plan.value, static_cast<int>(one.stage), one.version,
        list(one.writers), one.number, list(one.added), one.text.reason, one.text.grounds.size(),
        one.text.tasks.size());
    for (const auto& change : one.text.changes) {
      row(out, change.task.value, day(change.due), change.what.value_or("-"), change.withdrawn);
    }
  }
  for (std::uint32_t e = 1; e <= plans.extensions(); ++e) {
    const auto& one = plans.extension(city::ExtensionNo{e});
    row(out, "extension", one.assignment.value, iso(one.until), one.by.value,
        static_cast<int>(one.fate), iso(one.granted), one.decided_by.value, one.words);
  }
  row(out, "extensions that wait", list(plans.waiting()));
}

void describe_oversight(std::ostream& out, const app::States& states) {
  const auto& oversight = states.oversight;
  for (std::uint32_t r = 1; r <= oversight.reminders(); ++r) {
    const auto& one = oversight.reminder(city::ReminderNo{r});
    row(out, "reminder", one.unit.value, one.handed_over, one.not_before.ms);
    for (const auto& back : one.returns) row(out, "back", back.attempt, back.status, back.why);
  }
  for (std::uint32_t e = 1; e <= oversight.explanations(); ++e) {
    const auto& one = oversight.explanation(city::ExplanationNo{e});
    row(out, "explanation", one.assignment.value, iso(one.due), one.answer.value_or("-"));
  }
  for (const auto& one : oversight.letters()) {
    row(out, "letter", one.issuer.value, one.unit.value, one.number, list(one.assignments));
  }
  for (std::uint32_t p = 1; p <= states.plan.plans(); ++p) {
    for (const auto& one : oversight.ladders(city::PlanNo{p})) {
      row(out, "ladder", p, iso(one.on), one.given, one.ladder.silent, list(one.ladder.days_before),
          one.ladder.repeat_days.value_or(0), one.by.value);
    }
  }
  row(out, "open", list(oversight.open()), list(oversight.unexplained()));
}

void describe_activities(std::ostream& out, const app::States& states) {
  for (std::uint32_t a = 1; a <= states.activity.activities(); ++a) {
    const city::ActivityNo no{a};
    const auto& one = states.activity.activity(no);
    row(out, "activity", one.unit.value, one.record.kind, iso(one.record.on), one.record.what,
        one.version, one.annulled, list(one.photos), states.activity.photos_kept(one));
    for (const auto& amount : one.record.amounts) row(out, amount.measure, amount.amount);
    row(out, "there", list(states.reach.attendants(no)), "spoke",
        list(states.speaker.credit(no).speakers), "pages", list(states.webpage.of(no)));
  }
  for (const auto& one : states.activity.entries()) {
    row(out, "entry", one.article.value, one.unit.value, iso(one.record.on), one.record.what,
        one.counts());
  }
  for (std::uint32_t p = 1; p <= states.webpage.pages(); ++p) {
    const auto& one = states.webpage.page(city::WebPageNo{p});
    row(out, "page", one.url, iso(one.next_look), one.is_asked_for, one.is_ended, day(one.asked));
    for (const auto& look : one.looks) {
      row(out, iso(look.on), static_cast<int>(look.outcome), look.status, look.digest,
          look.names_document);
    }
  }
  for (std::uint32_t s = 1; s <= states.speaker.speakers(); ++s) {
    const auto& one = states.speaker.speaker(city::SpeakerNo{s});
    row(out, "speaker", one.unit.value, one.decision, iso(one.on), one.version,
        one.dismissed.has_value(), one.erased.has_value(), list(one.sessions));
  }
}

void describe_reports(std::ostream& out, const app::States& states) {
  for (std::uint32_t r = 1; r <= states.statistics.rounds(); ++r) {
    const auto& one = states.statistics.round(city::RoundNo{r});
    row(out, "round", one.form, iso(one.from), iso(one.to), iso(one.due), list(one.units),
        one.cancelled.value_or("-"), one.counted, one.publications.size(), one.is_public());
    for (const auto& [unit, report] : one.reports) {
      row(out, "report", unit.value, report.counted_then);
      for (const auto& version : report.versions) {
        row(out, version.position, version.note, version.accepted, version.returned.value_or("-"));
        for (const auto& cell : version.cells) out << cell.column << '=' << cell.amount << ' ';
      }
    }
    for (const auto& [unit, late] : one.late) row(out, "late", unit.value, iso(late.until));
    for (const auto& version : one.narrative) {
      row(out, "words", version.position, version.approved.has_value());
      for (const auto& section : version.sections) row(out, section.part, section.text);
      for (const auto& figure : version.figures) row(out, figure.figure, figure.value);
    }
    if (!one.closing) continue;
    row(out, "closed", one.closing->position, one.closing->submitted,
        one.closing->by.value_or(city::PersonNo{}).value);
    for (const auto& sum : one.closing->sums) out << sum.column << '=' << sum.amount << ' ';
  }
  for (std::uint32_t q = 1; q <= states.guidance.questions(); ++q) {
    const auto& one = states.guidance.question(city::QuestionNo{q});
    row(out, "question", one.unit.value, one.plan.value, one.task.value, one.text,
        one.same_as.value, list(one.joined), one.withdrawn.has_value());
    for (const auto& answer : one.answers) row(out, answer.text, list(answer.documents));
  }
  row(out, "questions that wait", list(states.guidance.open()));
}

}  // namespace

std::string described(const app::States& states) {
  std::ostringstream out;
  describe_people(out, states);
  describe_units(out, states);
  describe_plans(out, states);
  describe_oversight(out, states);
  describe_activities(out, states);
  describe_reports(out, states);
  return out.str();
}

}  // namespace lantoa::sim
