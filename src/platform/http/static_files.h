// The files of web/dist/ at addresses that carry their content's hash
// (/s/app.0123456789abcdef.css), so that browsers may keep them for a year. Made once at start:
// hashes, gzip variants, and the names of fonts and pictures within style sheets. answer() is fit
// for the server's `fast`.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/embedded/embedded.h"
#include "platform/http/http.h"

namespace lantoa::http {

class StaticFiles {
 public:
  // Takes those below web/dist/; their bytes are copied.
  explicit StaticFiles(const std::vector<embedded::File>& files);

  // "app.css" gives "/s/app.0123456789abcdef.css". A name that is not there gives "/s/<name>",
  // which nobody answers: a page without its picture is better than no page.
  std::string address_of(std::string_view name) const;

  // nullopt when the path is none of these files, or the method is neither GET nor HEAD.
  std::optional<Response> answer(const Request& request) const;

 private:
  struct Variant {
    std::string etag;
    Bytes bytes;
  };
  struct File {
    std::string content_type;
    Variant plain;
    std::optional<Variant> gzipped;  // of text, when that is smaller
  };

  void add(std::string_view name, std::string bytes);

  std::map<std::string, std::string, std::less<>> addresses_;  // by name
  std::map<std::string, File, std::less<>> files_;             // by address
};

}  // namespace lantoa::http
