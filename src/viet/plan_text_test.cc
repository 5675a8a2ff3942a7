#include "viet/plan_text.h"

#include <fstream>
#include <iterator>

namespace lantoa::viet {
namespace {

const Date reference = *parse_iso_date("2021-04-22");

// "[departments] gửi báo cáo < 2021-11-29": class, work, last day where there is one.
std::vector<std::string> written(const std::vector<Duty>& duties) {
  std::vector<std::string> out;
  for (const Duty& duty : duties) {
    std::string line = "[" + std::string(name_of(duty.who.kind)) + "] " + duty.what;
    if (duty.deadline && duty.deadline->last_day) line += " < " + iso(*duty.deadline->last_day);
    out.push_back(std::move(line));
  }
  return out;
}

std::vector<std::string> duties_of(const std::string& text) {
  return written(read_plan(text, reference).duties);
}

using Lines = std::vector<std::string>;

TEST(PlanText, TasksStandBelowTheirBody) {
  const std::string text =
      "KẾ HOẠCH\n\nVề quản lý chợ\n\nIII. TỔ CHỨC THỰC HIỆN\n\n"
      "1. Sở Tư pháp (Cơ quan Thường trực Hội đồng):\n"
      "- Chủ trì biên soạn tài liệu, hoàn thành trước ngày 15/5/2021;\n"
      "- Hướng dẫn, kiểm tra các đơn vị; tổng hợp kết quả trước ngày 10 tháng 12 năm 2021.\n"
      "- Thời gian: thường xuyên.\n"
      "2. Sở Công Thương, Sở Tài chính\n"
      "a) Rà soát danh sách chợ, gửi Sở Tư pháp chậm nhất ngày 30/4.\n"
      "3. Báo Mẫu: mở chuyên mục hằng tuần.\n"
      "4. UBND các huyện, thị xã\n"
      "- Chỉ đạo UBND xã, phường, thị trấn phổ biến tới từng hộ trong tháng 6/2021.\n"
      "- Báo cáo trước ngày 25 hằng tháng.\n"
      "Nơi nhận:\n- Các sở, ban, ngành có trách nhiệm thực hiện;\n";
  EXPECT_EQ(duties_of(text),
            (Lines{"[standing_agency] Chủ trì biên soạn tài liệu, hoàn thành trước ngày 15/5/2021 "
                   "< 2021-05-14",
                   "[standing_agency] Hướng dẫn, kiểm tra các đơn vị",
                   "[standing_agency] tổng hợp kết quả trước ngày 10 tháng 12 năm 2021 < "
                   "2021-12-09",
                   "[named] Rà soát danh sách chợ, gửi Sở Tư pháp chậm nhất ngày 30/4 < 2021-04-30",
                   "[named] Rà soát danh sách chợ, gửi Sở Tư pháp chậm nhất ngày 30/4 < 2021-04-30",
                   "[press] mở chuyên mục hằng tuần",
                   "[districts] Chỉ đạo UBND xã, phường, thị trấn phổ biến tới từng hộ trong tháng "
                   "6/2021 < 2021-06-30",
                   "[districts] Báo cáo trước ngày 25 hằng tháng"}));
  const PlanReading reading = read_plan(text, reference);
  EXPECT_EQ(reading.duties[3].who.name, "Sở Công Thương");
  EXPECT_EQ(reading.duties[4].who.name, "Sở Tài chính");
  EXPECT_EQ(reading.duties[7].deadline->kind, Deadline::Kind::Recurring);
  EXPECT_EQ(reading.duties[0].confidence, Confidence::High);
}

TEST(PlanText, WorkingDaysAreKeptAsTheyAreSaid) {
  const PlanReading reading = read_plan(
      "KẾ HOẠCH\n\nVề quản lý chợ\n\nIII. TỔ CHỨC THỰC HIỆN\n\n1. Sở Tư pháp\n"
      "- Chủ trì biên soạn tài liệu trong vòng 10 ngày làm việc kể từ ngày ban hành Kế hoạch này;\n"
      "- Hướng dẫn các đơn vị.\n- Thời gian: 15 ngày làm việc.\n"
      "- Tổng hợp kết quả trong 20 ngày kể từ ngày ban hành.\n",
      reference);
  ASSERT_EQ(reading.duties.size(), 3U);
  ASSERT_TRUE(reading.duties[0].deadline);
  EXPECT_EQ(reading.duties[0].deadline->working_days, 10U);
  EXPECT_FALSE(reading.duties[0].deadline->last_day);
  ASSERT_TRUE(reading.duties[1].deadline);
  EXPECT_EQ(reading.duties[1].deadline->working_days, 15U);
  ASSERT_TRUE(reading.duties[2].deadline) << "it is said, and left to a person";
  EXPECT_FALSE(reading.duties[2].deadline->is_told());
}

TEST(PlanText, EveryOffsetIsAPlaceInTheText) {
  const std::string text =
      "Theo đó, Sở Y tế có trách nhiệm in sổ tay,  phát\ncho người dân trước ngày 3/5/2021.\n";
  const PlanReading reading = read_plan(text, reference);
  ASSERT_EQ(reading.duties.size(), 1U);
  const Duty& duty = reading.duties.front();
  const auto cut = [&](Span span) { return text.substr(span.offset, span.length); };
  EXPECT_EQ(cut(duty.who.at), "Sở Y tế");
  EXPECT_EQ(cut(duty.what_at), "in sổ tay,  phát\ncho người dân trước ngày 3/5/2021");
  EXPECT_EQ(duty.what, "in sổ tay, phát cho người dân trước ngày 3/5/2021");
  EXPECT_EQ(cut(duty.sentence), text.substr(0, text.size() - 1));
  ASSERT_TRUE(duty.deadline);
  EXPECT_EQ(cut(duty.deadline->at), "trước ngày 3/5/2021");
  ASSERT_FALSE(reading.audiences.empty());
  EXPECT_EQ(cut(reading.audiences.front().at), "người dân");
}

struct Sentence {
  std::string text;
  Lines duties;
};

TEST(PlanText, ASentenceIsADutyOnlyWhenItGivesOne) {
  const std::vector<Sentence> cases{
      // What happened, is said, or is so.
      {"Sở Tư pháp đã tổ chức ba hội nghị.", {}},
      {"Sở Tư pháp vừa ban hành hướng dẫn.", {}},
      {"Sở Tư pháp là cơ quan tham mưu của UBND thành phố.", {}},
      {"Các huyện được biểu dương tại hội nghị tổng kết.", {}},
      {"UBND quận Mẫu có 12 phường.", {}},
      {"Hội nghị do Sở Tư pháp tổ chức.", {}},
      {"Sáng 12/5, Sở Tư pháp tổ chức hội nghị.", {}},
      {"Kế hoạch giao từng việc. Sở Tư pháp tổ chức hội nghị ngày 12/5 tại hội trường.", {}},
      {"Việc phổ biến phải tiết kiệm.", {}},
      {"Ban hành kèm theo Kế hoạch này.", {}},
      {"Số 12/KH-UBND có trách nhiệm gì?", {}},
      // Bodies with duties.
      {"Các sở, ban, ngành thành phố có trách nhiệm đăng tải văn bản.",
       {"[departments] đăng tải văn bản"}},
      {"Giao Sở Nội vụ bố trí nhân lực.", {"[named] bố trí nhân lực"}},
      {"Đề nghị Hội Nông dân tỉnh và các đoàn thể vận động hội viên.",
       {"[mass_organisations] vận động hội viên"}},
      {"Thủ trưởng các cơ quan, đơn vị chịu trách nhiệm về kết quả.", {"[every_unit] về kết quả"}},
      {"Chủ tịch UBND các xã, phường, thị trấn phải niêm yết công khai.",
       {"[communes] niêm yết công khai"}},
      {"Hội đồng Phối hợp phổ biến, giáo dục pháp luật các quận, huyện chủ trì tập huấn.",
       {"[district_councils] chủ trì tập huấn"}},
      {"Trước ngày 30/11/2021, các sở, ngành, UBND các huyện phải gửi báo cáo.",
       {"[departments] gửi báo cáo < 2021-11-29", "[districts] gửi báo cáo < 2021-11-29"}},
      // A topic before the body; a day in a sentence of its own; a verb after a name.
      {"Trực quan: Sở Văn hóa và Thể thao chủ trì treo pa nô. Hoàn thành trước 20/5/2021.",
       {"[named] chủ trì treo pa nô < 2021-05-19"}},
      {"Sở Mẫu có trách nhiệm rà soát văn bản ban hành trước ngày 01/7/2016.",
       {"[named] rà soát văn bản ban hành trước ngày 01/7/2016"}},
      {"1- Giao Bộ Mẫu chỉ đạo Sở Mẫu in tờ gấp.", {"[named] chỉ đạo Sở Mẫu in tờ gấp"}},
      // Party committees are no units of a tree.
      {"Các quận ủy, huyện ủy có trách nhiệm chỉ đạo.", {}},
      // Without a plan around it a bare verb is news; with one it is a duty.
      {"Sở Tư pháp tổ chức tuyên truyền.", {}},
      {"Theo kế hoạch, từng nơi có việc riêng, theo đó giao rõ. Sở Tư pháp tổ chức tuyên truyền; "
       "in tờ gấp.",
       {"[named] tổ chức tuyên truyền", "[named] in tờ gấp"}},
  };
  for (const Sentence& one : cases) EXPECT_EQ(duties_of(one.text), one.duties) << one.text;
}

TEST(PlanText, TheNextSentenceGoesOnWithTheSameBody) {
  EXPECT_EQ(duties_of("Sở Y tế có trách nhiệm in sổ tay. Thường xuyên cập nhật trang tin. Sổ tay "
                      "dày 40 trang. Phát hành rộng rãi."),
            (Lines{"[named] in sổ tay", "[named] Thường xuyên cập nhật trang tin"}));
}

TEST(PlanText, ADayInASentenceOfItsOwnBelongsToTheSameBody) {
  const std::string head = "III. TỔ CHỨC THỰC HIỆN\n\n1. Sở Tư pháp:\n- In tờ gấp.\n";
  EXPECT_EQ(duties_of(head + "- Hoàn thành trước ngày 20/5/2021.\n"),
            (Lines{"[named] In tờ gấp < 2021-05-19"}));
  // More than a day is a task, and not of the body before.
  EXPECT_EQ(duties_of(head + "2. Sở Y tế:\n"
                             "- Hoàn thành trước ngày 20/5/2021 việc tập huấn cho trạm y tế.\n"),
            (Lines{"[named] In tờ gấp",
                   "[named] Hoàn thành trước ngày 20/5/2021 việc tập huấn cho trạm y tế < "
                   "2021-05-19"}));
  EXPECT_EQ(duties_of(head + "- Hoàn thành trong tháng 6/2021 việc phát tờ gấp.\n"),
            (Lines{"[named] In tờ gấp",
                   "[named] Hoàn thành trong tháng 6/2021 việc phát tờ gấp < 2021-06-30"}));
  // A bare day below another body's heading is not the first one's.
  EXPECT_EQ(duties_of(head + "2. Sở Y tế:\n- Hoàn thành trước ngày 20/5/2021.\n"),
            (Lines{"[named] In tờ gấp"}));
  EXPECT_EQ(duties_of(head + "- Thời gian tới, Sở Y tế có trách nhiệm phát sổ tay.\n"),
            (Lines{"[named] In tờ gấp", "[named] phát sổ tay"}));
  EXPECT_EQ(duties_of("Sở Y tế có trách nhiệm in sổ tay. Hoàn thành trước ngày 20/5/2021 việc tập "
                      "huấn. Xong trước 30/5."),
            (Lines{"[named] in sổ tay",
                   "[named] Hoàn thành trước ngày 20/5/2021 việc tập huấn < 2021-05-19"}));
}

TEST(PlanText, WhatIsNoKnownBodyIsListedApart) {
  const PlanReading reading = read_plan(
      "III. TỔ CHỨC THỰC HIỆN\n\n1. Tổ công tác chợ số:\n- Lập bản đồ, xong trong quý II/2021.\n"
      "2. Hợp tác xã Chợ Mới\n- Niêm yết quy định.\n3. Kinh phí\nDo ngân sách bảo đảm.\n\n"
      "Câu lạc bộ Luật gia trẻ chủ trì cuộc thi.",
      reference);
  EXPECT_TRUE(reading.duties.empty());
  EXPECT_EQ(written(reading.unmatched),
            (Lines{"[unknown] Lập bản đồ, xong trong quý II/2021 < 2021-06-30",
                   "[unknown] Niêm yết quy định", "[unknown] chủ trì cuộc thi"}));
  ASSERT_EQ(reading.unmatched.size(), 3U);
  EXPECT_EQ(reading.unmatched[0].who.name, "Tổ công tác chợ số");
  EXPECT_EQ(reading.unmatched[2].who.name, "Câu lạc bộ Luật gia trẻ");
  EXPECT_EQ(reading.unmatched[2].confidence, Confidence::Low);
}

constexpr std::string_view cells[] = {"STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian",
                                      "1",   "Họp báo",  "Sở Mẫu",          "15/5/2021",
                                      "2",   "Phát loa", "UBND xã, phường", "Quý II/2021",
                                      "3",   "Thi",      "Đội Xung kích",   "–"};

TEST(PlanText, ATableOfTasksAsLinesOrRows) {
  std::string lines = "Phụ lục\n\n";
  std::string rows = "Phụ lục\n\n";
  for (std::size_t i = 0; i < std::size(cells); ++i) {
    lines += std::string(cells[i]) + "\n\n";
    rows += std::string(cells[i]) + (i % 4 == 3 ? "\n" : " | ");
  }
  const Lines expected{"[named] Họp báo < 2021-05-15", "[communes] Phát loa < 2021-06-30"};
  for (const std::string& text : {lines, rows}) {
    const PlanReading reading = read_plan(text, reference);
    EXPECT_EQ(written(reading.duties), expected) << text;
    ASSERT_EQ(reading.unmatched.size(), 1U) << text;
    EXPECT_EQ(reading.unmatched[0].who.name, "Đội Xung kích");
  }
}

TEST(PlanText, ALongTableIsReadToItsEnd) {
  std::string rows = "Phụ lục\n\nSTT | Nhiệm vụ | Cơ quan chủ trì\n|---|---|---|\n";
  std::string lines = "Phụ lục\n\nSTT\n\nNhiệm vụ\n\nCơ quan chủ trì\n\n";
  for (int i = 1; i <= 350; ++i) {
    const std::string number = std::to_string(i);
    rows += number + " | Họp " + number + " | Sở Mẫu\n";
    lines += number + "\n\nHọp " + number + "\n\nSở Mẫu\n\n";
  }
  for (const std::string& text : {rows, lines}) {
    const PlanReading reading = read_plan(text, reference);
    EXPECT_EQ(reading.duties.size(), 350U);
    EXPECT_TRUE(reading.unmatched.empty());
    EXPECT_FALSE(reading.cut);
  }
}

TEST(PlanText, EachListHasItsOwnLimitAndSaysWhenItIsCut) {
  const auto many = [](std::string_view sentence, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += sentence;
    return out;
  };
  const std::string stranger = "Đội Xung kích có trách nhiệm canh chợ.\n\n";
  const std::string known = "Sở Mẫu có trách nhiệm in tờ gấp.\n\n";
  const PlanReading full = read_plan(many(stranger, plan_duties_max) + known, reference);
  EXPECT_EQ(full.unmatched.size(), plan_duties_max);
  EXPECT_EQ(full.duties.size(), 1U);
  EXPECT_FALSE(full.cut);
  const PlanReading over = read_plan(many(stranger, plan_duties_max + 1) + known, reference);
  EXPECT_EQ(over.unmatched.size(), plan_duties_max);
  EXPECT_EQ(over.duties.size(), 1U);
  EXPECT_TRUE(over.cut);
  const PlanReading duties = read_plan(many(known, plan_duties_max + 1) + stranger, reference);
  EXPECT_EQ(duties.duties.size(), plan_duties_max);
  EXPECT_EQ(duties.unmatched.size(), 1U);
  EXPECT_TRUE(duties.cut);
  const std::string day = "gửi trước ngày 5/6/2021\n\n";
  EXPECT_FALSE(read_plan(many(day, plan_deadlines_max), reference).cut);
  EXPECT_TRUE(read_plan(many(day, plan_deadlines_max + 1), reference).cut);
  EXPECT_TRUE(read_plan(many("Chợ.\n\n", plan_blocks_max + 1), reference).cut);
  EXPECT_FALSE(read_plan(many("Chợ.\n\n", plan_blocks_max), reference).cut);
}

TEST(PlanText, ARuleBelowTheHeadOfATableIsNoTask) {
  const PlanReading reading = read_plan(
      "| Nhiệm vụ | Cơ quan chủ trì | Thời gian |\n|---|:---:|---|\n| Họp | Sở Mẫu | Quý II/2021 "
      "|\n",
      reference);
  EXPECT_EQ(written(reading.duties), (Lines{"[named] Họp < 2021-06-30"}));
  EXPECT_TRUE(reading.unmatched.empty());
}

TEST(PlanText, TheHeadOfAPlan) {
  const PlanReading reading = read_plan(
      "UBND TỈNH MẪU\n\nSỞ TƯ PHÁP\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nSố: 5/KH-STP\n\n"
      "Mẫu, ngày 20 tháng 4 năm 2021\n\nKẾ HOẠCH\n\nVề ngày hội đọc luật\n\nCăn cứ Luật số 1.\n",
      std::nullopt);
  ASSERT_TRUE(reading.issuer);
  EXPECT_EQ(reading.issuer->name, "SỞ TƯ PHÁP");
  EXPECT_EQ(reading.number, "05/KH-STP");
  EXPECT_EQ(reading.title, "Về ngày hội đọc luật");
}

TEST(PlanText, AHeadOfSingleLines) {
  const PlanReading reading = read_plan(
      "THÀNH ỦY MẪU\nBAN TUYÊN GIÁO\nSố 12-KH/BTGTU\nKẾ HOẠCH\ntuyên truyền bầu cử\n"
      "I. MỤC ĐÍCH\n1. Để mọi người biết.\n",
      std::nullopt);
  EXPECT_EQ(reading.title, "tuyên truyền bầu cử");
  EXPECT_EQ(reading.number, "12-KH/BTGTU");
  ASSERT_TRUE(reading.issuer);
  EXPECT_EQ(reading.issuer->name, "BAN TUYÊN GIÁO");
}

TEST(PlanText, FormsAndWhomToReach) {
  const PlanReading reading = read_plan(
      "2. Hình thức\n- Họp tổ dân phố; phát tờ gấp; treo băng rôn.\n- Trên Báo Mẫu, Đài huyện, loa "
      "truyền thanh; Zalo; cuộc thi trực tuyến; tư vấn pháp luật.\n3. Đối tượng: học sinh, phụ "
      "nữ.\n"
      "4. Khác\nSở gửi báo cáo. Quyền của công chức. Thông tin đến từng viên chức, nhất là cán bộ "
      "chủ chốt.",
      reference);
  std::vector<std::string> forms;
  for (const auto& one : reading.forms) forms.emplace_back(name_of(one.form));
  EXPECT_EQ(forms, (Lines{"meetings", "printed_matter", "visual_displays", "press", "broadcasting",
                          "loudspeakers", "social_networks", "contests", "legal_advice"}));
  std::vector<std::string> groups;
  for (const auto& one : reading.audiences) groups.emplace_back(name_of(one.group));
  EXPECT_EQ(groups, (Lines{"pupils", "women", "public_employees", "key_officials"}));
}

TEST(PlanText, WhateverTheTextItIsRead) {
  EXPECT_TRUE(read_plan("", {}).duties.empty());
  EXPECT_TRUE(read_plan("\n\n- \n1.\n", {}).duties.empty());
  std::string letters;
  for (int i = 0; i < 50'000; ++i) letters += "a\n";
  EXPECT_TRUE(read_plan(letters, reference).duties.empty());
  std::string bodies;
  for (int i = 0; i < 5'000; ++i) bodies += "các sở, ban, ngành, ";
  EXPECT_TRUE(read_plan(bodies, reference).duties.empty());
  std::string days = "Theo kế hoạch, theo đó có việc. Sở Mẫu tổ chức";
  for (int i = 0; i < 5'000; ++i) days += " trước ngày 1/6/2021; gửi";
  const PlanReading reading = read_plan(days, reference);
  EXPECT_EQ(reading.duties.size(), plan_duties_max);
  EXPECT_EQ(reading.deadlines.size(), plan_deadlines_max);
}

// The article the product began with.
TEST(PlanText, TheRealArticle) {
  std::ifstream file(LANTOA_SHARED_DIR "/data/article-2021-05-13.txt");
  if (!file) GTEST_SKIP() << "no article beside the sources";
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const PlanReading reading = read_plan(text, parse_iso_date("2021-05-13").value());
  ASSERT_TRUE(reading.issuer);
  EXPECT_TRUE(reading.issuer->name.starts_with("Hội đồng Phối hợp"));
  std::map<BodyClass, int> counts;
  for (const Duty& duty : reading.duties) {
    ++counts[duty.who.kind];
    EXPECT_FALSE(duty.deadline) << duty.what;
    if (duty.who.kind == BodyClass::StandingAgency) {
      EXPECT_EQ(duty.who.name, "Sở Tư pháp");
      EXPECT_EQ(duty.confidence, Confidence::High);
    }
  }
  EXPECT_EQ(counts[BodyClass::StandingAgency], 1);
  EXPECT_EQ(counts[BodyClass::Departments], 3);
  EXPECT_EQ(counts[BodyClass::DistrictCouncils], 3);
  EXPECT_TRUE(reading.unmatched.empty());
  EXPECT_GE(reading.forms.size(), 9U);
  std::vector<AudienceGroup> groups;
  for (const auto& one : reading.audiences) groups.push_back(one.group);
  EXPECT_EQ(groups, (std::vector{AudienceGroup::Officials, AudienceGroup::CivilServants,
                                 AudienceGroup::PublicEmployees, AudienceGroup::Workers,
                                 AudienceGroup::KeyOfficials}));
}

}  // namespace
}  // namespace lantoa::viet
