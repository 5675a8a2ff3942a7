#include "platform/ledger/vault.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <sstream>

#include "kernel/testing_folder.h"
#include "platform/ledger/memory/memory_store.h"

namespace lantoa::ledger {
namespace {

MasterKey key_of(std::uint8_t byte) {
  MasterKey key;
  key.fill(byte);
  return key;
}

class VaultTest : public testing::Test {
 protected:
  void put(std::vector<VaultRow> rows) {
    ASSERT_TRUE(store_->append({.vault_rows = std::move(rows)}));
  }

  std::unique_ptr<Store> store_ = make_memory_store();
  Vault vault_{*store_, key_of(1)};
};

TEST_F(VaultTest, OpensWhatItSealed) {
  const VaultRow row =
      vault_.seal("person/1", "{\"name\":\"Nguyễn Thị Hồng\"}", "hong@hanoi.gov.vn");
  EXPECT_EQ(row.sealed.find("Hồng"), std::string::npos);
  EXPECT_EQ(row.blind.find("hong"), std::string::npos);
  put({row, vault_.seal("person/2", "", "")});
  EXPECT_EQ(vault_.open("person/1").value(), "{\"name\":\"Nguyễn Thị Hồng\"}");
  EXPECT_EQ(vault_.open("person/2").value(), "");
  EXPECT_EQ(vault_.open("person/3").value(), std::nullopt);
}

TEST_F(VaultTest, FindsByTheBlindIndexOnly) {
  put({vault_.seal("person/1", "Hồng", "hong@hanoi.gov.vn"), vault_.seal("person/2", "Lan")});
  const auto found = vault_.find("hong@hanoi.gov.vn").value();
  ASSERT_TRUE(found);
  EXPECT_EQ(found->id, "person/1");
  EXPECT_EQ(found->text, "Hồng");
  EXPECT_FALSE(vault_.find("lan@hanoi.gov.vn").value());
  EXPECT_FALSE(vault_.find("").value());
  EXPECT_NE(Vault(*store_, key_of(2)).seal("x", "", "hong@hanoi.gov.vn").blind,
            vault_.seal("x", "", "hong@hanoi.gov.vn").blind);
}

TEST_F(VaultTest, EveryRowHasAKeyOfItsOwn) {
  const VaultRow a = vault_.seal("person/1", "Hồng");
  const VaultRow b = vault_.seal("person/1", "Hồng");
  EXPECT_NE(a.wrapped_key, b.wrapped_key);
  put({{"person/1", "", b.wrapped_key, a.sealed}});
  EXPECT_EQ(vault_.open("person/1").error().code, Code::Unavailable);
}

TEST_F(VaultTest, ARowOpensOnlyUnderItsOwnId) {
  VaultRow moved = vault_.seal("person/1", "Hồng");
  moved.id = "person/2";
  put({moved});
  const auto opened = vault_.open("person/2");
  EXPECT_EQ(opened.error().code, Code::Unavailable);
  EXPECT_NE(opened.error().text.en.find("person/2"), std::string::npos);
  EXPECT_EQ(opened.error().text.en.find("Hồng"), std::string::npos);
}

TEST_F(VaultTest, AnErasedRowIsGone) {
  put({vault_.seal("person/1", "Hồng", "hong")});
  ASSERT_TRUE(store_->append({.vault_erasures = {"person/1"}}));
  EXPECT_EQ(vault_.open("person/1").value(), std::nullopt);
  EXPECT_FALSE(vault_.find("hong").value());
}

TEST_F(VaultTest, TheKeyIsCheckedAgainstTheStore) {
  const auto row = vault_.check_key("/etc/lantoa/key").value();
  ASSERT_TRUE(row);
  put({*row});
  EXPECT_EQ(vault_.check_key("/etc/lantoa/key").value(), std::nullopt);
  const auto wrong = Vault(*store_, key_of(2)).check_key("/etc/lantoa/key");
  EXPECT_EQ(wrong.error().code, Code::Invalid);
  EXPECT_NE(wrong.error().text.vi.find("/etc/lantoa/key"), std::string::npos);
  EXPECT_NE(wrong.error().text.en.find("/etc/lantoa/key"), std::string::npos);
}

TEST_F(VaultTest, ACommitmentIsKeyedAndBoundToItsId) {
  const std::string commitment = vault_.commitment("comment/1", "đúng");
  EXPECT_EQ(commitment.size(), 64U);
  EXPECT_EQ(vault_.commitment("comment/1", "đúng"), commitment);
  EXPECT_NE(vault_.commitment("comment/2", "đúng"), commitment);
  EXPECT_NE(vault_.commitment("comment/", "1đúng"), commitment);
  EXPECT_NE(Vault(*store_, key_of(2)).commitment("comment/1", "đúng"), commitment);
}

class KeyFile : public testing::Test {
 protected:
  void SetUp() override { path_ = folder_ / "key"; }

  void write(const std::string& text, ::mode_t mode = 0600) {
    std::ofstream(path_) << text;
    ASSERT_EQ(::chmod(path_.c_str(), mode), 0);
  }
  void expect_refused(std::string_view part) {
    const auto key = read_vault_key(path_);
    ASSERT_FALSE(key);
    EXPECT_EQ(key.error().code, Code::Invalid);
    EXPECT_NE(key.error().text.vi.find(path_.string()), std::string::npos);
    EXPECT_NE(key.error().text.en.find(path_.string()), std::string::npos);
    EXPECT_NE(key.error().text.en.find(part), std::string::npos) << key.error().text.en;
  }

  const std::string good_ = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\n";
  TestFolder own_;
  const std::filesystem::path& folder_ = own_.path();
  std::filesystem::path path_;
};

TEST_F(KeyFile, IsMadeOnceAndReadBack) {
  path_ = folder_ / "data" / "key";
  const auto key = create_key_file(path_);
  ASSERT_TRUE(key) << key.error().text.en;
  EXPECT_EQ(read_vault_key(path_).value(), *key);
  struct stat about{};
  ASSERT_EQ(::stat(path_.c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777, 0600U);
  EXPECT_EQ(about.st_size, 65);
  ASSERT_EQ(::stat(path_.parent_path().c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777, 0700U);

  const auto again = create_key_file(path_);
  EXPECT_EQ(again.error().code, Code::Conflict);
  EXPECT_NE(again.error().text.en.find(path_.string()), std::string::npos);
  EXPECT_EQ(read_vault_key(path_).value(), *key);
}

TEST_F(KeyFile, HoldsSixtyFourDigitsAndALineEnd) {
  write(std::string(62, '0') + "fF\n");
  EXPECT_EQ(read_vault_key(path_).value()[31], 0xff);
  for (const std::string& text :
       {std::string(), std::string("\n"), std::string(64, 'a'), std::string(63, 'a') + "\n",
        std::string(65, 'a') + "\n", std::string(64, 'g') + "\n", std::string(64, 'a') + "\n\n",
        std::string(64, 'a') + " ", std::string(64, 'a') + "\r\n"}) {
    write(text);
    expect_refused("64");
  }
}

TEST_F(KeyFile, MissingOrNotAFileOrOpenToOthersIsRefused) {
  expect_refused("missing");
  write(good_, 0640);
  expect_refused("chmod 600");
  write(good_, 0604);
  expect_refused("chmod 600");
  write(good_, 0400);
  EXPECT_TRUE(read_vault_key(path_));
  std::filesystem::remove(path_);
  std::filesystem::create_directory(path_);
  expect_refused("regular");
}

TEST_F(KeyFile, SomeoneElsesFileIsRefused) {
  write(good_);
  if (::chown(path_.c_str(), 65534, 65534) != 0) GTEST_SKIP() << "only root can give a file away";
  expect_refused("chown");
}

}  // namespace
}  // namespace lantoa::ledger
