// Every kind of call to the disk fails, at every place of a history, once and from then on. Nothing
// acknowledged may be lost, whatever comes after: opening the store anew, a new process, a power
// cut. Every refusal says why, reads go on where the fault lets them, and nothing crashes.
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <array>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <utility>

#include "platform/ledger/sqlite/testing_history.h"

namespace lantoa::ledger {
namespace {

constexpr std::size_t script_steps = 20;

bool is_long() { return std::getenv("LANTOA_LONG") != nullptr; }

enum class After { Reopen, Restart, Cut };
constexpr int afters = 3;

struct Setting {
  Fault fault;
  After after = After::Reopen;
  bool readers_stay = false;  // a reading connection is open all the time
  bool settles = true;        // see StoreOnDisk
};

// One history with one fault in it.
class Trial {
 public:
  Trial(const Script& script, const Setting& setting)
      : script_(script), setting_(setting), on_(disk_, setting.settles) {}

  void run(const std::function<void()>& plan, const std::function<void()>& heal) {
    heal_ = heal;
    plan();
    start();
    while (wrong_.empty() && !is_cut_ && at_ < script_.steps.size()) go_on();
    heal_();
    if (wrong_.empty() && !is_cut_) end();
    on_.close();
  }

  Disk& disk() { return disk_; }
  const std::string& wrong() const { return wrong_; }
  int refusals() const { return refusals_; }

 private:
  const Content& now() const { return script_.contents[at_]; }

  void start() {
    const auto opened = on_.open();
    if (opened) return;
    check_sentence(opened.error());
    heal_();
    if (const auto again = on_.open(); !again) blame("does not start: " + again.error().text.en);
  }

  void go_on() {
    if (!on_.is_open()) return blame("is not open");
    if (setting_.readers_stay) static_cast<void>(on_.store().head());
    const auto taken = on_.take(script_.steps[at_]);
    if (taken) {
      ++at_;
      // The first that was acknowledged after the failure stands on whatever the failure left.
      if (std::exchange(is_recovered_, false)) look(at_, at_);
      return;
    }
    check_sentence(taken.error());
    if (on_.is_open()) while_it_lasts();
    if (setting_.after == After::Cut) return cut();
    heal_();
    const std::size_t before = disk_.journal().size();
    recover();
    if (wrong_.empty()) cut_while_recovering(before);
    if (wrong_.empty()) see_where_it_stands();
  }

  // A failed sync leaves open whether the step is there; before the store was opened anew nobody
  // may see it.
  void while_it_lasts() {
    if (!blocks_reading()) {
      const auto content = on_.content();
      if (!content) return blame("cannot be read: " + content.error().text.en);
      if (*content != now()) return blame("shows what was refused");
    }
    if (script_.steps[at_].kind == Step::Kind::Append) {
      const auto again = on_.store().append(script_.steps[at_].batch);
      if (again) return blame("appends after a failure");
      check_sentence(again.error());
    }
    if (setting_.fault.lasting && setting_.after == After::Reopen) {
      const auto opened = on_.store().reopen();
      if (!opened) check_sentence(opened.error());
    }
  }

  bool blocks_reading() const {
    const Call call = setting_.fault.call;
    return setting_.fault.lasting &&
           (call == Call::Open || call == Call::Read || call == Call::Map);
  }

  void recover() {
    if (setting_.after == After::Reopen && on_.is_open()) {
      if (const auto opened = on_.store().reopen(); !opened) {
        blame("does not write again: " + opened.error().text.en);
      }
      return;
    }
    on_.close();
    if (const auto opened = on_.open(); !opened) {
      blame("does not start again: " + opened.error().text.en);
    }
  }

  // The power may go while what failed is made good.
  void cut_while_recovering(std::size_t before) {
    const auto& journal = disk_.journal();
    const std::size_t operations = journal.size() - before;
    const auto seed = static_cast<std::uint32_t>(setting_.fault.ordinal);
    for (std::uint32_t i = 0; i < 3 && operations > 0; ++i) {
      Platter platter;
      const std::size_t end = before + (seed * 5 + i * 7) % operations;
      for (std::size_t at = 0; at < end; ++at) platter.apply(journal[at]);
      Disk after(platter.cut(static_cast<Loss>((seed + i) % losses), seed + i));
      const Look look = look_at(after, script_.contents, at_, at_ + 1);
      if (!look.wrong.empty()) blame("is cut while it recovers: " + look.wrong);
    }
  }

  void see_where_it_stands() {
    const auto content = on_.content();
    if (!content) return blame("cannot be read afterwards: " + content.error().text.en);
    if (*content == script_.contents[at_ + 1]) ++at_;
    if (*content != now()) blame("does not hold what was acknowledged");
    is_recovered_ = true;
  }

  void cut() {
    is_cut_ = true;
    on_.close();
    heal_();
    look(at_, at_ + 1);
  }

  // What was acknowledged after the fault must be durable, too.
  void end() {
    on_.close();
    look(script_.steps.size(), script_.steps.size());
  }

  void look(std::size_t first, std::size_t last) {
    for (const Loss loss : {Loss::All, Loss::Sectors, Loss::None}) {
      Disk after(disk_.platter().cut(loss, static_cast<std::uint32_t>(setting_.fault.ordinal)));
      const Look look = look_at(after, script_.contents, first, last);
      if (!look.wrong.empty()) blame("after a power cut: " + look.wrong);
    }
  }

  void check_sentence(const Problem& problem) {
    ++refusals_;
    if (problem.code != Code::Unavailable) blame("another code: " + problem.text.en);
    if (problem.text.vi.empty() || problem.text.en.empty()) blame("gives no reason");
  }

  void blame(const std::string& what) {
    if (wrong_.empty()) wrong_ = "at step " + std::to_string(at_) + " it " + what;
  }

  const Script& script_;
  Setting setting_;
  Disk disk_;
  StoreOnDisk on_;
  std::function<void()> heal_;
  std::size_t at_ = 0;  // steps done
  bool is_cut_ = false;
  bool is_recovered_ = false;
  int refusals_ = 0;
  std::string wrong_;
};

std::string describe(const Setting& setting) {
  constexpr std::array<const char*, afters> names = {"reopen", "restart", "cut"};
  return std::string(name_of(setting.fault.call)) + " " + std::to_string(setting.fault.ordinal) +
         (setting.fault.lasting ? " and all after it" : "") +
         (setting.fault.evicts ? ", bytes forgotten" : "") +
         (setting.readers_stay ? ", readers stay, " : ", ") +
         names[static_cast<std::size_t>(setting.after)];
}

// Of one ordinal, everything that can be combined with it.
std::vector<Setting> settings_of(Call call, std::uint64_t ordinal) {
  std::vector<Setting> all;
  for (int i = 0; i < 8 * afters; ++i) {
    const Setting setting{.fault = {call, ordinal, (i & 1) != 0, (i & 2) != 0},
                          .after = static_cast<After>(i / 8),
                          .readers_stay = (i & 4) != 0};
    if (setting.fault.evicts && call != Call::Sync) continue;
    // In the short run readers stay at every other place only.
    if (!is_long() && setting.readers_stay != (ordinal % 2 == 0)) continue;
    all.push_back(setting);
  }
  return all;
}

class DiskFault : public testing::TestWithParam<Call> {};

TEST_P(DiskFault, LosesNothingAndSaysWhy) {
  const Call call = GetParam();
  const Script script = make_script(script_steps);
  // Reads and writes are many and alike.
  const bool is_often = call == Call::Read || call == Call::Write || call == Call::WriteNoSpace;
  const std::uint64_t stride = is_long() || !is_often ? 1 : 7;
  std::uint64_t ordinals = 0;
  int trials = 0;
  int refusals = 0;
  bool reached = true;
  for (std::uint64_t ordinal = 1; reached; ordinal += stride) {
    reached = false;
    for (const Setting& setting : settings_of(call, ordinal)) {
      Trial trial(script, setting);
      Disk& disk = trial.disk();
      trial.run([&] { disk.plan(setting.fault); }, [&] { disk.heal(); });
      if (!disk.has_failed()) continue;
      reached = true;
      ++trials;
      refusals += trial.refusals();
      ASSERT_EQ(trial.wrong(), "") << describe(setting);
    }
    if (reached) ordinals = ordinal;
  }
  std::cout << name_of(call) << ": places 1 to " << ordinals << " by " << stride << ", " << trials
            << " histories, " << refusals << " refusals\n";
  EXPECT_GT(trials, 10);
}

INSTANTIATE_TEST_SUITE_P(Ledger, DiskFault,
                         testing::Values(Call::Open, Call::Read, Call::Write, Call::WriteNoSpace,
                                         Call::Truncate, Call::Sync, Call::Remove, Call::Map));

// Opening a reading connection can need space, so on a full disk those that are open must stay.
TEST(DiskFault, AFullDiskClosesNoReader) {
  const Script script = make_script(3);
  Disk disk;
  StoreOnDisk on(disk);
  ASSERT_TRUE(on.open());
  ASSERT_TRUE(on.take(script.steps[0]));
  ASSERT_TRUE(on.store().head());
  disk.plan(
      {.call = Call::WriteNoSpace, .ordinal = disk.count(Call::WriteNoSpace) + 1, .lasting = true});
  ASSERT_FALSE(on.take(script.steps[1]));
  const bool opened = on.store().reopen().has_value();
  // The reader's two files, and the writer's: the ledger and its log.
  EXPECT_EQ(on.vfs().open_files(), opened ? 4U : 2U);
  disk.heal();
  ASSERT_TRUE(on.store().reopen());
  EXPECT_TRUE(on.take(script.steps[1]));
}

// The same trial must catch a store that believes what the system shows of a log after a failed
// sync.
TEST(DiskFault, CatchesALogThatIsNotSettled) {
  const Script script = make_script(script_steps);
  int wrong = 0;
  std::string example;
  for (std::uint64_t ordinal = 1; ordinal <= 50; ++ordinal) {
    for (const After after : {After::Reopen, After::Restart}) {
      const Setting setting{.fault = {Call::Sync, ordinal}, .after = after, .settles = false};
      Trial trial(script, setting);
      trial.run([&] { trial.disk().plan(setting.fault); }, [&] { trial.disk().heal(); });
      if (trial.wrong().empty()) continue;
      ++wrong;
      example = describe(setting) + ": " + trial.wrong();
    }
  }
  std::cout << "not settled: " << wrong << " of 100 histories wrong, such as " << example << "\n";
  EXPECT_GT(wrong, 0);
}

// Memory for SQLite that can run out. The functions get nothing of ours, so the plan is here.
struct Memory {
  sqlite3_mem_methods real{};
  std::uint64_t count = 0;
  std::uint64_t fails_from = 0;  // 0: never
  bool lasting = false;
  bool has_failed = false;

  bool fails() {
    ++count;
    if (fails_from == 0 || count < fails_from || (count > fails_from && !lasting)) return false;
    has_failed = true;
    return true;
  }
};
Memory memory;

void* allocate(int size) { return memory.fails() ? nullptr : memory.real.xMalloc(size); }
void* reallocate(void* old, int size) {
  return memory.fails() ? nullptr : memory.real.xRealloc(old, size);
}

class ShortMemory {
 public:
  ShortMemory() {
    sqlite3_shutdown();
    sqlite3_config(SQLITE_CONFIG_GETMALLOC, &memory.real);
    sqlite3_mem_methods failing = memory.real;
    failing.xMalloc = allocate;
    failing.xRealloc = reallocate;
    sqlite3_config(SQLITE_CONFIG_MALLOC, &failing);
    sqlite3_initialize();
  }
  ~ShortMemory() {
    sqlite3_shutdown();
    sqlite3_config(SQLITE_CONFIG_MALLOC, &memory.real);
    sqlite3_initialize();
  }
  ShortMemory(const ShortMemory&) = delete;
  ShortMemory& operator=(const ShortMemory&) = delete;
};

TEST(DiskFault, WantOfMemoryLosesNothingAndSaysWhy) {
  const ShortMemory scope;
  const Script script = make_script(script_steps);
  const std::uint64_t stride = is_long() ? 7 : 151;
  int trials = 0;
  int refusals = 0;
  bool reached = true;
  std::uint64_t ordinal = 1;
  for (; reached; ordinal += stride) {
    reached = false;
    for (int i = 0; i < 2 * afters; ++i) {
      Setting setting{.fault = {Call::Read, ordinal, (i & 1) != 0},
                      .after = static_cast<After>(i / 2)};
      memory.has_failed = false;
      Trial trial(script, setting);
      trial.run(
          [&] {
            memory.count = 0;
            memory.fails_from = ordinal;
            memory.lasting = setting.fault.lasting;
          },
          [] { memory.fails_from = 0; });
      if (!memory.has_failed) continue;
      reached = true;
      ++trials;
      refusals += trial.refusals();
      ASSERT_EQ(trial.wrong(), "") << "memory " << describe(setting);
    }
  }
  std::cout << "memory: places 1 to " << ordinal << " by " << stride << ", " << trials
            << " histories, " << refusals << " refusals\n";
  EXPECT_GT(trials, 10);
}

}  // namespace
}  // namespace lantoa::ledger
