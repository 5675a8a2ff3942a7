#include "platform/mail/maildir.h"

#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

namespace lantoa::mail {
namespace {

namespace files = std::filesystem;

class InMaildir : public ::testing::Test {
 protected:
  InMaildir() {
    std::string name = ::testing::TempDir() + "lantoa_maildir_XXXXXX";
    path = ::mkdtemp(name.data());
    for (const char* part : {"tmp", "new", "cur"}) files::create_directory(path / part);
  }
  ~InMaildir() override { files::remove_all(path); }

  void put(const std::string& name, const std::string& text) const {
    std::ofstream(path / "new" / name, std::ios::binary) << text;
  }
  Maildir maildir() const { return Maildir(path.string()); }

  files::path path;
};

TEST_F(InMaildir, IsOneWhenItHasItsFolders) {
  EXPECT_TRUE(maildir().check());
  files::remove(path / "cur");
  const auto without = maildir().check();
  ASSERT_FALSE(without);
  EXPECT_EQ(without.error().code, Code::Invalid);
  EXPECT_NE(without.error().text.vi.find("/cur"), std::string::npos);
  EXPECT_EQ(Maildir((path / "none").string()).check().error().code, Code::Invalid);
  EXPECT_EQ(Maildir((path / "none").string()).waiting(9).error().code, Code::Unavailable);
}

TEST_F(InMaildir, WhatWaitsIsToldInOrderAndNoMoreThanAskedFor) {
  put("1620781202.M2.so", "c");
  put("1620781200.M1.so", "a");
  put("1620781201.M1.so", "b");
  put(".1620781199.hidden", "x");
  EXPECT_EQ(*maildir().waiting(9),
            (std::vector<std::string>{"1620781200.M1.so", "1620781201.M1.so", "1620781202.M2.so"}));
  EXPECT_EQ(*maildir().waiting(1), std::vector<std::string>{"1620781200.M1.so"});
  EXPECT_EQ(*maildir().waiting(1, "1620781200.M1.so"),
            std::vector<std::string>{"1620781201.M1.so"});
  EXPECT_TRUE(maildir().waiting(1, "1620781202.M2.so")->empty());
  EXPECT_TRUE(maildir().has("1620781200.M1.so"));
  EXPECT_FALSE(maildir().has("gone"));
}

TEST_F(InMaildir, AMailIsReadUpToALimit) {
  put("a", std::string(100'000, 'x') + "end");
  EXPECT_EQ(maildir().read("a", 200'000)->size(), 100'003U);
  EXPECT_EQ(maildir().read("a", 10), "xxxxxxxxxx");
  EXPECT_EQ(maildir().read("gone", 10), std::nullopt);
}

// A pipe would hold up whoever opens it; a link leads out of the folder.
TEST_F(InMaildir, WhatIsNoFileIsNoMail) {
  ASSERT_EQ(::mkfifo((path / "new" / "pipe").c_str(), 0600), 0);
  files::create_symlink("/etc/hostname", path / "new" / "link");
  files::create_directory(path / "new" / "folder");
  for (const char* name : {"pipe", "link", "folder"}) {
    EXPECT_EQ(maildir().read(name, 10), std::nullopt) << name;
  }
}

TEST_F(InMaildir, PutByItIsSeenOrNot) {
  put("a", "1");
  put("b:2,", "2");
  EXPECT_TRUE(maildir().put_by("a", Maildir::Mark::Seen));
  EXPECT_TRUE(maildir().put_by("b:2,", Maildir::Mark::Unseen));
  EXPECT_TRUE(files::exists(path / "cur" / "a:2,S"));
  EXPECT_TRUE(files::exists(path / "cur" / "b:2,"));
  EXPECT_TRUE(maildir().waiting(9)->empty());
  EXPECT_FALSE(maildir().put_by("a", Maildir::Mark::Seen)) << "it is there no more";
}

TEST_F(InMaildir, NothingInCurIsReplaced) {
  put("a", "first");
  ASSERT_TRUE(maildir().put_by("a", Maildir::Mark::Seen));
  put("a", "second");
  EXPECT_FALSE(maildir().put_by("a", Maildir::Mark::Seen));
  EXPECT_EQ(maildir().read("a", 10), "second");
}

}  // namespace
}  // namespace lantoa::mail
