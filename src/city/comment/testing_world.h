// For this folder's tests: a node with comments under an article of district 1, told by facts.
//
//   city 1 ── district 1 (2) ── ward 11 (3)
//          └─ district 2 (4)
#pragma once

#include <string>

#include "city/comment/comment.h"
#include "city/testing.h"

namespace lantoa::city::comment {

class World {
 public:
  World() {
    hear<calendar::DayTurned>(calendar);
    hear<organisation::UnitOpened>(units);
    hear<workday::DaySet>(workdays);
    hear<content::ArticleStarted>(articles);
    hear<content::VersionDrafted>(articles);
    hear<content::ArticlePublished>(articles);
    hear<content::ArticleWithdrawn>(articles);
    install(node.app, comments, {calendar, units, workdays, articles, node.clock});
    node.app.find_actor = [this](std::string_view name) -> Result<Actor> { return find(name); };
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

  Known known() const { return {comments, units, workdays, articles}; }

  template <class Command>
  Result<ledger::Done> run(std::string actor, Command command) {
    return node.run(std::move(actor),
                    [this, command = std::move(command)](const Envelope& envelope) {
                      auto decision = decide(known(), command, envelope);
                      if (decision) last = *decision;
                      return decision;
                    });
  }

  SendComment comment(std::string text = "Khi nào có hướng dẫn cho xã?") {
    const std::string number = std::to_string(++sent_);
    SendComment out{article, "Nguyễn Văn Mẫu", "", "Xin hỏi", std::move(text), true};
    out.code = code_digest("code " + number);
    out.form = "form " + number;
    out.print = print_of(node.vault, out.name, out.title, out.text);
    return out;
  }
  SendComment signed_by(std::string name, SendComment command) const {
    command.name = std::move(name);
    command.print = print_of(node.vault, command.name, command.title, command.text);
    return command;
  }
  CommentNo send(SendComment command) {
    const auto done = run("anybody", std::move(command));
    ASSERT(done.has_value());
    return CommentNo{comments.comments()};
  }
  const Comment& at(CommentNo no) const { return comments.comment(no); }
  std::uint32_t version(CommentNo no) const { return at(no).version; }

  // Accounts by number: 1 an officer of district 1, 2 another one there, 3 of ward 11, 4 of
  // district 2, 5 an auditor of the city, 6 its administrator.
  std::string officer() const { return "account/1"; }
  std::string second() const { return "account/2"; }
  std::string of_ward() const { return "account/3"; }
  std::string elsewhere() const { return "account/4"; }

  testing::Node node;
  calendar::State calendar;
  organisation::State units;
  workday::State workdays;
  content::State articles;
  State comments;
  ArticleNo article;
  ledger::Decision last;

 private:
  static Result<Actor> find(std::string_view name) {
    if (name.starts_with("courier/")) return Actor::system(name.substr(8));
    if (name == anybody_name) return Actor::anybody();
    Actor actor;
    actor.kind = Actor::Kind::Account;
    actor.name = name;
    actor.account = AccountNo{static_cast<std::uint32_t>(name.back() - '0')};
    actor.person = PersonNo{actor.account.value};
    switch (actor.account.value) {
      case 3:
        actor.grants = {{Role::UnitOfficer, UnitNo{3}}};
        break;
      case 4:
        actor.grants = {{Role::UnitOfficer, UnitNo{4}}};
        break;
      case 5:
        actor.grants = {{Role::Auditor, UnitNo{1}}};
        break;
      case 6:
        actor.grants = {{Role::Administrator, UnitNo{1}}};
        break;
      default:
        actor.grants = {{Role::UnitOfficer, UnitNo{2}}};
    }
    return actor;
  }

  void open_unit(std::uint32_t no, std::uint32_t parent, std::string name,
                 organisation::Kind kind) {
    organisation::UnitOpened fact{UnitNo{no}, {}, std::move(name), "0" + std::to_string(no), kind,
                                  {},         {}};
    if (parent != 0) fact.parent = UnitNo{parent};
    tell(fact);
  }

  template <class F, class S>
  void hear(S& state) {
    city::hear<F>(node.app, state);
  }

  unsigned sent_ = 0;
};

}  // namespace lantoa::city::comment
