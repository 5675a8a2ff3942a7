#include "app/named.h"

#include <gtest/gtest.h>

#include "city/law/facts.h"
#include "city/speaker/state.h"
#include "city/testing.h"

namespace lantoa::app {
namespace {

using city::SpeakerNo;
using city::speaker::SpeakerRecognised;

SpeakerRecognised recognised(std::uint32_t number) {
  return {SpeakerNo{number},
          city::speaker::Standing::Rapporteur,
          city::UnitNo{1},
          "12/QĐ-UBND",
          *parse_iso_date("2021-03-01"),
          {"dat-dai"},
          {}};
}

TEST(NamedRows, ASpeakersMissingRowIsTold) {
  city::testing::Node node;
  city::speaker::State state;
  city::hear<SpeakerRecognised>(node.app, state);
  const auto done = node.run("courier/test", [](const city::Envelope&) -> Result<ledger::Decision> {
    ledger::Decision decision;
    decision.add("speaker/1", recognised(1));
    decision.secrets.push_back({"speaker/1", "{}", {}});
    return decision;
  });
  ASSERT_TRUE(done);
  EXPECT_EQ(missing_in(*node.store, nullptr)->count, 0U);

  node.tell(recognised(2));
  const auto missing = missing_in(*node.store, nullptr);
  ASSERT_TRUE(missing);
  ASSERT_EQ(missing->count, 1U);
  EXPECT_NE(missing->told[0].text.en.find("speaker/2"), std::string::npos);
}

struct TextsHeard {
  void fold(const city::law::TextProposed&) {}
};

// Whatever slice it is of: a content that is gone is told, once however many facts name it.
TEST(NamedContents, ThoseOfFullTextsAreToldToo) {
  city::testing::Node node;
  TextsHeard laws;
  city::hear<city::law::TextProposed>(node.app, laws);
  const std::string kept = *node.blobs->put("Điều 1.");
  const std::string gone(64, 'a');
  for (const std::string& text : {kept, gone, gone}) {
    node.tell(city::law::TextProposed{city::DocumentNo{1}, 1, text, 1, "Công báo mẫu", {}});
  }
  const auto missing = missing_in(*node.store, node.blobs.get());
  ASSERT_TRUE(missing);
  ASSERT_EQ(missing->count, 1U);
  EXPECT_NE(missing->told[0].text.en.find(gone), std::string::npos);
}

}  // namespace
}  // namespace lantoa::app
