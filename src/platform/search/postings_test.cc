#include "platform/search/postings.h"

#include <gtest/gtest.h>

namespace lantoa::search {
namespace {

struct Posting {
  std::uint32_t document = 0;
  std::vector<std::uint32_t> places;
};

// Documents at distances of 1 to `far`, each with one to four places.
std::vector<Posting> postings(std::size_t count, std::uint32_t far) {
  std::vector<Posting> out;
  std::uint32_t state = far;
  const auto next = [&state](std::uint32_t below) {
    state = state * 1'103'515'245U + 12'345U;
    return state / 65'536U % below;
  };
  std::uint32_t document = next(far);
  for (std::size_t i = 0; i < count; ++i) {
    Posting one{document, {}};
    std::uint32_t place = 0;
    for (std::uint32_t times = 1 + next(4); times > 0; --times) {
      one.places.push_back(place += 1 + next(300));
    }
    out.push_back(one);
    document += 1 + next(far);
  }
  return out;
}

std::string written(const std::vector<Posting>& all) {
  PostingWriter writer;
  for (const Posting& one : all) {
    writer.add(one.document, static_cast<std::uint32_t>(one.places.size()), one.places.data());
  }
  std::string out = "before";  // a list begins anywhere
  writer.end_list(out);
  EXPECT_EQ(writer.documents(), 0U);
  return out;
}

PostingReader read(const std::string& list, std::size_t documents) {
  return {list.data() + 6, static_cast<std::uint32_t>(documents)};
}

TEST(Postings, ComeBackAsTheyWereWritten) {
  for (const std::size_t count : {1, 2, 127, 128, 129, 256, 1'000}) {
    for (const std::uint32_t far : {1U, 3U, 1'000U}) {
      const auto all = postings(count, far);
      const std::string list = written(all);
      PostingReader reader = read(list, count);
      for (const Posting& one : all) {
        ASSERT_EQ(reader.document(), one.document);
        ASSERT_EQ(reader.times(), one.places.size());
        if (one.document % 3 != 0) {
          ASSERT_EQ(reader.places(), one.places);
        }
        reader.next();
      }
      EXPECT_EQ(reader.document(), no_document);
    }
  }
}

TEST(Postings, AReaderLeapsToTheFirstThatIsNotBefore) {
  for (const std::size_t count : {1, 128, 129, 3'000}) {
    const auto all = postings(count, 9);
    const std::string list = written(all);
    for (const std::uint32_t step : {1U, 2U, 50U, 700U, 5'000U}) {
      PostingReader reader = read(list, count);
      auto expected = all.begin();
      for (std::uint32_t wanted = 0; wanted < all.back().document + step; wanted += step) {
        while (expected != all.end() && expected->document < wanted) ++expected;
        reader.advance_to(wanted);
        ASSERT_EQ(reader.document(), expected == all.end() ? no_document : expected->document);
        if (reader.document() == wanted) {
          ASSERT_EQ(reader.places(), expected->places);
        }
      }
    }
  }
}

TEST(Postings, OfNothingIsOverAtOnce) {
  PostingReader reader(nullptr, 0);
  EXPECT_EQ(reader.document(), no_document);
  reader.advance_to(7);
  EXPECT_EQ(reader.document(), no_document);
}

TEST(Postings, WithoutPlaces) {
  PostingWriter writer;
  for (std::uint32_t document = 0; document < 300; document += 2) writer.add(document);
  std::string list;
  EXPECT_EQ(writer.documents(), 150U);
  writer.end_list(list);
  PostingReader reader(list.data(), 150);
  reader.advance_to(251);
  EXPECT_EQ(reader.document(), 252U);
  EXPECT_EQ(reader.times(), 1U);
}

}  // namespace
}  // namespace lantoa::search
