#include "app/commands.h"

#include <iostream>
#include <sstream>

#include "app/command_files.h"
#include "app/house.h"
#include "app/listen.h"
#include "app/mail_returns.h"
#include "app/read_command.h"
#include "app/setup.h"
#include "kernel/keeper.h"
#include "platform/mail/mail.h"
#include "platform/sheet/csv.h"
#include "viet/article.h"

namespace lantoa::app {
namespace {

constexpr int exit_machine = 1;
constexpr int exit_input = 2;
constexpr int exit_ledger = 3;

Result<std::vector<FirstAdministrator>> administrators_of(const InitOptions& options) {
  std::vector<FirstAdministrator> out{{options.login, options.name}};
  if (options.second_login.empty() != options.second_name.empty()) {
    return problem(Code::Invalid,
                   {"Người quản trị thứ hai cần cả --second-login và --second-name.",
                    "A second administrator needs both --second-login and --second-name."});
  }
  if (!options.second_login.empty()) out.push_back({options.second_login, options.second_name});
  return out;
}

Problem has_one_already(const Place& place) {
  const std::string name = name_of(place);
  return !place.store ? Problem{Code::Conflict,
                                {"Thư mục " + name + " đã có sổ cái.",
                                 "Folder " + name + " has a ledger already."},
                                {},
                                {}}
                      : Problem{Code::Conflict,
                                {"Cơ sở dữ liệu " + name + " đã có sổ cái.",
                                 "Database " + name + " has a ledger already."},
                                {},
                                {}};
}

// What can still be done with a ledger that must not be written to.
Problem with_way_out(Problem why) {
  if (why.field != wrong_ledger) return why;
  why.text.vi += " Chưa có gì bị ghi; chạy “lantoa serve --read-only” để xem phần còn đọc được.";
  why.text.en += " Nothing was written; “lantoa serve --read-only” shows what can still be read.";
  return why;
}

// From whom mails go out, and where those that come back lie.
Result<void> set_mail(city::oversight::MailSettings& mail, const ServeOptions& options) {
  const std::string& from = options.mail_from;
  if (!from.empty() && !mail::is_address(from)) {
    return problem(Code::Invalid, {"--mail-from “" + from + "” không phải là địa chỉ thư điện tử.",
                                   "--mail-from “" + from + "” is no e-mail address."});
  }
  if (!from.empty()) {
    mail.from = "Lan Tỏa <" + from + ">";
    mail.id_host = from.substr(from.find('@') + 1);
  }
  if (options.mail_returns.empty() || options.read_only) return {};
  TRY(check_mail_returns(options.mail_returns));
  mail.returns = options.mail_returns;
  return {};
}

}  // namespace

int fail(const Problem& problem) {
  std::cerr << keeper_sentence(problem, Language::Vietnamese) << '\n'
            << keeper_sentence(problem, Language::English) << '\n';
  if (problem.field == wrong_ledger) return exit_ledger;
  return problem.code == Code::Unavailable ? exit_machine : exit_input;
}

int read(const std::filesystem::path& file) {
  auto bytes = read_file(file, viet::article_bytes_max);
  if (!bytes) return fail(bytes.error());
  const auto reading = read_text_file(*std::move(bytes), file.filename().string());
  if (!reading) return fail(reading.error());
  std::cout << reading_json(*reading) << '\n';
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

int serve(const ServeOptions& options) {
  const auto proxies = read_proxies(options.behind_proxy);
  if (!proxies) return fail(proxies.error());
  SystemClock clock;
  Settings settings{.data = options.place.data, .store = options.place.store};
  settings.public_url = options.public_url;
  settings.contact = {options.contact_name, options.contact_address, options.contact_phone,
                      options.contact_mailbox};
  settings.smtp_url = options.smtp_url;
  settings.smtp_user = options.smtp_user;
  settings.smtp_seconds = options.smtp_seconds;
  if (const auto set = set_mail(settings.mail, options); !set) return fail(set.error());
  settings.looks_at_web = true;
  for (const std::string& place : options.look_also) {
    auto read = fetch::read_place(place);
    if (!read) return fail(read.error());
    settings.look_also.push_back(*std::move(read));
  }
  if (!options.smtp_password_file.empty()) {
    auto password = read_file(options.smtp_password_file, 4096);
    if (!password) return fail(password.error());
    while (!password->empty() && password->back() == '\n') password->pop_back();
    settings.smtp_password = *std::move(password);
  }
  if (options.read_only) {
    settings.access = ledger::Access::ReadOnly;
    settings.as_far_as_known = true;
  }
  auto house = House::open(settings, clock);
  if (!house) return fail(options.read_only ? house.error() : with_way_out(house.error()));
  if (const auto& why = (*house)->cut_short()) fail(*why);
  return listen_until_told_to_stop(**house, options.listen, options.metrics_listen, *proxies,
                                   [](const std::string& url) {
                                     std::cout << "Lan Tỏa: " << url << '\n' << std::flush;
                                   });
}

int init(const InitOptions& options) {
  SystemClock clock;
  const auto administrators = administrators_of(options);
  if (!administrators) return fail(administrators.error());
  const auto csv = read_file(options.units, sheet::csv_bytes_max);
  if (!csv) return fail(csv.error());
  const auto table = sheet::parse_table(*csv);
  if (!table) return fail(table.error());
  const auto units = city::organisation::read_units(*table, vietnam_date(clock.now()));
  if (!units) return fail(units.error());
  const auto exists = has_ledger(options.place);
  if (!exists) return fail(exists.error());
  if (*exists) return fail(has_one_already(options.place));
  // Rehearsed in memory: a bad row, login or name must not leave a half-made folder behind.
  std::istringstream nothing;
  auto trial = House::from_export(nothing, clock);
  if (!trial) return fail(trial.error());
  const auto rehearsed = set_up(**trial, *units, *administrators);
  if (!rehearsed) return fail(rehearsed.error());
  auto opened = House::open(
      {.data = options.place.data, .store = options.place.store, .create = true}, clock);
  if (!opened) return fail(opened.error());
  auto done = set_up(**opened, *units, *administrators);
  if (!done) return fail(done.error());
  std::cout << "Đã tạo sổ cái. Mật khẩu lần đầu, phải đổi khi đăng nhập | ledger made; first "
               "passwords, to be changed at sign-in\n";
  for (std::size_t i = 0; i < done->size(); ++i) {
    std::cout << "  " << (*administrators)[i].login << "\n  password: " << (*done)[i] << '\n';
  }
  if (done->size() == 1) {
    std::cout << "Chỉ có một quản trị: giao vai trò và đặt lại mật khẩu cần người thứ hai xác nhận "
                 "| one administrator only: roles and resets need a second person to confirm\n";
  }
  return printed();
}

}  // namespace lantoa::app
