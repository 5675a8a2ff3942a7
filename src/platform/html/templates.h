// Templates: every *.tpl of the binary, loaded once in each language with contextual auto-escaping.
// Rendering checks that template and view agree: a marker that the view does not offer is a bug and
// ends the process in the first test that renders the page.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kernel/result.h"
#include "platform/html/view.h"

namespace lantoa::html {

class Templates {
 public:
  // `files`: path and text. Invalid names the template and what is wrong in it.
  static Result<Templates> load(
      const std::vector<std::pair<std::string_view, std::string_view>>& files);
  ~Templates();
  Templates(Templates&&) noexcept;
  Templates& operator=(Templates&&) noexcept;

  template <class View>
  std::string render(const View& view, Language language) const {
    static_assert(has_own_names<View>(), "two sections, one in the other, have one name");
    return expand(View::tpl, language, [&](Sink& sink) { pour(view, sink); });
  }

  // `frame` with the page standing in it as the part {{>content}}.
  template <class Frame, class View>
  std::string render_in(const Frame& frame, const View& view, Language language) const {
    static_assert(has_own_names<Frame>() && has_own_names<View>(),
                  "two sections, one in the other, have one name");
    return expand(Frame::tpl, language, [&](Sink& sink) {
      pour(frame, sink);
      pour(view, sink.part("content", View::tpl));
    });
  }

 private:
  struct Caches;
  explicit Templates(std::unique_ptr<Caches> caches);
  std::string expand(std::string_view tpl, Language language,
                     const std::function<void(Sink&)>& fill) const;

  std::unique_ptr<Caches> caches_;
};

// Replaces each [[tiếng Việt|English]] by the side asked for. Invalid on an unclosed or one-sided
// pair.
Result<std::string> in_language(std::string_view text, Language language);

}  // namespace lantoa::html
