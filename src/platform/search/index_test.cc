#include "platform/search/index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>
#include <map>
#include <thread>

#include "kernel/testing_folder.h"

namespace lantoa::search {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;
namespace fs = std::filesystem;

class Shelf : public testing::Test {
 protected:
  void put(std::string id, std::string title, std::string text,
           std::vector<std::string> facets = {"bai", "1", "2021"}, std::int64_t order = 0) {
    ASSERT_TRUE(index.put(
        {std::move(id), std::move(title), std::move(text), "", {}, std::move(facets), order}));
  }
  void commit() { ASSERT_TRUE(index.commit()); }
  Found find(std::string_view typed, std::vector<std::string> filters = {"", "", ""}) {
    auto found = index.find({parse_query(typed), {}, {}, std::move(filters)});
    EXPECT_TRUE(found) << found.error().text.en;
    return found.value_or(Found{});
  }
  std::vector<std::string> ids(std::string_view typed) { return ids(find(typed)); }
  static std::vector<std::string> ids(const Found& found) {
    std::vector<std::string> out;
    for (const Hit& hit : found.hits) out.push_back(hit.id);
    return out;
  }

  Index index{fs::temp_directory_path()};
};

TEST_F(Shelf, IsEmptyAtFirst) {
  EXPECT_THAT(ids("đất"), IsEmpty());
  EXPECT_EQ(find("đất", {"", ""}).facets.size(), 2U) << "a place for each filter all the same";
  EXPECT_THAT(*index.complete(parse_query("đ"), 5), IsEmpty());
  EXPECT_EQ(*index.first_known({"nd 32"}), "");
}

TEST_F(Shelf, MarksRankAndDoNotHide) {
  put("bare", "Hoa Binh", "hoa binh hoa binh hoa binh");
  put("other", "Họa bình", "tranh");
  put("exact", "Chuyện khác", "một lần ở Hòa Bình");
  put("none", "Khác", "khác");
  commit();
  EXPECT_THAT(ids("hòa bình"), ElementsAre("exact", "other", "bare"));
  EXPECT_THAT(ids("HOÀ BÌNH"), ElementsAre("exact", "other", "bare"));
  EXPECT_THAT(ids("hoa binh"), UnorderedElementsAre("exact", "other", "bare"));
}

TEST_F(Shelf, EveryWordHasToBeThereElseSomeDo) {
  put("both", "Đất đai", "và nhà ở");
  put("one", "Đất", "hiếm");
  commit();
  EXPECT_THAT(ids("đất nhà"), ElementsAre("both"));
  EXPECT_FALSE(find("đất nhà").nearly);
  const Found nearly = find("đất voi");
  EXPECT_TRUE(nearly.nearly);
  EXPECT_THAT(ids(nearly), UnorderedElementsAre("both", "one"));
  EXPECT_THAT(ids("voi"), IsEmpty());
}

TEST_F(Shelf, PhrasesStandTogetherInOrder) {
  put("phrase", "A", "về chính quyền đô thị ở đây");
  put("apart", "B", "đô thị và chính quyền");
  commit();
  EXPECT_THAT(ids("\"chinh quyen do thi\""), ElementsAre("phrase"));
  EXPECT_THAT(ids("chính quyền đô thị"), UnorderedElementsAre("phrase", "apart"));
}

TEST_F(Shelf, APhraseDoesNotGoFromTheTitleIntoTheText) {
  put("x", "một hai", "ba bốn");
  commit();
  EXPECT_THAT(ids("\"hai ba\""), IsEmpty());
}

TEST_F(Shelf, TitlesComeBeforeTexts) {
  put("text", "Chuyện khác", "lý lịch tư pháp, lý lịch tư pháp và lý lịch tư pháp");
  put("title", "Lý lịch tư pháp", "cấp phiếu");
  commit();
  EXPECT_THAT(ids("lí lịch tư pháp"), ElementsAre("title", "text"));
}

TEST_F(Shelf, KeysComeFirstEvenWithoutTheWords) {
  put("cites", "Nghị định 32 nói gì", "điều 9 nghị định 32");
  ASSERT_TRUE(index.put({"law", "Văn bản", "trích yếu", "", {"nghi dinh 32"}, {}, 0}));
  commit();
  EXPECT_EQ(*index.first_known({"dinh 32", "nghi dinh 32"}), "nghi dinh 32");
  const auto found = index.find({parse_query("điều 9 nghị định 32"), {"nghi dinh 32"}, {}, {}});
  ASSERT_TRUE(found);
  EXPECT_THAT(ids(*found), ElementsAre("law", "cites"));
  const auto beside = index.find({parse_query("nghị định 32 voi"), {"nghi dinh 32"}, {3}, {}});
  EXPECT_TRUE(beside->nearly);
}

TEST_F(Shelf, FacetsCountWhatTheOthersLeave) {
  put("a", "luật", "", {"bai", "1", "2021"});
  put("b", "luật", "", {"bai", "2", "2022"});
  put("c", "luật", "", {"van-ban", "", "2021"});
  commit();
  const Found all = find("luật");
  EXPECT_EQ(all.total, 3);
  EXPECT_THAT(all.facets[0], ElementsAre(FacetCount{"bai", 2}, FacetCount{"van-ban", 1}));
  EXPECT_THAT(all.facets[1], ElementsAre(FacetCount{"1", 1}, FacetCount{"2", 1}));
  const Found some = find("luật", {"bai", "", "2021"});
  EXPECT_THAT(ids(some), ElementsAre("a"));
  EXPECT_EQ(some.total, 1);
  EXPECT_THAT(some.facets[0], ElementsAre(FacetCount{"bai", 1}, FacetCount{"van-ban", 1}));
  EXPECT_THAT(some.facets[2], ElementsAre(FacetCount{"2021", 1}, FacetCount{"2022", 1}));
  EXPECT_THAT(ids(find("", {"van-ban", "", ""})), ElementsAre("c")) << "no words: all of them";
}

TEST_F(Shelf, PagesEndWithTheLast) {
  for (int i = 0; i < 25; ++i) {
    put("n" + std::to_string(i), "luật", "", {}, i);
  }
  commit();
  const auto page = [&](std::uint32_t first) {
    return *index.find({parse_query("luật"), {}, {}, {}, first, 10});
  };
  EXPECT_EQ(page(0).hits.front().id, "n24") << "of equals the newest";
  EXPECT_EQ(page(20).hits.size(), 5);
  EXPECT_EQ(page(20).total, 25);
  EXPECT_EQ(page(4'000'000'000).first, 20);
  EXPECT_EQ(page(4'000'000'000).hits.size(), 5);
}

TEST_F(Shelf, PagesOfEqualsStayWhenOneOfThemIsPutAgain) {
  std::vector<std::string> all;
  for (int i = 10; i < 35; ++i) all.push_back("n" + std::to_string(i));
  for (const std::string& id : all) put(id, "luật", "");
  commit();
  std::vector<std::string> seen;
  for (const std::uint32_t first : {0U, 10U, 20U}) {
    const auto page = index.find({parse_query("luật"), {}, {}, {}, first, 10});
    ASSERT_TRUE(page);
    for (const Hit& hit : page->hits) seen.push_back(hit.id);
    put("n13", "luật", "");
    commit();
  }
  EXPECT_EQ(seen, all) << "none twice and none left out";
}

TEST_F(Shelf, WhatIsReplacedOrRemovedIsGone) {
  put("a", "cũ", "");
  put("b", "luật", "");
  commit();
  put("a", "mới", "");
  ASSERT_TRUE(index.remove("b"));
  ASSERT_TRUE(index.remove("never there"));
  EXPECT_THAT(ids("cũ"), ElementsAre("a")) << "not before it is committed";
  commit();
  EXPECT_THAT(ids("cũ"), IsEmpty());
  EXPECT_THAT(ids("mới"), ElementsAre("a"));
  EXPECT_THAT(ids("luật"), IsEmpty());
}

TEST_F(Shelf, BegunWordsAreCompletedFromTitles) {
  put("a", "Luật Đất đai 2024", "");
  put("b", "Luật Nhà ở", "đất");
  ASSERT_TRUE(index.put(
      {"c", "Nghị quyết 97/2019/QH14", "", "", {"nq 97", "nq 97 2019", "97 2019"}, {}, 0}));
  commit();
  const auto titles = [&](std::string_view typed) {
    std::vector<std::string> out;
    const auto completions = index.complete(parse_query(typed), 5);
    for (const Completion& one : *completions) out.push_back(one.id);
    return out;
  };
  EXPECT_THAT(titles("lu"), UnorderedElementsAre("a", "b"));
  EXPECT_THAT(titles("luat da"), ElementsAre("a"));
  EXPECT_THAT(titles("luật đa "), IsEmpty()) << "a whole word now";
  EXPECT_THAT(titles("nq 97"), ElementsAre("c"));
  put("d", "Kế hoạch theo 97/2019/QH14", "", {}, 9);
  commit();
  EXPECT_THAT(titles("97/20"), ElementsAre("c", "d"));
  EXPECT_THAT(titles("\xCC\x80"), IsEmpty());
}

TEST_F(Shelf, CompletionsBeginWithWhatIsWholeAndMarkedThenTheNewest) {
  put("begun", "Phường Nghĩa Đô", "", {}, 9);
  put("bare", "Nghi thức", "", {}, 2);
  put("old", "Nghị quyết", "", {}, 1);
  put("new", "Nghị định", "", {}, 3);
  commit();
  std::vector<std::string> out;
  const auto completions = index.complete(parse_query("nghị"), 5);
  for (const Completion& one : *completions) out.push_back(one.id);
  EXPECT_THAT(out, ElementsAre("new", "old", "bare", "begun"));
}

TEST_F(Shelf, OfManyThatBeginAlikeTheWholeOneComesFirst) {
  for (int i = 100; i < 250; ++i) {
    const std::string no = std::to_string(i);
    for (const char* twice : {"a", "b"}) {
      const std::string id = twice + no;
      ASSERT_TRUE(index.put({id, "ta" + no, "", "", {"nd 3" + no}, {}, 9}));
    }
  }
  ASSERT_TRUE(index.put({"word", "Ta", "", "", {}, {}, 0}));
  ASSERT_TRUE(index.put({"number", "Khác", "", "", {"nd 3"}, {}, 0}));
  commit();
  EXPECT_EQ(index.complete(parse_query("ta"), 5)->front().id, "word");
  EXPECT_EQ(index.complete(parse_query("nđ 3"), 5)->front().id, "number");
}

TEST_F(Shelf, ShowsWhatWasFound) {
  put("a", "Về kỹ năng", "Tập huấn <b>kĩ</b> năng & hoà giải");
  commit();
  const Found found = find("kĩ hòa");
  ASSERT_EQ(found.hits.size(), 1);
  EXPECT_THAT(found.hits[0].title, ElementsAre(Piece{"Về ", "kỹ"}, Piece{" năng", {}}));
  EXPECT_THAT(found.hits[0].snippet, ElementsAre(Piece{"Tập huấn <b>", "kĩ"},
                                                 Piece{"</b> năng & ", "hoà"}, Piece{" giải", {}}));
}

TEST_F(Shelf, MarksWordsThatWereTypedWithoutMarks) {
  put("a", "Đất đai", "Về ĐẤT và đai, đạt, dat");
  commit();
  const Found found = find("dat");
  ASSERT_EQ(found.hits.size(), 1);
  EXPECT_THAT(found.hits[0].title, ElementsAre(Piece{"", "Đất"}, Piece{" đai", {}}));
  EXPECT_THAT(found.hits[0].snippet,
              ElementsAre(Piece{"Về ", "ĐẤT"}, Piece{" và đai, ", "đạt, dat"}));
}

TEST_F(Shelf, KnowsWhatWasMeantAsItIsWritten) {
  put("a", "Quyết định về nhà ở", "đạt, rồi đất đai của thành phố");
  put("b", "Đạt", "đạt đạt đạt");
  commit();
  EXPECT_EQ(find("quyét dimh").meant, "quyét định");
  EXPECT_EQ(find("Dtaa đai").meant, "") << "two letters wrong of four";
  EXPECT_EQ(find("ddat đai").meant, "đất đai") << "as it stands beside its neighbour";
  EXPECT_EQ(find("thành phhố").meant, "thành phố");
  EXPECT_EQ(find("\"thanh phho\"").meant, "\"thanh phố\"");
  EXPECT_EQ(find("đất voi").meant, "") << "nothing is near";
  EXPECT_EQ(find("nha quyet").meant, "") << "found";
  EXPECT_EQ(find("dst").meant, "") << "so short that everything is near";
  EXPECT_EQ(find("thamh hieu").meant, "") << "one of two has nothing near";
}

TEST_F(Shelf, OfSeveralNearWordsTheNeighboursTellWhichIsMeant) {
  for (int i = 0; i < 5; ++i) put("n" + std::to_string(i), "Phường Nghĩa Đô", "");
  put("a", "Nghị quyết", "");
  commit();
  EXPECT_EQ(find("nghij quyeet").meant, "Nghị quyết");
  EXPECT_EQ(find("phuong nghij").meant, "phuong Nghĩa");
  EXPECT_EQ(find("nghij").meant, "Nghĩa") << "what stands there most often";
}

TEST_F(Shelf, FourWrongWordsAreCorrectedAndNoMore) {
  put("a", "thành phường quyết định chính", "");
  commit();
  EXPECT_EQ(find("thanhh phuongg quyett dinhh").meant, "thành phường quyết định");
  EXPECT_EQ(find("thanhh phuongg quyett dinhh chinhh").meant, "");
}

TEST_F(Shelf, WhatIsMeantIsAlwaysFound) {
  put("a", "thuế", "", {"bai", "1", "2021"});
  put("b", "phường", "", {"van-ban", "1", "2021"});
  commit();
  EXPECT_EQ(find("thuee").meant, "thuế");
  EXPECT_EQ(find("thuee", {"van-ban", "", ""}).meant, "") << "not under this filter";
  EXPECT_EQ(find("thuee phuong").meant, "") << "not together";
  put("a", "khác", "", {"bai", "1", "2021"});
  commit();
  EXPECT_EQ(find("thuee").meant, "") << "replaced";
  ASSERT_TRUE(index.remove("b"));
  commit();
  EXPECT_EQ(find("phuongg").meant, "") << "removed";
  put("c", "thuê", "");
  put("c", "thuê", "");
  ASSERT_TRUE(index.remove("a"));
  commit();
  EXPECT_EQ(find("thuee").meant, "thuê");
}

// A limit on the size of files stands for a full disk.
class FullDisk {
 public:
  explicit FullDisk(rlim_t bytes) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    before_action_ = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit few{bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &few);
  }
  ~FullDisk() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, before_action_);
  }

 private:
  rlimit before_{};
  void (*before_action_)(int) = nullptr;
};

TEST_F(Shelf, AFullDiskTakesNothingAway) {
  put("a", "luật", "cũ");
  commit();
  {
    const FullDisk full(2);
    const auto refused = index.put({"a", "luật", "mới", "", {}, {}, 0});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, Code::Unavailable);
    ASSERT_TRUE(index.commit());
    EXPECT_THAT(ids("cũ"), ElementsAre("a"));
  }
  put("a", "luật", "mới");
  commit();
  EXPECT_THAT(ids("mới"), ElementsAre("a"));
  EXPECT_EQ(find("mới").hits.front().snippet.back(), (Piece{"", "mới"}));
  EXPECT_THAT(ids("cũ"), IsEmpty());
}

TEST_F(Shelf, TextsThatWereReplacedAreLeftBehind) {
  const FullDisk full(rlim_t{40} << 20);
  const std::string wide(text_bytes_max - 100, ' ');
  put("stays", "luật", "đứng yên");
  for (int i = 0; i < 200; ++i) {  // 50 MiB in all
    put("a", "luật", "bản " + std::to_string(i) + wide);
    commit();
  }
  EXPECT_THAT(ids("\"bản 199\""), ElementsAre("a"));
  EXPECT_EQ(find("\"bản 199\"").hits.front().snippet.front(), (Piece{"", "bản 199"}));
  EXPECT_EQ(find("yên").hits.front().snippet.back(), (Piece{"đứng ", "yên"}));
  EXPECT_EQ(find("luật").total, 2);
}

TEST_F(Shelf, ADiskWithoutRoomForANewFileKeepsTheOldOne) {
  const std::string wide(text_bytes_max - 100, ' ');
  for (int i = 0; i < 100; ++i) {  // of 25 MiB 5 are left
    put("a" + std::to_string(i % 20), "luật", "bản " + std::to_string(i) + wide);
  }
  {
    const FullDisk full(rlim_t{1} << 20);
    commit();
  }
  EXPECT_EQ(find("luật").total, 20);
  EXPECT_EQ(find("\"bản 99\"").hits.front().snippet.front(), (Piece{"", "bản 99"}));
}

TEST_F(Shelf, WhatIsLongIsCutBetweenCharacters) {
  put("a", std::string(title_bytes_max - 1, 'a') + "đ", "");
  commit();
  EXPECT_EQ(index.complete(parse_query("aaa"), 1)->front().title,
            std::string(title_bytes_max - 1, 'a'));
}

TEST_F(Shelf, WordsAtTheLimitsAreFoundToo) {
  put("long", std::string(5'000, 'x'), std::string(400'000, 'y'));
  put("wide", "a", std::string("đầu ") + std::string(text_bytes_max, ' ') + "cuối");
  commit();
  EXPECT_THAT(ids(std::string(5'000, 'x')), ElementsAre("long"));
  EXPECT_THAT(ids("đầu"), ElementsAre("wide"));
  EXPECT_THAT(ids("cuối"), IsEmpty());
}

TEST_F(Shelf, IsReadWhileItIsWritten) {
  put("a", "luật", "");
  commit();
  std::thread writer([&] {
    for (int i = 0; i < 40; ++i) {
      put("n" + std::to_string(i), "luật", "điều");
      commit();
    }
  });
  for (int i = 0; i < 200; ++i) EXPECT_GE(find("luật").total, 1);
  writer.join();
  EXPECT_EQ(find("luật").total, 41);
}

// What a scan of all entries finds, ranks aside.
class Scanned : public Shelf {
 protected:
  void put_some(std::size_t first, std::size_t end) {
    for (std::size_t i = first; i < end; ++i) {
      std::string text;
      for (std::size_t at = 0; at < 1 + i % 40; ++at) text += " t" + std::to_string(word());
      put("n" + std::to_string(i), "t" + std::to_string(word()), text,
          {i % 3 == 0 ? "bai" : "van-ban", std::to_string(i % 7)}, static_cast<std::int64_t>(i));
      texts_[i] = text + " ";
    }
  }
  std::size_t word() { return (state_ = state_ * 1'103'515'245 + 12'345) / 65'536 % 32'768 % 50; }

  void check(std::size_t end) {
    for (std::size_t w = 0; w < 50; ++w) {
      const std::string other = "t" + std::to_string(w * 7 % 50);
      const std::string one = "t" + std::to_string(w);
      std::vector<std::string> row, all;
      for (std::size_t i = 0; i < end; ++i) {
        const auto found = texts_.find(i);
        if (found == texts_.end()) continue;
        const bool in_row = found->second.find(" " + one + " " + other + " ") != std::string::npos;
        if (in_row) row.push_back("n" + std::to_string(i));
      }
      const auto phrase =
          index.find({parse_query("\"" + one + " " + other + "\""), {}, {}, {"", ""}, 0, 10'000});
      ASSERT_TRUE(phrase);
      EXPECT_THAT(ids(*phrase), testing::UnorderedElementsAreArray(row)) << one << " " << other;
      EXPECT_EQ(phrase->total, row.size());
      std::uint32_t counted = 0;
      for (const FacetCount& count : phrase->facets.at(1)) counted += count.count;
      EXPECT_EQ(counted, row.size());
    }
  }

  std::map<std::size_t, std::string> texts_;
  std::size_t state_ = 7;
};

TEST_F(Scanned, ThousandsOfEntriesThatComeAndGoInSmallBites) {
  std::size_t end = 0;
  for (const std::size_t bite : {1, 1, 300, 1, 1, 1, 1, 700, 5, 5, 5, 500, 500, 400}) {
    put_some(end, end + bite);
    end += bite;
    for (std::size_t i = end / 3; i < end; i += 11) {
      if (texts_.erase(i) > 0) {
        ASSERT_TRUE(index.remove("n" + std::to_string(i)));
      }
    }
    put_some(end / 5, end / 5 + end / 20);  // anew
    commit();
  }
  check(end);
  for (std::size_t i = 0; i < end; ++i) {
    if (i % 5 != 0 && texts_.erase(i) > 0) {
      ASSERT_TRUE(index.remove("n" + std::to_string(i)));
    }
  }
  commit();
  check(end);
  EXPECT_EQ(find("", {"", ""}).total, texts_.size());
}

TEST(Index, WithoutAFolderSaysSo) {
  Index index("/khong/co/thu/muc");
  EXPECT_EQ(index.put({"a", "b", "", "", {}, {}, 0}).error().code, Code::Unavailable);
  EXPECT_THAT(index.find({parse_query("b")})->hits, IsEmpty());
}

}  // namespace
}  // namespace lantoa::search
