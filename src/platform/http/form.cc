#include <algorithm>
#include <optional>
#include <utility>

#include "kernel/utf8.h"
#include "platform/http/http.h"
#include "platform/http/text.h"
#include "viet/look_alike.h"

namespace lantoa::http {

namespace {

constexpr std::size_t boundary_bytes_max = 70;  // RFC 2046 section 5.1.1

tl::unexpected<Problem> malformed() {
  return problem(Code::Invalid,
                 {"Dữ liệu biểu mẫu bị hỏng trên đường truyền. Hãy tải lại trang rồi gửi lại.",
                  "The form's data was damaged on its way. Reload the page and send it again."});
}

tl::unexpected<Problem> not_text(std::string_view field) {
  const std::string name = is_utf8(field) ? std::string(field) : std::string();
  return problem(Code::Invalid,
                 {"Trường “" + name +
                      "” chứa ký tự không hợp lệ. Hãy nhập lại bằng bảng mã Unicode "
                      "(UTF-8).",
                  "Field “" + name +
                      "” contains invalid characters. Type it again in Unicode "
                      "(UTF-8)."},
                 name);
}

tl::unexpected<Problem> repeated(const std::string& name) {
  return problem(Code::Invalid,
                 {"Trường “" + name + "” được gửi hai lần. Hãy tải lại trang rồi gửi lại.",
                  "Field “" + name + "” was sent twice. Reload the page and send it again."},
                 name);
}

tl::unexpected<Problem> too_many() {
  const std::string max = std::to_string(form_fields_max);
  return problem(
      Code::TooLarge,
      {"Biểu mẫu có quá nhiều trường (tối đa " + max + "). Hãy chia thành nhiều lần gửi.",
       "The form has too many fields (at most " + max + "). Send it in parts."});
}

Result<void> add_field(Form& form, std::string name, std::string value) {
  if (form.files.contains(name)) return repeated(name);
  if (form.fields.size() + form.files.size() >= form_fields_max) return too_many();
  const auto [place, fresh] = form.fields.try_emplace(std::move(name), std::move(value));
  if (!fresh) return repeated(place->first);
  return {};
}

Result<void> add_file(Form& form, std::string name, Form::File file) {
  if (form.fields.contains(name)) return repeated(name);
  if (form.fields.size() + form.files.size() >= form_fields_max) return too_many();
  const auto [place, fresh] = form.files.try_emplace(std::move(name), std::move(file));
  if (!fresh) return repeated(place->first);
  return {};
}

Result<Form> parse_urlencoded(std::string_view body) {
  Form form;
  while (!body.empty()) {
    const std::size_t end = std::min(body.find('&'), body.size());
    const std::string_view pair = body.substr(0, end);
    body.remove_prefix(std::min(end + 1, body.size()));
    if (pair.empty()) continue;
    const std::size_t equals = std::min(pair.find('='), pair.size());
    auto name = percent_decode(pair.substr(0, equals), Plus::IsSpace);
    auto value = percent_decode(pair.substr(std::min(equals + 1, pair.size())), Plus::IsSpace);
    if (!name || !value) return malformed();
    if (!is_text(*name) || !is_text(*value)) return not_text(*name);
    TRY(add_field(form, *std::move(name), *std::move(value)));
  }
  return form;
}

// One parameter of a header: `name=token` or `name="quoted"`, after its ';'. Browsers write quotes
// within a name as %22 and leave backslashes alone (HTML, multipart/form-data); others write \".
class Parameters {
 public:
  explicit Parameters(std::string_view rest) : rest_(rest) {}

  // nullopt at the end and when malformed.
  std::optional<std::pair<std::string, std::string>> next() {
    rest_ = trim(rest_);
    if (rest_.empty()) return std::nullopt;
    broken_ = true;
    if (rest_.front() != ';') return std::nullopt;
    rest_ = trim(rest_.substr(1));
    const std::size_t equals = rest_.find('=');
    if (equals == std::string_view::npos || !is_token(rest_.substr(0, equals))) return std::nullopt;
    std::string name = lower_case(rest_.substr(0, equals));
    rest_.remove_prefix(equals + 1);
    std::optional<std::string> value = !rest_.empty() && rest_.front() == '"' ? quoted() : token();
    if (!value) return std::nullopt;
    broken_ = false;
    return std::pair(std::move(name), *std::move(value));
  }

  bool broken() const { return broken_; }

 private:
  std::optional<std::string> token() {
    const auto* end = std::find_if_not(rest_.begin(), rest_.end(), is_token_character);
    const auto size = static_cast<std::size_t>(end - rest_.begin());
    if (size == 0) return std::nullopt;
    std::string out(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return out;
  }

  std::optional<std::string> quoted() {
    std::string out;
    for (std::size_t i = 1; i < rest_.size(); ++i) {
      if (rest_[i] == '"') {
        rest_.remove_prefix(i + 1);
        return out;
      }
      if (rest_.substr(i, 2) == "\\\"") ++i;
      out += rest_[i];
    }
    return std::nullopt;
  }

  std::string_view rest_;
  bool broken_ = false;
};

// What a part says of itself.
struct Disposition {
  std::string name;
  std::optional<std::string> filename;
};

std::string unescape_name(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const std::string_view three = name.substr(i, 3);
    if (three == "%22") out += '"';
    if (three == "%0D") out += '\r';
    if (three == "%0A") out += '\n';
    if (three == "%22" || three == "%0D" || three == "%0A") {
      i += 2;
    } else {
      out += name[i];
    }
  }
  return out;
}

std::optional<Disposition> parse_disposition(std::string_view headers) {
  while (!headers.empty()) {
    const std::size_t end = std::min(headers.find("\r\n"), headers.size());
    const std::string_view line = headers.substr(0, end);
    headers.remove_prefix(std::min(end + 2, headers.size()));
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    if (!same_ignoring_case(line.substr(0, colon), "content-disposition")) continue;
    const std::string_view value = trim(line.substr(colon + 1));
    const std::size_t semicolon = std::min(value.find(';'), value.size());
    if (!same_ignoring_case(trim(value.substr(0, semicolon)), "form-data")) return std::nullopt;
    Disposition out;
    bool named = false;
    Parameters parameters(value.substr(semicolon));
    while (auto parameter = parameters.next()) {
      if (parameter->first == "name") {
        out.name = unescape_name(parameter->second);
        named = true;
      } else if (parameter->first == "filename") {
        out.filename = unescape_name(parameter->second);
      }
    }
    if (parameters.broken() || !named) return std::nullopt;
    return out;
  }
  return std::nullopt;
}

Result<void> add_part(Form& form, std::string_view headers, std::string_view content) {
  std::optional<Disposition> part = parse_disposition(headers);
  if (!part) return malformed();
  if (!is_text(part->name)) return not_text(part->name);
  if (!part->filename) {
    if (!is_text(content)) return not_text(part->name);
    return add_field(form, std::move(part->name), std::string(content));
  }
  if (!is_text(*part->filename)) return not_text(part->name);
  if (part->filename->empty() && content.empty()) return {};
  // "hoa-don<turn around>fdp.exe" shows as "hoa-donexe.pdf".
  return add_file(form, std::move(part->name),
                  {viet::without_hidden(*part->filename), std::string(content)});
}

Result<Form> parse_multipart(std::string_view body, const std::string& boundary) {
  const std::string delimiter = "\r\n--" + boundary;
  // The first delimiter has no line before it.
  if (!body.starts_with(std::string_view(delimiter).substr(2))) return malformed();
  body.remove_prefix(delimiter.size() - 2);
  Form form;
  while (!body.starts_with("--")) {
    const std::size_t line_end = body.find("\r\n");
    if (line_end == std::string_view::npos || !trim(body.substr(0, line_end)).empty()) {
      return malformed();
    }
    body.remove_prefix(line_end + 2);
    const std::size_t blank_line = body.find("\r\n\r\n");
    if (blank_line == std::string_view::npos) return malformed();
    const std::string_view headers = body.substr(0, blank_line);
    // The blank line's end may open the delimiter of an empty part.
    const std::size_t end = body.find(delimiter, blank_line + 2);
    if (end == std::string_view::npos) return malformed();
    const std::size_t begin = std::min(blank_line + 4, end);
    TRY(add_part(form, headers, body.substr(begin, end - begin)));
    body.remove_prefix(end + delimiter.size());
  }
  return form;
}

}  // namespace

std::string_view Form::get(std::string_view name) const {
  const auto found = fields.find(name);
  return found == fields.end() ? std::string_view() : std::string_view(found->second);
}

Result<Form> parse_form(const Request& request) {
  const std::string_view type = request.header("content-type");
  const std::size_t semicolon = std::min(type.find(';'), type.size());
  const std::string_view media = trim(type.substr(0, semicolon));
  if (media.empty() && request.body.empty()) return Form{};
  if (same_ignoring_case(media, "application/x-www-form-urlencoded")) {
    return parse_urlencoded(request.body);
  }
  if (same_ignoring_case(media, "multipart/form-data")) {
    Parameters parameters(type.substr(semicolon));
    while (const auto parameter = parameters.next()) {
      if (parameter->first != "boundary") continue;
      if (parameter->second.empty() || parameter->second.size() > boundary_bytes_max) break;
      return parse_multipart(request.body, parameter->second);
    }
    return malformed();
  }
  return problem(Code::Invalid, {"Dữ liệu phải được gửi dưới dạng biểu mẫu của trang web.",
                                 "The data must be sent as a web form."});
}

}  // namespace lantoa::http
