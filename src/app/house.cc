#include "app/house.h"

#include <chrono>
#include <cstdlib>
#include <string>
#include <utility>

#include "app/checkpoint_keys.h"
#include "app/sessions_to_read.h"
#include "kernel/keeper.h"
#include "platform/embedded/embedded.h"
#include "platform/ledger/memory/memory_store.h"
#include "platform/log/log.h"

namespace lantoa::app {
namespace {

constexpr std::chrono::milliseconds courier_pause{1000};
// Couriers look at what was committed this often at the most: waking all of them for each commit
// would cost a busy writer more than its commits.
constexpr std::chrono::milliseconds courier_look_pause{20};
constexpr std::chrono::hours sweep_pause{1};
// A lease is renewed this often, and couriers begin nothing in the last that long of it.
constexpr std::chrono::seconds lease_pause{2};
constexpr std::chrono::seconds lease_use = ledger::lease_length - lease_pause;

Result<html::Templates> load_templates() {
  std::vector<std::pair<std::string_view, std::string_view>> files;
  for (const auto& file : embedded::files()) {
    if (file.path.ends_with(".tpl")) files.emplace_back(file.path, file.bytes);
  }
  return html::Templates::load(files);
}

// Refuses what it is given: for a house that only reads.
class NoMail : public mail::Sender {
 public:
  mail::Sent send(const mail::Message&) override { return {mail::Outcome::NotNow, "no mail here"}; }
};

// The seq of the last fact of `day`, read from the ledger without folding it; of the newest day,
// the last so far.
Result<std::uint64_t> end_of(ledger::Store& store, Date day) {
  TRY_ASSIGN(const ledger::Head head, store.head());
  city::calendar::State calendar;
  TRY(store.read(0, head.seq, [&](const ledger::Fact& fact) -> Result<void> {
    if (fact.kind != city::calendar::DayTurned::kind) return {};
    TRY_ASSIGN(const auto turned, decode<city::calendar::DayTurned>(fact.body));
    calendar.fold(turned, {fact.seq, fact.at, {}, {}});
    return {};
  }));
  if (day <= calendar.today()) return calendar.end_of(day).value_or(head.seq);
  const std::string last = vietnamese(calendar.today());
  return problem(Code::Invalid,
                 {"Sổ cái mới tới ngày " + last + "; hãy chọn ngày đó hoặc trước đó.",
                  "The ledger reaches " + last + " only; choose that day or an earlier one."},
                 "day");
}

// An address with 10 KB typed into it is still answered with a page.
constexpr std::size_t target_bytes_max = 12 * 1024;

// For what is made anew at every start.
std::filesystem::path temporary_folder() {
  std::error_code error;
  const auto folder = std::filesystem::temp_directory_path(error);
  return error ? std::filesystem::path("/tmp") : folder;
}

// What was folded cannot be unfolded: the program ends (1: the machine failed), and whoever keeps
// it running starts it again, to replay what there is.
[[noreturn]] void end_to_replay(const Problem&) { std::_Exit(1); }

// What one of them cannot read must not end the process, again and again after each start.
bool stepped(city::Courier& courier) {
  try {
    return courier.step();
  } catch (const std::exception& failure) {
    log::error("courier_threw", {{"what", failure.what()}});
    return false;
  }
}

}  // namespace

Instant SystemClock::now() {
  using namespace std::chrono;
  return {duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count()};
}

House::House(Clock& clock) : clock_(clock), portal_live_(random_, system_clock_) {}

Result<std::unique_ptr<House>> House::open(const Settings& settings, Clock& clock) {
  TRY(crypto::initialise());
  auto house = std::unique_ptr<House>(new House(clock));
  house->as_far_as_known_ = settings.as_far_as_known;
  TRY(house->open_stores(settings));
  TRY(house->wire(settings));
  TRY(house->replay(settings.extent));
  if (settings.access == ledger::Access::ReadOnly) {
    house->say_read_only();
  } else {
    TRY(house->seal_check_row(settings));
    const auto* newest = house->states_.checkpoint.newest();
    TRY_ASSIGN(house->checkpoint_keys_,
               open_checkpoint_keys(settings.data, newest == nullptr ? nullptr : &newest->key));
  }
  return house;
}

Result<std::unique_ptr<House>> House::on(Parts parts, Clock& clock, Extent extent) {
  TRY(crypto::initialise());
  auto house = std::unique_ptr<House>(new House(clock));
  house->store_ = std::move(parts.store);
  house->blobs_ = std::move(parts.blobs);
  house->vault_ = std::make_unique<ledger::Vault>(*house->store_, parts.key);
  house->sender_ = std::move(parts.sender);
  house->built_ = std::move(parts.built);
  TRY(house->wire({.web = std::move(parts.web)}));
  TRY(house->replay(extent));
  return house;
}

Result<std::unique_ptr<House>> House::from_export(std::istream& lines, Clock& clock,
                                                  Extent extent) {
  auto store = ledger::make_memory_store();
  std::string line;
  for (std::uint64_t number = 1; std::getline(lines, line); ++number) {
    auto fact = ledger::parse_ndjson(line);
    const auto appended = fact ? store->append({.facts = {*std::move(fact)}})
                               : Result<void>(tl::unexpected(fact.error()));
    if (appended) continue;
    Problem failure = appended.error();
    if (failure.code == Code::Conflict) failure.field = wrong_ledger;
    failure.text.vi = "Dòng " + std::to_string(number) + " của bản xuất: " + failure.text.vi;
    failure.text.en = "Line " + std::to_string(number) + " of the export: " + failure.text.en;
    return tl::unexpected(std::move(failure));
  }
  return on({std::move(store), ledger::make_memory_blobs(), {}, std::make_unique<NoMail>()}, clock,
            extent);
}

Result<void> House::replay(const Extent& extent) {
  std::uint64_t up_to = extent.position;
  if (extent.day) {
    TRY_ASSIGN(up_to, end_of(*store_, *extent.day));
  }
  using Steady = std::chrono::steady_clock;
  const auto began = Steady::now();
  const std::uint64_t before = engine_->head().seq;
  auto replayed = engine_->replay(up_to);
  replayed_ = {engine_->head().seq - before, Steady::now() - began};
  if (replayed) return {};
  Problem why = std::move(replayed).error();
  if (why.code != Code::Unavailable) why.field = wrong_ledger;
  if (!as_far_as_known_ || why.field != wrong_ledger) return tl::unexpected(std::move(why));
  cut_short_ = std::move(why);
  return {};
}

// What every page says and every form is answered where nothing is written.
void House::say_read_only() {
  const ledger::Head head = engine_->head();
  const std::string seq = std::to_string(head.seq);
  const std::string day = vietnamese(vietnam_date(head.at));
  Text notice{"Hệ thống đang mở chỉ để xem, theo sổ cái đến sự kiện số " + seq + " (ngày " + day +
                  "); chưa nhận biểu mẫu nào.",
              "The system is open for reading only, as the ledger stood at fact no. " + seq + " (" +
                  day + "); no form is taken."};
  if (cut_short_) {
    notice = {"Sổ cái chỉ đọc được đến sự kiện số " + seq + " (ngày " + day +
                  "); những gì ghi sau đó không có trên trang này. Hệ thống chỉ cho xem, chưa nhận "
                  "biểu mẫu nào.",
              "The ledger can be read up to fact no. " + seq + " (" + day +
                  ") only; what was recorded later is not on this page. The system is open for "
                  "reading, no form is taken."};
  }
  app_->read_only = std::move(notice);
}

Result<void> House::open_stores(const Settings& settings) {
  const Place place{settings.data, settings.store};
  has_others_ = settings.store.has_value();
  const std::filesystem::path key_file = settings.data / "vault.key";
  std::error_code error;
  TRY_ASSIGN(const bool exists, has_ledger(place));
  if (!exists && !settings.create) return no_ledger(place);
  if (!exists && !std::filesystem::exists(key_file, error)) {
    TRY(ledger::create_key_file(key_file));  // and the folder, for this user only
  }
  TRY_ASSIGN(const ledger::MasterKey key, ledger::read_vault_key(key_file));
  TRY_ASSIGN(store_, open_store(place, settings.access));
  const bool alone = !place.store && settings.access == ledger::Access::ReadOnly &&
                     !std::filesystem::is_directory(settings.data / "blobs", error);
  if (alone) {
    blobs_ = ledger::make_memory_blobs();
  } else {
    TRY_ASSIGN(blobs_, open_blobs(place, settings.access));
  }
  vault_ = std::make_unique<ledger::Vault>(*store_, key);
  TRY(vault_->check_key(key_file));
  if (settings.access == ledger::Access::ReadOnly) {
    sender_ = std::make_unique<NoMail>();
  } else if (!settings.smtp_url.empty()) {
    sender_ = mail::make_smtp_sender(
        {settings.smtp_url, settings.smtp_user, settings.smtp_password, settings.smtp_seconds});
  } else {
    TRY_ASSIGN(sender_, mail::make_folder_sender((settings.data / "mail").string(),
                                                 settings.access == ledger::Access::Fill
                                                     ? mail::Sync::Never
                                                     : mail::Sync::EveryMessage));
  }
  return {};
}

// Written once, and only after the whole ledger was found right.
Result<void> House::seal_check_row(const Settings& settings) {
  const std::filesystem::path key_file = settings.data / "vault.key";
  TRY_ASSIGN(const auto missing, vault_->check_key(key_file));
  if (!missing) return {};
  // Of nodes that begin at once with keys of their own, only one may go on.
  TRY(store_->take_turn());
  auto row = vault_->check_key(key_file);
  if (row && *row) return store_->append({.vault_rows = {**std::move(row)}});
  store_->end_turn();
  TRY(row);
  return {};
}

// What another node began while it led it ends by itself in the time that a mail may take.
city::oversight::MailSettings House::mail_settings(const Settings& settings) const {
  city::oversight::MailSettings mail = settings.mail;
  if (has_others_) mail.others_attempt_ms = settings.smtp_seconds * std::int64_t{1000};
  return mail;
}

Result<void> House::wire(const Settings& settings) {
  const std::filesystem::path sessions = settings.data / "sessions.sqlite3";
  std::error_code error;
  if (settings.access != ledger::Access::ReadOnly && !settings.data.empty()) {
    TRY_ASSIGN(sessions_, open_sessions({settings.data, settings.store}, random_));
  } else if (settings.as_far_as_known && std::filesystem::exists(sessions, error)) {
    TRY_ASSIGN(sessions_, open_sessions_to_read(
                              sessions, *store_, [this] { return engine_->head(); }, random_));
  } else {
    TRY_ASSIGN(sessions_, session::open_sessions(":memory:", random_));
  }
  if (!built_) {
    TRY_ASSIGN(built_, build());
  }
  engine_ = std::make_unique<ledger::Engine>(*store_, *vault_, clock_, folds_);
  app_ = std::make_unique<city::App>(
      folds_, *engine_, *vault_, *blobs_, built_->templates, random_, *sessions_, *sender_,
      settings.public_url,
      [this](std::string_view name) { return built_->files.address_of(name); });
  app_->contact = settings.contact;
  States& s = states_;
  city::calendar::install(*app_, s.calendar, clock_);
  city::organisation::install(*app_, s.organisation, {s.calendar});
  city::identity::install(*app_, s.identity, {s.calendar, s.organisation, system_clock_});
  city::workday::install(*app_, s.workday, {s.calendar, s.organisation});
  city::law::install(*app_, s.law, {s.calendar, s.organisation});
  city::plan::install(*app_, s.plan, {s.calendar, s.organisation, s.law, s.workday});
  city::content::install(*app_, s.content, {s.calendar, s.organisation, s.identity, s.law, s.plan},
                         clock_);
  city::activity::install(*app_, s.activity, {s.calendar, s.organisation, s.law, s.plan});
  city::speaker::install(*app_, s.speaker, {s.calendar, s.organisation, s.activity});
  city::webpage::install(
      *app_, s.webpage, {s.calendar, s.organisation, s.law, s.activity},
      settings.looks_at_web ? city::webpage::the_web(*app_, settings.look_also) : settings.web);
  city::reach::install(*app_, s.reach,
                       {s.calendar, s.organisation, s.identity, s.plan, s.content, s.activity});
  city::oversight::install(*app_, s.oversight,
                           {s.calendar, s.organisation, s.plan, s.content, s.reach, s.workday},
                           clock_, mail_settings(settings));
  city::guidance::install(*app_, s.guidance, {s.calendar, s.organisation, s.law, s.plan});
  city::report::install(*app_, s.report, {s.calendar, s.organisation, s.content, s.reach});
  city::statistics::install(*app_, s.statistics,
                            {s.calendar, s.organisation, s.activity, s.workday});
  city::checkpoint::install(*app_, s.checkpoint, {s.report, s.statistics}, *store_,
                            checkpoint_keys_);
  city::comment::install(*app_, s.comment,
                         {s.calendar, s.organisation, s.workday, s.content, system_clock_});
  city::rating::install(*app_, s.rating, {s.calendar, s.organisation, s.content, system_clock_});
  city::portal::install(*app_, s.portal, portal_live_,
                        {s.calendar, s.organisation, s.law, s.plan, s.content, s.reach, s.report,
                         s.comment, s.rating, s.statistics},
                        clock_);
  search_ = std::make_unique<city::search::Follower>(temporary_folder());
  city::search::install(*app_, *search_, {s.calendar, s.organisation, s.law, s.plan, s.content});
  city::journal::install(*app_, {s.calendar, s.organisation}, *store_);
  city::install_openapi(*app_);
  city::install_api_page(*app_);
  site_ = std::make_unique<city::Site>(*app_, system_clock_);
  return {};
}

Result<std::shared_ptr<const House::Built>> House::build() {
  TRY_ASSIGN(auto templates, load_templates());
  return std::make_shared<const Built>(
      Built{std::move(templates), http::StaticFiles(embedded::files())});
}

House::~House() { stop(); }

void House::run_couriers() {
  bool worked = true;
  while (worked) {
    worked = false;
    for (const auto& courier : app_->couriers) {
      while (courier->step()) worked = true;
    }
  }
}

void House::start() {
  search_->start();
  if (app_->read_only) return app_->live.start();
  engine_->on_diverged(end_to_replay);
  engine_->on_committed([this](std::uint64_t) {
    app_->live.ledger_grew();
    {
      const std::lock_guard guard(mutex_);
      ++commits_;
    }
    wake_.notify_all();
  });
  engine_->start();
  app_->live.start();
  if (has_others_) app_->leads = [this] { return leads(); };
  for (const auto& courier : app_->couriers) {
    threads_.emplace_back([this, &courier = *courier] { keep_stepping(courier); });
  }
  threads_.emplace_back([this] { keep_sweeping(); });
  threads_.emplace_back([this] { keep_lease(); });
}

void House::keep_lease() {
  std::unique_lock guard(mutex_);
  while (!stopping_) {
    guard.unlock();
    tend_lease();
    guard.lock();
    ending_.wait_for(guard, lease_pause, [this] { return stopping_; });
  }
}

// One node at a time leads. A lease that cannot be renewed is not used to its end, so that what a
// courier began is done when another node takes over.
void House::tend_lease() {
  const auto asked = std::chrono::steady_clock::now();
  // Whoever cannot write does none of a leader's work, and another node perhaps can.
  if (engine_->is_writing_stopped()) return give_lease_back(asked);
  const auto lease = store_->take_lease();
  if (!lease) {
    return log::warning("lease_not_renewed", {{"why", keeper_sentence(lease.error())}});
  }
  has_lease_ = lease->has_value();
  if (!has_lease_) {
    leads_until_ = asked;
    return;
  }
  const std::uint64_t before = app_->lease;
  if (const auto leads = app_->lead(**lease); !leads) {
    log::warning("lease_not_used", {{"why", keeper_sentence(leads.error())}});
    return give_lease_back(asked);
  }
  if (before != **lease && has_others_) {
    log::info("lease_taken", {{"number", std::to_string(**lease)}});
  }
  leads_until_ = asked + lease_use;
}

// Not while a courier is still at what it began under the lease: another node would begin the same.
// It is not renewed meanwhile, and lapses at the latest when a courier has to be done.
void House::give_lease_back(std::chrono::steady_clock::time_point now) {
  {
    const std::lock_guard guard(mutex_);
    leads_until_ = now;
    if (leading_steps_ > 0) return;
  }
  if (!std::exchange(has_lease_, false)) return;
  store_->end_lease();
  if (has_others_) log::info("lease_given_back", {{"number", std::to_string(app_->lease)}});
}

bool House::leads() const { return std::chrono::steady_clock::now() < leads_until_.load(); }

// Ended and forgotten sessions are removed once an hour.
void House::keep_sweeping() {
  std::unique_lock guard(mutex_);
  while (!stopping_) {
    guard.unlock();
    if (const auto swept = sessions_->sweep(system_clock_.now()); !swept) {
      log::warning("sessions_not_swept", {{"why", keeper_sentence(swept.error())}});
    }
    guard.lock();
    ending_.wait_for(guard, sweep_pause, [this] { return stopping_; });
  }
}

// A courier works while there is work, then sleeps until the ledger grows or a moment has passed.
void House::keep_stepping(city::Courier& courier) {
  std::unique_lock guard(mutex_);
  while (!stopping_) {
    const std::uint64_t seen = commits_;
    const bool leading = !courier.works_on_every_node();
    bool worked = false;
    if (!leading || leads()) {
      if (leading) ++leading_steps_;
      guard.unlock();
      worked = stepped(courier);
      guard.lock();
      if (leading) --leading_steps_;
    }
    if (worked) continue;
    ending_.wait_for(guard, courier_look_pause, [this] { return stopping_; });
    wake_.wait_for(guard, courier_pause, [&] { return stopping_ || commits_ != seen; });
  }
}

void House::stop() {
  {
    const std::lock_guard guard(mutex_);
    if (stopping_) return;
    stopping_ = true;
  }
  ending_.notify_all();
  wake_.notify_all();
  for (std::thread& thread : threads_) thread.join();
  if (!app_) return;
  if (!threads_.empty()) {
    for (const auto& courier : app_->couriers) courier->finish();
    store_->end_lease();
  }
  app_->live.stop();
  search_->stop();
  engine_->stop();
}

Result<std::unique_ptr<http::Server>> House::serve(http::Settings settings) {
  settings.shares = city::shares();
  settings.share_of = [this](const http::Request& request) {
    return city::share_of(app_->routes, request);
  };
  settings.limits.target_bytes_max = target_bytes_max;
  settings.refusal_headers = city::security_headers(app_->public_url);
  return http::serve(
      std::move(settings),
      [this](const http::Request& request) -> std::optional<http::Response> {
        if (auto file = built_->files.answer(request)) {
          city::add_security_headers(*file, app_->public_url);
          return file;
        }
        return site_->fast(request);
      },
      [this](http::Request request, http::Reply reply) {
        site_->handle(std::move(request), std::move(reply));
      });
}

}  // namespace lantoa::app
