#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>

#include "kernel/assert.h"
#include "platform/http/http.h"
#include "platform/http/text.h"
#include "platform/http/wire.h"

namespace lantoa::http {

namespace {

Response typed(std::string_view type, std::string body, int status) {
  Response response;
  response.status = status;
  response.headers.emplace_back("Content-Type", type);
  response.body = std::move(body);
  return response;
}

// What the server states itself; a handler's own would contradict it.
bool is_the_servers(std::string_view name) {
  static constexpr std::array<std::string_view, 4> names{"content-length", "transfer-encoding",
                                                         "date", "connection"};
  return std::any_of(names.begin(), names.end(),
                     [&](std::string_view own) { return same_ignoring_case(own, name); });
}

void append_header(std::string& out, std::string_view name, std::string_view value) {
  out += name;
  out += ": ";
  out += value;
  out += "\r\n";
}

const Text& sentence(int status) {
  static const std::map<int, Text> sentences{
      {400,
       {"Máy chủ không đọc được yêu cầu này. Hãy kiểm tra lại địa chỉ rồi thử lại.",
        "The server cannot read this request. Check the address and try again."}},
      {408,
       {"Yêu cầu gửi đến quá chậm nên kết nối đã đóng. Hãy thử lại.",
        "The request took too long to arrive. Try again."}},
      {413,
       {"Dữ liệu gửi lên quá lớn. Hãy chọn tệp nhỏ hơn hoặc chia thành nhiều lần gửi.",
        "What was sent is too large. Choose a smaller file or send it in parts."}},
      {414,
       {"Địa chỉ quá dài. Hãy rút gọn địa chỉ rồi thử lại.",
        "The address is too long. Shorten it and try again."}},
      {417,
       {"Máy chủ không đáp ứng được điều kiện trong tiêu đề Expect. Hãy gửi lại không kèm tiêu đề "
        "đó.",
        "The server cannot do what the Expect header asks. Send the request without it."}},
      {431,
       {"Phần tiêu đề của yêu cầu quá lớn. Hãy xóa cookie của trang này rồi thử lại.",
        "The request's headers are too large. Delete this site's cookies and try again."}},
      {500,
       {"Máy chủ gặp lỗi khi xử lý yêu cầu này. Hãy thử lại; nếu vẫn lỗi, hãy báo cho người quản "
        "trị.",
        "The server failed while handling this request. Try again; if it persists, tell the "
        "administrator."}},
      {503,
       {"Máy chủ đang quá tải. Xin thử lại sau ít giây.",
        "The server is overloaded. Try again in a few seconds."}},
  };
  const auto found = sentences.find(status);
  ASSERT(found != sentences.end());
  return found->second;
}

}  // namespace

Response& Response::with(std::string name, std::string value) {
  headers.emplace_back(std::move(name), std::move(value));
  return *this;
}

Response& Response::with_constant(std::string_view lines) {
  auto* const room = std::find(constant_headers.begin(), constant_headers.end(), "");
  ASSERT(room != constant_headers.end());
  *room = lines;
  return *this;
}

std::string_view Response::header(std::string_view name) const {
  for (const auto& [own, value] : headers) {
    if (same_ignoring_case(own, name)) return value;
  }
  for (std::string_view lines : constant_headers) {
    while (!lines.empty()) {
      const std::string_view line = lines.substr(0, lines.find("\r\n"));
      if (same_ignoring_case(line.substr(0, line.find(':')), name))
        return trim(line.substr(name.size() + 1));
      lines.remove_prefix(line.size() + 2);
    }
  }
  return {};
}

Response html_page(std::string body, int status) {
  return typed("text/html; charset=utf-8", std::move(body), status);
}

Response plain(std::string body, int status) {
  return typed("text/plain; charset=utf-8", std::move(body), status);
}

Response json(std::string body, int status) {
  return typed("application/json", std::move(body), status);
}

Response file(std::string body, std::string_view media_type, std::string_view file_name) {
  Response response = typed(std::string(media_type), std::move(body), 200);
  response.with("Content-Disposition", "attachment; filename=\"" + std::string(file_name) + "\"");
  return response;
}

Response csv(std::string body, std::string_view file_name) {
  return file(std::move(body), "text/csv; charset=utf-8", file_name);
}

Response event_stream(std::function<void(std::shared_ptr<Stream>)> open) {
  Response response = typed("text/event-stream", {}, 200);
  response.with("Cache-Control", "no-store");
  response.with("X-Accel-Buffering", "no");  // nginx would hold events back
  response.open_stream = std::move(open);
  return response;
}

Response see_other(std::string location) {
  // Browsers read "/\" as "//": another host.
  const bool own = !location.empty() && location[0] == '/' &&
                   (location.size() == 1 || (location[1] != '/' && location[1] != '\\')) &&
                   is_field_value(location);
  Response response;
  response.status = 303;
  response.headers.emplace_back("Location", own ? std::move(location) : "/");
  return response;
}

std::string_view reason(int status) {
  static constexpr std::array<std::pair<int, std::string_view>, 31> reasons{{
      {100, "Continue"},
      {200, "OK"},
      {201, "Created"},
      {202, "Accepted"},
      {204, "No Content"},
      {206, "Partial Content"},
      {301, "Moved Permanently"},
      {302, "Found"},
      {303, "See Other"},
      {304, "Not Modified"},
      {307, "Temporary Redirect"},
      {308, "Permanent Redirect"},
      {400, "Bad Request"},
      {401, "Unauthorized"},
      {403, "Forbidden"},
      {404, "Not Found"},
      {405, "Method Not Allowed"},
      {408, "Request Timeout"},
      {409, "Conflict"},
      {410, "Gone"},
      {412, "Precondition Failed"},
      {413, "Content Too Large"},
      {414, "URI Too Long"},
      {415, "Unsupported Media Type"},
      {416, "Range Not Satisfiable"},
      {417, "Expectation Failed"},
      {422, "Unprocessable Content"},
      {429, "Too Many Requests"},
      {431, "Request Header Fields Too Large"},
      {500, "Internal Server Error"},
      {503, "Service Unavailable"},
  }};
  const auto* found = std::find_if(reasons.begin(), reasons.end(),
                                   [&](const auto& entry) { return entry.first == status; });
  return found == reasons.end() ? "Unknown" : found->second;
}

std::string http_date(std::chrono::sys_seconds at) {
  static constexpr std::array<const char*, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr std::array<const char*, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::time_t seconds = at.time_since_epoch().count();
  std::tm utc{};
  gmtime_r(&seconds, &utc);
  std::array<char, 64> text{};
  const int length = std::snprintf(text.data(), text.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT",
                                   days.at(static_cast<std::size_t>(utc.tm_wday)), utc.tm_mday,
                                   months.at(static_cast<std::size_t>(utc.tm_mon)),
                                   utc.tm_year + 1900, utc.tm_hour, utc.tm_min, utc.tm_sec);
  return {text.data(), static_cast<std::size_t>(length)};
}

std::string_view body_of(const Response& response) {
  return response.shared_body ? std::string_view(*response.shared_body)
                              : std::string_view(response.body);
}

bool has_no_body(int status) { return status < 200 || status == 204 || status == 304; }

bool is_sendable(const Response& response) {
  return response.status >= 200 && response.status <= 599 &&
         std::all_of(response.headers.begin(), response.headers.end(), [](const auto& header) {
           return is_token(header.first) && is_field_value(header.second);
         });
}

void append_head(std::string& out, const Response& response, std::string_view date,
                 Persistence persistence) {
  out += "HTTP/1.1 ";
  out += std::to_string(response.status);
  out += ' ';
  out += reason(response.status);
  out += "\r\n";
  append_header(out, "Date", date);
  for (const auto& [name, value] : response.headers) {
    if (!is_the_servers(name)) append_header(out, name, value);
  }
  for (const std::string_view lines : response.constant_headers) out += lines;
  if (!response.open_stream && !has_no_body(response.status)) {
    append_header(out, "Content-Length", std::to_string(body_of(response).size()));
  }
  if (persistence == Persistence::Close) append_header(out, "Connection", "close");
  if (persistence == Persistence::KeepAlive10) append_header(out, "Connection", "keep-alive");
  out += "\r\n";
}

Response refusal(int status, std::string_view headers) {
  const Text& text = sentence(status);
  Response response = plain(text.vi + "\n" + text.en + "\n", status);
  response.with("Cache-Control", "no-store");
  response.with_constant(headers.empty() ? "X-Content-Type-Options: nosniff\r\n" : headers);
  if (status == 503) response.with("Retry-After", "2");
  return response;
}

}  // namespace lantoa::http
