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

// A regular file that is there, said in words of both languages rather than the system's.
Result<void> check_file(const std::filesystem::path& path) {
  const std::string name = path.string();
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (std::filesystem::is_regular_file(status)) return {};
  if (std::filesystem::is_directory(status)) {
    return problem(Code::Invalid, {name + " là thư mục; hãy chỉ ra một tệp.",
                                   name + " is a folder; name a file."});
  }
  if (status.type() == std::filesystem::file_type::not_found) {
    return problem(Code::NotFound, {"Không có tệp " + name + ". Hãy kiểm tra lại đường dẫn.",
                                    "There is no file " + name + ". Check the path."});
  }
  return problem(Code::Invalid, {"Không đọc được " + name + " như một tệp thường.",
                                 name + " cannot be read as a regular file."});
}

tl::unexpected<Problem> no_reading(const std::filesystem::path& path) {
  return problem(Code::Invalid,
                 {"Không đọc được tệp " + path.string() + ". Hãy kiểm tra quyền đọc.",
                  "File " + path.string() + " cannot be read. Check that reading is permitted."});
}

Result<std::string> read_file(const std::filesystem::path& path, std::uintmax_t bytes_max) {
  TRY(check_file(path));
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  if (!error && size > bytes_max) {
    const std::string limit = std::to_string(bytes_max / (1024 * 1024)) + " MiB";
    return problem(Code::TooLarge,
                   {"Tệp " + path.string() + " quá lớn; chỉ nhận tới " + limit + ".",
                    "File " + path.string() + " is too large; at most " + limit + " are read."});
  }
  std::ifstream in(path, std::ios::binary);
  std::string bytes(error ? 0 : size, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (error || !in) return no_reading(path);
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

Problem no_printing() {
  return {Code::Unavailable,
          {"Không ghi được kết quả ra; có thể ổ đĩa đã đầy.",
           "The output cannot be written; the disk may be full."},
          {},
          {}};
}

// 0, or the failure of whatever standard output leads to: half an export must not look like one.
int printed() { return std::cout.flush() ? 0 : fail(no_printing()); }

// {"item":1,"unit":3,"code":"00037","audience":31,"reached":12}
void print_coverage(House& house) {
  const States& states = house.states();
  for (std::uint32_t i = 1; i <= states.reach.items(); ++i) {
    for (std::uint32_t u = 1; u <= states.organisation.size(); ++u) {
      const auto count = states.reach.item(city::ItemNo{i}).count(city::UnitNo{u});
      std::cout << "{\"item\":" << i << ",\"unit\":" << u << ",\"code\":\""
                << states.organisation.unit(city::UnitNo{u}).code
                << "\",\"audience\":" << count.audience << ",\"reached\":" << count.reached
                << "}\n";
    }
  }
}

}  // namespace

int fail(const Problem& problem) {
  std::cerr << full_sentence(problem, Language::Vietnamese) << '\n'
            << full_sentence(problem, Language::English) << '\n';
  if (problem.field == wrong_ledger) return exit_ledger;
  return problem.code == Code::Unavailable ? exit_machine : exit_input;
}

int read(const std::filesystem::path& file) {
  const auto bytes = read_file(file, viet::article_bytes_max);
  if (!bytes) return fail(bytes.error());
  const auto json = read_article_json(*bytes);
  if (!json) return fail(json.error());
  std::cout << *json << '\n';
  return printed();
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
  std::cout << "Sổ cái nguyên vẹn | the ledger is whole: "
            << head_text(verified->facts, verified->chain) << '\n';
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
    return tl::unexpected(no_printing());
  });
  return done ? printed() : fail(done.error());
}

int coverage(const std::filesystem::path& data, const std::filesystem::path& from) {
  SystemClock clock;
  Result<std::unique_ptr<House>> house =
      problem(Code::Invalid, {"Cần --data hoặc --from.", "Give --data or --from."});
  if (!from.empty()) {
    if (const auto there = check_file(from); !there) return fail(there.error());
    std::ifstream lines(from);
    if (!lines) return fail(no_reading(from).value());
    house = House::from_export(lines, clock);
    if (house && (*house)->engine().head().seq == 0) {
      house = problem(Code::Invalid, {"Tệp " + from.string() + " không có sự kiện nào.",
                                      "File " + from.string() + " holds no facts."});
    }
  } else if (!data.empty()) {
    house = House::open({.data = data, .access = ledger::Access::ReadOnly}, clock);
  }
  if (!house) return fail(house.error());
  print_coverage(**house);
  return printed();
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
  auto house = House::open(settings, clock);
  if (!house) return fail(house.error());
  return listen_until_told_to_stop(**house, options.listen, [](const std::string& url) {
    std::cout << "Lan Tỏa: " << url << '\n' << std::flush;
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
    return fail({Code::Conflict,
                 {"Thư mục " + options.data.string() + " đã có sổ cái.",
                  "Folder " + options.data.string() + " has a ledger already."},
                 {},
                 {}});
  }
  // Rehearsed in memory: a bad row, login or name must not leave a half-made folder behind.
  std::istringstream nothing;
  auto trial = House::from_export(nothing, clock);
  if (!trial) return fail(trial.error());
  const auto rehearsed = set_up(**trial, *units, options.login, options.name);
  if (!rehearsed) return fail(rehearsed.error());
  auto opened = House::open({.data = options.data, .create = true}, clock);
  if (!opened) return fail(opened.error());
  auto done = set_up(**opened, *units, options.login, options.name);
  if (!done) return fail(done.error());
  std::cout << "Đã tạo sổ cái. Đăng nhập | ledger made, sign in: " << options.login
            << "\nMật khẩu | password: " << *done << '\n'
            << std::flush;
  return 0;
}

}  // namespace lantoa::app
