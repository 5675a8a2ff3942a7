#include "city/paper_file.h"

#include "platform/html/view.h"

namespace lantoa::city {

paper::Paper paper_on(const Letterhead& head, std::uint64_t position, Date today) {
  paper::Paper out;
  out.parent = head.parent;
  out.issuer = head.issuer;
  out.place = head.place;
  out.signature = head.signature;
  out.source = "Lập từ sổ cái Lan Tỏa tới sự kiện số " +
               html::grouped(position, Language::Vietnamese) + ", ngày " + vietnamese(today);
  out.made = today;
  return out;
}

Result<http::Response> paper_file(const Visit& visit, const paper::Paper& paper,
                                  const std::string& name) {
  if (visit.query("dang") == "docx") {
    TRY_ASSIGN(std::string bytes, paper::docx(paper));
    return http::file(std::move(bytes),
                      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                      name + ".docx");
  }
  TRY_ASSIGN(std::string bytes, paper::pdf(paper));
  return http::file(std::move(bytes), "application/pdf", name + ".pdf");
}

}  // namespace lantoa::city
