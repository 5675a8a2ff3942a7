#include "app/api_commands.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <iostream>
#include <sstream>

#include "app/api_call.h"
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

// What the command line says of the way to the server; one command is run, so there is one of it.
struct Asked {
  ApiGiven given;
  std::string server, token_file, key, body;
  bool english = false;
};

std::string from_environment(const std::string& given, const char* name, const char* otherwise) {
  if (!given.empty()) return given;
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0' ? value : otherwise;
}

Result<std::string> read_body(const std::string& file) {
  if (file != "-") return read_file(file, body_bytes_max);
  std::string bytes(body_bytes_max + 1, '\0');
  std::cin.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(std::cin.gcount()));
  if (bytes.size() <= body_bytes_max) return bytes;
  return problem(Code::TooLarge, {"Nội dung đọc từ đầu vào dài hơn 1 MiB; hãy gửi ít hơn.",
                                  "What was read from the input is over 1 MiB; send less."});
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
                                  const std::string& key) {
  ApiGiven given = asked.given;
  if (!asked.body.empty()) {
    TRY_ASSIGN(given.body, read_body(asked.body));
  }
  TRY_ASSIGN(ApiCall call, api_call(command, given));
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

// What a server says must not steer the terminal, neither by the controls of ASCII nor by those of
// U+0080 to U+009F, of which some terminals take U+009B for an escape.
std::string harmless(std::string text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (text[i] != '\n' && (c < 0x20 || c == 0x7f)) text[i] = ' ';
    const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0U;
    if (c == 0xC2 && next >= 0x80 && next <= 0x9F) text.replace(i, 2, " ");
  }
  return text;
}

int refused(const fetch::Answer& answer, const Asked& asked) {
  const std::string status = std::to_string(answer.status);
  if (answer.status < 400) {
    const std::string to = harmless(std::string(answer.header("location")));
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

// After no answer, or one of a server in trouble, it may have been done all the same.
void say_how_to_repeat(const std::string& key) {
  std::cerr << "Chưa rõ máy chủ đã ghi hay chưa. Chạy lại lệnh này với --key " << key
            << " thì chỉ ghi một lần.\n"
            << "It is not known whether it was done. Run this again with --key " << key
            << ": it is done once only.\n";
}

int run_call(const ApiCommand& command, const Asked& asked) {
  const auto key = key_of(asked);
  if (!key) return fail(key.error());
  const auto request = request_of(command, asked, *key);
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

std::string both(const Text& text) { return text.vi + " | " + text.en; }

std::string upper(std::string text) {
  for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return text;
}

void add_options(CLI::App& verb, const ApiCommand& command, Asked& asked) {
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
    add_options(*verb, command, asked);
    verb->callback([&run, &command, &asked] {
      run = [&command, &asked] { return run_call(command, asked); };
    });
  }
  return {};
}

}  // namespace lantoa::app
