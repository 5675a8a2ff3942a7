// The button that publishes, with what its presser has to know before: which links lead nowhere,
// and for a correction what changes. A part of the article's page, above its text and below it.
#pragma once

#include "city/content/preview.h"

namespace lantoa::city::content {

struct LinkFaults {
  Text words;  // "1 liên kết hỏng, 2 địa chỉ không bấm được"
};
BOOST_DESCRIBE_STRUCT(LinkFaults, (), (words))

struct Correction {
  std::string address;  // of the comparison
  std::string published;
};
BOOST_DESCRIBE_STRUCT(Correction, (), (address, published))

struct ApproveForm {
  static constexpr std::string_view tpl = "src/city/content/approve_form.tpl";
  FormKeys keys;
  std::string action;
  std::string version;
  std::optional<LinkFaults> link_faults;
  std::optional<Correction> correction;
};
BOOST_DESCRIBE_STRUCT(ApproveForm, (), (keys, action, version, link_faults, correction))

struct ApproveBox {
  ApproveForm approve_form;
};
BOOST_DESCRIBE_STRUCT(ApproveBox, (), (approve_form))

// For the newest version, of which `preview` is.
ApproveBox approve_box(const Visit& visit, const Article& article, const Preview& preview);

}  // namespace lantoa::city::content
