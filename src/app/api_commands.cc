#include "app/api_commands.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <iostream>
#include <sstream>

#include "app/api_call.h"
#include "app/api_lines.h"
#include "app/command_files.h"
#include "app/commands.h"
#include "app/house.h"
#include "platform/fetch/fetch.h"

namespace lantoa::app {
namespace {

constexpr int exit_machine = 1;
constexpr int exit_input = 2;
constexpr std::string_view json_type = "application/json";
constexpr const char* usual_server = "http://127.0.0.1:8080";
constexpr std::size_t key_bytes = 16;
constexpr std::size_t body_bytes_max = 1024 * 1024;  // what a server takes, too
constexpr std::size_t lines_bytes_max = 64 * body_bytes_max;

// What the command line says of the way to the server; one command is run, so there is one of it.
struct Asked {
  ApiGiven given;
  std::string server, token_file, key, body, lines;
  bool english = false;
};

std::string from_environment(const std::string& given, const char* name, const char* otherwise) {
  if (!given.empty()) return given;
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0' ? value : otherwise;
}

Result<std::string> read_body(const std::string& file, std::size_t bytes_max) {
  if (file != "-") return read_file(file, bytes_max);
  std::string bytes(bytes_max + 1, '\0');
  std::cin.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(std::cin.gcount()));
  if (bytes.size() <= bytes_max) return bytes;
  const std::string most = std::to_string(bytes_max / 1024 / 1024) + " MiB";
  return problem(Code::TooLarge, {"Nội dung đọc từ đầu vào dài hơn " + most + "; hãy gửi ít hơn.",
                                  "What was read from the input is over " + most + "; send less."});
}

// The server without a slash at its end.
Result<std::string> server_of(const Asked& asked, bool has_token) {
  std::string server = from_environment(asked.server, "LANTOA_SERVER", usual_server);
  while (server.ends_with('/')) server.pop_back();
  TRY_ASSIGN(const fetch::Peer peer, fetch::peer_of(server));
  if (server.find_first_of("?#") != std::string::npos) {
    return problem(Code::Invalid,
                   {"Địa chỉ máy chủ " + server + " không được có “?” hay “#”.",
                    "The server's address " + server + " must not have “?” or “#” in it."});
  }
  if (has_token && !peer.is_encrypted && !peer.is_this_machine) {
    return problem(
        Code::Invalid,
        {"Mã truy cập không gửi qua mạng khi không mã hóa: hãy dùng https:// cho " + peer.origin +
             ".",
         "A token is not sent over a network unencrypted: use https:// for " + peer.origin + "."});
  }
  return server;
}

Result<std::string> token_of(const ApiCommand& command, const Asked& asked) {
  const std::string file = from_environment(asked.token_file, "LANTOA_TOKEN_FILE", "");
  if (!file.empty()) return read_token_file(file);
  if (!command.operation->spec.scope) return "";
  return problem(
      Code::Invalid,
      {"Cần mã truy cập: tạo ở trang Mã truy cập (/ma-truy-cap), ghi vào một tệp, chmod 600, rồi "
       "dùng --token-file hoặc LANTOA_TOKEN_FILE.",
       "An access token is needed: make one on the page Access tokens (/ma-truy-cap), put it into "
       "a file, chmod 600, and name that by --token-file or LANTOA_TOKEN_FILE."});
}

Result<std::string> key_of(const Asked& asked) {
  if (asked.key.empty()) {
    TRY(crypto::initialise());
    crypto::SystemRandom random;
    return crypto::hex(random.bytes(key_bytes));
  }
  if (city::is_form_key(asked.key)) return asked.key;
  return problem(Code::Invalid, {"--key: từ 1 đến 100 chữ cái, chữ số, gạch nối.",
                                 "--key: 1 to 100 letters, digits, dashes."});
}

Result<fetch::Request> request_of(const ApiCommand& command, const Asked& asked,
                                  const std::string& key, ApiCall call) {
  TRY_ASSIGN(const std::string token, token_of(command, asked));
  TRY_ASSIGN(const std::string server, server_of(asked, !token.empty()));
  fetch::Request request{fetch::Method::Get, server + call.target};
  request.headers = {{"User-Agent", "lantoa"},
                     {"Accept", command.operation->media_type},
                     {"Accept-Language", asked.english ? "en" : "vi"}};
  if (!token.empty()) request.headers.emplace_back("Authorization", "Bearer " + token);
  if (call.method == http::Method::Post) {
    request.method = fetch::Method::Post;
    request.headers.emplace_back("Idempotency-Key", key);
    request.headers.emplace_back("Content-Type", json_type);
    request.body = std::move(call.body);
  }
  return request;
}

int print_json(const fetch::Answer& answer) {
  if (answer.body.empty()) return printed();
  const auto value = json::parse(answer.body);
  if (!value) {
    return fail({Code::Unavailable,
                 {"Trả lời không phải JSON; có đúng là máy chủ Lan Tỏa không? Hãy xem --server.",
                  "The answer is no JSON; is it a Lan Tỏa server? See --server."},
                 {},
                 {}});
  }
  std::cout << json::print(*value, true) << '\n';
  return printed();
}

int refused(const fetch::Answer& answer, const Asked& asked) {
  const std::string status = std::to_string(answer.status);
  if (answer.status < 400) {
    const std::string to = harmless(answer.header("location"));
    return fail({Code::Invalid,
                 {"Máy chủ trả lời " + status + " và chỉ sang " + to + "; hãy xem --server.",
                  "The server answers " + status + " and points to " + to + "; see --server."},
                 {},
                 {}});
  }
  const bool is_machine = answer.status >= 500;
  const auto said =
      api_refusal(answer.body, asked.english ? Language::English : Language::Vietnamese);
  if (!said) {
    return fail({is_machine ? Code::Unavailable : Code::Invalid,
                 {"Máy chủ trả lời " + status + " mà không nói vì sao; hãy xem --server.",
                  "The server answers " + status + " and does not say why; see --server."},
                 {},
                 {}});
  }
  std::cerr << harmless(*said) << '\n';
  return is_machine ? exit_machine : exit_input;
}

// The same, of a file that is sent in parts.
void say_how_to_go_on() {
  std::cerr << "Chưa rõ phần cuối đã ghi hay chưa. Chạy lại cùng lệnh này thì mỗi dòng chỉ ghi một "
               "lần.\n"
            << "It is not known whether the last part was done. Run this again: each line is "
               "recorded once only.\n";
}

// After no answer, or one of a server in trouble, it may have been done all the same.
void say_how_to_repeat(const std::string& key) {
  std::cerr << "Chưa rõ máy chủ đã ghi hay chưa. Chạy lại lệnh này với --key " << key
            << " thì chỉ ghi một lần.\n"
            << "It is not known whether it was done. Run this again with --key " << key
            << ": it is done once only.\n";
}

Result<fetch::Request> one_request(const ApiCommand& command, const Asked& asked,
                                   const std::string& key) {
  ApiGiven given = asked.given;
  if (!asked.body.empty()) {
    TRY_ASSIGN(given.body, read_body(asked.body, body_bytes_max));
  }
  TRY_ASSIGN(ApiCall call, api_call(command, given));
  return request_of(command, asked, key, std::move(call));
}

int run_call(const ApiCommand& command, const Asked& asked) {
  const auto key = key_of(asked);
  if (!key) return fail(key.error());
  const auto request = one_request(command, asked, *key);
  if (!request) return fail(request.error());
  const bool is_json = command.operation->media_type == json_type;
  const auto pass_on = [](std::string_view part) { return static_cast<bool>(std::cout << part); };
  const auto answer = is_json ? fetch::send(*request) : fetch::stream(*request, pass_on);
  const int code = !answer              ? fail(answer.error())
                   : !answer->is_good() ? refused(*answer, asked)
                   : is_json            ? print_json(*answer)
                                        : printed();
  // Neither a receipt nor a refusal was read.
  const bool is_known = code == 0 || (answer && answer->status >= 400 && answer->status < 500);
  if (!is_known && request->method == fetch::Method::Post) say_how_to_repeat(*key);
  return code;
}

Result<std::vector<LineBatch>> read_batches(const ApiCommand& one, const city::api::Operation& many,
                                            const Asked& asked) {
  if (!asked.body.empty()) {
    return problem(Code::Invalid, {"Hãy dùng --file hoặc --body, không dùng cả hai.",
                                   "Use either --file or --body."});
  }
  const bool is_key = asked.key.empty() || city::is_form_key(asked.key + "-9999999999");
  if (!is_key) {
    return problem(Code::Invalid, {"--key: từ 1 đến 89 chữ cái, chữ số, gạch nối.",
                                   "--key: 1 to 89 letters, digits, dashes."});
  }
  TRY(crypto::initialise());
  TRY_ASSIGN(const std::string file, read_body(asked.lines, lines_bytes_max));
  return batches_of(one, many.spec.rows, asked.given, file);
}

// A part of the file was not taken. What stands before it is recorded and stays so.
void say_how_far(const LineBatch& part) {
  const std::string first = std::to_string(part.lines.front());
  const std::string last = std::to_string(part.lines.back());
  std::cerr << "Dừng ở phần từ dòng " << first << " đến dòng " << last
            << ": các dòng trước đã ghi, từ dòng này chưa ghi. Chạy lại cùng lệnh với tệp đã sửa: "
               "phần đã ghi không ghi lần nữa.\n"
            << "Stopped at the part from line " << first << " to line " << last
            << ": what stands before is recorded, what follows is not. Run this again with the "
               "file corrected: what is recorded is not recorded twice.\n";
}

// One part after the other; all of a part or none of it.
int run_lines(const ApiCommand& one, const city::api::Operation& many, const Asked& asked) {
  const auto batches = read_batches(one, many, asked);
  if (!batches) return fail(batches.error());
  ApiCommand command;
  command.operation = &many;
  json::Value numbers = json::Value::of(std::vector<json::Value>());
  std::uint64_t repeated = 0;
  for (std::size_t i = 0; i < batches->size(); ++i) {
    const LineBatch& part = (*batches)[i];
    const auto request = request_of(command, asked, key_of_batch(asked.key, i + 1, part.body),
                                    {http::Method::Post, many.path(), part.body});
    if (!request) return fail(request.error());
    auto answer = fetch::send(*request);
    if (!answer || !answer->is_good()) {
      if (answer) answer->body = with_lines(answer->body, part);
      const int code = answer ? refused(*answer, asked) : fail(answer.error());
      const bool is_known = answer && answer->status >= 400 && answer->status < 500;
      if (!is_known) say_how_to_go_on();
      if (is_known && i > 0) say_how_far(part);
      return code;
    }
    const auto receipt = json::parse(answer->body);
    const json::Value* made = receipt ? receipt->find("numbers") : nullptr;
    if (made == nullptr) return print_json(*answer);  // says that it is no such server
    numbers.list.insert(numbers.list.end(), made->list.begin(), made->list.end());
    const json::Value* again = receipt->find("repeated");
    if (again != nullptr && again->flag) repeated += made->list.size();
  }
  json::Value out = json::Value::object();
  out.add("recorded", json::Value::of(std::uint64_t{numbers.list.size()} - repeated));
  out.add("repeated", json::Value::of(repeated)).add("numbers", std::move(numbers));
  std::cout << json::print(out, true) << '\n';
  return printed();
}

std::string both(const Text& text) { return text.vi + " | " + text.en; }

std::string upper(std::string text) {
  for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return text;
}

void add_options(CLI::App& verb, const ApiCommand& command, Asked& asked, bool has_lines) {
  asked.given.places.resize(std::max(asked.given.places.size(), command.places.size()));
  for (std::size_t i = 0; i < command.places.size(); ++i) {
    verb.add_option_function<std::string>(
            upper(command.places[i]),
            [&asked, i](const std::string& text) { asked.given.places[i] = text; },
            "số hiệu | its number")
        ->required();
  }
  for (const ApiOption& option : command.options) {
    verb.add_option_function<std::string>(
        option.option(),
        [&asked, name = option.name](const std::string& text) { asked.given.options[name] = text; },
        both(option.about));
  }
  if (command.takes_body) {
    verb.add_option("--body", asked.body,
                    "tệp JSON, hoặc - ; tùy chọn khác thay giá trị trong đó | JSON file, or - ; "
                    "other options replace its members");
  }
  if (has_lines) {
    verb.add_option("--file", asked.lines,
                    "tệp NDJSON, mỗi dòng một nội dung, hoặc - ; gửi nhiều dòng một lần | NDJSON "
                    "file, a body in each line, or - ; many lines are sent at once");
  }
  if (command.operation->method == http::Method::Post) {
    verb.add_option("--key", asked.key,
                    "khóa: cùng khóa thì chỉ ghi một lần; không có: ngẫu nhiên | sent again with "
                    "the same key it is done once; none: random");
  }
  verb.add_option("--server", asked.server,
                  "không có: LANTOA_SERVER, hoặc http://127.0.0.1:8080 | none: LANTOA_SERVER, or "
                  "http://127.0.0.1:8080");
  verb.add_option("--token-file", asked.token_file,
                  "tệp (chmod 600) chứa mã truy cập; không có: LANTOA_TOKEN_FILE | a file (chmod "
                  "600) that holds an access token; none: LANTOA_TOKEN_FILE");
  verb.add_flag("--english", asked.english, "trả lời bằng tiếng Anh | answers in English");
}

CLI::App& group_of(CLI::App& program, const ApiGroup& group) {
  const auto there =
      program.get_subcommands([&](const CLI::App* one) { return one->get_name() == group.name; });
  if (!there.empty()) return *there.front();
  return *program.add_subcommand(std::string(group.name), both(group.about))->require_subcommand(1);
}

}  // namespace

struct ApiCommands::Parts {
  SystemClock clock;
  std::unique_ptr<House> house;  // its operations are pointed to
  std::vector<ApiCommand> commands;
  Asked asked;
};

ApiCommands::ApiCommands() : parts_(std::make_unique<Parts>()) {}
ApiCommands::~ApiCommands() = default;

Result<void> ApiCommands::add(CLI::App& program, const std::vector<std::string>& words,
                              std::function<int()>& run) {
  for (const ApiGroup& group : api_groups()) group_of(program, group);
  if (!is_api_line(words)) return {};
  std::istringstream nothing;
  TRY_ASSIGN(parts_->house, House::from_export(nothing, parts_->clock));
  parts_->commands = api_commands(parts_->house->app().api);
  Asked& asked = parts_->asked;
  for (const ApiCommand& command : parts_->commands) {
    const auto& spec = command.operation->spec;
    CLI::App& group = *program.get_subcommand(command.group);
    CLI::App* verb = group.add_subcommand(command.verb, both(spec.summary));
    const bool posts = command.operation->method == http::Method::Post;
    verb->footer((posts ? "POST " : "GET ") + command.operation->path());
    const city::api::Operation* many = many_of(*command.operation, parts_->house->app().api);
    add_options(*verb, command, asked, many != nullptr);
    verb->callback([&run, &command, &asked, many] {
      run = [&command, &asked, many] {
        return asked.lines.empty() ? run_call(command, asked) : run_lines(command, *many, asked);
      };
    });
  }
  return {};
}

}  // namespace lantoa::app
