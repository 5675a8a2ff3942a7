#include "app/read_command.h"

#include <boost/json.hpp>

#include "app/read_plan_json.h"
#include "platform/document/document.h"

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

json::array strings(const std::vector<std::string>& list) {
  json::array out;
  for (const std::string& text : list) out.emplace_back(text);
  return out;
}

json::object document_json(const viet::CitedDocument& document, std::string_view bytes) {
  json::array mentions;
  for (const viet::Citation& mention : document.mentions) {
    mentions.push_back(json::object{{"offset", mention.offset},
                                    {"length", mention.length},
                                    {"text", bytes.substr(mention.offset, mention.length)},
                                    {"provisions", strings(mention.provisions)}});
  }
  return {{"number", document.number.display()}, {"type", text_or_null(document.type)},
          {"name", text_or_null(document.name)}, {"issuer", text_or_null(document.issuer)},
          {"date", date_or_null(document.date)}, {"mentions", std::move(mentions)}};
}

json::array documents_json(const std::vector<viet::CitedDocument>& documents,
                           std::string_view bytes) {
  json::array out;
  for (const viet::CitedDocument& document : documents) {
    out.push_back(document_json(document, bytes));
  }
  return out;
}

json::array damaged_json(const std::vector<viet::DamagedLine>& lines) {
  json::array out;
  for (const viet::DamagedLine& line : lines) {
    out.push_back(json::object{{"line", line.line},
                               {"offset", line.offset},
                               {"text", line.text},
                               {"problem", line.problem.vi}});
  }
  return out;
}

json::object article_json(const viet::Article& article, std::string_view bytes) {
  json::array paragraphs;
  for (const viet::Paragraph& paragraph : article.paragraphs) {
    paragraphs.emplace_back(paragraph.text);
  }
  json::value plan = nullptr;
  if (article.announced) {
    const viet::CitedDocument& document = article.documents[*article.announced];
    plan = json::object{{"number", document.number.display()},
                        {"issuer", text_or_null(document.issuer)},
                        {"date", date_or_null(document.date)}};
  }
  return {{"kind", "article"},
          {"title", article.title},
          {"published_at", article.published ? json::value(iso_minute_vietnam(*article.published))
                                             : json::value(nullptr)},
          {"author", text_or_null(article.author)},
          {"lead", text_or_null(article.lead.text)},
          {"paragraphs", std::move(paragraphs)},
          {"documents", documents_json(article.documents, bytes)},
          {"plan", std::move(plan)},
          {"damaged", damaged_json(article.damaged)}};
}

json::array provisions_json(const std::vector<viet::Provision>& provisions) {
  json::array out;
  for (const viet::Provision& provision : provisions) {
    out.push_back(json::object{{"address", provision.address},
                               {"label", text_or_null(provision.label)},
                               {"heading", text_or_null(provision.heading)},
                               {"offset", provision.offset},
                               {"length", provision.length}});
  }
  return out;
}

json::array grounds_json(const viet::LegalText& text) {
  json::array out;
  for (const viet::Ground& ground : text.grounds) {
    json::array numbers;
    for (const std::size_t cited : ground.citations) {
      numbers.emplace_back(text.citations[cited].number.display());
    }
    out.push_back(json::object{{"text", ground.text},
                               {"documents", std::move(numbers)},
                               {"offset", ground.offset},
                               {"length", ground.length}});
  }
  return out;
}

json::array references_json(const viet::LegalText& text, std::string_view bytes) {
  json::array out;
  for (const viet::ProvisionReference& reference : text.references) {
    out.push_back(json::object{{"provisions", strings(reference.provisions)},
                               {"document", text_or_null(reference.document)},
                               {"offset", reference.offset},
                               {"length", reference.length},
                               {"text", bytes.substr(reference.offset, reference.length)}});
  }
  return out;
}

// What only an article has stands here too, empty: whoever reads the output finds one set of keys.
json::object legal_json(const viet::LegalText& text, std::string_view bytes) {
  return {{"kind", "legal_text"},
          {"title", text.title},
          {"published_at", nullptr},
          {"author", nullptr},
          {"lead", nullptr},
          {"paragraphs", json::array()},
          {"documents", documents_json(text.documents, bytes)},
          {"plan", nullptr},
          {"damaged", damaged_json(text.damaged)},
          {"number", text.number ? json::value(text.number->display()) : json::value(nullptr)},
          {"type", text_or_null(text.type)},
          {"issuer", text_or_null(text.issuer)},
          {"place", text_or_null(text.place)},
          {"date", date_or_null(text.date)},
          {"grounds", grounds_json(text)},
          {"provisions", provisions_json(text.provisions)},
          {"references", references_json(text, bytes)}};
}

std::optional<viet::LegalText> read_law(std::string_view bytes) {
  if (!viet::is_legal_text(bytes)) return std::nullopt;
  auto text = viet::read_legal_text(bytes);
  if (!text || text->type == "Kế hoạch") return std::nullopt;
  return *std::move(text);
}

json::object found_json(const viet::LegalText& law, std::string_view text) {
  return legal_json(law, text);
}

json::object found_json(const ArticleReading& reading, std::string_view text) {
  json::object found = article_json(reading.article, text);
  if (!reading.plan.title.empty()) found["title"] = reading.plan.title;
  add_plan(found, text, reading.plan);
  return found;
}

}  // namespace

Result<FileReading> read_text_file(std::string bytes, std::string_view file_name) {
  if (auto law = read_law(bytes)) return FileReading{std::move(bytes), *std::move(law)};
  TRY_ASSIGN(std::string text, document::to_text(bytes, file_name));
  TRY_ASSIGN(viet::Article article, viet::read_article(text));
  std::optional<Date> published;
  if (article.published) published = vietnam_date(*article.published);
  viet::PlanReading plan = viet::read_plan(text, published);
  return FileReading{std::move(text), ArticleReading{std::move(article), std::move(plan)}};
}

std::string reading_json(const FileReading& reading) {
  const json::object found =
      std::visit([&](const auto& one) { return found_json(one, reading.text); }, reading.found);
  std::string out;
  print(out, found, "");
  out += '\n';
  return out;
}

}  // namespace lantoa::app
