#include "platform/search/index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include <fstream>
#include <thread>

#include "kernel/testing_folder.h"
#include "platform/search/folder.h"

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

// An index in a folder of its own, to be damaged.
class Damaged : public Shelf {
 protected:
  void damage() const {
    for (const auto& one : fs::directory_iterator(parent)) fs::remove_all(one.path());
  }
  bool is_read() { return one_.find({parse_query("luật"), {}, {}, {}}).has_value(); }
  void put_one(std::string id) {
    ASSERT_TRUE(one_.put({std::move(id), "luật", "", "", {}, {}, 0}));
    ASSERT_TRUE(one_.commit());
  }
  std::vector<std::string> ids_now() {
    return ids(one_.find({parse_query("luật"), {}, {}, {}}).value_or(Found{}));
  }

  TestFolder own_;
  const fs::path& parent = own_.path();
  Index one_{parent};
};

TEST_F(Damaged, IsEmptyWhenDiscardedAndBeginsAnew) {
  put_one("a");
  damage();
  EXPECT_FALSE(is_read());
  EXPECT_TRUE(one_.discard_broken());
  EXPECT_THAT(ids_now(), IsEmpty());
  put_one("b");
  EXPECT_THAT(ids_now(), ElementsAre("b"));
}

// Of two who could not read it, one may come when the other has long filled it again.
TEST_F(Damaged, IsDiscardedOnceOnly) {
  put_one("a");
  EXPECT_FALSE(one_.discard_broken()) << "nothing is wrong with it";
  damage();
  EXPECT_FALSE(is_read());
  EXPECT_FALSE(is_read());
  EXPECT_TRUE(one_.discard_broken());
  put_one("b");
  EXPECT_FALSE(one_.discard_broken());
  EXPECT_THAT(ids_now(), ElementsAre("b"));
}

// A server with many visitors: the index is whole, and making it anew would take files as well.
TEST_F(Damaged, AWantOfFilesIsNoDamage) {
  put_one("a");
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &before), 0);
  const int next = ::dup(0);
  ASSERT_GE(next, 0);
  ::close(next);
  int refused = 0;
  for (rlim_t more = 0; more < 20; ++more) {
    const rlimit few{static_cast<rlim_t>(next) + more, before.rlim_max};
    ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &few), 0);
    const bool read = is_read();
    ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &before), 0);
    EXPECT_FALSE(one_.discard_broken()) << more;
    if (read) break;
    ++refused;
  }
  EXPECT_GT(refused, 2);
  EXPECT_THAT(ids_now(), ElementsAre("a"));
}

TEST_F(Shelf, WordsAtTheLimitsAreFoundToo) {
  put("long", std::string(5'000, 'x'), std::string(400'000, 'y'));
  put("wide", "a", std::string("đầu ") + std::string(text_bytes_max, ' ') + "cuối");
  commit();
  EXPECT_THAT(ids(std::string(5'000, 'x')), ElementsAre("long"));
  EXPECT_THAT(ids("đầu"), ElementsAre("wide"));
  EXPECT_THAT(ids("cuối"), IsEmpty());
}

// The library itself loses some of these.
TEST_F(Shelf, RepetitiveTextsComeBackWhole) {
  for (std::size_t bytes = 8'192; bytes < 8'260; ++bytes) {
    put("n" + std::to_string(bytes), "x", std::string(bytes, ' ') + "cuối");
  }
  commit();
  const Found found = *index.find({parse_query("cuối"), {}, {}, {}, 0, 100});
  ASSERT_EQ(found.hits.size(), 68);
  for (const Hit& hit : found.hits) EXPECT_THAT(hit.snippet, ElementsAre(Piece{" ", "cuối"}));
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

// Queries that name no word were one object of the library's for all threads, whose count of owners
// no two threads may change at once: sooner or later it was freed under them.
TEST_F(Shelf, AnybodyMayAskForEverythingAtOnce) {
  put("a", "Luật", "luật");
  commit();
  std::vector<std::thread> readers;
  for (int i = 0; i < 4; ++i) {
    readers.emplace_back([this] {
      for (int n = 0; n < 100'000; ++n) {
        const auto found = index.find({parse_query("")});
        if (!found || found->total != 1) ADD_FAILURE();
      }
    });
  }
  for (std::thread& reader : readers) reader.join();
}

TEST(TemporaryFolder, IsRemovedAndThoseLeftBehindAreSwept) {
  const fs::path parent = fs::temp_directory_path() / "lantoa-search-test";
  fs::remove_all(parent);
  fs::create_directories(parent / "lantoa-tim-abc123");
  std::ofstream(parent / "lantoa-tim-abc123" / "left") << "x";
  fs::create_directories(parent / "another");
  fs::path mine;
  {
    const auto folder = TemporaryFolder::make(parent);
    ASSERT_TRUE(folder);
    mine = folder->path();
    EXPECT_TRUE(fs::is_directory(mine));
    EXPECT_EQ(fs::status(mine).permissions(), fs::perms::owner_all);
    EXPECT_FALSE(fs::exists(parent / "lantoa-tim-abc123"));
    EXPECT_TRUE(fs::exists(parent / "another"));
    const auto second = TemporaryFolder::make(parent);
    ASSERT_TRUE(second);
    EXPECT_TRUE(fs::exists(mine)) << "its owner lives";
  }
  EXPECT_FALSE(fs::exists(mine));
  fs::remove_all(parent);
  EXPECT_EQ(TemporaryFolder::make(parent).error().code, Code::Unavailable);
}

TEST(Index, WithoutAFolderSaysSo) {
  Index index("/khong/co/thu/muc");
  EXPECT_EQ(index.put({"a", "b", "", "", {}, {}, 0}).error().code, Code::Unavailable);
  EXPECT_THAT(index.find({parse_query("b")})->hits, IsEmpty());
}

}  // namespace
}  // namespace lantoa::search
