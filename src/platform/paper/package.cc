#include "platform/paper/package.h"

#include <zip.h>

#include <pugixml.hpp>
#include <sstream>
#include <vector>

#include "platform/log/log.h"

namespace lantoa::paper {
namespace {

constexpr const char* types = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
constexpr const char* kinds =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

struct Part {
  std::string name;
  std::string bytes;
};

std::string content_types() {
  pugi::xml_document document;
  auto root = document.append_child("Types");
  root.append_attribute("xmlns") = "http://schemas.openxmlformats.org/package/2006/content-types";
  const auto by_end = [&](const char* end, const char* type) {
    auto one = root.append_child("Default");
    one.append_attribute("Extension") = end;
    one.append_attribute("ContentType") = type;
  };
  by_end("rels", "application/vnd.openxmlformats-package.relationships+xml");
  by_end("xml", "application/xml");
  const auto by_name = [&](const char* name, const std::string& type) {
    auto one = root.append_child("Override");
    one.append_attribute("PartName") = name;
    one.append_attribute("ContentType") = type.c_str();
  };
  by_name("/word/document.xml", std::string(types) + "document.main+xml");
  by_name("/word/styles.xml", std::string(types) + "styles+xml");
  by_name("/word/header1.xml", std::string(types) + "header+xml");
  by_name("/word/footer1.xml", std::string(types) + "footer+xml");
  by_name("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
  return xml_text(document);
}

struct Relation {
  const char* id;
  std::string kind;
  const char* target;
};

std::string relations(const std::vector<Relation>& list) {
  pugi::xml_document document;
  auto root = document.append_child("Relationships");
  root.append_attribute("xmlns") = "http://schemas.openxmlformats.org/package/2006/relationships";
  for (const Relation& one : list) {
    auto node = root.append_child("Relationship");
    node.append_attribute("Id") = one.id;
    node.append_attribute("Type") = one.kind.c_str();
    node.append_attribute("Target") = one.target;
  }
  return xml_text(document);
}

std::string properties(const Package& package) {
  pugi::xml_document document;
  auto root = document.append_child("cp:coreProperties");
  root.append_attribute("xmlns:cp") =
      "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
  root.append_attribute("xmlns:dc") = "http://purl.org/dc/elements/1.1/";
  root.append_attribute("xmlns:dcterms") = "http://purl.org/dc/terms/";
  root.append_attribute("xmlns:xsi") = "http://www.w3.org/2001/XMLSchema-instance";
  root.append_child("dc:title").text().set(package.title.c_str());
  root.append_child("dc:creator").text().set(package.author.c_str());
  root.append_child("dc:language").text().set("vi-VN");
  auto created = root.append_child("dcterms:created");
  created.append_attribute("xsi:type") = "dcterms:W3CDTF";
  created.text().set(iso(package.made).c_str());
  return xml_text(document);
}

// An archive in memory; what it holds lives as long as `parts`.
Result<std::string> archive(const std::vector<Part>& parts) {
  const auto failed = [](const char* where) {
    log::error("paper.docx", {{"where", where}});
    return problem(Code::Unavailable, {"Không ghi được tệp DOCX; hãy thử lại.",
                                       "The DOCX could not be written; try again."});
  };
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* store = zip_source_buffer_create(nullptr, 0, 0, &error);
  if (store == nullptr) return failed("store");
  zip_t* zip = zip_open_from_source(store, ZIP_TRUNCATE, &error);
  if (zip == nullptr) {
    zip_source_free(store);
    return failed("archive");
  }
  zip_source_keep(store);  // closing the archive lets go of it once
  bool good = true;
  for (const Part& part : parts) {
    zip_source_t* source = zip_source_buffer(zip, part.bytes.data(), part.bytes.size(), 0);
    const zip_int64_t index =
        source == nullptr ? -1 : zip_file_add(zip, part.name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (source != nullptr && index < 0) zip_source_free(source);
    good = good && index >= 0 &&
           zip_file_set_dostime(zip, static_cast<zip_uint64_t>(index), 0, 0x21, 0) == 0;
  }
  std::string out;
  if (!good) zip_discard(zip);
  if (good && zip_close(zip) != 0) {
    zip_discard(zip);
    good = false;
  }
  zip_stat_t about;
  if (good && zip_source_stat(store, &about) == 0 && zip_source_open(store) == 0) {
    out.resize(about.size);
    good = zip_source_read(store, out.data(), out.size()) == static_cast<zip_int64_t>(out.size());
    zip_source_close(store);
  }
  zip_source_free(store);
  if (!good || out.empty()) return failed("parts");
  return out;
}

}  // namespace

std::string xml_text(const pugi::xml_document& document) {
  std::ostringstream out;
  document.save(out, "", pugi::format_raw, pugi::encoding_utf8);
  return out.str();
}

Result<std::string> zipped(const Package& package) {
  const std::string office = kinds;
  return archive({
      {"[Content_Types].xml", content_types()},
      {"_rels/.rels",
       relations({{"rId1", office + "officeDocument", "word/document.xml"},
                  {"rId2",
                   "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
                   "core-properties",
                   "docProps/core.xml"}})},
      {"word/document.xml", package.document},
      {"word/styles.xml", package.styles},
      {"word/header1.xml", package.header},
      {"word/footer1.xml", package.footer},
      {"word/_rels/document.xml.rels",
       relations({{"rIdStyles", office + "styles", "styles.xml"},
                  {"rIdHeader", office + "header", "header1.xml"},
                  {"rIdFooter", office + "footer", "footer1.xml"}})},
      {"docProps/core.xml", properties(package)},
  });
}

}  // namespace lantoa::paper
