#include "house/arrows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace lantoa::house {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* lists = R"(
lantoa_library(kernel src/kernel USES Boost::json)
lantoa_library(viet src/viet USES kernel PRIVATE ICU::uc)
lantoa_library(crypto src/platform/crypto USES kernel PRIVATE OpenSSL::Crypto)
lantoa_library(ledger src/platform/ledger USES kernel crypto)
lantoa_library(ledger_sqlite src/platform/ledger/sqlite USES ledger PRIVATE SQLite::SQLite3)
lantoa_library(mail src/platform/mail USES kernel
               PRIVATE CURL::libcurl)
)";
constexpr const char* functions = "  foreach(slice organisation law plan)\n";

Findings folders(const std::string& path, const std::string& include) {
  return check_folders({path, "#include \"" + include + "\"\n"}, read_layout(lists, functions));
}

Findings third_party(const std::string& path, const std::string& include) {
  return check_third_party({path, "#include " + include + "\n"});
}

TEST(Layout, ReadsWhatEachLibraryMayUse) {
  const Layout layout = read_layout(lists, functions);
  EXPECT_THAT(layout.uses.at("kernel"), IsEmpty());
  EXPECT_THAT(layout.uses.at("platform/ledger/sqlite"),
              ElementsAre("kernel", "platform/crypto", "platform/ledger"));
  EXPECT_THAT(layout.uses.at("platform/mail"), ElementsAre("kernel"));
  EXPECT_THAT(layout.slices, ElementsAre("organisation", "law", "plan"));
}

TEST(Layout, ReadsTheOrderOfSlices) {
  EXPECT_THAT(slice_order_of("x\nSlice order: law < plan < reach\nmore\n"),
              ElementsAre("law", "plan", "reach"));
  EXPECT_THAT(slice_order_of("`Slice order: law < plan`."), ElementsAre("law", "plan"));
  EXPECT_THAT(slice_order_of("nothing of the kind"), IsEmpty());
}

TEST(Includes, AreReadFromCodeOnly) {
  const SourceFile file = {"src/a.cc",
                           "#include <vector>\n"
                           "// #include \"city/app.h\"\n"
                           "/*\n#include \"city/app.h\"\n*/\n"
                           "const char* x = R\"(\n#include \"city/app.h\"\n)\";\n"
                           "#  include \"kernel/id.h\"  // why\n"};
  EXPECT_THAT(includes_of(file),
              ElementsAre(Include{1, "vector", false}, Include{9, "kernel/id.h", true}));
}

TEST(Folders, ArrowsPointOneWay) {
  EXPECT_THAT(folders("src/viet/a.cc", "kernel/id.h"), IsEmpty());
  EXPECT_THAT(folders("src/kernel/a.cc", "viet/unicode.h"), SizeIs(1));
  EXPECT_THAT(folders("src/platform/mail/a.cc", "city/app.h"), SizeIs(1));
  EXPECT_THAT(folders("src/city/web.cc", "app/config.h"), SizeIs(1));
  EXPECT_THAT(folders("src/app/main.cc", "city/plan/plan.h"), IsEmpty());
  EXPECT_THAT(folders("src/app/main.cc", "platform/mail/mail.h"), IsEmpty());
  EXPECT_THAT(folders("src/agent/main.cc", "platform/mail/mail.h"), IsEmpty());
  EXPECT_THAT(folders("src/agent/main.cc", "city/app.h"), SizeIs(1));
  EXPECT_THAT(folders("src/app/main.cc", "agent/player.h"), SizeIs(1));
  EXPECT_THAT(folders("src/other/a.cc", "kernel/id.h"), SizeIs(1));
  EXPECT_THAT(folders("src/app/main.cc", "config.h"), SizeIs(1));
}

TEST(Folders, LibrariesBelowTheCityUseWhatTheyName) {
  EXPECT_THAT(folders("src/platform/ledger/a.cc", "platform/crypto/crypto.h"), IsEmpty());
  EXPECT_THAT(folders("src/platform/ledger/sqlite/a.cc", "platform/crypto/crypto.h"), IsEmpty());
  EXPECT_THAT(folders("src/platform/ledger/sqlite/a.cc", "platform/ledger/store.h"), IsEmpty());
  EXPECT_THAT(folders("src/platform/ledger/a.cc", "platform/ledger/sqlite/sqlite_store.h"),
              SizeIs(1));
  EXPECT_THAT(folders("src/platform/mail/a.cc", "platform/crypto/crypto.h"), SizeIs(1));
  EXPECT_THAT(folders("src/platform/mail/a.cc", "viet/unicode.h"), SizeIs(1));
  EXPECT_THAT(folders("src/platform/mail/a.cc", "platform/embedded/embedded.h"), IsEmpty());
  EXPECT_THAT(folders("src/platform/unnamed/a.cc", "kernel/id.h"), SizeIs(1));
}

TEST(Folders, SlicesSeeFactsAndStateOfThoseBefore) {
  EXPECT_THAT(folders("src/city/plan/decide.cc", "city/plan/decide.h"), IsEmpty());
  EXPECT_THAT(folders("src/city/plan/decide.cc", "city/numbers.h"), IsEmpty());
  EXPECT_THAT(folders("src/city/plan/decide.cc", "city/law/state.h"), IsEmpty());
  EXPECT_THAT(folders("src/city/plan/state_test.cc", "city/organisation/facts.h"), IsEmpty());
  EXPECT_THAT(folders("src/city/plan/decide.cc", "city/law/decide.h"), SizeIs(1));
  EXPECT_THAT(folders("src/city/law/state.cc", "city/plan/state.h"), SizeIs(1));
  EXPECT_THAT(folders("src/city/app.h", "city/law/state.h"), SizeIs(1));
  EXPECT_THAT(folders("src/city/poster/state.cc", "city/law/state.h"), SizeIs(1));
  EXPECT_THAT(folders("src/city/plan/state.cc", "city/poster/state.h"), SizeIs(1));
}

TEST(ThirdParty, StandsInTheFilesOfItsOwner) {
  EXPECT_THAT(third_party("src/viet/unicode.cc", "<unicode/coll.h>"), IsEmpty());
  EXPECT_THAT(third_party("src/viet/unicode.h", "<unicode/coll.h>"), SizeIs(1));
  EXPECT_THAT(third_party("src/city/law/state.cc", "<unicode/coll.h>"), SizeIs(1));
  EXPECT_THAT(third_party("src/platform/ledger/sqlite/store.cc", "<sqlite3.h>"), IsEmpty());
  EXPECT_THAT(third_party("src/platform/ledger/engine.cc", "<sqlite3.h>"), SizeIs(1));
  EXPECT_THAT(third_party("src/kernel/result.h", "<tl/expected.hpp>"), IsEmpty());
  EXPECT_THAT(third_party("src/kernel/id.h", "<tl/expected.hpp>"), SizeIs(1));
  EXPECT_THAT(third_party("src/city/plan/facts.h", "<boost/describe.hpp>"), IsEmpty());
  EXPECT_THAT(third_party("src/city/plan/state.h", "<boost/describe.hpp>"), SizeIs(1));
  EXPECT_THAT(third_party("src/city/plan/pages.cc", "<boost/describe.hpp>"), IsEmpty());
  EXPECT_THAT(third_party("src/city/plan/facts.cc", "\"kernel/codec.h\""), IsEmpty());
  EXPECT_THAT(third_party("src/city/plan/decide.cc", "\"kernel/codec.h\""), SizeIs(1));
}

TEST(ThirdParty, WhatNobodyOwnsIsRefused) {
  const Findings findings = third_party("src/viet/a.cc", "<utf8proc.h>");
  ASSERT_THAT(findings, SizeIs(1));
  EXPECT_THAT(findings[0].what, HasSubstr("no folder owns"));
  EXPECT_THAT(third_party("src/viet/a.cc", "<vector>"), IsEmpty());
}

TEST(ThirdParty, TestLibrariesAndSystemHeadersHaveTheirPlaces) {
  EXPECT_THAT(third_party("src/viet/a_test.cc", "<gtest/gtest.h>"), IsEmpty());
  EXPECT_THAT(third_party("src/platform/ledger/store_contract.h", "<gtest/gtest.h>"), IsEmpty());
  EXPECT_THAT(third_party("src/platform/http/test_client.h", "<gtest/gtest.h>"), IsEmpty());
  EXPECT_THAT(third_party("src/platform/http/test_client.h", "<sys/socket.h>"), IsEmpty());
  EXPECT_THAT(third_party("src/viet/a.cc", "<gtest/gtest.h>"), SizeIs(1));
  EXPECT_THAT(third_party("src/viet/a_bench.cc", "<benchmark/benchmark.h>"), IsEmpty());
  EXPECT_THAT(third_party("src/viet/a.cc", "<benchmark/benchmark.h>"), SizeIs(1));
  EXPECT_THAT(third_party("src/platform/http/a.cc", "<sys/socket.h>"), IsEmpty());
  EXPECT_THAT(third_party("src/platform/http/a.h", "<sys/socket.h>"), SizeIs(1));
  EXPECT_THAT(third_party("src/city/web.cc", "<unistd.h>"), SizeIs(1));
}

TEST(Purity, DecisionsAndFoldsHaveNoClockChanceOrIo) {
  const auto purity = [](const std::string& path, const std::string& text) {
    return check_purity({path, text});
  };
  for (const char* header : {"<chrono>", "<random>", "<fstream>", "<cstdlib>", "<unistd.h>",
                             "\"platform/http/http.h\"", "\"platform/ledger/store.h\""}) {
    const std::string text = "#include " + std::string(header) + "\n";
    EXPECT_THAT(purity("src/city/plan/decide.cc", text), SizeIs(1)) << header;
    EXPECT_THAT(purity("src/city/plan/state.h", text), SizeIs(1)) << header;
    EXPECT_THAT(purity("src/city/plan/courier.cc", text), IsEmpty()) << header;
    EXPECT_THAT(purity("src/city/plan/decide_test.cc", text), IsEmpty()) << header;
  }
  EXPECT_THAT(purity("src/city/plan/decide.cc", "auto t = clock.now();\n"), SizeIs(1));
  EXPECT_THAT(purity("src/city/plan/decide.cc", "auto t = std::time(nullptr);\n"), SizeIs(1));
  EXPECT_THAT(purity("src/city/plan/decide.cc", "int f(Clock& c);\n"), SizeIs(1));
  EXPECT_THAT(purity("src/city/plan/decide.cc", "auto t = vietnam_time(now); // now()\n"),
              IsEmpty());
  EXPECT_THAT(purity("src/city/plan/decide.cc", "#include <map>\nint time = 3;\n"), IsEmpty());
}

TEST(Purity, KernelAndVietTouchNothing) {
  EXPECT_THAT(check_purity({"src/viet/a.cc", "#include <fstream>\n"}), SizeIs(1));
  EXPECT_THAT(check_purity({"src/kernel/a.h", "#include <thread>\n"}), SizeIs(1));
  EXPECT_THAT(check_purity({"src/kernel/a.cc", "#include <chrono>\n"}), IsEmpty());
  EXPECT_THAT(check_purity({"src/kernel/a.cc", "auto t = system_clock::now();\n"}), SizeIs(1));
  EXPECT_THAT(check_purity({"src/kernel/a_test.cc", "#include <thread>\n"}), IsEmpty());
}

TEST(House, EveryArrowPointsTheRightWay) {
  const std::string root = LANTOA_SOURCE_DIR;
  const Layout layout =
      read_layout(read_text(root + "/CMakeLists.txt"), read_text(root + "/cmake/lantoa.cmake"));
  ASSERT_GT(layout.uses.size(), 10U) << "CMakeLists.txt is not written as this test reads it";
  ASSERT_GT(layout.slices.size(), 5U) << "cmake/lantoa.cmake is not written as this test reads it";
  const auto files = read_sources(root, {"src"});
  ASSERT_GT(files.size(), 20U);
  Findings all;
  for (const SourceFile& file : files) {
    for (const Findings& found :
         {check_folders(file, layout), check_third_party(file), check_purity(file)}) {
      all.insert(all.end(), found.begin(), found.end());
    }
  }
  EXPECT_TRUE(all.empty()) << text_of(all);
}

TEST(House, TheOrderOfSlicesIsWrittenOnce) {
  const std::string root = LANTOA_SOURCE_DIR;
  const Layout layout = read_layout("", read_text(root + "/cmake/lantoa.cmake"));
  EXPECT_EQ(slice_order_of(read_text(root + "/ARCHITECTURE.md")), layout.slices)
      << "ARCHITECTURE.md needs the line “Slice order: a < b < …” that the build uses";
}

}  // namespace
}  // namespace lantoa::house
