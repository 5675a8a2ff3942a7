#include "platform/html/templates.h"

#include <ctemplate/template.h>
#include <ctemplate/template_cache.h>
#include <ctemplate/template_dictionary.h>
#include <ctemplate/template_emitter.h>

#include <map>
#include <set>

#include "kernel/assert.h"

namespace lantoa::html {
namespace {

constexpr auto strip = ctemplate::STRIP_BLANK_LINES;

ctemplate::TemplateString piece(std::string_view text) { return {text.data(), text.size()}; }

// What the markers of one template are called, without modifiers: {{#rows}} and {{name:h}} alike.
std::set<std::string, std::less<>> markers(std::string_view text) {
  std::set<std::string, std::less<>> out;
  std::size_t at = 0;
  while ((at = text.find("{{", at)) != std::string_view::npos) {
    at += 2;
    const std::size_t end = text.find("}}", at);
    if (end == std::string_view::npos) break;
    std::string_view name = text.substr(at, end - at);
    if (name.starts_with('!') || name.starts_with('%')) continue;
    while (!name.empty() && std::string_view("#/>").find(name.front()) != std::string_view::npos)
      name.remove_prefix(1);
    out.insert(std::string(name.substr(0, name.find(':'))));
  }
  return out;
}

// What is typed into a text area has lines; the engine's own escaping would make them one.
std::string keep_lines(std::string text) {
  constexpr std::string_view end = "}}</textarea>";
  constexpr std::string_view modifier = ":pre_escape";
  for (std::size_t at = text.find(end); at != std::string::npos;
       at = text.find(end, at + modifier.size() + end.size())) {
    text.insert(at, modifier);
  }
  return text;
}

using Names = std::set<std::string, std::less<>>;
using Offers = std::map<std::string, Names, std::less<>>;  // by template

class DictionarySink : public Sink {
 public:
  DictionarySink(ctemplate::TemplateDictionary& dictionary, Language language, std::string tpl,
                 Offers& offers)
      : dictionary_(dictionary), language_(language), tpl_(std::move(tpl)), offers_(offers) {}

  Language language() const override { return language_; }

  void value(std::string_view name, std::string_view text) override {
    offer(name);
    dictionary_.SetValue(piece(name), piece(text));
  }

  void safe(std::string_view name, const markdown::SafeHtml& html) override {
    value(name, html.text());
  }

  Sink& section(std::string_view name, bool shown) override {
    offer(name);
    if (shown) return child(*dictionary_.AddSectionDictionary(piece(name)), tpl_);
    hidden_.push_back(std::make_unique<ctemplate::TemplateDictionary>("hidden"));
    return child(*hidden_.back(), tpl_);
  }

  Sink& part(std::string_view name, std::string_view tpl) override {
    offer(name);
    auto* dictionary = dictionary_.AddIncludeDictionary(piece(name));
    dictionary->SetFilename(piece(tpl));
    return child(*dictionary, std::string(tpl));
  }

 private:
  void offer(std::string_view name) { offers_[tpl_].emplace(name); }

  Sink& child(ctemplate::TemplateDictionary& dictionary, std::string tpl) {
    children_.push_back(
        std::make_unique<DictionarySink>(dictionary, language_, std::move(tpl), offers_));
    return *children_.back();
  }

  ctemplate::TemplateDictionary& dictionary_;
  Language language_;
  std::string tpl_;
  Offers& offers_;
  std::vector<std::unique_ptr<DictionarySink>> children_;
  std::vector<std::unique_ptr<ctemplate::TemplateDictionary>> hidden_;
};

tl::unexpected<Problem> bad_template(std::string_view path, const std::string& why) {
  const std::string name(path);
  return problem(Code::Invalid,
                 {"Mẫu trang " + name + " sai: " + why, "Template " + name + " is wrong: " + why});
}

}  // namespace

std::string grouped(std::uint64_t number, Language language) {
  std::string digits = std::to_string(number);
  const char separator = language == Language::English ? ',' : '.';
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, 1, separator);
  }
  return digits;
}

ScriptData::ScriptData(std::string_view json) {
  for (const char c : json) {
    if (c == '<') {
      text_ += "\\u003c";
    } else if (c == '>') {
      text_ += "\\u003e";
    } else if (c == '&') {
      text_ += "\\u0026";
    } else {
      text_ += c;
    }
  }
}

Result<std::string> in_language(std::string_view text, Language language) {
  std::string out;
  std::size_t at = 0;
  while (true) {
    const std::size_t open = text.find("[[", at);
    out += text.substr(at, open - at);
    if (open == std::string_view::npos) return out;
    const std::size_t close = text.find("]]", open);
    const std::size_t bar = text.find('|', open);
    if (close == std::string_view::npos || bar == std::string_view::npos || bar > close) {
      return problem(Code::Invalid, {"cặp [[tiếng Việt|English]] không đủ hai vế",
                                     "a [[tiếng Việt|English]] pair lacks a side"});
    }
    out += language == Language::English ? text.substr(bar + 1, close - bar - 1)
                                         : text.substr(open + 2, bar - open - 2);
    at = close + 2;
  }
}

struct Templates::Caches {
  ctemplate::TemplateCache vietnamese;
  ctemplate::TemplateCache english;
  Offers wanted;  // the markers of each template

  ctemplate::TemplateCache& of(Language language) {
    return language == Language::English ? english : vietnamese;
  }
};

Templates::Templates(std::unique_ptr<Caches> caches) : caches_(std::move(caches)) {}
Templates::~Templates() = default;
Templates::Templates(Templates&&) noexcept = default;
Templates& Templates::operator=(Templates&&) noexcept = default;

Result<Templates> Templates::load(
    const std::vector<std::pair<std::string_view, std::string_view>>& files) {
  auto caches = std::make_unique<Caches>();
  for (const auto& [path, text] : files) {
    for (const Language language : {Language::Vietnamese, Language::English}) {
      auto one = in_language(text, language);
      if (!one) return bad_template(path, one.error().text.en);
      const std::string source = "{{%AUTOESCAPE context=\"HTML\"}}" + keep_lines(*std::move(one));
      if (!caches->of(language).StringToTemplateCache(piece(path), piece(source), strip)) {
        return bad_template(path, "it does not parse");
      }
    }
    caches->wanted[std::string(path)] = markers(text);
  }
  return Templates(std::move(caches));
}

std::string Templates::expand(std::string_view tpl, Language language,
                              const std::function<void(Sink&)>& fill) const {
  ctemplate::TemplateDictionary dictionary("page");
  Offers offers;
  DictionarySink sink(dictionary, language, std::string(tpl), offers);
  fill(sink);
  for (const auto& [name, offered] : offers) {
    const auto wanted = caches_->wanted.find(name);
    ASSERT(wanted != caches_->wanted.end());  // a view names a template that is not built in
    for (const std::string& marker : wanted->second) {
      if (!offered.contains(marker)) {
        assertion_failed(("the view offers {{" + marker + "}}").c_str(), name.c_str(), 0);
      }
    }
  }
  std::string out;
  ctemplate::PerExpandData data;
  ctemplate::StringEmitter emitter(&out);
  const bool expanded =
      caches_->of(language).ExpandWithData(piece(tpl), strip, &dictionary, &data, &emitter);
  ASSERT(expanded);
  return out;
}

}  // namespace lantoa::html
