// The command line.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <exception>
#include <functional>
#include <iostream>

#include "app/api_commands.h"
#include "app/command_files.h"
#include "app/commands.h"
#include "platform/postgres/target.h"

namespace {

using lantoa::app::CountOptions;
using lantoa::app::DemoOptions;
using lantoa::app::InitOptions;
using lantoa::app::Place;
using lantoa::app::RestoreOptions;
using lantoa::app::ServeOptions;

struct Options {
  ServeOptions serve;
  DemoOptions demo;
  InitOptions init;
  CountOptions count;
  Place place, from_place, to_place;
  lantoa::app::VerifyOptions verify;
  lantoa::app::ProofOptions proof;
  RestoreOptions restore;
  lantoa::app::SweepOptions sweep;
  std::string data, file, to;
  bool with_key = false;
  std::uint32_t figure = 0;
};

// Thrown by what reads an option, and said as any other command's failure.
struct Refused {
  lantoa::Problem why;
};

lantoa::postgres::Target target_of(const std::string& text) {
  auto target = lantoa::postgres::parse_target(text);
  if (!target) throw Refused{std::move(target).error()};
  return *std::move(target);
}

// A password on the command line is seen by everybody who may list processes.
CLI::Option* add_place(CLI::App& command, Place& place) {
  auto* store = command.add_option_function<std::string>(
      "--store", [&place](const std::string& text) { place.store = target_of(text); },
      "postgresql://máy/tên khi nhiều máy dùng chung; mật khẩu để trong PGPASSFILE hoặc "
      "--store-file, vì ai xem tiến trình cũng thấy dòng lệnh | for several nodes; keep the "
      "password in PGPASSFILE or --store-file, since whoever lists processes sees this line");
  const auto read = [&place](const std::string& file) {
    auto line = lantoa::app::read_store_file(file);
    if (!line) throw Refused{std::move(line).error()};
    place.store = target_of(*line);
  };
  command
      .add_option_function<std::string>(
          "--store-file", read,
          "tệp (chmod 600) chứa địa chỉ đó | a file (chmod 600) that holds that address")
      ->excludes(store);
  return command.add_option("--data", place.data, "thư mục dữ liệu | data folder");
}

void add_counting(CLI::App& command, CountOptions& count) {
  add_place(command, count.place);
  command.add_option("--from", count.from, "bản xuất NDJSON | an export");
}

// What the contact page says; what is not given it says is not given.
void add_contact(CLI::App& serve, ServeOptions& options) {
  serve.add_option("--contact-name", options.contact_name, "cơ quan vận hành | who runs the site");
  serve.add_option("--contact-address", options.contact_address, "địa chỉ liên hệ | address");
  serve.add_option("--contact-phone", options.contact_phone, "điện thoại | telephone");
  serve.add_option("--contact-mailbox", options.contact_mailbox, "thư điện tử | e-mail");
}

void add_mail_returns(CLI::App& command, std::string& folder) {
  command.add_option("--mail-returns", folder,
                     "Maildir nhận thư bị trả lại | the Maildir to which mails come back");
}

void add_behind_proxy(CLI::App& command, std::vector<std::string>& proxies) {
  command.add_option("--behind-proxy", proxies,
                     "proxy đứng trước, địa chỉ hoặc dải: 10.0.0.5,10.1.0.0/16; địa chỉ người xem "
                     "đọc từ X-Forwarded-For của nó | proxies in front, whose X-Forwarded-For says "
                     "who the visitor is");
}

void add_smtp(CLI::App& command, std::string& url, int& seconds) {
  command.add_option("--smtp", url,
                     "smtp://… ; không có: thư thành tệp | none: mails become files");
  command
      .add_option("--smtp-seconds", seconds,
                  "chờ máy chủ thư lâu nhất cho một thư, giây | longest for one mail, in seconds")
      ->check(CLI::Range(1, 600))
      ->capture_default_str();
}

void add_serving(CLI::App& program, Options& options, std::function<int()>& run) {
  auto* serve = program.add_subcommand(
      "serve", "Phục vụ cổng và trang làm việc | serve the portal and the office");
  add_place(*serve, options.serve.place)->required();
  serve->add_option("--listen", options.serve.listen, "địa chỉ:cổng | address:port")
      ->capture_default_str();
  serve->add_option("--metrics-listen", options.serve.metrics_listen,
                    "số đo cho Prometheus, 127.0.0.1:9100 | metrics, on this machine only");
  serve->add_option("--public-url", options.serve.public_url,
                    "địa chỉ công khai | as readers reach it");
  add_behind_proxy(*serve, options.serve.behind_proxy);
  add_contact(*serve, options.serve);
  add_smtp(*serve, options.serve.smtp_url, options.serve.smtp_seconds);
  serve->add_option("--mail-from", options.serve.mail_from,
                    "địa chỉ gửi của thư | the address that mails are sent from");
  add_mail_returns(*serve, options.serve.mail_returns);
  serve->add_option("--smtp-user", options.serve.smtp_user, "tài khoản SMTP | SMTP user");
  serve->add_option("--smtp-password-file", options.serve.smtp_password_file,
                    "tệp mật khẩu SMTP | SMTP password file");
  serve->add_option("--look-also", options.serve.look_also,
                    "ngoài mạng công khai, trang mạng ở đây cũng được xem: 10.1.2.3:8080 | web "
                    "pages on this inside machine are looked at, too");
  serve->add_flag("--read-only", options.serve.read_only,
                  "chỉ xem, kể cả khi sổ cái hỏng | pages only, of a damaged ledger as well");
  serve->callback([&] { run = [&] { return lantoa::app::serve(options.serve); }; });

  auto* demo = program.add_subcommand(
      "demo", "Hà Nội 2021, người là dữ liệu mẫu | Hà Nội 2021 with synthetic people");
  add_place(*demo, options.demo.place)->required();
  demo->add_option("--listen", options.demo.listen, "địa chỉ:cổng | address:port")
      ->capture_default_str();
  demo->add_flag("--load-only", options.demo.load_only, "chỉ nạp dữ liệu | load, do not serve");
  demo->add_option("--persons", options.demo.persons, "số người mẫu | synthetic persons")
      ->check(CLI::Range(700, 200'000))
      ->capture_default_str();
  demo->add_option("--days", options.demo.days, "số ngày mô phỏng | days simulated")
      ->check(CLI::Range(1, 400))
      ->capture_default_str();
  demo->add_option("--speed", options.demo.speed,
                   "đồng hồ nhanh gấp mấy | how much faster the clock runs")
      ->check(CLI::Range(1, 10'000))
      ->capture_default_str();
  add_smtp(*demo, options.demo.smtp_url, options.demo.smtp_seconds);
  add_mail_returns(*demo, options.demo.mail_returns);
  add_behind_proxy(*demo, options.demo.behind_proxy);
  demo->callback([&] { run = [&] { return lantoa::app::demo(options.demo); }; });

  auto* init = program.add_subcommand("init", "Tạo sổ cái mới | make a new ledger");
  add_place(*init, options.init.place)->required();
  init->add_option("--units", options.init.units,
                   "tệp cây đơn vị (.xlsx, .csv) | file of the units")
      ->required();
  init->add_option("--login", options.init.login, "tên đăng nhập quản trị | administrator's login")
      ->required();
  init->add_option("--name", options.init.name, "họ tên người quản trị | administrator's name")
      ->required();
  init->add_option("--second-login", options.init.second_login,
                   "quản trị thứ hai, để xác nhận | a second administrator, to confirm");
  init->add_option("--second-name", options.init.second_name, "họ tên người đó | their name");
  init->callback([&] { run = [&] { return lantoa::app::init(options.init); }; });
}

// A folder, or the address of a database.
Place place_of(const std::string& text) {
  return lantoa::postgres::is_target(text) ? Place{{}, target_of(text)} : Place{text};
}

void add_copying(CLI::App& ledger, Options& options, std::function<int()>& run) {
  auto* copy = ledger.add_subcommand(
      "copy",
      "Chép sổ cái giữa thư mục và PostgreSQL (mật khẩu: PGPASSFILE) | copy between folder and "
      "PostgreSQL (password: PGPASSFILE)");
  const auto add = [copy](const std::string& name, Place& place, const char* what) {
    copy->add_option_function<std::string>(
            name, [&place](const std::string& text) { place = place_of(text); }, what)
        ->required();
  };
  add("--from", options.from_place,
      "thư mục dữ liệu hoặc postgresql://… | data folder or database");
  add("--to", options.to_place, "nơi chưa có sổ cái | one that holds no ledger yet");
  copy->callback([&] {
    run = [&] { return lantoa::app::ledger_copy(options.from_place, options.to_place); };
  });
}

void add_ledger(CLI::App& program, Options& options, std::function<int()>& run) {
  auto* ledger = program.add_subcommand("ledger", "Sổ cái | the ledger");
  ledger->require_subcommand(1);
  auto* verify = ledger->add_subcommand("verify", "Kiểm tra chuỗi | check the chain");
  auto& to_verify = options.verify;
  add_place(*verify, to_verify.place);
  verify->add_option("--head", to_verify.head,
                     "SỐ:CHUỖI giữ ở nơi khác | SEQ:CHAIN held elsewhere");
  verify->add_option("--checkpoint", to_verify.checkpoint,
                     "điểm ký giữ ở nơi khác | a checkpoint held elsewhere");
  verify->add_option("--key", to_verify.key, "khóa công khai (tệp hoặc chữ) | public key");
  verify->add_flag("--progress", to_verify.progress, "báo tiến độ | tell how far it is");
  verify->callback([&] { run = [&] { return lantoa::app::ledger_verify(options.verify); }; });
  auto* new_key = ledger->add_subcommand("new-key", "Đổi khóa ký | change the signing key");
  add_place(*new_key, options.place)->required();
  new_key->callback([&] { run = [&] { return lantoa::app::ledger_new_key(options.place); }; });
  auto* head = ledger->add_subcommand("head", "In SỐ:CHUỖI hiện tại | print SEQ:CHAIN");
  add_place(*head, options.place);
  head->callback([&] { run = [&] { return lantoa::app::ledger_head(options.place); }; });
  auto* exported = ledger->add_subcommand("export", "Xuất NDJSON | export as NDJSON");
  add_place(*exported, options.place);
  exported->callback([&] { run = [&] { return lantoa::app::ledger_export(options.place); }; });
  add_copying(*ledger, options, run);
}

void add_proof(CLI::App& program, Options& options, std::function<int()>& run) {
  auto& proof = options.proof;
  auto* group = program.add_subcommand("proof", "Bằng chứng cho người ngoài | outsiders' proof");
  group->require_subcommand(1);
  auto* make = group->add_subcommand(
      "make", "Tạo bằng chứng của một số liệu hay một kỳ báo cáo | make a figure's or a round's");
  make->add_option("FIGURE", proof.figure, "số liệu | number of the figure");
  make->add_option("--round", proof.round,
                   "thay cho số liệu: kỳ báo cáo đã khóa | instead: of a closed round of reports");
  add_place(*make, proof.place);
  make->add_option("--out", proof.out, "ghi vào tệp | write to this file");
  make->callback([&] { run = [&] { return lantoa::app::proof_make(proof); }; });
  auto* check = group->add_subcommand("check", "Kiểm tra một bằng chứng | check one");
  check->add_option("FILE", proof.file, "tệp bằng chứng | the proof")->required();
  check->add_option("--key", proof.key, "khóa công khai (tệp hoặc chữ) | public key")->required();
  check->callback([&] { run = [&] { return lantoa::app::proof_check(proof); }; });
  auto* follow = group->add_subcommand("follow", "Từ điểm ký đã giữ | from a checkpoint kept");
  follow->add_option("NOTE", proof.file, "điểm ký đã giữ | the checkpoint kept")->required();
  follow->add_option("STEPS", proof.steps, "các bước nối tiếp | the steps from it on")->required();
  follow->add_option("--key", proof.key, "khóa công khai (tệp hoặc chữ) | public key")->required();
  follow->add_option("--out", proof.out, "ghi điểm ký cuối | write the last checkpoint here");
  follow->callback([&] { run = [&] { return lantoa::app::proof_follow(proof); }; });
}

void add_keeping(CLI::App& program, Options& options, std::function<int()>& run) {
  auto* backup = program.add_subcommand(
      "backup", "Sao lưu, cả khi đang phục vụ | back up, also while serving");
  backup->add_option("--data", options.data, "thư mục dữ liệu | data folder")->required();
  backup->add_option("--to", options.to, "thư mục mới | a new folder")->required();
  backup->add_flag("--with-key", options.with_key,
                   "kèm khóa kho cá nhân: ai có bản này đọc được | with the vault's key");
  backup->callback([&] {
    run = [&] { return lantoa::app::backup(options.data, options.to, options.with_key); };
  });
  auto* restore =
      program.add_subcommand("restore", "Khôi phục vào thư mục mới | restore into a new folder");
  restore->add_option("--from", options.restore.from, "bản sao lưu | the backup")->required();
  restore->add_option("--to", options.restore.to, "thư mục dữ liệu mới | new data folder")
      ->required();
  restore->add_option("--erasures", options.restore.erasures,
                      "sổ cái hoặc bản xuất mới hơn: xóa lại những gì đã xóa | a later ledger or "
                      "export: what it erased is erased again");
  restore->add_option("--key", options.restore.key, "tệp khóa | the key file");
  restore->callback([&] { run = [&] { return lantoa::app::restore(options.restore); }; });
  auto* blobs = program.add_subcommand("blobs", "Nội dung kèm theo sổ cái | contents kept beside");
  blobs->require_subcommand(1);
  auto& to_sweep = options.sweep;
  auto* sweep = blobs->add_subcommand(
      "sweep",
      "Xóa nội dung không sự kiện nào nêu, cả khi đang phục vụ | remove what no fact names, also "
      "while serving");
  sweep->add_option("--data", to_sweep.data, "thư mục dữ liệu | data folder")->required();
  sweep
      ->add_option("--older-than", to_sweep.older_than_days,
                   "chỉ thứ đã gửi quá số ngày này | only what came so many days ago")
      ->check(CLI::Range(lantoa::app::sweep_days_min, lantoa::app::sweep_days_max))
      ->capture_default_str();
  sweep->add_flag("--dry-run", to_sweep.dry_run, "chỉ đếm, không xóa | count, remove nothing");
  sweep->callback([&] { run = [&] { return lantoa::app::blobs_sweep(options.sweep); }; });
}

void add_reading(CLI::App& program, Options& options, std::function<int()>& run) {
  auto* read =
      program.add_subcommand("read", "Đọc một bài viết, in JSON | read an article, print JSON");
  read->add_option("FILE", options.file, "tệp văn bản | text file")->required();
  read->callback([&] { run = [&] { return lantoa::app::read(options.file); }; });
  auto* coverage =
      program.add_subcommand("coverage", "Độ phủ của mọi đơn vị, JSON | coverage of every unit");
  add_counting(*coverage, options.count);
  coverage->add_option("--day", options.count.day,
                       "như cuối ngày đó, 15/06/2021 | as at the end of that day");
  coverage->callback([&] { run = [&] { return lantoa::app::coverage(options.count); }; });
  auto* report = program.add_subcommand(
      "report", "Báo cáo (qua API), số liệu đã chốt | reports (through the API), frozen figures");
  report->require_subcommand(1);
  auto* recompute =
      report->add_subcommand("recompute", "Tính lại số liệu đã chốt | count them afresh");
  add_counting(*recompute, options.count);
  recompute->add_option("--figure", options.figure, "chỉ số liệu mang số này | only this one");
  recompute->callback(
      [&] { run = [&] { return lantoa::app::report_recompute(options.count, options.figure); }; });
  auto* routes = program.add_subcommand("routes", "Bảng địa chỉ và quyền | addresses and rights");
  routes->callback([&] { run = [] { return lantoa::app::routes(); }; });
}

}  // namespace

int main(int argc, char** argv) {
  try {
    CLI::App program{"Lan Tỏa: đưa pháp luật tới từng người, và chứng minh đã tới ai"};
    program.set_version_flag("--version", LANTOA_VERSION);
    program.require_subcommand(1);
    Options options;
    std::function<int()> run;
    add_serving(program, options, run);
    add_ledger(program, options, run);
    add_proof(program, options, run);
    add_keeping(program, options, run);
    add_reading(program, options, run);
    lantoa::app::ApiCommands api;
    if (const auto added = api.add(program, {argv + std::min(argc, 1), argv + argc}, run); !added) {
      return lantoa::app::fail(added.error());
    }
    try {
      program.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
      if (error.get_exit_code() == 0) return program.exit(error);  // --help, --version
      std::cerr << "Lệnh viết chưa đúng; xem cách dùng bằng --help.\n" << error.what() << '\n';
      return 2;
    }
    return run();
  } catch (const Refused& refused) {
    return lantoa::app::fail(refused.why);
  } catch (const std::exception& error) {
    std::cerr << "lantoa: " << error.what() << '\n';
    return 1;
  }
}
