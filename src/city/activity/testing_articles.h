// For this folder's tests: articles that the portal shows, told as content tells them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "city/activity/testing_world.h"

namespace lantoa::city::activity {

class Articles {
 public:
  explicit Articles(World& world) : world_(world) {}

  // Drafted by this unit, public from the world's present moment on.
  ArticleNo publish(UnitNo unit, std::string title, std::vector<DocumentNo> cites = {},
                    std::optional<PlanNo> plan = {}) {
    const ArticleNo no{++articles_};
    world_.tell(content::ArticleStarted{no, unit, plan, false});
    versions_.push_back(0);
    revise(no, std::move(title), std::move(cites));
    return no;
  }
  // A new version, public at once; brings back what was withdrawn.
  void revise(ArticleNo no, std::string title, std::vector<DocumentNo> cites = {}) {
    const std::uint32_t version = ++versions_[no.index()];
    content::VersionDrafted drafted{};
    drafted.article = no;
    drafted.version = version;
    drafted.title = std::move(title);
    drafted.cites = std::move(cites);
    world_.tell(drafted);
    world_.tell(content::ArticlePublished{no, version, "bai"});
  }
  void withdraw(ArticleNo no, content::Reason reason = content::Reason::Wrong) {
    world_.tell(content::ArticleWithdrawn{no, reason, "Ghi nhầm số điều", PersonNo{9}});
  }

 private:
  World& world_;
  std::uint32_t articles_ = 0;
  std::vector<std::uint32_t> versions_;  // by article's index
};

// News of the ward that somebody recorded by hand.
inline LogActivity news(std::string what, std::string_view on = "2021-05-20") {
  LogActivity out{UnitNo{3}, {}, {}};
  out.typed.kind = "tin-bai";
  out.typed.on = day(on);
  out.typed.what = std::move(what);
  out.typed.amounts = {{"tin-bai", 1}};
  return out;
}

}  // namespace lantoa::city::activity
