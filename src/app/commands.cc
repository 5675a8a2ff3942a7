#include "app/commands.h"

#include <charconv>
#include <fstream>
#include <iostream>
#include <sstream>

#include "app/house.h"
#include "app/listen.h"
#include "app/read_command.h"
#include "app/setup.h"
#include "platform/ledger/verify.h"
#include "viet/article.h"

namespace lantoa::app {
namespace {

constexpr int exit_machine = 1;
constexpr int exit_input = 2;
constexpr int exit_ledger = 3;

Result<std::string> read_file(const std::filesystem::path& path, std::uintmax_t bytes_max) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  if (error) {
    return problem(Code::NotFound, {"Không mở được tệp " + path.string() + ": " + error.message(),
                                    "Cannot open file " + path.string() + ": " + error.message()});
  }
  if (size > bytes_max) {
    const std::string limit = std::to_string(bytes_max / (1024 * 1024)) + " MiB";
    return problem(Code::TooLarge,
                   {"Tệp " + path.string() + " quá lớn; chỉ nhận tới " + limit + ".",
                    "File " + path.string() + " is too large; at most " + limit + " are read."});
  }
  std::ifstream in(path, std::ios::binary);
  std::string bytes(size, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(size));
  if (!in) {
    return problem(Code::Unavailable, {"Không đọc được tệp " + path.string(),
                                       "Cannot read file " + path.string()});
  }
  return bytes;
}

Result<std::unique_ptr<ledger::Store>> open_to_read(const std::filesystem::path& data) {
  const auto file = data / "ledger.sqlite3";
  std::error_code error;
  if (!std::filesystem::exists(file, error)) {
    return problem(Code::NotFound, {"Không có sổ cái trong thư mục " + data.string(),
                                    "There is no ledger in folder " + data.string()});
  }
  return ledger::open_sqlite_store(file, ledger::Access::ReadOnly);
}

std::string head_text(std::uint64_t seq, const ledger::Chain& chain) {
  return std::to_string(seq) + ":" + ledger::hex(chain);
}

Result<ledger::Head> parse_head(const std::string& text) {
  const std::size_t colon = text.find(':');
  const auto chain = colon == std::string::npos ? Result<ledger::Chain>(problem(Code::Invalid, {}))
                                                : ledger::parse_chain(text.substr(colon + 1));
  std::uint64_t seq = 0;
  const auto read = std::from_chars(text.data(), text.data() + std::min(colon, text.size()), seq);
  if (!chain || read.ec != std::errc{} || read.ptr != text.data() + colon) {
    return problem(Code::Invalid, {"--head cần dạng SỐ:CHUỖI như “lantoa ledger head” in ra.",
                                   "--head needs SEQ:CHAIN as printed by “lantoa ledger head”."});
  }
  return ledger::Head{seq, *chain, {}};
}

// {"item":1,"unit":3,"code":"00037","audience":31,"reached":12}
void print_coverage(House& house) {
  const States& states = house.states();
  for (std::uint32_t i = 1; i <= states.reach.items(); ++i) {
    for (std::uint32_t u = 1; u <= states.organisation.size(); ++u) {
      const auto count = states.reach.item(city::ItemNo{i}).count(city::UnitNo{u});
      std::cout << "{\"item\":" << i << ",\"unit\":" << u << ",\"code\":\""
                << states.organisation.unit(city::UnitNo{u}).code << "\",\"audience\":"
                << count.audience << ",\"reached\":" << count.reached << "}\n";
    }
  }
}

}  // namespace

int fail(const Problem& problem) {
  std::cerr << full_sentence(problem, Language::Vietnamese) << '\n'
            << full_sentence(problem, Language::English) << '\n';
  return problem.code == Code::Unavailable ? exit_machine : exit_input;
}

int read(const std::filesystem::path& file) {
  const auto bytes = read_file(file, viet::article_bytes_max);
  if (!bytes) return fail(bytes.error());
  const auto json = read_article_json(*bytes);
  if (!json) return fail(json.error());
  std::cout << *json << '\n';
  return 0;
}

int routes() {
  SystemClock clock;
  std::istringstream nothing;
  auto house = House::from_export(nothing, clock);
  if (!house) return fail(house.error());
  std::cout << (*house)->app().routes.table();
  return 0;
}

int ledger_head(const std::filesystem::path& data) {
  auto store = open_to_read(data);
  if (!store) return fail(store.error());
  const auto head = (*store)->head();
  if (!head) return fail(head.error());
  std::cout << head_text(head->seq, head->chain) << '\n';
  return 0;
}

int ledger_verify(const std::filesystem::path& data, const std::string& head) {
  auto store = open_to_read(data);
  if (!store) return fail(store.error());
  std::optional<ledger::Head> expected;
  if (!head.empty()) {
    auto parsed = parse_head(head);
    if (!parsed) return fail(parsed.error());
    expected = *parsed;
  }
  const auto verified = ledger::verify(**store, expected, [](std::uint64_t seq) {
    if (seq % 1'000'000 == 0) std::cerr << seq << "…\n";
  });
  if (!verified) {
    fail(verified.error());
    return exit_ledger;
  }
  std::cout << "Sổ cái nguyên vẹn | the ledger is whole: " << head_text(verified->facts, verified->chain)
            << '\n';
  return 0;
}

int ledger_export(const std::filesystem::path& data) {
  auto store = open_to_read(data);
  if (!store) return fail(store.error());
  const auto head = (*store)->head();
  if (!head) return fail(head.error());
  const auto done = (*store)->read(0, head->seq, [](const ledger::Fact& fact) -> Result<void> {
    std::cout << ledger::ndjson(fact) << '\n';
    if (std::cout) return {};
    return problem(Code::Unavailable, {"Không ghi được bản xuất.", "The export cannot be written."});
  });
  return done ? 0 : fail(done.error());
}

int coverage(const std::filesystem::path& data, const std::filesystem::path& from) {
  SystemClock clock;
  Result<std::unique_ptr<House>> house = problem(
      Code::Invalid, {"Cần --data hoặc --from.", "Give --data or --from."});
  if (!from.empty()) {
    std::ifstream lines(from);
    if (!lines) {
      return fail({Code::NotFound, {"Không mở được tệp " + from.string(),
                                    "Cannot open file " + from.string()}, {}, {}});
    }
    house = House::from_export(lines, clock);
  } else if (!data.empty()) {
    house = House::open({.data = data, .access = ledger::Access::ReadOnly}, clock);
  }
  if (!house) return fail(house.error());
  print_coverage(**house);
  return 0;
}

int serve(const ServeOptions& options) {
  SystemClock clock;
  Settings settings{.data = options.data};
  settings.public_url = options.public_url;
  settings.smtp_url = options.smtp_url;
  settings.smtp_user = options.smtp_user;
  if (!options.smtp_password_file.empty()) {
    auto password = read_file(options.smtp_password_file, 4096);
    if (!password) return fail(password.error());
    while (!password->empty() && password->back() == '\n') password->pop_back();
    settings.smtp_password = *std::move(password);
  }
  auto house = House::open(std::move(settings), clock);
  if (!house) return fail(house.error());
  return listen_until_told_to_stop(**house, options.listen, [](const std::string& url) {
    std::cout << "Lan Tỏa: " << url << std::endl;
  });
}

int init(const InitOptions& options) {
  SystemClock clock;
  const auto csv = read_file(options.units, sheet::csv_bytes_max);
  if (!csv) return fail(csv.error());
  const auto table = sheet::parse_csv(*csv);
  if (!table) return fail(table.error());
  const auto units = city::organisation::read_units(*table, vietnam_date(clock.now()));
  if (!units) return fail(units.error());
  std::error_code error;
  if (std::filesystem::exists(options.data / "ledger.sqlite3", error)) {
    return fail({Code::Conflict, {"Thư mục " + options.data.string() + " đã có sổ cái.",
                                  "Folder " + options.data.string() + " has a ledger already."}, {}, {}});
  }
  // A file with a bad row must not leave a half-made folder behind.
  const city::Envelope by_setup{clock.now(), vietnam_date(clock.now()), city::Actor::system("setup")};
  if (const auto trial = city::organisation::decide({}, *units, by_setup); !trial) {
    return fail(trial.error());
  }
  auto opened = House::open({.data = options.data, .create = true}, clock);
  if (!opened) return fail(opened.error());
  auto done = set_up(**opened, *units, options.login, options.name);
  if (!done) return fail(done.error());
  std::cout << "Đã tạo sổ cái. Đăng nhập | ledger made, sign in: " << options.login
            << "\nMật khẩu | password: " << *done << std::endl;
  return 0;
}

}  // namespace lantoa::app
