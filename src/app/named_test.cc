#include "app/named.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace lantoa::app
