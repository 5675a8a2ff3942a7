// Which folders are refused at the start, before anything is loaded or served.
#include "app/mail_returns.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "app/commands.h"
#include "kernel/testing_folder.h"

namespace lantoa::app {
namespace {

namespace files = std::filesystem;

class MailReturnsFolder : public testing::Test {
 protected:
  void make(const char* part) const { files::create_directories(path / part); }
  void expect_refused(const files::path& folder, const std::string& name) const {
    const auto checked = check_mail_returns(folder.string());
    ASSERT_FALSE(checked.has_value()) << folder;
    EXPECT_EQ(checked.error().code, Code::Invalid);
    for (const std::string& said : {checked.error().text.vi, checked.error().text.en}) {
      EXPECT_THAT(said, testing::HasSubstr("--mail-returns"));
      EXPECT_THAT(said, testing::HasSubstr(name));
    }
  }

  const TestFolder own;
  const files::path path = own.path() / "Maildir";
};

TEST_F(MailReturnsFolder, NoneOrAMaildirIsTaken) {
  EXPECT_TRUE(check_mail_returns(""));
  for (const char* part : {"tmp", "new", "cur"}) make(part);
  EXPECT_TRUE(check_mail_returns(path.string()));
}

TEST_F(MailReturnsFolder, WhatIsMissingOrNoMaildirIsNamed) {
  expect_refused(path, "Maildir/new");
  make("new");
  expect_refused(path, "Maildir/cur");
  std::ofstream(path / "cur") << "a file";
  expect_refused(path, "Maildir/cur");
}

TEST_F(MailReturnsFolder, WhatMayNotBeReadIsNamed) {
  for (const char* part : {"new", "cur"}) make(part);
  files::permissions(path / "new", files::perms::none);
  constexpr uid_t nobody = 65534;  // to root nothing is closed
  const bool is_root = ::geteuid() == 0;
  ASSERT_TRUE(!is_root || ::seteuid(nobody) == 0);
  expect_refused(path, "Maildir/new");
  ASSERT_TRUE(!is_root || ::seteuid(0) == 0);
  files::permissions(path / "new", files::perms::owner_all);
}

// And nothing was loaded.
TEST_F(MailReturnsFolder, TheDemoDoesNotStartWithoutIt) {
  DemoOptions options;
  options.place.data = own.path() / "demo";
  options.mail_returns = path.string();
  testing::internal::CaptureStderr();
  EXPECT_EQ(demo(options), 2);
  EXPECT_THAT(testing::internal::GetCapturedStderr(), testing::HasSubstr("Maildir/new"));
  EXPECT_FALSE(files::exists(options.place.data));
}

}  // namespace
}  // namespace lantoa::app
