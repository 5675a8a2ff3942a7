// What the portal says about itself: what it is, how to reach whoever runs it, what it keeps of its
// readers, how far everybody can use it, where everything is.
#include <boost/describe.hpp>

#include "city/portal/plain_page.h"
#include "platform/session/session.h"

namespace lantoa::city::portal {
namespace {

constexpr std::int64_t hour_ms = 60LL * 60 * 1'000;

struct AboutView {
  static constexpr std::string_view tpl = "src/city/portal/about.tpl";
};
BOOST_DESCRIBE_STRUCT(AboutView, (), ())

// The times are those that the software keeps; that of comments is compared by app/privacy_test.cc.
struct PrivacyView {
  static constexpr std::string_view tpl = "src/city/portal/privacy.tpl";
  std::uint32_t idle_hours = session::idle_ms_max / hour_ms;
  std::uint32_t session_hours = session::absolute_ms_max / hour_ms;
};
BOOST_DESCRIBE_STRUCT(PrivacyView, (), (idle_hours, session_hours))

struct AccessibilityView {
  static constexpr std::string_view tpl = "src/city/portal/accessibility.tpl";
};
BOOST_DESCRIBE_STRUCT(AccessibilityView, (), ())

struct ContactView {
  static constexpr std::string_view tpl = "src/city/portal/contact.tpl";
  bool known = false;  // anything was given
  std::optional<std::string> name, address, phone, mailbox;
};
BOOST_DESCRIBE_STRUCT(ContactView, (), (known, name, address, phone, mailbox))

struct Place {
  std::string path;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(Place, (), (path, name))

struct SiteMapView {
  static constexpr std::string_view tpl = "src/city/portal/site_map.tpl";
  std::vector<Place> campaigns;
  std::vector<Place> units;  // that published something
};
BOOST_DESCRIBE_STRUCT(SiteMapView, (), (campaigns, units))

ContactView contact_of(const App::Contact& contact) {
  const auto given = [](const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
  };
  ContactView view{false, given(contact.name), given(contact.address), given(contact.phone),
                   given(contact.mailbox)};
  view.known = view.name || view.address || view.phone || view.mailbox;
  return view;
}

SiteMapView site_map(const Needs& needs) {
  SiteMapView view;
  for (const PlanNo no : needs.plans.issued()) {
    view.campaigns.push_back({campaign_path(no), needs.plans.plan(no).number});
  }
  for (const UnitNo no : publishing_units(needs)) {
    view.units.push_back({unit_path(no), needs.organisation.unit(no).name});
  }
  return view;
}

template <class View>
std::function<View(const Visit&)> always() {
  return [](const Visit&) { return View{}; };
}

}  // namespace

void install_about(App& app, Live& live, Needs needs) {
  install_kept_page(
      app, live,
      {"/gioi-thieu",
       {"Giới thiệu", "About this site"},
       {"Cổng này đưa pháp luật tới từng người, và cho thấy đã tới được ai: bạn tìm được gì ở đây, "
        "vì sao tin được số liệu.",
        "This portal brings the law to everyone and shows how far it has come: what you find here, "
        "and why its figures can be trusted."}},
      always<AboutView>());
  install_kept_page(app, live,
                    {"/quyen-rieng-tu",
                     {"Quyền riêng tư", "Privacy"},
                     {"Cổng lưu gì về người đọc, lưu bao lâu, và không bao giờ theo dõi ai.",
                      "What this portal keeps of its readers, for how long, and that it never "
                      "tracks anybody."}},
                    always<PrivacyView>());
  install_kept_page(
      app, live,
      {"/tro-nang",
       {"Trợ năng", "Accessibility"},
       {"Dùng cổng bằng bàn phím, trình đọc màn hình, chữ to hay không có JavaScript: đã làm được "
        "gì, còn thiếu gì.",
        "Using this portal by keyboard, with a screen reader, in large text or without JavaScript: "
        "what works and what is missing."}},
      always<AccessibilityView>());
  install_kept_page<ContactView>(
      app, live,
      {"/lien-he",
       {"Liên hệ", "Contact"},
       {"Liên hệ với cơ quan vận hành cổng phổ biến pháp luật của thành phố Hà Nội.",
        "How to reach the body that runs Hà Nội's portal on the law."}},
      [&app](const Visit&) { return contact_of(app.contact); });
  install_kept_page<SiteMapView>(app, live,
                                 {"/so-do",
                                  {"Sơ đồ trang", "Site map"},
                                  {"Mọi mục của cổng phổ biến pháp luật thành phố Hà Nội trên một "
                                   "trang.",
                                   "Every section of Hà Nội's portal on the law on one page."}},
                                 [needs](const Visit&) { return site_map(needs); });
}

}  // namespace lantoa::city::portal
