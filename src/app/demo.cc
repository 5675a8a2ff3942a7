// The demo command: loads the campaign on first use, serves it, and lets simulated people go on.
#include <iostream>

#include "app/command_files.h"
#include "app/commands.h"
#include "app/copy_command.h"
#include "app/demo_attendance.h"
#include "app/demo_mails.h"
#include "app/demo_people.h"
#include "app/demo_statistics.h"
#include "app/demo_web.h"
#include "app/listen.h"
#include "app/mail_returns.h"
#include "app/simulation.h"
#include "platform/ledger/file.h"

namespace lantoa::app {
namespace {

constexpr std::uint32_t seed = 97;
constexpr std::uint32_t days_between_words = 25;  // while loading

void print_links(House& house) {
  const States& states = house.states();
  std::uint32_t shown = 0;
  for (const city::PersonNo person : states.identity.at(states.organisation.by_code("00046"))) {
    const auto row = house.app().vault.open(city::subject("link", person));
    const bool confirmed =
        states.reach.items() != 0 && states.reach.item(city::ItemNo{1}).is_reached(person);
    if (!row || !*row || confirmed || shown == 3) continue;
    ++shown;
    std::cout << "  Cán bộ " << person.value << " (Phường Hàng Buồm): " << house.app().public_url
              << "/n/" << **row << '\n';
  }
}

void print_welcome(House& house, const std::string& url) {
  const States& states = house.states();
  std::cout << "\nLan Tỏa – Hà Nội 2021 (dữ liệu mẫu) | sample data\n"
            << "  Cổng | portal:          " << url << "/\n";
  if (!states.content.published().empty()) {
    const auto& article = states.content.article(states.content.published().back());
    std::cout << "  Bài viết | article:     " << url << city::content::public_address(article)
              << '\n';
  }
  std::cout << "  Trang làm việc | office: " << url << "/dang-nhap\n\n"
            << "Mật khẩu của mọi tài khoản mẫu | password of every sample account: "
            << demo_password << '\n';
  for (const DemoOfficer& officer : demo_officers()) {
    std::cout << "  " << officer.login
              << std::string(22 - std::string_view(officer.login).size(), ' ')
              << city::title(officer.role).vi << " | " << city::title(officer.role).en << '\n';
  }
  std::cout << "\nLiên kết cá nhân | personal links:\n";
  print_links(house);
  std::cout << "\nDừng bằng Ctrl+C | stop with Ctrl+C" << '\n' << std::flush;
}

Result<void> fill(const std::filesystem::path& folder, const DemoOptions& options) {
  VirtualClock clock;
  Settings settings{.data = folder, .access = ledger::Access::Fill, .create = true};
  settings.public_url = "http://" + options.listen;
  settings.web = {demo_page, true};
  TRY_ASSIGN(const auto house, House::open(settings, clock));
  TRY(load_campaign(*house, clock, options.persons));
  const auto say = [&](std::uint32_t days) {
    if (days % days_between_words != 0) return;
    std::cout << "  " << vietnamese(house->states().calendar.today()) << ": " << days << " / "
              << options.days << " ngày làm việc | working days\n"
              << std::flush;
  };
  TRY(Simulation(*house, clock, seed).run_days(options.days, say));
  TRY(return_a_mail(*house));
  TRY(estimate_statistics(*house));
  TRY(publish_statistics(*house));
  return hold_named_meeting(*house);
}

// Of a folder whose ledger is in a database: what is the node's own stays, the keys with it.
void remove_ledger(const std::filesystem::path& folder) {
  std::error_code error;
  for (const char* name : {"ledger.sqlite3", "ledger.sqlite3-wal", "ledger.sqlite3-shm", "blobs",
                           "sessions.sqlite3", "sessions.sqlite3-wal", "sessions.sqlite3-shm"}) {
    std::filesystem::remove_all(folder / name, error);
  }
}

// What was loaded as a file goes to the database in one piece; the folder keeps the keys.
Result<void> move_ledger(const std::filesystem::path& folder, const Place& to) {
  TRY(copy_place({folder}, to));
  remove_ledger(folder);
  return {};
}

std::filesystem::path beside(std::filesystem::path data) {
  if (!data.has_filename()) data = data.parent_path();  // "demo/"
  return data.string() + ".loading";
}

// Cut off between the database and the folder, an earlier loading left the keys of that database
// beside their place.
Result<void> finish_earlier_loading(const Place& place) {
  const std::filesystem::path made = beside(place.data);
  const std::filesystem::path key_file = made / "vault.key";
  std::error_code error;
  if (!place.store || std::filesystem::exists(place.data / "vault.key", error)) return {};
  if (!std::filesystem::exists(key_file, error)) return {};
  TRY_ASSIGN(const ledger::MasterKey key, ledger::read_vault_key(key_file));
  TRY_ASSIGN(const auto store, open_store(place, ledger::Access::ReadOnly));
  TRY(ledger::Vault(*store, key).check_key(key_file));
  remove_ledger(made);
  return ledger::put_in_place(made, place.data);
}

// Loads beside the place where it shall be and moves it there when it is whole, so that a demo that
// was interrupted begins anew. Only an empty folder gives way to it.
Result<void> load(const DemoOptions& options) {
  std::error_code error;
  const std::filesystem::path& data = options.place.data;
  if (std::filesystem::exists(data, error) && !std::filesystem::is_empty(data, error)) {
    return problem(
        Code::Conflict,
        {"Thư mục " + data.string() + " có tệp khác nhưng không có sổ cái; hãy chọn thư mục mới.",
         "Folder " + data.string() + " holds other files and no ledger; choose a new folder."});
  }
  const std::filesystem::path made = beside(data);
  std::filesystem::remove_all(made, error);
  TRY(fill(made, options));
  if (options.place.store) TRY(move_ledger(made, options.place));
  return ledger::put_in_place(made, data);
}

}  // namespace

int demo(const DemoOptions& options) {
  if (const auto listen = check_listen(options.listen); !listen) return fail(listen.error());
  const auto proxies = read_proxies(options.behind_proxy);
  if (!proxies) return fail(proxies.error());
  const auto returns = check_mail_returns(options.mail_returns);
  if (!returns) return fail(returns.error());
  const auto exists = has_ledger(options.place);
  if (!exists) return fail(exists.error());
  if (!*exists) {
    std::cout << "Đang nạp dữ liệu mẫu… | loading sample data…" << '\n' << std::flush;
    if (const auto loaded = load(options); !loaded) return fail(loaded.error());
  } else if (const auto done = finish_earlier_loading(options.place); !done) {
    return fail(done.error());
  }
  VirtualClock clock;
  Settings settings{.data = options.place.data, .store = options.place.store};
  settings.smtp_url = options.smtp_url;
  settings.smtp_seconds = options.smtp_seconds;
  settings.mail.returns = options.mail_returns;
  settings.web = {demo_page, true};
  auto house = House::open(settings, clock);
  if (!house) return fail(house.error());
  const auto head = (*house)->engine().head();
  std::cout << "Sổ cái | ledger: " << head.seq << " sự kiện | facts" << '\n' << std::flush;
  if (options.load_only) return 0;
  clock.run(head.at, options.speed);
  Simulation simulation(**house, clock, seed + 1);
  return listen_until_told_to_stop(**house, options.listen, {}, *proxies,
                                   [&](const std::string& url) {
                                     print_welcome(**house, url);
                                     simulation.start();
                                   });
}

}  // namespace lantoa::app
