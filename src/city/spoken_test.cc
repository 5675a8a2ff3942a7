#include "city/spoken.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "city/testing.h"

namespace lantoa::city {
namespace {

std::vector<SpokenPart> heard(std::string_view label, bool is_name = false) {
  return spoken_parts(label, Language::English, is_name);
}

TEST(SpokenParts, OfAVietnamesePageNeedNoMark) {
  EXPECT_EQ(spoken_parts("Xã Minh Khai", Language::Vietnamese, true),
            (std::vector<SpokenPart>{{"Xã Minh Khai", false}}));
}

TEST(SpokenParts, AreWhollyVietnameseOrNot) {
  for (const char* label : {"Xã Minh Khai", "Điều 9", "Nghị quyết 97/2019/QH14",
                            "Chứng thực bản sao ở phường: nhanh hơn cho ai", "Đ", "Ðống Đa"}) {
    EXPECT_EQ(heard(label), (std::vector<SpokenPart>{{label, true}})) << label;
  }
  for (const char* label : {"Home", "Coverage", "Nothing “quoted” – here…", "3 × 4", "", " "}) {
    EXPECT_EQ(heard(label), (std::vector<SpokenPart>{{label, false}})) << label;
  }
}

TEST(SpokenParts, ANameWithoutMarksIsOneBecauseItIsSaid) {
  EXPECT_EQ(heard("Hai ba trang", true), (std::vector<SpokenPart>{{"Hai ba trang", true}}));
  EXPECT_EQ(heard("Hai ba trang"), (std::vector<SpokenPart>{{"Hai ba trang", false}}));
}

TEST(SpokenParts, AreMarkedWithinAnEnglishLabel) {
  EXPECT_EQ(heard("Plan 06/KH-HĐPHPBGDPL"),
            (std::vector<SpokenPart>{{"Plan ", false}, {"06/KH-HĐPHPBGDPL", true}}));
  EXPECT_EQ(heard("Report of Xã Minh Khai in June"),
            (std::vector<SpokenPart>{
                {"Report of ", false}, {"Xã Minh Khai", true}, {" in June", false}}));
  EXPECT_EQ(heard("Work of Sở Tư pháp"),
            (std::vector<SpokenPart>{{"Work of ", false}, {"Sở Tư pháp", true}}));
}

// Whatever is said is said once and in its order.
TEST(SpokenParts, TogetherAreTheLabel) {
  for (const char* label :
       {"Plan 06/KH-HĐND of Quận Ba Đình, 2021", "a  đ  b", " đ", "đ ", "x đ "}) {
    std::string all;
    for (const SpokenPart& part : heard(label)) all += part.said;
    EXPECT_EQ(all, label);
  }
}

// The path above a page, as readers get it.
TEST(SpokenParts, AreMarkedInThePathAboveAnEnglishPageOnly) {
  testing::Node node;
  const auto body = [&](Language language) {
    Visit visit;
    visit.language = language;
    const std::vector<App::Crumb> path{
        {"Home", "/"}, App::named("Hai màu & một", "/bai/1"), {"Plan 06/KH-HĐND", {}}};
    return node.app.show(visit, {"Trang", "Page"}, Chips{}, path).body;
  };
  const std::string english = body(Language::English);
  EXPECT_THAT(english, ::testing::HasSubstr("<a href=\"/\">Home</a>"));
  EXPECT_THAT(english, ::testing::HasSubstr("<a href=\"/bai/1\"><span lang=\"vi\">Hai màu &amp; một"
                                            "</span></a>"));
  EXPECT_THAT(english, ::testing::HasSubstr("<span aria-current=\"page\">Plan <span lang=\"vi\">"
                                            "06/KH-HĐND</span></span>"));
  const std::string vietnamese = body(Language::Vietnamese);
  EXPECT_THAT(vietnamese, ::testing::HasSubstr("<a href=\"/bai/1\">Hai màu &amp; một</a>"));
  EXPECT_THAT(vietnamese,
              ::testing::HasSubstr("<span aria-current=\"page\">Plan 06/KH-HĐND</span>"));
}

}  // namespace
}  // namespace lantoa::city
