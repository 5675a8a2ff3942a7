// A city for tests of the rules of articles: a council, a ward, one registered resolution, one plan
// of the council; and people with roles in it.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "city/content/decide.h"
#include "kernel/fact.h"
#include "platform/crypto/crypto.h"

namespace lantoa::city::content {

inline constexpr UnitNo root{1}, council{2}, ward{3};
inline const Date today = *parse_iso_date("2021-05-12");

inline Draft draft(std::string title, bool submit = true) {
  Draft out;
  out.text = {std::move(title), "Mở đầu", "Theo Nghị quyết số 97/2019/QH14 ngày 27/11/2019.",
              "Người viết mẫu 03"};
  out.blob = crypto::hex(crypto::sha256(encode(out.text)));
  out.submit = submit;
  return out;
}

// A city with a council and a ward, one registered resolution, one issued plan of the council.
class World {
 public:
  World() {
    using organisation::Kind;
    organisation.fold({root, {}, "Thành phố mẫu", "01", Kind::City, {}, {}});
    organisation.fold({council, root, "Hội đồng mẫu", "HD", Kind::Council, {}, {}});
    organisation.fold({ward, root, "Phường mẫu", "001", Kind::Ward, {}, {}});
    law::DocumentRegistered resolution;
    resolution.document = DocumentNo{1};
    resolution.number = "97/2019/QH14";
    resolution.key = viet::parse_document_number("97/2019/QH14")->key();
    resolution.type = "Nghị quyết";
    resolution.issued = *parse_iso_date("2019-11-27");
    law.fold(resolution);
    plan::PlanDrafted drafted;
    drafted.plan = PlanNo{1};
    drafted.issuer = council;
    drafted.scope = root;
    plans.fold(drafted);
    plans.fold(plan::PlanIssued{PlanNo{1}, "06/KH-HĐPHPBGDPL", today});
  }

  template <class Command>
  Decided ask(const Command& command, const Actor& actor) const {
    return decide({articles, organisation, law, plans}, command, {clock, today, actor});
  }

  // Decides, and folds what was decided.
  template <class Command>
  Decided act(const Command& command, const Actor& actor) {
    auto decided = ask(command, actor);
    if (!decided) return decided;
    clock.ms += 1000;
    for (const ledger::NewFact& fact : decided->facts) fold(fact);
    return decided;
  }

  const Article& article() const { return articles.article(ArticleNo{1}); }

  State articles;
  organisation::State organisation;
  law::State law;
  plan::State plans;
  Instant clock{1'000};

 private:
  template <class Fact>
  bool fold_as(const ledger::NewFact& fact) {
    if (fact.kind != Fact::kind) return false;
    const auto decoded = lantoa::decode<Fact>(fact.body);
    EXPECT_TRUE(decoded) << fact.body;
    if constexpr (requires { articles.fold(*decoded); }) {
      articles.fold(*decoded);
    } else {
      articles.fold(*decoded, ledger::Stamp{0, clock, "", fact.subject});
    }
    return true;
  }

  void fold(const ledger::NewFact& fact) {
    const bool known = fold_as<ArticleStarted>(fact) || fold_as<VersionDrafted>(fact) ||
                       fold_as<ImageAdded>(fact) || fold_as<VersionSubmitted>(fact) ||
                       fold_as<VersionApproved>(fact) || fold_as<ArticlePublished>(fact) ||
                       fold_as<PublicationScheduled>(fact) || fold_as<ScheduleDropped>(fact) ||
                       fold_as<EmergencyDeclared>(fact) || fold_as<WithdrawalProposed>(fact) ||
                       fold_as<WithdrawalDropped>(fact) || fold_as<ArticleWithdrawn>(fact);
    EXPECT_TRUE(known) << fact.kind;
  }
};

inline Actor person(std::uint32_t no, std::vector<Grant> grants) {
  Actor actor;
  actor.kind = Actor::Kind::Account;
  actor.account = AccountNo{no};
  actor.person = PersonNo{no};
  actor.grants = std::move(grants);
  return actor;
}
inline const Actor officer = person(1, {{Role::UnitOfficer, ward}});
inline const Actor leader = person(2, {{Role::Leader, ward}});
inline const Actor planner = person(3, {{Role::Planner, root}});
inline const Actor chief = person(4, {{Role::Leader, root}});

inline StartArticle start(bool submit = true) {
  return {ward, {}, false, draft("Bài mẫu", submit)};
}
inline EditArticle edit(std::uint32_t seen, bool submit = true) {
  EditArticle out{ArticleNo{1}, seen, draft("Bài mẫu, bản sau", submit)};
  out.draft.note = "Sửa số điện thoại ghi nhầm.";
  return out;
}
inline ApproveArticle approve(std::uint32_t seen) { return {ArticleNo{1}, seen}; }

inline Code code(const Decided& decided) {
  EXPECT_FALSE(decided);
  return decided ? Code::Unavailable : decided.error().code;
}

}  // namespace lantoa::city::content
