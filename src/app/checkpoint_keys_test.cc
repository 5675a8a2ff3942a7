#include "app/checkpoint_keys.h"

#include <gtest/gtest.h>

#include "kernel/testing_folder.h"

namespace lantoa::app {
namespace {

class CheckpointKeys : public ::testing::Test {
 protected:
  CheckpointKeys() { EXPECT_TRUE(crypto::initialise()); }

  static ledger::VerifierKey verifier(const std::optional<crypto::Digest>& key) {
    return {"lantoa.so-cai/test", crypto::public_key(*key)};
  }
  std::filesystem::path file(const char* name) const { return data / name; }
  void refuses(const ledger::VerifierKey& newest) {
    const auto keys = open_checkpoint_keys(data, &newest);
    ASSERT_FALSE(keys);
    EXPECT_EQ(keys.error().code, Code::Invalid);
    EXPECT_EQ(keys.error().field, lost_key);
    for (const std::string& text : {keys.error().text.vi, keys.error().text.en}) {
      EXPECT_NE(text.find(file("checkpoint.key").string()), std::string::npos) << text;
      EXPECT_NE(text.find("lantoa ledger new-key"), std::string::npos) << text;
    }
  }

  TestFolder own;
  const std::filesystem::path& data = own.path();
};

TEST_F(CheckpointKeys, TheFirstKeyIsMadeAndTheNextOneVouchedFor) {
  const auto first = open_checkpoint_keys(data, nullptr).value();
  const ledger::VerifierKey newest = verifier(first.current);
  EXPECT_EQ(open_checkpoint_keys(data, &newest)->current, first.current);
  ASSERT_TRUE(change_checkpoint_key(data, &newest));
  const auto changed = open_checkpoint_keys(data, &newest).value();
  EXPECT_NE(changed.current, first.current);
  EXPECT_EQ(changed.former, first.current);
  EXPECT_FALSE(std::filesystem::exists(file("checkpoint.key.lost")));
  EXPECT_EQ(change_checkpoint_key(data, &newest).error().code, Code::Conflict);
}

// Else it would sign on, and outsiders would see that nobody stood for the new key.
TEST_F(CheckpointKeys, AKeyFromElsewhereDoesNotSign) {
  const auto newest = verifier(open_checkpoint_keys(data, nullptr)->current);
  std::filesystem::remove(file("checkpoint.key"));
  const auto foreign = open_checkpoint_keys(data, nullptr)->current;
  refuses(newest);
  ASSERT_TRUE(change_checkpoint_key(data, &newest));
  const auto keys = open_checkpoint_keys(data, &newest).value();
  EXPECT_NE(keys.current, foreign);
  // What was said to be lost is one key; a ledger that went on with another is not this folder's.
  refuses(verifier(crypto::sha256("a third key")));
}

TEST_F(CheckpointKeys, ALostKeyIsReplacedOnceThatIsSaid) {
  const auto newest = verifier(open_checkpoint_keys(data, nullptr)->current);
  std::filesystem::remove(file("checkpoint.key"));
  refuses(newest);
  EXPECT_FALSE(std::filesystem::exists(file("checkpoint.key"))) << "none is made unasked";
  ASSERT_TRUE(change_checkpoint_key(data, &newest));
  const auto keys = open_checkpoint_keys(data, &newest).value();
  EXPECT_FALSE(keys.former);
  const auto next = verifier(keys.current);  // once it has signed
  EXPECT_TRUE(open_checkpoint_keys(data, &next));
}

// Cut off after the renaming.
TEST_F(CheckpointKeys, AChangeThatWasCutOffIsFinished) {
  const auto first = open_checkpoint_keys(data, nullptr)->current;
  const auto newest = verifier(first);
  std::filesystem::rename(file("checkpoint.key"), file("checkpoint.key.old"));
  refuses(newest);
  ASSERT_TRUE(change_checkpoint_key(data, &newest));
  EXPECT_EQ(open_checkpoint_keys(data, &newest)->former, first);
  EXPECT_FALSE(std::filesystem::exists(file("checkpoint.key.lost")));
}

}  // namespace
}  // namespace lantoa::app
