// The demo command: loads the campaign on first use, serves it, and lets simulated people go on.
#include <iostream>

#include "app/command_files.h"
#include "app/commands.h"
#include "app/copy_command.h"
#include "app/demo_people.h"
#include "app/listen.h"
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
  TRY_ASSIGN(const auto house, House::open(settings, clock));
  TRY(load_campaign(*house, clock, options.persons));
  const auto say = [&](std::uint32_t days) {
    if (days % days_between_words != 0) return;
    std::cout << "  " << vietnamese(house->states().calendar.today()) << ": " << days << " / "
              << options.days << " ngày làm việc | working days\n"
              << std::flush;
  };
  return Simulation(*house, clock, seed).run_days(options.days, say);
}

// What was loaded as a file goes to the database in one piece; the folder keeps the key.
Result<void> move_ledger(const std::filesystem::path& folder, const Place& to) {
  TRY(copy_place({folder, {}}, to));
  std::error_code error;
  for (const char* name : {"ledger.sqlite3", "ledger.sqlite3-wal", "ledger.sqlite3-shm", "blobs",
                           "sessions.sqlite3", "sessions.sqlite3-wal", "sessions.sqlite3-shm"}) {
    std::filesystem::remove_all(folder / name, error);
  }
  return {};
}

// Loads beside the place where it shall be and moves it there when it is whole, so that a demo that
// was interrupted begins anew. Only an empty folder gives way to it.
Result<void> load(const DemoOptions& options) {
  std::error_code error;
  std::filesystem::path data = options.place.data;
  if (std::filesystem::exists(data, error) && !std::filesystem::is_empty(data, error)) {
    return problem(
        Code::Conflict,
        {"Thư mục " + data.string() + " có tệp khác nhưng không có sổ cái; hãy chọn thư mục mới.",
         "Folder " + data.string() + " holds other files and no ledger; choose a new folder."});
  }
  if (!data.has_filename()) data = data.parent_path();  // "demo/"
  const std::filesystem::path beside = data.string() + ".loading";
  std::filesystem::remove_all(beside, error);
  TRY(fill(beside, options));
  if (!options.place.store.empty()) TRY(move_ledger(beside, options.place));
  return ledger::put_in_place(beside, data);
}

}  // namespace

int demo(const DemoOptions& options) {
  if (const auto listen = check_listen(options.listen); !listen) return fail(listen.error());
  const auto exists = has_ledger(options.place);
  if (!exists) return fail(exists.error());
  if (!*exists) {
    std::cout << "Đang nạp dữ liệu mẫu… | loading sample data…" << '\n' << std::flush;
    if (const auto loaded = load(options); !loaded) return fail(loaded.error());
  }
  VirtualClock clock;
  Settings settings{.data = options.place.data, .store = options.place.store};
  settings.smtp_url = options.smtp_url;
  auto house = House::open(settings, clock);
  if (!house) return fail(house.error());
  const auto head = (*house)->engine().head();
  std::cout << "Sổ cái | ledger: " << head.seq << " sự kiện | facts" << '\n' << std::flush;
  if (options.load_only) return 0;
  clock.run(head.at, options.speed);
  Simulation simulation(**house, clock, seed + 1);
  return listen_until_told_to_stop(**house, options.listen, {}, [&](const std::string& url) {
    print_welcome(**house, url);
    simulation.start();
  });
}

}  // namespace lantoa::app
