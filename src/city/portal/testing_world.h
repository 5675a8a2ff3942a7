// For this folder's tests: a node with the portal and the states it shows, told by facts.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "city/identity/facts.h"
#include "city/portal/portal.h"
#include "city/testing.h"

namespace lantoa::city::portal {

class World {
 public:
  World() : reach(units), live(node.random, node.clock) {
    hear<calendar::DayTurned>([this](const auto& f, const auto& s) { calendar.fold(f, s); });
    hear<organisation::UnitOpened>([this](const auto& f, const auto&) { units.fold(f); });
    hear<law::DocumentRegistered>([this](const auto& f, const auto&) { law.fold(f); });
    hear<plan::PlanDrafted>([this](const auto& f, const auto&) { plans.fold(f); });
    hear<plan::PlanIssued>([this](const auto& f, const auto&) { plans.fold(f); });
    hear<plan::TaskAdded>([this](const auto& f, const auto&) { plans.fold(f); });
    hear<plan::AssignmentsGiven>([this](const auto& f, const auto&) { plans.fold(f); });
    hear<plan::AssignmentDone>([this](const auto& f, const auto&) { plans.fold(f); });
    hear<report::FigureFrozen>([this](const auto& f, const auto& s) { figures.fold(f, s); });
    hear<content::ArticleStarted>([this](const auto& f, const auto&) { content.fold(f); });
    hear<content::VersionDrafted>([this](const auto& f, const auto& s) { content.fold(f, s); });
    hear<content::ArticlePublished>([this](const auto& f, const auto& s) { content.fold(f, s); });
    hear<content::ArticleWithdrawn>([this](const auto& f, const auto& s) { content.fold(f, s); });
    hear<identity::PersonRegistered>([this](const auto& f, const auto& s) { reach.fold(f, s); });
    hear<reach::ItemOpened>([this](const auto& f, const auto& s) { reach.fold(f, s); });
    hear<reach::ReceiptsRecorded>([this](const auto& f, const auto& s) { reach.fold(f, s); });
    hear<comment::CommentReceived>([this](const auto& f, const auto& s) { comments.fold(f, s); });
    hear<comment::CommentPublished>([this](const auto& f, const auto&) { comments.fold(f); });
    hear<comment::CommentReturned>([this](const auto& f, const auto&) { comments.fold(f); });
    hear<comment::CommentForwarded>([this](const auto& f, const auto&) { comments.fold(f); });
    hear<comment::CommentAnswered>([this](const auto& f, const auto& s) { comments.fold(f, s); });
    hear<comment::CommentErased>([this](const auto& f, const auto&) { comments.fold(f); });
    hear<rating::ArticleRated>([this](const auto& f, const auto& s) { ratings.fold(f, s); });
    hear<statistics::RoundOpened>([this](const auto& f, const auto& s) { rounds.fold(f, s); });
    hear<statistics::RoundClosed>([this](const auto& f, const auto& s) { rounds.fold(f, s); });
    hear<statistics::RoundPublished>([this](const auto& f, const auto& s) { rounds.fold(f, s); });
    hear<statistics::RoundUnpublished>([this](const auto& f, const auto& s) { rounds.fold(f, s); });
    install(node.app, views, live,
            {calendar, units, law, plans, content, reach, figures, comments, ratings, rounds},
            node.clock);
  }

  template <class F>
  void tell(std::string subject, const F& fact) {
    node.tell(fact, std::move(subject));
  }

  void open_city() {
    tell("calendar", calendar::DayTurned{*parse_iso_date("2021-05-12")});
    tell("unit/1", organisation::UnitOpened{
                       UnitNo{1}, {}, "Thành phố Hà Nội", "01", organisation::Kind::City, {}, {}});
    tell("unit/2",
         organisation::UnitOpened{
             UnitNo{2}, UnitNo{1}, "Sở Tư pháp", "02", organisation::Kind::Department, {}, {}});
  }

  DocumentNo register_law(std::string number, std::string type, std::string expires) {
    const DocumentNo no{law.size() + 1};
    law::DocumentRegistered fact{no,
                                 number,
                                 number,
                                 std::move(type),
                                 "Quốc hội",
                                 "Trích yếu mẫu",
                                 *parse_iso_date("2019-11-27"),
                                 {},
                                 {},
                                 {}};
    if (!expires.empty()) fact.expires = *parse_iso_date(expires);
    tell("document/" + std::to_string(no.value), fact);
    return no;
  }

  ArticleNo draft(content::ArticleText text, std::vector<DocumentNo> cites = {},
                  std::optional<PlanNo> plan = {}) {
    const ArticleNo no{content.size() + 1};
    tell("article", content::ArticleStarted{no, UnitNo{2}, plan, plan.has_value()});
    const std::string blob = *node.blobs->put(encode(text));
    tell("article", content::VersionDrafted{no, 1, text.title, blob, std::move(cites), {}, {}});
    return no;
  }

  ArticleNo publish(content::ArticleText text, std::string slug, std::vector<DocumentNo> cites = {},
                    std::optional<PlanNo> plan = {}) {
    const ArticleNo no = draft(std::move(text), std::move(cites), plan);
    tell("article", content::ArticlePublished{no, 1, std::move(slug)});
    return no;
  }

  // A plan for the whole city whose newest article `all` persons must know, and `reached` do.
  void open_item(ArticleNo article, std::uint32_t all, std::uint32_t reached) {
    for (std::uint32_t person = 1; person <= all; ++person) {
      identity::PersonRegistered fact{};
      fact.person = PersonNo{person};
      fact.unit = UnitNo{2};
      tell("person", fact);
    }
    tell("item",
         reach::ItemOpened{ItemNo{1}, article, 1, PlanNo{1}, UnitNo{1}, plan::Audience::Everybody});
    receive(reached);
  }
  void receive(std::uint32_t first_persons) {
    if (first_persons == 0) return;
    reach::ReceiptsRecorded fact{};
    fact.item = ItemNo{1};
    for (std::uint32_t no = 1; no <= first_persons; ++no) fact.persons.numbers.push_back(no);
    tell("item", fact);
  }
  void issue_plan() {
    plan::PlanDrafted fact{};
    fact.plan = PlanNo{1};
    fact.issuer = UnitNo{1};
    fact.scope = UnitNo{1};
    fact.title = "Phổ biến mô hình chính quyền đô thị";
    tell("plan/1", fact);
    tell("plan/1", plan::PlanIssued{PlanNo{1}, "06/KH-HĐPHPBGDPL", *parse_iso_date("2021-05-12")});
  }

  // A round of reports that was closed and published.
  void publish_round() {
    statistics::RoundOpened opened{};
    opened.round = RoundNo{1};
    opened.form = "hoat-dong-cap-xa-2012";
    opened.scope = UnitNo{1};
    tell("round/1", opened);
    tell("round/1", statistics::RoundClosed{RoundNo{1}, 0, {}, {}});
    tell("round/1", statistics::RoundPublished{RoundNo{1}, {}});
  }

  // What the I/O thread would answer.
  std::optional<http::Response> fast(
      const std::string& path, http::Method method = http::Method::Get,
      std::vector<std::pair<std::string, std::string>> headers = {}) {
    headers.emplace_back("user-agent", "Mozilla/5.0 (tests)");
    http::Request request;
    request.method = method;
    request.target = path;
    request.path = path;
    request.headers = std::move(headers);
    return node.site.fast(request);
  }

  testing::Node node;
  calendar::State calendar;
  organisation::State units;
  law::State law;
  plan::State plans;
  content::State content;
  reach::State reach;
  comment::State comments;
  report::State figures;
  rating::State ratings;
  statistics::State rounds;
  State views;
  Live live;

 private:
  template <class F>
  void hear(std::function<void(const F&, const ledger::Stamp&)> fold) {
    node.app.folds.on<F>(std::move(fold));
  }
};

}  // namespace lantoa::city::portal
