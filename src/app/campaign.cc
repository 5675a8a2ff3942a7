#include "app/campaign.h"

#include "app/demo_articles.h"
#include "app/demo_people.h"
#include "city/content/decide.h"
#include "city/law/text.h"
#include "city/plan/decide.h"
#include "platform/embedded/embedded.h"
#include "platform/image/image.h"

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
  TRY_ASSIGN(const auto table, sheet::parse_table(embedded_file("demo/data/units-2021.csv")));
  TRY_ASSIGN(const auto units, city::organisation::read_units(table, day("2021-05-03")));
  TRY(as_setup(house, [&](const city::Envelope& envelope) {
    return city::organisation::decide(states.organisation, units, envelope);
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
      {"9999/2021/QĐ-UBND",
       "Quyết định",
       "Ủy ban nhân dân thành phố Mẫu",
       "Ban hành Quy chế mẫu về phổ biến pháp luật ở cơ sở",
       day("2021-05-04"),
       day("2021-05-10"),
       {},
       "Văn bản giả định, chỉ để minh hoạ toàn văn từng Điều."},
  };
  for (const auto& document : documents) {
    TRY(as(house, "stp.chuyenvien", [&](const city::Envelope& envelope) {
      return city::law::decide(states.law, states.organisation, document, envelope);
    }));
  }
  return {};
}

// The text of the made-up decision, the last that was registered.
Result<void> keep_full_text(House& house) {
  const States& states = house.states();
  const city::DocumentNo document{states.law.size()};
  TRY_ASSIGN(
      const city::law::ProposeText text,
      city::law::proposal(house.app().blobs, document, embedded_file("demo/data/quy-che-mau.txt"),
                          "văn bản giả định của bản trình diễn", city::law::fields::file));
  TRY(as(house, "stp.chuyenvien", [&](const city::Envelope& envelope) {
    return city::law::decide(states.law, states.organisation, text, envelope);
  }));
  TRY(as(house, "stp.lanhdao", [&](const city::Envelope& envelope) {
    return city::law::decide(states.law, states.organisation, city::law::ConfirmText{document, 1},
                             envelope);
  }));
  return {};
}

template <class Command>
Result<ledger::Done> plan_command(House& house, std::string_view login, const Command& command) {
  const States& states = house.states();
  return as(house, login, [&](const city::Envelope& envelope) {
    return city::plan::decide({states.plan, states.organisation, states.workday}, command,
                              envelope);
  });
}

std::vector<city::plan::Section> plan_sections() {
  using city::plan::Part;
  return {{Part::Purpose,
           "- Để mỗi cán bộ, công chức, viên chức và người dân hiểu mô hình chính quyền đô thị: "
           "phường không tổ chức Hội đồng nhân dân, ai làm việc gì, thủ tục thay đổi ra sao.\n"
           "- Phổ biến đúng nội dung, đúng người, kịp trước ngày mô hình vận hành; ghi lại từng "
           "hoạt động để số liệu báo cáo kiểm tra được."},
          {Part::Content,
           "Trọng tâm là những điều người dân gặp khi làm việc với phường và những việc cán bộ, "
           "công chức phường phải làm khác trước."},
          {Part::Budget, "Từ kinh phí phổ biến, giáo dục pháp luật của từng cơ quan, đơn vị."},
          {Part::Reporting,
           "Đơn vị ghi hoạt động ngay khi làm xong; báo cáo sáu tháng và cả năm lập từ các hoạt "
           "động đã ghi, gửi Sở Tư pháp tổng hợp."}};
}

Result<void> issue_plan(House& house) {
  const States& states = house.states();
  const city::UnitNo root = states.organisation.root();
  using city::plan::Form;
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
          "",
          {Form::Meetings, Form::AgencySites, Form::LawSite, Form::CityPortal, Form::Press,
           Form::Broadcasting, Form::Loudspeakers, Form::SocialNetworks, Form::VisualDisplays,
           Form::Other},
          {},
          plan_sections(),
          {{"Thành ủy, Hội đồng nhân dân, Ủy ban nhân dân Thành phố", "để báo cáo"},
           {"Các sở, ban, ngành; Ủy ban nhân dân quận, huyện, thị xã", "để thực hiện"},
           {"Cổng thông tin điện tử Thành phố", "để đăng tải"}}}));
  const city::PlanNo plan{1};
  const std::vector<city::plan::AddTask> tasks{
      {plan,
       "Phổ biến tới từng cán bộ, công chức, viên chức, người lao động của đơn vị",
       {Kind::Department},
       "",
       day("2021-05-31"),
       {"Bộ phận pháp chế, tổ chức cán bộ", "Thủ trưởng cơ quan", "Sở Tư pháp hướng dẫn nội dung",
        "Mọi người trong cơ quan xác nhận đã đọc", ""}},
      {plan,
       "Tổ chức triển khai ở quận, huyện, thị xã; chọn nội dung, hình thức hợp đối tượng",
       {Kind::UrbanDistrict, Kind::RuralDistrict, Kind::Town},
       "",
       day("2021-06-04"),
       {"Phòng Tư pháp", "Chủ tịch Ủy ban nhân dân quận, huyện, thị xã",
        "Ủy ban nhân dân cấp huyện quyết định hình thức, kinh phí",
        "Văn bản triển khai và ít nhất một hội nghị", "Phòng Văn hóa và Thông tin"}},
      {plan,
       "Phổ biến qua họp giao ban, trang thông tin và truyền thanh cơ sở",
       {Kind::Ward, Kind::Commune, Kind::Township},
       "",
       day("2021-06-05"),
       {"Công chức tư pháp – hộ tịch", "Chủ tịch Ủy ban nhân dân cấp xã", "Phòng Tư pháp hướng dẫn",
        "Một buổi phổ biến và bốn bản tin truyền thanh", "Đài truyền thanh cơ sở, tổ dân phố"}},
      {plan,
       "Hướng dẫn, đôn đốc các cơ quan, đơn vị; tổng hợp kết quả",
       {},
       "STP",
       day("2021-12-15"),
       {"Phòng Phổ biến, giáo dục pháp luật", "Giám đốc Sở", "", "Báo cáo tổng hợp hai kỳ", ""}},
  };
  for (const auto& task : tasks) TRY(plan_command(house, "stp.chuyenvien", task));
  TRY(plan_command(house, "stp.lanhdao",
                   city::plan::ApprovePlan{plan, states.plan.plan(plan).version}));
  TRY(plan_command(house, "stp.chuyenvien",
                   city::plan::IssuePlan{plan, "06/KH-HĐPHPBGDPL", day("2021-05-12")}));
  return {};
}

// The article's picture, and its text as a further version that shows it.
Result<void> add_picture(House& house, const DemoArticle& article, city::content::Draft draft) {
  const States& states = house.states();
  const city::content::Known known{states.content, states.organisation, states.law, states.plan};
  TRY_ASSIGN(const auto large, image::redrawn(embedded_file(article.picture)));
  TRY_ASSIGN(const auto small, image::narrowed(large.bytes));
  city::content::AddImage add{
      city::ArticleNo{states.content.size()}, article.alt, {}, {}, large.width, large.height};
  TRY_ASSIGN(add.large, house.app().blobs.put(large.bytes));
  TRY_ASSIGN(add.small, house.app().blobs.put(small.bytes));
  TRY(as(house, "stp.chuyenvien", [&](const city::Envelope& envelope) {
    return city::content::decide(known, add, envelope);
  }));
  TRY_ASSIGN(const auto* image, states.content.find(city::ImageNo{states.content.images()}));
  draft.text.body.insert(0, city::content::markdown_of(*image) + "\n\n");
  draft.submit = true;
  TRY_ASSIGN(draft.blob, house.app().blobs.put(encode(draft.text)));
  TRY(as(house, "stp.chuyenvien", [&](const city::Envelope& envelope) {
    return city::content::decide(known, city::content::EditArticle{add.article, 1, draft},
                                 envelope);
  }));
  return {};
}

Result<void> publish(House& house, VirtualClock& clock, const DemoArticle& article, Instant when) {
  const States& states = house.states();
  const city::content::Known known{states.content, states.organisation, states.law, states.plan};
  clock.set({when.ms - 3'600'000});
  city::content::Draft draft{
      city::content::tidy(article.text), {}, article.points, article.picture.empty()};
  TRY_ASSIGN(draft.blob, house.app().blobs.put(encode(draft.text)));
  const city::content::StartArticle start{states.organisation.by_code("STP"), city::PlanNo{1},
                                          article.must_confirm(), draft};
  TRY(as(house, "stp.chuyenvien", [&](const city::Envelope& envelope) {
    return city::content::decide(known, start, envelope);
  }));
  if (!article.picture.empty()) TRY(add_picture(house, article, draft));
  clock.set(when);
  const city::ArticleNo no{states.content.size()};
  const city::content::ApproveArticle approve{no, states.content.article(no).latest().number};
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

Result<void> load_campaign(House& house, VirtualClock& clock, std::uint32_t persons) {
  clock.set(at("2021-05-03T08:00:00+07:00"));
  house.run_couriers();  // the day turns
  TRY(import_units(house));
  TRY(register_persons(house, persons));
  TRY(open_demo_accounts(house));
  TRY(issue_links(house));
  clock.set(at("2021-05-10T09:00:00+07:00"));
  house.run_couriers();
  TRY(register_law(house));
  TRY(keep_full_text(house));
  clock.set(at("2021-05-12T14:00:00+07:00"));
  house.run_couriers();
  TRY(issue_plan(house));
  clock.set(at("2021-05-13T08:00:00+07:00"));
  house.run_couriers();
  TRY(publish(house, clock, demo_articles()[0], at("2021-05-13T10:32:00+07:00")));
  house.run_couriers();
  return {};
}

Result<void> publish_follow_up(House& house, VirtualClock& clock, std::size_t which, Instant when) {
  return publish(house, clock, demo_articles().at(which), when);
}

}  // namespace lantoa::app
