#include "platform/fetch/fetch.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>

#include "platform/fetch/answer_head.h"
#include "platform/fetch/public_address.h"

namespace lantoa::fetch {

namespace {

struct FreeHandle {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct FreeList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
struct FreeUrl {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
using Handle = std::unique_ptr<CURL, FreeHandle>;
using List = std::unique_ptr<curl_slist, FreeList>;

constexpr long redirects_max = 5;

struct Transfer {
  Answer answer;
  const Guard* guard = nullptr;
  bool refused = false;  // by the guard, of any place on the way
  const Take* take = nullptr;
  std::size_t bytes_max = 0;
  bool enough = false;    // `take` wanted no more
  bool too_long = false;  // more than is kept
};

std::size_t take_header(char* bytes, std::size_t size, std::size_t count, void* user) {
  add_head_line({bytes, size * count}, static_cast<Transfer*>(user)->answer);
  return size * count;
}

std::size_t take_body(char* bytes, std::size_t size, std::size_t count, void* user) {
  auto& transfer = *static_cast<Transfer*>(user);
  const std::string_view part(bytes, size * count);
  if (transfer.take != nullptr && transfer.answer.is_good()) {
    transfer.enough = !(*transfer.take)(part);
    return transfer.enough ? CURL_WRITEFUNC_ERROR : part.size();
  }
  transfer.too_long = part.size() > transfer.bytes_max - transfer.answer.body.size();
  if (transfer.too_long) return CURL_WRITEFUNC_ERROR;
  transfer.answer.body += part;
  return part.size();
}

Problem no_address(const std::string& url) {
  return {Code::Invalid,
          {"“" + url + "” không phải địa chỉ http:// hay https:// (không kèm tên và mật khẩu).",
           "“" + url + "” is no http:// or https:// address (without a name and password)."},
          {},
          {}};
}

std::string part_of(CURLU* url, CURLUPart part) {
  char* text = nullptr;
  if (curl_url_get(url, part, &text, 0) != CURLUE_OK) return {};
  std::string out(text);
  curl_free(text);
  return out;
}

// Why there was no answer; `said` is libcurl's own sentence.
Text reason_of(CURLcode result, const std::string& said) {
  switch (result) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
      return {"không có máy nào tên như vậy", "there is no host of that name"};
    case CURLE_COULDNT_CONNECT:
      return {"không kết nối được; có thể máy chủ chưa chạy",
              "no connection; perhaps the server does not run"};
    case CURLE_OPERATION_TIMEDOUT:
      return {"quá thời gian chờ", "it took too long"};
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_GOT_NOTHING:
    case CURLE_PARTIAL_FILE:
      return {"kết nối bị ngắt giữa chừng", "the connection broke off"};
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
      return {"không xác minh được máy chủ bằng TLS (" + said + ")",
              "the server could not be verified by TLS (" + said + ")"};
    default:
      return {"lỗi mạng (" + said + ")", "the network failed (" + said + ")"};
  }
}

Problem no_answer(const std::string& origin, CURLcode result, const std::string& said) {
  const Text why = reason_of(result, said);
  return {Code::Unavailable,
          {"Không nhận được trả lời đầy đủ từ " + origin + ": " + why.vi + ".",
           "There was no whole answer from " + origin + ": " + why.en + "."},
          {},
          {}};
}

Problem too_long(const std::string& origin, std::size_t bytes_max) {
  const std::string limit = std::to_string(bytes_max / (1024UL * 1024)) + " MiB";
  return {Code::TooLarge,
          {"Trả lời của " + origin + " dài hơn " + limit + "; hãy hỏi ít hơn.",
           "The answer of " + origin + " is longer than " + limit + "; ask for less."},
          {},
          {}};
}

Result<List> list_of(const Headers& headers) {
  List list;
  const auto add = [&list](const std::string& line) {
    curl_slist* longer = curl_slist_append(list.get(), line.c_str());
    if (longer != nullptr && list == nullptr) list.reset(longer);
  };
  add("Expect:");  // no waiting for "100 Continue"
  for (const auto& [name, value] : headers) {
    if ((name + value).find_first_of(std::string_view("\r\n\0", 3)) != std::string::npos) {
      return problem(Code::Invalid, {"Tiêu đề gửi đi có ký tự xuống dòng; hãy bỏ ký tự đó.",
                                     "A header holds a line break; leave it out."});
    }
    add(value.empty() ? name + ";" : name + ": " + value);
  }
  return list;
}

void set_limits(CURL* handle, const Limits& limits, bool is_stream) {
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connect.count()));
  if (!is_stream) {
    curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(limits.whole.count()));
    return;
  }
  const auto seconds = std::chrono::ceil<std::chrono::seconds>(limits.whole).count();
  curl_easy_setopt(handle, CURLOPT_LOW_SPEED_LIMIT, 1L);
  curl_easy_setopt(handle, CURLOPT_LOW_SPEED_TIME, static_cast<long>(seconds));
}

std::string in_brackets(const std::string& address) { return "[" + address + "]"; }

// "10.1.2.3:8080", "[fd00::1]:80"; empty for what is neither IPv4 nor IPv6.
struct Place {
  std::string text;
  std::uint16_t port = 0;
  bool is_public = false;
};

Place place_of(const sockaddr& address) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  Place out;
  if (address.sa_family == AF_INET) {
    const auto& one = reinterpret_cast<const sockaddr_in&>(address);
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(&one.sin_addr);
    inet_ntop(AF_INET, bytes, text.data(), text.size());
    out.port = ntohs(one.sin_port);
    out.text = std::string(text.data()) + ":" + std::to_string(out.port);
    out.is_public = is_public({bytes, sizeof one.sin_addr});
  } else if (address.sa_family == AF_INET6) {
    const auto& one = reinterpret_cast<const sockaddr_in6&>(address);
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(&one.sin6_addr);
    inet_ntop(AF_INET6, bytes, text.data(), text.size());
    out.port = ntohs(one.sin6_port);
    out.text = in_brackets(text.data()) + ":" + std::to_string(out.port);
    out.is_public = is_public({bytes, sizeof one.sin6_addr});
  }
  return out;
}

bool allows(const Guard& guard, const Place& place) {
  if (std::find(guard.also.begin(), guard.also.end(), place.text) != guard.also.end()) return true;
  return place.is_public && (place.port == 80 || place.port == 443);
}

curl_socket_t open_socket(void* user, curlsocktype, curl_sockaddr* address) {
  auto& transfer = *static_cast<Transfer*>(user);
  if (transfer.guard != nullptr && !allows(*transfer.guard, place_of(address->addr))) {
    transfer.refused = true;
    return CURL_SOCKET_BAD;
  }
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

void set_guard(CURL* handle, const Guard& guard, Transfer& transfer) {
  transfer.guard = &guard;
  curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, open_socket);
  curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, &transfer);
  curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 1L);
  curl_easy_setopt(handle, CURLOPT_MAXREDIRS, redirects_max);
  curl_easy_setopt(handle, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
  // A proxy would connect in our stead, unseen by the guard.
  curl_easy_setopt(handle, CURLOPT_PROXY, "");
  curl_easy_setopt(handle, CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
  curl_easy_setopt(handle, CURLOPT_USERAGENT, guard.agent.c_str());
  // A name server that is silent is not waited for beyond the limit.
  curl_easy_setopt(handle, CURLOPT_QUICK_EXIT, 1L);
}

Problem not_allowed(const std::string& origin) {
  return {Code::Forbidden,
          {"“" + origin +
               "” dẫn tới một máy không ở trên mạng công khai (hoặc không ở cổng 80, 443); máy chủ "
               "này không được hỏi nơi đó.",
           "“" + origin +
               "” leads to a machine that is not on the public network (or not at port 80, 443); "
               "this server may not ask there."},
          {},
          {}};
}

Result<Answer> perform(const Request& request, const Take* take, const Limits& limits,
                       const Guard* guard = nullptr) {
  TRY_ASSIGN(const Peer peer, peer_of(request.url));
  TRY_ASSIGN(const List headers, list_of(request.headers));
  static const CURLcode initialised = curl_global_init(CURL_GLOBAL_DEFAULT);
  const Handle owner(initialised == CURLE_OK ? curl_easy_init() : nullptr);
  CURL* const handle = owner.get();
  if (handle == nullptr) {
    return tl::unexpected(no_answer(peer.origin, CURLE_FAILED_INIT, "libcurl"));
  }
  Transfer transfer;
  transfer.take = take;
  transfer.bytes_max = limits.answer_bytes_max;
  std::array<char, CURL_ERROR_SIZE> error{};
  set_limits(handle, limits, take != nullptr);
  curl_easy_setopt(handle, CURLOPT_URL, request.url.c_str());
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
  if (peer.is_this_machine) curl_easy_setopt(handle, CURLOPT_PROXY, "");
  if (guard != nullptr) set_guard(handle, *guard, transfer);
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, error.data());
  curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, take_header);
  curl_easy_setopt(handle, CURLOPT_HEADERDATA, &transfer);
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, take_body);
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, &transfer);
  if (request.method == Method::Post) {
    curl_easy_setopt(handle, CURLOPT_POST, 1L);
    curl_easy_setopt(handle, CURLOPT_POSTFIELDS, request.body.data());
    curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE,
                     static_cast<curl_off_t>(request.body.size()));
  }
  const CURLcode result = curl_easy_perform(handle);
  if (result == CURLE_OK || transfer.enough) {
    const char* url = nullptr;
    curl_easy_getinfo(handle, CURLINFO_EFFECTIVE_URL, &url);
    if (url != nullptr) transfer.answer.url = url;
    return std::move(transfer.answer);
  }
  if (transfer.refused) return tl::unexpected(not_allowed(peer.origin));
  if (transfer.too_long) return tl::unexpected(too_long(peer.origin, limits.answer_bytes_max));
  const char* said = error[0] != '\0' ? error.data() : curl_easy_strerror(result);
  return tl::unexpected(no_answer(peer.origin, result, said));
}

}  // namespace

std::string_view Answer::header(std::string_view lower_case_name) const {
  const auto found = std::find_if(headers.begin(), headers.end(),
                                  [&](const auto& one) { return one.first == lower_case_name; });
  return found == headers.end() ? std::string_view() : std::string_view(found->second);
}

Result<Answer> send(const Request& request, const Limits& limits) {
  return perform(request, nullptr, limits);
}

Result<Answer> stream(const Request& request, const Take& take, const Limits& limits) {
  return perform(request, &take, limits);
}

Result<std::string> read_place(const std::string& text) {
  const std::size_t colon = text.rfind(':');
  const std::string host = text.substr(0, colon);
  const std::string port = colon == std::string::npos ? "" : text.substr(colon + 1);
  std::uint16_t number = 0;
  const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), number);
  const bool has_port = error == std::errc() && end == port.data() + port.size() && number != 0;
  std::array<unsigned char, sizeof(in6_addr)> bytes{};
  std::array<char, INET6_ADDRSTRLEN> shown{};
  if (has_port && inet_pton(AF_INET, host.c_str(), bytes.data()) == 1) {
    inet_ntop(AF_INET, bytes.data(), shown.data(), shown.size());
    return std::string(shown.data()) + ":" + std::to_string(number);
  }
  const bool bracketed = host.size() > 2 && host.front() == '[' && host.back() == ']';
  if (has_port && bracketed &&
      inet_pton(AF_INET6, host.substr(1, host.size() - 2).c_str(), bytes.data()) == 1) {
    inet_ntop(AF_INET6, bytes.data(), shown.data(), shown.size());
    return in_brackets(shown.data()) + ":" + std::to_string(number);
  }
  return problem(Code::Invalid,
                 {"“" + text +
                      "” không phải địa chỉ máy kèm cổng; hãy viết như 10.1.2.3:8080 hoặc "
                      "[fd00::1]:80.",
                  "“" + text +
                      "” is no address of a machine with a port; write it like "
                      "10.1.2.3:8080 or [fd00::1]:80."});
}

Result<Answer> send_guarded(const std::string& url, const Guard& guard, const Limits& limits) {
  return perform({Method::Get, url}, nullptr, limits, &guard);
}

Result<Peer> peer_of(const std::string& url) {
  const std::unique_ptr<CURLU, FreeUrl> parsed(curl_url());
  if (url.find('\0') != std::string::npos || parsed == nullptr ||
      curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), 0) != CURLUE_OK) {
    return tl::unexpected(no_address(url));
  }
  const std::string scheme = part_of(parsed.get(), CURLUPART_SCHEME);
  const std::string host = part_of(parsed.get(), CURLUPART_HOST);
  const std::string port = part_of(parsed.get(), CURLUPART_PORT);
  const bool has_user = !part_of(parsed.get(), CURLUPART_USER).empty() ||
                        !part_of(parsed.get(), CURLUPART_PASSWORD).empty();
  if ((scheme != "http" && scheme != "https") || host.empty() || has_user) {
    return tl::unexpected(no_address(url));
  }
  return Peer{scheme + "://" + host + (port.empty() ? "" : ":" + port), scheme == "https",
              host == "127.0.0.1" || host == "localhost" || host == "[::1]"};
}

}  // namespace lantoa::fetch
