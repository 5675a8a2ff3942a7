// Which units stand behind the groups that a plan or an amendment names: papers are read where
// nobody can look a group up. For this folder only.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "city/organisation/state.h"
#include "city/plan/state.h"
#include "platform/paper/paper.h"

namespace lantoa::city::plan {

constexpr std::size_t group_rows_on_paper_max = 2'000;  // of all lists of one paper

struct GroupList {
  GroupNo group;
  std::uint32_t version = 0;  // with which a task was given to it; 0: not yet, it is as it is now
  UnitNo top;                 // of the rule: units elsewhere get nothing
  TaskNo task;                // the first one with it; none: of an amendment that is not issued
  std::string name;           // as it was called then
  std::vector<UnitNo> units;  // that got it, or would get it now; in the order of the tree
};

// Each group once for a version and a top, in the order of the tasks.
class GroupLists {
 public:
  GroupLists(const State& plans, const organisation::State& units) : plans_(plans), units_(units) {}

  void add(const Task& task);      // nothing where it is for no group
  void add(const NewTask& added);  // that is not given yet; the same
  const std::vector<GroupList>& all() const { return all_; }

 private:
  void add(const Rule& rule, std::uint32_t version, const Task* task);

  const State& plans_;
  const organisation::State& units_;
  std::vector<GroupList> all_;
};

// Each with its count and a table; without the table those that would be more than
// group_rows_on_paper_max rows with the ones before. `today`: of what is not given yet.
void write_group_lists(paper::Paper& paper, const std::vector<GroupList>& lists,
                       const organisation::State& units, Date today);

}  // namespace lantoa::city::plan
