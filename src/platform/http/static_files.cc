#include "platform/http/static_files.h"

#include <algorithm>
#include <array>
#include <utility>

#include "platform/crypto/crypto.h"
#include "platform/http/gzip.h"
#include "platform/http/negotiate.h"

namespace lantoa::http {

namespace {

constexpr std::string_view folder = "web/dist/";
constexpr std::string_view prefix = "/s/";
constexpr std::size_t hash_digits = 16;

struct Type {
  std::string_view extension;
  std::string_view content_type;
  bool is_text;
};

Type type_of(std::string_view name) {
  static constexpr std::array<Type, 17> types{{
      {"css", "text/css; charset=utf-8", true},
      {"js", "text/javascript; charset=utf-8", true},
      {"html", "text/html; charset=utf-8", true},
      {"txt", "text/plain; charset=utf-8", true},
      {"svg", "image/svg+xml", true},
      {"json", "application/json", true},
      {"webmanifest", "application/manifest+json", true},
      {"woff2", "font/woff2", false},
      {"ttf", "font/ttf", false},
      {"png", "image/png", false},
      {"jpg", "image/jpeg", false},
      {"webp", "image/webp", false},
      {"ico", "image/vnd.microsoft.icon", false},
      {"mp3", "audio/mpeg", false},
      {"opus", "audio/ogg", false},
      {"pdf", "application/pdf", false},
      {"wasm", "application/wasm", false},
  }};
  const std::string_view extension = name.substr(std::min(name.rfind('.') + 1, name.size()));
  const auto* found = std::find_if(types.begin(), types.end(),
                                   [&](const Type& type) { return type.extension == extension; });
  return found == types.end() ? Type{"", "application/octet-stream", false} : *found;
}

std::string hashed_name(std::string_view name, std::string_view hash) {
  const std::size_t dot = std::min(name.rfind('.'), name.size());
  std::string out(name.substr(0, dot));
  out += '.';
  out += hash;
  out += name.substr(dot);
  return out;
}

bool is_style_sheet(std::string_view name) { return name.ends_with(".css"); }

// Replaces `name` where it stands as a whole address: url(name), "name", ./name?v.
void replace_name(std::string& text, std::string_view name, std::string_view by) {
  static constexpr std::string_view before = "(\"'/ ";
  static constexpr std::string_view after = ")\"'?# ";
  for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at)) {
    const std::size_t end = at + name.size();
    const bool whole = at > 0 && before.find(text[at - 1]) != std::string_view::npos &&
                       end < text.size() && after.find(text[end]) != std::string_view::npos;
    if (whole) text.replace(at, name.size(), by);
    at += whole ? by.size() : name.size();
  }
}

}  // namespace

StaticFiles::StaticFiles(const std::vector<embedded::File>& files) {
  // Style sheets last: their hash is that of their bytes with the other files' new names in them.
  for (const bool style_sheets : {false, true}) {
    for (const embedded::File& file : files) {
      if (!file.path.starts_with(folder)) continue;
      const std::string_view name = file.path.substr(folder.size());
      if (is_style_sheet(name) != style_sheets) continue;
      std::string bytes(file.bytes);
      if (style_sheets) {
        for (const auto& [other, address] : addresses_) {
          if (!is_style_sheet(other)) {
            replace_name(bytes, other, std::string_view(address).substr(prefix.size()));
          }
        }
      }
      add(name, std::move(bytes));
    }
  }
}

void StaticFiles::add(std::string_view name, std::string bytes) {
  const std::string hash = crypto::hex(crypto::sha256(bytes)).substr(0, hash_digits);
  std::string address = std::string(prefix) + hashed_name(name, hash);
  const Type type = type_of(name);
  File file;
  file.content_type = type.content_type;
  if (type.is_text) {
    std::string small = gzip(bytes);
    if (small.size() < bytes.size()) {
      file.gzipped =
          Variant{"\"" + hash + "-gzip\"", std::make_shared<const std::string>(std::move(small))};
    }
  }
  file.plain = {"\"" + hash + "\"", std::make_shared<const std::string>(std::move(bytes))};
  addresses_.emplace(name, address);
  files_.emplace(std::move(address), std::move(file));
}

std::string StaticFiles::address_of(std::string_view name) const {
  const auto found = addresses_.find(name);
  return found == addresses_.end() ? std::string(prefix) + std::string(name) : found->second;
}

std::optional<Response> StaticFiles::answer(const Request& request) const {
  if (request.method != Method::Get && request.method != Method::Head) return std::nullopt;
  const auto found = files_.find(request.path);
  if (found == files_.end()) return std::nullopt;
  const File& file = found->second;
  const bool compressed = file.gzipped && accepts_gzip(request);
  const Variant& variant = compressed ? *file.gzipped : file.plain;
  Response response;
  response.with("Cache-Control", "public, max-age=31536000, immutable").with("ETag", variant.etag);
  if (file.gzipped) response.with("Vary", "Accept-Encoding");
  if (has_copy(request, variant.etag)) {
    response.status = 304;
    return response;
  }
  response.with("Content-Type", file.content_type);
  if (compressed) response.with("Content-Encoding", "gzip");
  response.shared_body = variant.bytes;
  return response;
}

}  // namespace lantoa::http
