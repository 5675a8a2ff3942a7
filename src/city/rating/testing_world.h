// For this folder's tests: a node with two public articles of district 1, told by facts.
//
//   city 1 ── district 1 (2) ── ward 11 (3)
//          └─ district 2 (4)
#pragma once

#include <string>

#include "city/rating/rating.h"
#include "city/testing.h"

namespace lantoa::city::rating {

class World {
 public:
  World() {
    hear<calendar::DayTurned>(calendar);
    hear<organisation::UnitOpened>(units);
    hear<content::ArticleStarted>(articles);
    hear<content::VersionDrafted>(articles);
    hear<content::ArticlePublished>(articles);
    hear<content::ArticleWithdrawn>(articles);
    install(node.app, ratings, {calendar, units, articles, node.clock});
    node.app.find_actor = [](std::string_view name) -> Result<Actor> { return find(name); };
    tell(calendar::DayTurned{*parse_iso_date("2021-05-12")});
    open_unit(1, 0, "Thành phố Hà Nội", organisation::Kind::City);
    open_unit(2, 1, "Quận Một", organisation::Kind::UrbanDistrict);
    open_unit(3, 2, "Phường Mười Một", organisation::Kind::Ward);
    open_unit(4, 1, "Quận Hai", organisation::Kind::UrbanDistrict);
    article = publish("Bài mẫu");
  }

  template <class F>
  void tell(const F& fact) {
    node.tell(fact);
  }

  ArticleNo publish(std::string title) {
    const ArticleNo no{articles.size() + 1};
    tell(content::ArticleStarted{no, UnitNo{2}, {}, false});
    tell(content::VersionDrafted{no, 1, std::move(title), "", {}, {}, {}});
    tell(content::ArticlePublished{no, 1, "bai-mau"});
    return no;
  }
  void withdraw(ArticleNo no) {
    tell(content::ArticleWithdrawn{no, content::Reason::Wrong, "Nhầm", PersonNo{1}});
  }

  template <class Command>
  Result<ledger::Done> run(std::string actor, Command command) {
    return node.run(std::move(actor),
                    [this, command = std::move(command)](const Envelope& envelope) {
                      return decide(Known{ratings, articles}, command, envelope);
                    });
  }
  Result<ledger::Done> rate(std::optional<bool> helpful, std::optional<Reason> reason = {},
                            std::string words = {}) {
    return run(std::string(anybody_name), RateArticle{article, helpful, reason, std::move(words)});
  }
  std::optional<std::string> words(std::uint32_t no) {
    return node.vault.open(words_id(RatingNo{no})).value();
  }

  testing::Node node;
  calendar::State calendar;
  organisation::State units;
  content::State articles;
  State ratings;
  ArticleNo article;

 private:
  template <class F, class S>
  void hear(S& state) {
    city::hear<F>(node.app, state);
  }
  void open_unit(std::uint32_t no, std::uint32_t parent, std::string name,
                 organisation::Kind kind) {
    organisation::UnitOpened fact{UnitNo{no}, {}, std::move(name), "0" + std::to_string(no), kind,
                                  {},         {}};
    if (parent != 0) fact.parent = UnitNo{parent};
    tell(fact);
  }
  // account/3: of district 1; account/4: of district 2.
  static Result<Actor> find(std::string_view name) {
    if (name.starts_with("courier/")) return Actor::system(name.substr(8));
    if (name == anybody_name) return Actor::anybody();
    Actor actor;
    actor.kind = Actor::Kind::Account;
    actor.name = name;
    const bool first = name == "account/3";
    actor.home = UnitNo{first ? 2U : 4U};
    actor.grants = {{Role::UnitOfficer, actor.home}};
    return actor;
  }
};

}  // namespace lantoa::city::rating
