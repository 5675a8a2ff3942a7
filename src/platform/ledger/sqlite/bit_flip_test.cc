// Single bits flip on the disk: in the ledger's file, in its log, in blobs. A fact that changed is
// noticed by the chain, whether by verifying or by starting, and never handed out as if it were
// right. 1,000 flips, with LANTOA_LONG 10,000.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <boost/describe.hpp>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <random>

#include "kernel/codec.h"
#include "kernel/testing_folder.h"
#include "kernel/time.h"
#include "platform/ledger/engine.h"
#include "platform/ledger/sqlite/testing_history.h"
#include "platform/ledger/verify.h"

namespace lantoa::ledger {
namespace {

struct Happened {
  static constexpr std::string_view kind = "test.happened";
  std::string t;
};
BOOST_DESCRIBE_STRUCT(Happened, (), (t))

class StandingClock : public Clock {
 public:
  Instant now() override { return {1'000}; }
};

std::size_t flips_wanted() { return std::getenv("LANTOA_LONG") != nullptr ? 10'000 : 1'000; }

// The disk of a running program after so many steps: some of it is in the file, some in the log.
Image image_after(const Script& script, std::size_t steps) {
  Disk disk;
  StoreOnDisk on(disk);
  EXPECT_TRUE(on.open());
  for (std::size_t i = 0; i < steps; ++i) EXPECT_TRUE(on.take(script.steps[i]));
  return disk.image();
}

struct Tally {
  std::size_t refused = 0;   // SQLite or the schema says so on opening or reading
  std::size_t by_chain = 0;  // verifying names a fact
  std::size_t by_head = 0;   // the log ends early, which a head kept elsewhere shows
  std::size_t nothing = 0;   // nothing readable changed
  std::size_t beside = 0;    // facts are whole, a vault row or an answer is not
  std::size_t in_log = 0;
};

bool is_start_of(const std::vector<Fact>& part, const std::vector<Fact>& whole) {
  return part.size() <= whole.size() && std::equal(part.begin(), part.end(), whole.begin());
}

// A start folds only what is right: on success the facts up to where the ledger ends.
void check_start(Store& store, const std::vector<Fact>& facts) {
  Vault vault(store, MasterKey{});
  StandingClock clock;
  Folds folds;
  std::vector<std::string> folded;
  folds.on<Happened>([&](const Happened& fact, const Stamp&) { folded.push_back(encode(fact)); });
  Engine engine(store, vault, clock, folds);
  const auto replayed = engine.replay();
  EXPECT_TRUE(replayed || !replayed.error().text.vi.empty());
  ASSERT_LE(folded.size(), facts.size());
  for (std::size_t i = 0; i < folded.size(); ++i) ASSERT_EQ(folded[i], facts[i].body);
}

void look_after_flip(const Image& image, const Content& content, Tally& tally) {
  Disk disk(image);
  StoreOnDisk on(disk);
  if (!on.open(Access::ReadOnly)) {
    ++tally.refused;
    return;
  }
  const auto verified = verify(on.store(), std::nullopt, nullptr);
  check_start(on.store(), content.facts);
  if (!verified) {
    ++(verified.error().code == Code::Conflict ? tally.by_chain : tally.refused);
    return;
  }
  std::vector<Fact> facts;
  ASSERT_TRUE(on.store().read(0, UINT64_MAX, [&](const Fact& fact) -> Result<void> {
    facts.push_back(fact);
    return {};
  }));
  ASSERT_TRUE(is_start_of(facts, content.facts)) << "a changed fact was handed out";
  if (facts.size() < content.facts.size()) {
    ASSERT_FALSE(verify(on.store(), content.head(), nullptr)) << "a lost end was not noticed";
    ++tally.by_head;
    return;
  }
  const auto all = on.content();
  ++(all && *all == content ? tally.nothing : tally.beside);
}

TEST(BitFlip, OfAFactIsNoticed) {
  const Script script = make_script(50);
  struct Start {
    Image image;
    const Content* content;
  };
  std::vector<Start> starts;
  for (const std::size_t steps : {12U, 23U, 34U, 50U}) {
    starts.push_back({image_after(script, steps), &script.contents[steps]});
  }
  std::mt19937 random(7);
  Tally tally;
  for (std::size_t i = 0; i < flips_wanted(); ++i) {
    const Start& start = starts[i % starts.size()];
    Image image = start.image;
    const std::string log = std::string(ledger_name) + "-wal";
    const bool in_log = i % 3 == 0 && !image[log].empty();
    tally.in_log += in_log ? 1U : 0U;
    std::string& bytes = image[in_log ? log : ledger_name];
    const std::size_t bit = random() % (bytes.size() * 8);
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << (bit % 8)));
    look_after_flip(image, *start.content, tally);
    ASSERT_FALSE(HasFatalFailure())
        << "bit " << bit << (in_log ? " of the log" : "") << " of start " << i % starts.size();
  }
  std::cout << flips_wanted() << " flips, " << tally.in_log
            << " of them in the log: " << tally.by_chain << " named by the chain, " << tally.refused
            << " refused as damaged, " << tally.by_head << " noticed as a lost end, "
            << tally.nothing << " changed nothing readable, " << tally.beside
            << " only rows or answers\n";
  EXPECT_GT(tally.by_chain, flips_wanted() / 10);
}

TEST(BitFlip, OfABlobIsNoticed) {
  const TestFolder folder;
  const auto blobs = *open_file_blobs(folder.path(), Access::ReadWrite);
  std::mt19937 random(8);
  for (std::size_t i = 0; i < flips_wanted() / 5; ++i) {
    std::string bytes(1 + random() % 3000, static_cast<char>(i));
    bytes[0] = static_cast<char>(i >> 8);
    const std::string address = *blobs->put(bytes);
    const std::size_t bit = random() % (bytes.size() * 8);
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << (bit % 8)));
    std::ofstream(folder.path() / address.substr(0, 2) / address.substr(2, 2) / address) << bytes;
    const auto got = blobs->get(address);
    ASSERT_FALSE(got);
    ASSERT_EQ(got.error().code, Code::Unavailable);
  }
}

}  // namespace
}  // namespace lantoa::ledger
