// SQLite before 3.51.3 can corrupt a log that several connections reset at the same time. Here one
// connection writes and checkpoints, whatever happens: this is that rule as a test.
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <iostream>

#include "platform/ledger/sqlite/testing_history.h"

namespace lantoa::ledger {
namespace {

TEST(OneWriter, NoMoreThanOneConnectionWritesOrCheckpoints) {
  std::cout << "SQLite " << sqlite3_libversion() << "\n";
  const Script script = make_script(50);
  Disk disk;
  StoreOnDisk on(disk);
  ASSERT_TRUE(on.open());
  std::size_t appends = 0;
  for (const Step& step : script.steps) {
    static_cast<void>(on.vfs().take_writers(ledger_name));
    ASSERT_TRUE(on.content());  // several connections read
    EXPECT_EQ(on.vfs().take_writers(ledger_name), 0U) << "reading wrote";
    ASSERT_TRUE(on.take(step));
    if (step.kind == Step::Kind::CloseAndOpen) continue;
    const std::size_t writers = on.vfs().take_writers(ledger_name);
    const std::size_t least =
        step.kind == Step::Kind::Append ? 1 : 0;  // there may be none to forget
    EXPECT_LE(writers, 1U);
    EXPECT_GE(writers, least);
    if (++appends % 7 == 0) {
      // The former writer is gone before the next one does anything.
      ASSERT_TRUE(on.store().reopen());
      EXPECT_LE(on.vfs().take_writers(ledger_name), 1U);
    }
  }
}

TEST(OneWriter, TheWriterIsClosedBeforeAnotherIsOpened) {
  Disk disk;
  StoreOnDisk on(disk);
  ASSERT_TRUE(on.open());
  const Script script = make_script(8);
  for (const Step& step : script.steps) ASSERT_TRUE(on.take(step));
  const std::size_t before = on.vfs().open_files();
  for (int i = 0; i < 3; ++i) {
    ASSERT_TRUE(on.store().reopen());
    EXPECT_EQ(on.vfs().open_files(), before);
  }
}

}  // namespace
}  // namespace lantoa::ledger
