#include "city/content/approve_form.h"

namespace lantoa::city::content {
namespace {

std::optional<LinkFaults> link_faults(const Preview& preview) {
  if (preview.broken == 0 && preview.printed == 0) return std::nullopt;
  LinkFaults out;
  const auto add = [&](std::uint32_t count, const char* vi, const char* one, const char* more) {
    if (count == 0) return;
    const std::string number = std::to_string(count);
    const std::string comma = out.words.vi.empty() ? "" : ", ";
    out.words.vi += comma + number + vi;
    out.words.en += comma + number + (count == 1 ? one : more);
  };
  add(preview.broken, " liên kết hỏng", " broken link", " broken links");
  add(preview.printed, " địa chỉ không bấm được", " address that cannot be clicked",
      " addresses that cannot be clicked");
  return out;
}

}  // namespace

ApproveBox approve_box(const Visit& visit, const Article& article, const Preview& preview) {
  const std::string base = office_address(article.no);
  const std::string version = std::to_string(article.latest().number);
  ApproveForm form{form_keys(visit), base + "/duyet", version, link_faults(preview), {}};
  if (article.is_public()) {
    const std::string published = std::to_string(article.published);
    form.correction = Correction{base + "/so-sanh?tu=" + published + "&den=" + version, published};
  }
  return {std::move(form)};
}

}  // namespace lantoa::city::content
