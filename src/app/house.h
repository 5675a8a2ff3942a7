// House: the composition root. Opens a data folder, owns every state, mechanism and thread, and
// wires the slices in their order. Nothing else knows all of it.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <istream>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "app/place.h"
#include "city/activity/activity.h"
#include "city/app.h"
#include "city/calendar/calendar.h"
#include "city/checkpoint/checkpoint.h"
#include "city/comment/comment.h"
#include "city/content/content.h"
#include "city/guidance/guidance.h"
#include "city/identity/identity.h"
#include "city/journal/journal.h"
#include "city/law/law.h"
#include "city/openapi.h"
#include "city/organisation/organisation.h"
#include "city/oversight/oversight.h"
#include "city/plan/plan.h"
#include "city/portal/portal.h"
#include "city/rating/rating.h"
#include "city/reach/reach.h"
#include "city/report/report.h"
#include "city/search/search.h"
#include "city/site.h"
#include "city/speaker/speaker.h"
#include "city/statistics/statistics.h"
#include "city/webpage/webpage.h"
#include "city/workday/workday.h"
#include "platform/http/static_files.h"
#include "platform/ledger/sqlite/sqlite_store.h"

namespace lantoa::app {

struct States {
  city::calendar::State calendar;
  city::organisation::State organisation;
  city::identity::State identity;
  city::workday::State workday;
  city::law::State law;
  city::plan::State plan;
  city::content::State content;
  city::activity::State activity;
  city::speaker::State speaker;
  city::webpage::State webpage;
  city::reach::State reach{organisation};
  city::oversight::State oversight;
  city::guidance::State guidance;
  city::report::State report;
  city::statistics::State statistics;
  city::checkpoint::State checkpoint;
  city::comment::State comment;
  city::rating::State rating;
  city::portal::State portal;
};

class SystemClock : public Clock {
 public:
  Instant now() override;
};

// How much of a ledger is folded: all of it, up to the end of a day, or up to a position.
struct Extent {
  std::optional<Date> day;
  std::uint64_t position = UINT64_MAX;
};

struct Settings {
  std::filesystem::path data;             // folder: ledger.sqlite3, keys, blobs/, sessions.sqlite3
  std::optional<postgres::Target> store;  // the ledger is there; none: in `data`
  ledger::Access access = ledger::Access::ReadWrite;
  bool create = false;         // make folder, key and ledger when there is no ledger yet
  std::string public_url;      // for links in mails; empty: where it listens
  city::App::Contact contact;  // of who runs the site, for the public
  std::string smtp_url;        // empty: mails become files in data/mail
  std::string smtp_user, smtp_password;
  int smtp_seconds = 60;  // that one mail may take
  city::oversight::MailSettings mail;
  bool looks_at_web = false;           // at pages that activities name as their evidence
  std::vector<std::string> look_also;  // "10.1.2.3:8080": not public, and looked at all the same
  city::webpage::Web web;              // in place of the real one, such as the demo's
  Extent extent;                       // read-only: how much of the ledger to fold
  // Read-only: a ledger that is wrong or unknown from some fact on is folded up to there.
  bool as_far_as_known = false;
};

using ledger::wrong_ledger;

class House {
 public:
  // Opens, checks key and chain, folds. `clock` stamps facts and turns days; sign-ins always run by
  // the system's clock. Problems name the file concerned.
  static Result<std::unique_ptr<House>> open(const Settings& settings, Clock& clock);
  // What is made of the program's own files, the same for every house.
  struct Built {
    html::Templates templates;
    http::StaticFiles files;
  };
  static Result<std::shared_ptr<const Built>> build();
  // What a house stands on where that is no data folder.
  struct Parts {
    std::unique_ptr<ledger::Store> store;
    std::unique_ptr<ledger::Blobs> blobs;
    ledger::MasterKey key{};
    std::unique_ptr<mail::Sender> sender;
    std::shared_ptr<const Built> built = {};  // none: made anew
    city::webpage::Web web = {};              // none: no page is looked at
  };
  static Result<std::unique_ptr<House>> on(Parts parts, Clock& clock, Extent extent = {});
  // From an export (NDJSON) into memory: folds, reads, writes nothing. Invalid names the line.
  static Result<std::unique_ptr<House>> from_export(std::istream& lines, Clock& clock,
                                                    Extent extent = {});
  ~House();

  city::App& app() { return *app_; }
  States& states() { return states_; }
  ledger::Store& store() { return *store_; }
  ledger::Engine& engine() { return *engine_; }
  city::Site& site() { return *site_; }
  // Read from the data folder; a house from an export has none until it is given one.
  city::checkpoint::Keys& checkpoint_keys() { return checkpoint_keys_; }

  struct Replayed {
    std::uint64_t facts = 0;
    std::chrono::nanoseconds took{0};
  };
  Replayed replayed() const { return replayed_; }
  // Where and why folding ended early; only when opened as far as known.
  const std::optional<Problem>& cut_short() const { return cut_short_; }
  // Goes on folding up to this fact; of a house that was opened with a smaller extent.
  Result<void> fold_up_to(std::uint64_t position) { return replay({{}, position}); }
  // Lets every courier work until none has anything to do; for the demo's loading and tests.
  void run_couriers();
  // Takes, renews or gives back the lease under which couriers work: what a thread does every two
  // seconds. Only without start().
  void tend_lease();
  bool leads() const;
  void start();  // writer, couriers and live figures on threads of their own; read-only: the last
  void stop();   // flushes what is counted in memory, ends the threads
  Result<std::unique_ptr<http::Server>> serve(http::Settings settings);

 private:
  explicit House(Clock& clock);
  Result<void> open_stores(const Settings& settings);
  city::oversight::MailSettings mail_settings(const Settings& settings) const;
  Result<void> wire(const Settings& settings);
  Result<void> replay(const Extent& extent);
  Result<void> seal_check_row(const Settings& settings);
  void say_read_only();
  void keep_stepping(city::Courier& courier);
  void keep_sweeping();
  void keep_lease();
  void give_lease_back(std::chrono::steady_clock::time_point now);

  Clock& clock_;
  SystemClock system_clock_;
  crypto::SystemRandom random_;
  States states_;
  city::portal::Live portal_live_;
  std::unique_ptr<city::search::Follower> search_;
  city::checkpoint::Keys checkpoint_keys_;
  std::unique_ptr<ledger::Store> store_;
  std::unique_ptr<ledger::Blobs> blobs_;
  std::unique_ptr<ledger::Vault> vault_;
  std::unique_ptr<session::Sessions> sessions_;
  std::unique_ptr<mail::Sender> sender_;
  std::shared_ptr<const Built> built_;
  ledger::Folds folds_;
  std::unique_ptr<ledger::Engine> engine_;
  std::unique_ptr<city::App> app_;
  std::unique_ptr<city::Site> site_;
  bool as_far_as_known_ = false;
  std::optional<Problem> cut_short_;
  Replayed replayed_;

  bool has_others_ = false;  // other nodes may share the store
  // Couriers work until then unless the lease is renewed.
  std::atomic<std::chrono::steady_clock::time_point> leads_until_{};
  bool has_lease_ = false;  // of the thread that tends it
  std::mutex mutex_;
  std::condition_variable wake_;    // the ledger grew
  std::condition_variable ending_;  // the house stops
  std::uint64_t commits_ = 0;
  int leading_steps_ = 0;  // of couriers, under way under the lease
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace lantoa::app
