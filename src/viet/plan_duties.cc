#include "viet/plan_duties.h"

#include <algorithm>

#include "viet/body_phrase.h"
#include "viet/plan_deadlines.h"
#include "viet/plan_subject.h"
#include "viet/plan_table.h"
#include "viet/plan_verbs.h"

namespace lantoa::viet {
namespace {

// Of what is to be done: so many are kept at most, and more than so many are cut where a clause
// ends.
constexpr std::size_t words_characters_max = 240;
constexpr std::size_t words_characters_enough = 160;
constexpr std::size_t words_characters_least = 60;

bool has(const SourceText& source, std::string_view words) {
  for (std::size_t at = source.folded().find(words); at != std::string::npos;
       at = source.folded().find(words, at + 1)) {
    if (source.starts(at, words)) return true;
  }
  return false;
}

class Reader {
 public:
  Reader(const SourceText& source, const std::vector<Block>& blocks, std::optional<Date> reference)
      : source_(source), blocks_(blocks), reference_(reference) {
    // In a text about a plan a bare "Sở Tư pháp tổ chức …" is a duty; elsewhere it is news.
    about_a_plan_ =
        has(source, "ke hoach") && (has(source, "theo do") || has(source, "giao") ||
                                    has(source, "trach nhiem") || has(source, "to chuc thuc hien"));
  }

  DutiesFound run() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (found_.cut && is_full(found_.duties) && is_full(found_.unmatched)) break;
      if (const std::size_t next = read_table(i)) {
        heading_.clear();
        i = next - 1;
        continue;
      }
      read(blocks_[i], i + 1 < blocks_.size() ? &blocks_[i + 1] : nullptr);
    }
    return std::move(found_);
  }

 private:
  static bool is_full(const std::vector<Duty>& list) { return list.size() >= plan_duties_max; }

  std::vector<Duty>& list_of(const Body& body) {
    return body.kind == BodyClass::Unknown ? found_.unmatched : found_.duties;
  }

  void keep(Duty duty) {
    auto& list = list_of(duty.who);
    if (is_full(list)) {
      found_.cut = true;
    } else {
      list.push_back(std::move(duty));
    }
  }

  std::size_t read_table(std::size_t first) {
    TableFound table = read_task_table(source_, blocks_, first, reference_);
    for (Duty& duty : table.duties) keep(std::move(duty));
    return table.next;
  }

  void read(const Block& block, const Block* next) {
    if (block.mark == Mark::Roman || (block.heading && block.mark <= heading_mark_)) {
      heading_.clear();
    }
    if (open_heading(block, next)) return;
    if (!heading_.empty() && block.mark != Mark::None && block.mark <= heading_mark_) {
      heading_.clear();
    }
    if (block.heading) return;
    std::vector<Body> subject;  // of the sentence before, in this block
    bool subject_is_sure = false;
    bool first = true;
    for (const Range& sentence : sentences_of(source_, block.text, block.end)) {
      const std::vector<Body>& last = subject.empty() ? heading_ : subject;
      if (!last.empty() && only_a_time(sentence, last)) continue;
      const Subject found = read_subject(source_, sentence);
      if (found.kind != Subject::Kind::None) {
        subject = take_subject(block, sentence, found);
        subject_is_sure = found.kind == Subject::Kind::Assigned;
      } else if (!heading_.empty()) {
        below_heading(block, sentence, first);
      } else if (!subject.empty() && opens_with_work(sentence)) {
        const Grounds grounds{
            subject_is_sure ? Confidence::High : Confidence::Medium,
            {"Câu nối tiếp việc của cùng đơn vị ở câu trước.",
             "The sentence goes on with the duties of the body named before it."}};
        add(subject, sentence.begin, sentence, grounds);
      } else {
        subject.clear();
      }
      first = false;
    }
  }

  // "1. Sở Tư pháp:", "2. Các sở, ban, ngành có trách nhiệm:", and "1. Sở Tư pháp: chủ trì …".
  bool open_heading(const Block& block, const Block* next) {
    const Heading found = read_heading(source_, block, next);
    if (found.kind == Heading::Kind::None) return false;
    heading_ = found.bodies;
    heading_mark_ = block.mark;
    if (found.rest < block.end) {
      for (const Range& sentence : sentences_of(source_, found.rest, block.end)) {
        below_heading(block, sentence, true);
      }
    }
    return true;
  }

  // "Thời gian: ", "Tiến độ thực hiện: ", not "Thời gian tới, Sở Mẫu …".
  bool labels_a_time(const Range& sentence) const {
    constexpr std::size_t label_characters_max = 40;
    if (!source_.starts(sentence.begin, "thoi gian") &&
        !source_.starts(sentence.begin, "thoi han") && !source_.starts(sentence.begin, "tien do")) {
      return false;
    }
    const std::size_t most = std::min(sentence.end, sentence.begin + label_characters_max);
    for (std::size_t i = sentence.begin; i < most && source_.at(i) != U','; ++i) {
      if (source_.at(i) == U':') return true;
    }
    return false;
  }

  bool says_more(std::size_t at, std::size_t end) const {
    while (at < end && !is_letter(source_.at(at)) && !is_digit(source_.at(at))) ++at;
    return at < end;
  }

  // "Thời gian: trước ngày 15/6/2021", "Hoàn thành trước 20/4." say when the task before is due, if
  // it is one of the same bodies.
  bool only_a_time(const Range& sentence, const std::vector<Body>& bodies) {
    const bool labelled = labels_a_time(sentence);
    const auto said = cell_deadline(source_, sentence.begin, sentence.end, std::nullopt);
    const bool alone = said && said->at.offset == source_.begin_byte(sentence.begin) &&
                       !says_more(source_.index_of(said->at.end()), sentence.end);
    if (!labelled && !alone) return false;
    const auto deadline = cell_deadline(source_, sentence.begin, sentence.end, reference_);
    if (!deadline) return true;  // always, or a day that is over
    const auto is_theirs = [&](const Duty& duty) {
      return std::any_of(bodies.begin(), bodies.end(),
                         [&](const Body& body) { return body.at == duty.who.at; });
    };
    for (auto* list : {&found_.duties, &found_.unmatched}) {
      for (auto duty = list->rbegin(); duty != list->rend() && is_theirs(*duty); ++duty) {
        if (duty->sentence != list->back().sentence) break;
        if (!duty->deadline) duty->deadline = deadline;
      }
    }
    return true;
  }

  std::vector<Body> take_subject(const Block& block, const Range& sentence, const Subject& found) {
    const bool purpose = block.section == Section::Purpose;
    switch (found.kind) {
      case Subject::Kind::Assigned:
        add(found.bodies, found.duty, sentence,
            purpose ? Grounds{Confidence::Medium,
                              {"Nêu ở phần mục đích, yêu cầu nên có thể chỉ là yêu cầu chung.",
                               "It stands among aims and requirements and may be general."}}
                    : Grounds{Confidence::High,
                              {"Câu nêu tên đơn vị và giao việc rõ ràng.",
                               "The sentence names the body and assigns the work."}});
        return found.bodies;
      case Subject::Kind::Working:
        if (purpose || !(about_a_plan_ || block.section == Section::Organisation) ||
            tells_of_an_event(sentence)) {
          return {};
        }
        if (block.section == Section::Organisation || block.section == Section::Report) {
          add(found.bodies, found.duty, sentence,
              {Confidence::High,
               {"Câu nêu tên đơn vị và việc, trong phần tổ chức thực hiện.",
                "The sentence names body and work, in the part on who does what."}});
        } else {
          add(found.bodies, found.duty, sentence,
              {Confidence::Medium,
               {"Câu nêu tên đơn vị và việc nhưng không có chữ “có trách nhiệm” hay “giao”.",
                "The sentence names body and work without a word that assigns it."}});
        }
        return found.bodies;
      case Subject::Kind::Telling:
      case Subject::Kind::None:
        return {};
      case Subject::Kind::Stranger:
        add(found.bodies, found.duty, sentence, {});
        return {};
    }
    return {};
  }

  bool opens_with_work(const Range& sentence) const {
    // Within a sentence "hoàn thành" only says when its work is due.
    return work_at(source_, sentence.begin, sentence.end) ||
           source_.starts(sentence.begin, "hoan thanh");
  }

  void below_heading(const Block& block, const Range& sentence, bool first) {
    if (opens_with_work(sentence)) {
      add(heading_, sentence.begin, sentence,
          {Confidence::High,
           {"Việc ghi ngay dưới tên đơn vị.", "The work stands below the body's name."}});
    } else if (first && block.mark != Mark::None && block.section == Section::Organisation) {
      add(heading_, sentence.begin, sentence,
          {Confidence::Low,
           {"Ghi dưới tên đơn vị nhưng không mở đầu bằng một việc quen thuộc.",
            "It stands below the body's name but does not begin with a known kind of work."}});
    }
  }

  struct Grounds {
    Confidence confidence = Confidence::High;
    Text reason;
  };

  // A day that is no deadline and dates no document: something that happened or will.
  bool tells_of_an_event(const Range& sentence) const {
    static const Phrases list{{"ngày", 1}, {"sáng", 1}, {"chiều", 1}, {"tối", 1}};
    // Without a reference, so that "ban hành trước ngày 01/7/2016", long over, is no event either.
    const auto deadlines = find_deadlines(source_, sentence.begin, sentence.end, std::nullopt);
    auto deadline = deadlines.begin();
    for (std::size_t i = sentence.begin; i + 6 < sentence.end; ++i) {
      if (!begins_word(source_, i)) continue;
      const PhraseFound word = list.at(source_, i, sentence.end);
      if (!word || source_.at(word.end) != U' ') continue;
      std::size_t at = word.end + 1;
      if (source_.starts(at, "ngay ")) at += 5;
      if (!is_digit(source_.at(at)) || after_number(sentence, i)) continue;
      const std::size_t byte = source_.begin_byte(i);
      while (deadline != deadlines.end() && deadline->at.end() <= byte) ++deadline;
      if (deadline == deadlines.end() || byte < deadline->at.offset) return true;
    }
    return false;
  }

  // "97/2019/QH14 ngày 27/11/2019"
  bool after_number(const Range& sentence, std::size_t at) const {
    while (at > sentence.begin && source_.at(at - 1) == U' ') --at;
    bool number = false;
    for (; at > sentence.begin && source_.at(at - 1) != U' '; --at) {
      number = number || is_digit(source_.at(at - 1)) || source_.at(at - 1) == U'/';
    }
    return number;
  }

  // One duty a clause and body; clauses are divided by ";" before a new verb.
  void add(const std::vector<Body>& bodies, std::size_t begin, const Range& sentence,
           const Grounds& grounds) {
    if (std::all_of(bodies.begin(), bodies.end(),
                    [&](const Body& body) { return is_full(list_of(body)); })) {
      found_.cut = true;
      return;
    }
    Due due(find_deadlines(source_, sentence.begin, sentence.end, reference_));
    std::size_t from = begin;
    for (std::size_t i = begin; i <= sentence.end; ++i) {
      const bool last = i == sentence.end;
      if (!last && source_.at(i) != U';') continue;
      const std::size_t next = skip_space(source_, i + 1, sentence.end);
      if (!last && !work_at(source_, next, sentence.end)) continue;
      add_clause(bodies, {from, i}, sentence, due, grounds);
      from = next;
    }
  }

  // The deadlines of a sentence, asked for clause after clause.
  class Due {
   public:
    explicit Due(std::vector<Deadline> deadlines) : deadlines_(std::move(deadlines)) {}

    // "Trước ngày 30/6, các sở …" holds for every clause that has no day of its own.
    std::optional<Deadline> of(const Span& clause) {
      for (; next_ < deadlines_.size() && deadlines_[next_].at.offset < clause.offset; ++next_) {
        take(before_, deadlines_[next_]);
      }
      std::optional<Deadline> inside;
      for (; next_ < deadlines_.size() && deadlines_[next_].at.end() <= clause.end(); ++next_) {
        take(inside, deadlines_[next_]);
        take(before_, deadlines_[next_]);
      }
      return inside ? inside : before_;
    }

   private:
    // The first one, or the first that says when.
    static void take(std::optional<Deadline>& kept, const Deadline& deadline) {
      if (!kept || (deadline.is_told() && !kept->is_told())) kept = deadline;
    }

    std::vector<Deadline> deadlines_;
    std::size_t next_ = 0;
    std::optional<Deadline> before_;
  };

  void add_clause(const std::vector<Body>& bodies, Range clause, const Range& sentence, Due& due,
                  const Grounds& grounds) {
    const Range words = few_words(source_, clause.begin, clause.end);
    if (words.begin >= words.end) return;
    Duty duty;
    duty.what = source_.text(words.begin, words.end);
    duty.what_at = span_of(source_, words.begin, words.end);
    duty.sentence = span_of(source_, sentence.begin, sentence.end);
    duty.confidence = grounds.confidence;
    duty.reason = grounds.reason;
    duty.deadline = due.of(span_of(source_, clause.begin, clause.end));
    for (const Body& body : bodies) {
      duty.who = body;
      if (body.kind == BodyClass::Unknown) {
        duty.confidence = Confidence::Low;
        duty.reason = {"Không nhận ra đây là đơn vị nào; hãy chọn đơn vị hoặc bỏ.",
                       "It is not clear which body this is; choose one or drop it."};
      }
      keep(duty);
    }
  }

  const SourceText& source_;
  const std::vector<Block>& blocks_;
  std::optional<Date> reference_;
  bool about_a_plan_ = false;
  std::vector<Body> heading_;  // whose tasks the blocks below are
  Mark heading_mark_ = Mark::None;
  DutiesFound found_;
};

// The last place where a clause ends, else the last comma, else the last word within the limit.
std::size_t clause_cut(const SourceText& source, std::size_t begin, std::size_t end) {
  const std::size_t most = std::min(end, begin + words_characters_max);
  std::size_t clause = 0;
  std::size_t comma = 0;
  std::size_t word = most;
  for (std::size_t i = begin + words_characters_least; i < most; ++i) {
    const char32_t c = source.at(i);
    if (c == U' ') word = i;
    if (c != U',' && c != U';') continue;
    comma = i;
    if (c == U';' || work_at(source, skip_space(source, i + 1, end), end)) clause = i;
  }
  if (clause != 0) return clause;
  if (end <= most) return end;
  return comma != 0 ? comma : word;
}

}  // namespace

Range few_words(const SourceText& source, std::size_t begin, std::size_t end) {
  const auto is_edge = [&](std::size_t i) {
    const char32_t c = source.at(i);
    return c == U' ' || c == U'\n' || c == U'.' || c == U',' || c == U';' || c == U':' ||
           c == U'\u2026';
  };
  while (begin < end && is_edge(begin)) ++begin;
  if (end - begin > words_characters_enough) end = clause_cut(source, begin, end);
  while (end > begin && is_edge(end - 1)) --end;
  return {begin, end};
}

Span span_of(const SourceText& source, std::size_t begin, std::size_t end) {
  if (begin >= end) return {source.begin_byte(begin), 0};
  const std::size_t first = source.begin_byte(begin);
  return {first, source.end_byte(end) - first};
}

DutiesFound find_duties(const SourceText& source, const std::vector<Block>& blocks,
                        std::optional<Date> reference) {
  return Reader(source, blocks, reference).run();
}

}  // namespace lantoa::viet
