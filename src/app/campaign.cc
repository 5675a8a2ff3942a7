#include "app/campaign.h"

#include "city/content/decide.h"
#include "city/identity/credentials.h"
#include "city/law/decide.h"
#include "city/plan/decide.h"
#include "platform/embedded/embedded.h"

namespace lantoa::app {
namespace {

using city::organisation::Kind;

Instant at(const char* text) { return *parse_iso_instant(text); }
Date day(const char* text) { return *parse_iso_date(text); }

std::string_view embedded_file(std::string_view path) {
  for (const auto& file : embedded::files()) {
    if (file.path == path) return file.bytes;
  }
  return {};
}

template <class Decide>
Result<ledger::Done> as(House& house, std::string_view login, Decide decide) {
  city::Order order;
  TRY_ASSIGN(order.actor, actor_of(house, login));
  order.decide = std::move(decide);
  return house.app().execute(std::move(order));
}

Result<void> import_units(House& house) {
  const States& states = house.states();
  TRY_ASSIGN(const auto table, sheet::parse_csv(embedded_file("demo/data/units-2021.csv")));
  TRY_ASSIGN(const auto units, city::organisation::read_units(table, day("2021-05-03")));
  TRY(as_setup(house, [&](const city::Envelope& envelope) {
    return city::organisation::decide(states.organisation, units, envelope);
  }));
  return {};
}

// How many of a hundred synthetic persons sit in a unit of this kind, relative to each other.
std::uint32_t weight(Kind kind) {
  switch (kind) {
    case Kind::Ward:
      return 6;
    case Kind::Commune:
    case Kind::Township:
      return 5;
    case Kind::UrbanDistrict:
    case Kind::RuralDistrict:
    case Kind::Town:
      return 24;
    case Kind::Department:
      return 30;
    case Kind::City:
      return 12;
    case Kind::Council:
      return 0;
  }
  return 0;
}

std::string four_digits(std::uint32_t n) {
  std::string digits = std::to_string(n);
  return std::string(digits.size() < 4 ? 4 - digits.size() : 0, '0') + digits;
}

// Spreads `wanted` persons over the tree by weight; one in eight is a key official, one in twelve
// has no mail. Names say what they are: samples.
Result<void> register_persons(House& house, std::uint32_t wanted) {
  const States& states = house.states();
  std::uint64_t total = 0;
  for (std::uint32_t i = 1; i <= states.organisation.size(); ++i) {
    total += weight(states.organisation.unit(city::UnitNo{i}).kind);
  }
  city::identity::RegisterPersons command{{}, day("2021-05-03")};
  std::uint64_t seen = 0;
  std::uint32_t made = 0;
  for (std::uint32_t i = 1; i <= states.organisation.size(); ++i) {
    const auto& unit = states.organisation.unit(city::UnitNo{i});
    seen += weight(unit.kind);
    for (const auto goal = static_cast<std::uint32_t>(seen * wanted / total); made < goal;) {
      ++made;
      const std::string number = four_digits(made);
      command.rows.push_back({made + 1, "Cán bộ mẫu " + number, unit.code,
                              made % 12 == 0 ? "" : "canbo" + number + "@mau.lantoa.example",
                              made % 8 == 1 ? "x" : ""});
    }
  }
  TRY(as_setup(house, [&](const city::Envelope& envelope) {
    return city::identity::decide(states.identity, states.organisation, command, envelope);
  }));
  return {};
}

Result<void> open_accounts(House& house) {
  for (const DemoOfficer& one : demo_officers()) {
    TRY(open_officer(
        house, {one.name, one.unit, one.login, std::string(demo_password), one.role, one.over}));
  }
  return {};
}

// A personal link for every person of one ward, so that the demo can print some.
Result<void> issue_links(House& house) {
  const States& states = house.states();
  city::identity::IssueLinks command;
  crypto::SystemRandom random;
  for (const char* code : {"00046", "00049"}) {
    for (const city::PersonNo person : states.identity.at(states.organisation.by_code(code))) {
      command.links.push_back(
          {person, crypto::base64url(random.bytes(city::identity::link_token_bytes))});
    }
  }
  TRY(as_setup(house, [&](const city::Envelope& envelope) {
    return city::identity::decide(states.identity, states.organisation, command, envelope);
  }));
  return {};
}

Result<void> register_law(House& house) {
  const States& states = house.states();
  const std::vector<city::law::RegisterDocument> documents{
      {"97/2019/QH14",
       "Nghị quyết",
       "Quốc hội",
       "Thí điểm tổ chức mô hình chính quyền đô thị tại thành phố Hà Nội",
       day("2019-11-27"),
       {},
       day("2025-01-01"),
       "Việc thí điểm thực hiện từ 01/7/2021. Hết hiệu lực theo Luật Thủ đô năm 2024."},
      {"32/2021/NĐ-CP",
       "Nghị định",
       "Chính phủ",
       "Quy định chi tiết và biện pháp thi hành Nghị quyết 97/2019/QH14",
       day("2021-03-29"),
       {},
       {},
       "Nghị quyết mà Nghị định này hướng dẫn hết hiệu lực từ 01/01/2025."},
  };
  for (const auto& document : documents) {
    TRY(as(house, "stp.chuyenvien", [&](const city::Envelope& envelope) {
      return city::law::decide(states.law, states.organisation, document, envelope);
    }));
  }
  return {};
}

template <class Command>
Result<ledger::Done> plan_command(House& house, std::string_view login, const Command& command) {
  const States& states = house.states();
  return as(house, login, [&](const city::Envelope& envelope) {
    return city::plan::decide({states.plan, states.organisation}, command, envelope);
  });
}

Result<void> issue_plan(House& house) {
  const States& states = house.states();
  const city::UnitNo root = states.organisation.root();
  TRY(plan_command(
      house, "stp.chuyenvien",
      city::plan::DraftPlan{
          states.organisation.by_code("HDPH"),
          root,
          "Đẩy mạnh phổ biến Nghị quyết 97/2019/QH14 và Nghị định 32/2021/NĐ-CP về thí điểm chính "
          "quyền đô thị tại Hà Nội năm 2021",
          city::plan::Audience::Everybody,
          {{"97/2019/QH14", "Nghị quyết", "Quốc hội", day("2019-11-27")},
           {"32/2021/NĐ-CP", "Nghị định", "Chính phủ", day("2021-03-29")}},
          ""}));
  const city::PlanNo plan{1};
  const std::vector<city::plan::AddTask> tasks{
      {plan,
       "Phổ biến tới từng cán bộ, công chức, viên chức, người lao động của đơn vị",
       {{Kind::Department}, root},
       day("2021-05-31")},
      {plan,
       "Tổ chức triển khai ở quận, huyện, thị xã; chọn nội dung, hình thức hợp đối tượng",
       {{Kind::UrbanDistrict, Kind::RuralDistrict, Kind::Town}, root},
       day("2021-06-04")},
      {plan,
       "Phổ biến qua họp giao ban, trang thông tin và truyền thanh cơ sở",
       {{Kind::Ward, Kind::Commune, Kind::Township}, root},
       day("2021-06-05")},
      {plan,
       "Hướng dẫn, đôn đốc các cơ quan, đơn vị; tổng hợp kết quả",
       {{}, states.organisation.by_code("STP")},
       day("2021-12-15")},
  };
  for (const auto& task : tasks) TRY(plan_command(house, "stp.chuyenvien", task));
  TRY(plan_command(house, "stp.lanhdao",
                   city::plan::ApprovePlan{plan, states.plan.plan(plan).version}));
  TRY(plan_command(house, "stp.chuyenvien",
                   city::plan::IssuePlan{plan, "06/KH-HĐPHPBGDPL", day("2021-05-12")}));
  return {};
}

struct DemoArticle {
  city::content::ArticleText text;
  std::vector<std::string> points;
  bool must_confirm;
};

// Facts of the two documents in our own words.
DemoArticle main_article() {
  return {
      {"Hà Nội thí điểm chính quyền đô thị: điều cán bộ và người dân cần biết",
       "Từ ngày 01/7/2021, các phường của 12 quận và thị xã Sơn Tây không tổ chức Hội đồng nhân "
       "dân; Ủy ban nhân dân phường làm việc theo chế độ thủ trưởng. Ngày 12/5/2021, Hội đồng Phối "
       "hợp phổ biến, giáo dục pháp luật thành phố ban hành kế hoạch để mọi cán bộ và người dân "
       "nắm được quy định mới.",
       "## Căn cứ nào\n\n"
       "Việc thí điểm theo Nghị quyết số 97/2019/QH14 ngày 27/11/2019 của Quốc hội; Chính phủ quy "
       "định chi tiết tại Nghị định số 32/2021/NĐ-CP ngày 29/3/2021.\n\n"
       "## Phường thay đổi ra sao\n\n"
       "- Phường có Ủy ban nhân dân, không có Hội đồng nhân dân. Xã và thị trấn không thay đổi.\n"
       "- Ủy ban nhân dân phường gồm Chủ tịch, Phó Chủ tịch và các công chức khác. Phường loại I, "
       "loại II có không quá hai Phó Chủ tịch; phường loại III có một.\n"
       "- Chủ tịch Ủy ban nhân dân quận, thị xã bổ nhiệm, miễn nhiệm Chủ tịch, Phó Chủ tịch "
       "phường. Mỗi lần bổ nhiệm là 5 năm; không giữ chức Chủ tịch ở cùng một phường quá 10 năm "
       "liên tục.\n"
       "- Chủ tịch phường quyết định và chịu trách nhiệm cá nhân trước pháp luật, trước Hội đồng "
       "nhân dân, Ủy ban nhân dân và Chủ tịch Ủy ban nhân dân quận, thị xã.\n"
       "- Công chức làm việc ở phường thuộc biên chế của quận, thị xã.\n\n"
       "## Người dân được gì\n\n"
       "Chủ tịch phường có thể ủy quyền cho công chức Tư pháp - Hộ tịch ký chứng thực bản sao, nên "
       "việc chứng thực nhanh hơn.\n\n"
       "## Ai phải làm gì\n\n"
       "Sở Tư pháp là cơ quan thường trực, hướng dẫn và đôn đốc. Mỗi sở, ban, ngành phổ biến tới "
       "từng người của mình và thường xuyên đăng tin. Quận, huyện, thị xã chọn cách làm hợp với "
       "địa bàn, chú trọng họp giao ban, trang thông tin, truyền thanh cơ sở và nhân rộng mô hình "
       "hay.",
       "Ban biên tập mẫu"},
      {"Từ 01/7/2021, phường của quận và thị xã Sơn Tây không có Hội đồng nhân dân; Chủ tịch "
       "phường quyết định và chịu trách nhiệm cá nhân.",
       "Chủ tịch Ủy ban nhân dân quận, thị xã bổ nhiệm Chủ tịch, Phó Chủ tịch phường; công chức "
       "phường thuộc biên chế của quận, thị xã.",
       "Chủ tịch phường có thể ủy quyền cho công chức Tư pháp - Hộ tịch ký chứng thực bản sao."},
      true};
}

DemoArticle article_on_certifying() {
  return {{"Chứng thực bản sao ở phường: nhanh hơn nhờ được ủy quyền",
           "Nghị định 32/2021/NĐ-CP cho phép Chủ tịch phường ủy quyền cho công chức Tư pháp - Hộ "
           "tịch ký chứng thực bản sao.",
           "Trước đây chữ ký chứng thực phải chờ Chủ tịch hoặc Phó Chủ tịch. Theo Nghị định số "
           "32/2021/NĐ-CP, công chức Tư pháp - Hộ tịch được ủy quyền thì ký và đóng dấu ngay.\n\n"
           "Người dân mang bản chính và bản sao tới bộ phận một cửa của phường.",
           "Ban biên tập mẫu"},
          {},
          false};
}

DemoArticle article_with_questions() {
  return {
      {"Hỏi nhanh, đáp gọn về Ủy ban nhân dân phường",
       "Năm câu hỏi thường gặp khi phường không còn Hội đồng nhân dân.",
       "**Phường có còn ban hành văn bản quy phạm pháp luật không?** Không.\n\n"
       "**Ai giám sát Ủy ban nhân dân phường?** Hội đồng nhân dân quận, thị xã; Chủ tịch quận, thị "
       "xã có quyền đình chỉ hoặc bãi bỏ văn bản trái pháp luật của phường.\n\n"
       "**Phường có đề xuất dự án đầu tư công không?** Có, Ủy ban nhân dân phường được đề xuất.\n\n"
       "**Xã có bị bỏ Hội đồng nhân dân không?** Không; thí điểm theo Nghị quyết 97/2019/QH14 chỉ "
       "ở phường của quận và thị xã.\n\n"
       "**Thí điểm tới khi nào?** Từ 01/7/2021 tới khi Quốc hội quyết định chấm dứt.",
       "Ban biên tập mẫu"},
      {},
      false};
}

const std::vector<DemoArticle>& articles() {
  static const std::vector<DemoArticle> all{main_article(), article_on_certifying(),
                                            article_with_questions()};
  return all;
}

Result<void> publish(House& house, VirtualClock& clock, const DemoArticle& article, Instant when) {
  const States& states = house.states();
  const city::content::Known known{states.content, states.organisation, states.law, states.plan};
  clock.set({when.ms - 3'600'000});
  city::content::Draft draft{city::content::tidy(article.text), {}, article.points, true};
  TRY_ASSIGN(draft.blob, house.app().blobs.put(encode(draft.text)));
  const city::content::StartArticle start{states.organisation.by_code("STP"), city::PlanNo{1},
                                          article.must_confirm, draft};
  TRY(as(house, "stp.chuyenvien", [&](const city::Envelope& envelope) {
    return city::content::decide(known, start, envelope);
  }));
  clock.set(when);
  const city::content::ApproveArticle approve{city::ArticleNo{states.content.size()}, 1};
  TRY(as(house, "stp.lanhdao", [&](const city::Envelope& envelope) {
    return city::content::decide(known, approve, envelope);
  }));
  return {};
}

}  // namespace

Instant VirtualClock::now() {
  const std::lock_guard guard(mutex_);
  if (speed_ == 0) return base_;
  return {base_.ms + (real_.now().ms - real_base_.ms) * speed_};
}

void VirtualClock::set(Instant at) {
  const std::lock_guard guard(mutex_);
  base_ = at;
  speed_ = 0;
}

void VirtualClock::run(Instant from, std::uint32_t speed) {
  const std::lock_guard guard(mutex_);
  base_ = from;
  real_base_ = real_.now();
  speed_ = speed;
}

const std::vector<DemoOfficer>& demo_officers() {
  using city::Role;
  static const std::vector<DemoOfficer> officers{
      {"quantri", "Quản trị mẫu", "VPUB", Role::Administrator, "01"},
      {"stp.chuyenvien", "Chuyên viên mẫu", "STP", Role::Planner, "01"},
      {"stp.lanhdao", "Lãnh đạo mẫu", "STP", Role::Leader, "01"},
      {"hoankiem.tuphap", "Cán bộ quận mẫu", "002", Role::UnitOfficer, "002"},
      {"phuong.01", "Cán bộ phường mẫu", "00046", Role::UnitOfficer, "00046"},
      {"kiemtra", "Kiểm tra mẫu", "TTTP", Role::Auditor, "01"},
  };
  return officers;
}

Result<std::string> actor_of(House& house, std::string_view login) {
  TRY_ASSIGN(const auto found, house.app().vault.find(city::identity::login_index(login)));
  if (found) return found->id;
  return problem(Code::NotFound, {"Không có tài khoản mẫu " + std::string(login),
                                  "There is no demo account " + std::string(login)});
}

Result<void> load_campaign(House& house, VirtualClock& clock, std::uint32_t persons) {
  clock.set(at("2021-05-03T08:00:00+07:00"));
  house.run_couriers();  // the day turns
  TRY(import_units(house));
  TRY(register_persons(house, persons));
  TRY(open_accounts(house));
  TRY(issue_links(house));
  clock.set(at("2021-05-10T09:00:00+07:00"));
  house.run_couriers();
  TRY(register_law(house));
  clock.set(at("2021-05-12T14:00:00+07:00"));
  house.run_couriers();
  TRY(issue_plan(house));
  clock.set(at("2021-05-13T08:00:00+07:00"));
  house.run_couriers();
  TRY(publish(house, clock, articles()[0], at("2021-05-13T10:32:00+07:00")));
  house.run_couriers();
  return {};
}

Result<void> publish_follow_up(House& house, VirtualClock& clock, std::size_t which, Instant when) {
  if (which + 1 >= articles().size()) return {};
  return publish(house, clock, articles()[which + 1], when);
}

}  // namespace lantoa::app
