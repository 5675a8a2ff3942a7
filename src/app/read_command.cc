#include "app/read_command.h"

#include <boost/json.hpp>

#include "app/read_plan_json.h"
#include "viet/article.h"

namespace lantoa::app {

namespace {

namespace json = boost::json;

void print(std::string& out, const json::value& value, const std::string& indent) {
  const std::string inner = indent + "  ";
  if (value.is_object() && !value.get_object().empty()) {
    const char* separator = "{\n";
    for (const auto& entry : value.get_object()) {
      out += separator + inner + json::serialize(entry.key()) + ": ";
      print(out, entry.value(), inner);
      separator = ",\n";
    }
    out += "\n" + indent + "}";
  } else if (value.is_array() && !value.get_array().empty()) {
    const char* separator = "[\n";
    for (const json::value& element : value.get_array()) {
      out += separator + inner;
      print(out, element, inner);
      separator = ",\n";
    }
    out += "\n" + indent + "]";
  } else {
    out += json::serialize(value);
  }
}

json::value text_or_null(const std::string& text) {
  return text.empty() ? json::value(nullptr) : json::value(text);
}

json::value date_or_null(const std::optional<Date>& date) {
  return date ? json::value(iso(*date)) : json::value(nullptr);
}

json::object document_json(const viet::CitedDocument& document, std::string_view bytes) {
  json::array mentions;
  for (const viet::Citation& mention : document.mentions) {
    mentions.push_back(json::object{{"offset", mention.offset},
                                    {"length", mention.length},
                                    {"text", bytes.substr(mention.offset, mention.length)}});
  }
  return {{"number", document.number.display()},
          {"type", text_or_null(document.type)},
          {"issuer", text_or_null(document.issuer)},
          {"date", date_or_null(document.date)},
          {"mentions", std::move(mentions)}};
}

json::object article_json(const viet::Article& article, std::string_view bytes) {
  json::array paragraphs;
  for (const viet::Paragraph& paragraph : article.paragraphs) {
    paragraphs.emplace_back(paragraph.text);
  }
  json::array documents;
  for (const viet::CitedDocument& document : article.documents) {
    documents.push_back(document_json(document, bytes));
  }
  json::value plan = nullptr;
  if (article.announced) {
    const viet::CitedDocument& document = article.documents[*article.announced];
    plan = json::object{{"number", document.number.display()},
                        {"issuer", text_or_null(document.issuer)},
                        {"date", date_or_null(document.date)}};
  }
  json::array damaged;
  for (const viet::DamagedLine& line : article.damaged) {
    damaged.push_back(json::object{{"line", line.line},
                                   {"offset", line.offset},
                                   {"text", line.text},
                                   {"problem", line.problem.vi}});
  }
  return {{"title", article.title},
          {"published_at", article.published ? json::value(iso_minute_vietnam(*article.published))
                                             : json::value(nullptr)},
          {"author", text_or_null(article.author)},
          {"lead", text_or_null(article.lead.text)},
          {"paragraphs", std::move(paragraphs)},
          {"documents", std::move(documents)},
          {"plan", std::move(plan)},
          {"damaged", std::move(damaged)}};
}

}  // namespace

Result<std::string> read_article_json(std::string_view bytes) {
  TRY_ASSIGN(const viet::Article article, viet::read_article(bytes));
  json::object found = article_json(article, bytes);
  std::optional<Date> published;
  if (article.published) published = vietnam_date(*article.published);
  add_plan(found, bytes, published);
  std::string out;
  print(out, found, "");
  out += '\n';
  return out;
}

}  // namespace lantoa::app
