// For this folder's tests: a node with what can be found and the search over it, told by facts.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "city/search/search.h"
#include "city/testing.h"

namespace lantoa::city::search {

class World {
 public:
  explicit World(std::filesystem::path parent = std::filesystem::temp_directory_path())
      : follower(std::move(parent)) {
    city::hear<calendar::DayTurned>(node.app, calendar);
    city::hear<organisation::UnitOpened>(node.app, units);
    city::hear<law::DocumentRegistered, law::TextProposed, law::TextConfirmed>(node.app, law);
    city::hear<plan::PlanDrafted, plan::PlanIssued>(node.app, plans);
    city::hear<content::ArticleStarted, content::VersionDrafted, content::ArticlePublished,
               content::ArticleWithdrawn>(node.app, content);
    install(node.app, follower, {calendar, units, law, plans, content});
    tell(calendar::DayTurned{*parse_iso_date("2021-05-12")});
    open_unit(1, {}, "Thành phố Hà Nội", organisation::Kind::City);
    open_unit(2, UnitNo{1}, "Sở Tư pháp", organisation::Kind::Department);
  }

  template <class F>
  void tell(const F& fact) {
    node.tell(fact);
  }

  void open_unit(std::uint32_t no, std::optional<UnitNo> parent, std::string name,
                 organisation::Kind kind) {
    tell(organisation::UnitOpened{
        UnitNo{no}, parent, std::move(name), std::to_string(no), kind, {}, {}});
  }
  DocumentNo register_law(std::string number, std::string type, std::string issuer,
                          std::string title, std::string issued = "2021-03-29") {
    const DocumentNo no{law.size() + 1};
    law::DocumentRegistered fact{};
    fact.document = no;
    fact.number = number;
    fact.key = number;
    fact.type = std::move(type);
    fact.issuer = std::move(issuer);
    fact.title = std::move(title);
    fact.issued = *parse_iso_date(issued);
    tell(fact);
    return no;
  }
  void keep_text(DocumentNo document, const std::string& text) {
    tell(law::TextProposed{document, 1, *node.blobs->put(text), 1, "Công báo mẫu", {}});
    tell(law::TextConfirmed{document, 1, PersonNo{2}});
  }
  ArticleNo draft(const std::string& title, const std::string& body,
                  std::vector<DocumentNo> cites = {}, std::optional<PlanNo> plan = {}) {
    const ArticleNo no{content.size() + 1};
    tell(content::ArticleStarted{no, UnitNo{2}, plan, plan.has_value()});
    draft_version(no, title, body, std::move(cites));
    return no;
  }
  void draft_version(ArticleNo no, const std::string& title, const std::string& body,
                     std::vector<DocumentNo> cites = {}) {
    const content::ArticleText text{title, "Mở đầu", body, "Người viết mẫu"};
    const auto version = static_cast<std::uint32_t>(content.article(no).versions.size() + 1);
    tell(content::VersionDrafted{
        no, version, title, *node.blobs->put(encode(text)), std::move(cites), {}, {}});
  }
  void show(ArticleNo no) {
    tell(content::ArticlePublished{no, content.article(no).latest().number, "bai-mau"});
  }
  ArticleNo publish(const std::string& title, const std::string& body,
                    std::vector<DocumentNo> cites = {}, std::optional<PlanNo> plan = {}) {
    const ArticleNo no = draft(title, body, std::move(cites), plan);
    show(no);
    return no;
  }
  void withdraw(ArticleNo no) {
    tell(content::ArticleWithdrawn{no, content::Reason::Wrong, "Nhầm", PersonNo{1}});
  }
  PlanNo draft_plan(std::string title) {
    plan::PlanDrafted fact{};
    fact.plan = PlanNo{plans.plans() + 1};
    fact.issuer = fact.scope = UnitNo{2};
    fact.title = std::move(title);
    tell(fact);
    return fact.plan;
  }
  void issue(PlanNo plan, std::string number) {
    tell(plan::PlanIssued{plan, std::move(number), *parse_iso_date("2021-05-12")});
  }

  http::Response get(const std::string& path, Language language = Language::Vietnamese) {
    return node.get(path, {}, language);
  }
  // The ids of all that /tim finds, in order.
  std::vector<std::string> found(std::string_view typed);

  testing::Node node;
  calendar::State calendar;
  organisation::State units;
  law::State law;
  plan::State plans;
  content::State content;
  Follower follower;
};

}  // namespace lantoa::city::search
