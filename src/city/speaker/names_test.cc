#include "city/speaker/names.h"

#include <gtest/gtest.h>

#include "city/speaker/testing_world.h"

namespace lantoa::city::speaker {
namespace {

class SpeakerNames : public ::testing::Test {
 protected:
  std::string name(Ref ref) {
    const auto words = names.of(ref, Language::Vietnamese);
    EXPECT_TRUE(words);
    return words ? (*words)->name : "";
  }
  std::vector<SpeakerNo> find(const std::vector<Ref>& some, std::string_view query) {
    std::vector<SpeakerNo> out;
    for (const Listed& one : names.find(some, query, Language::Vietnamese)) out.push_back(one.no);
    return out;
  }
  Ref ref(SpeakerNo no) { return ref_of(world.state.speaker(no)); }

  World world;
  Names names{world.node.vault};
};

using Numbers = std::vector<SpeakerNo>;

TEST_F(SpeakerNames, AreThoseOfTheVersionThatIsAskedFor) {
  const SpeakerNo no = world.recognise(3, "Trần Mẫu");
  EXPECT_EQ(name(ref(no)), "Trần Mẫu");
  const Ref before = ref(no);
  ASSERT_TRUE(
      world.run(World::ward(), ChangeSpeaker{no, 1, World::somebody(3, "Trần Mẫu Hai").typed}));
  EXPECT_EQ(name(before), "Trần Mẫu") << "kept in memory";
  EXPECT_EQ(name(ref(no)), "Trần Mẫu Hai");
  EXPECT_EQ(find({ref(no)}, "hai"), Numbers{no});
}

TEST_F(SpeakerNames, AreNotKeptAfterTheyAreForgotten) {
  const SpeakerNo no = world.recognise(3, "Trần Mẫu");
  EXPECT_EQ(name(ref(no)), "Trần Mẫu");
  const Ref before = ref(no);
  world.dismiss(no, "2021-06-15");
  ASSERT_TRUE(world.run(World::ward(), EraseName{no, 2, "Theo đơn"}));
  names.forget(no);
  EXPECT_EQ(name(before), "người số 1") << "by whoever read the state before";
  EXPECT_EQ(name(ref(no)), "người số 1");
  EXPECT_TRUE(find({before}, "trần").empty());
}

TEST_F(SpeakerNames, StandInOrderAlsoAfterOneChanges) {
  const SpeakerNo binh = world.recognise(3, "Mẫu Bình");
  const SpeakerNo an = world.recognise(3, "Mẫu An");
  EXPECT_EQ(find({ref(binh), ref(an)}, ""), (Numbers{an, binh}));
  EXPECT_EQ(find({ref(binh), ref(an)}, ""), (Numbers{an, binh}));
  ASSERT_TRUE(world.run(World::ward(), ChangeSpeaker{an, 1, World::somebody(3, "Mẫu Yên").typed}));
  EXPECT_EQ(find({ref(binh), ref(an)}, ""), (Numbers{binh, an}));
}

}  // namespace
}  // namespace lantoa::city::speaker
