// For each route an example of a request that succeeds if its sender may send it: fresh objects of
// district 1 and a whole form.
#pragma once

#include <map>
#include <string>

#include "app/testing_activities.h"
#include "app/testing_api.h"
#include "app/testing_articles.h"
#include "app/testing_comments.h"
#include "app/testing_groups.h"
#include "app/testing_guidance.h"
#include "app/testing_law.h"
#include "app/testing_mails.h"
#include "app/testing_plans.h"
#include "app/testing_speakers.h"
#include "app/testing_statistics.h"
#include "app/testing_units.h"
#include "app/testing_webpages.h"

namespace lantoa::app {

inline std::string units_file(TestingWorld& world) {
  const std::string number = std::to_string(world.facts());
  return "code,parent,name,kind\n9" + number + ",002,Phường mới " + number + ",Phường\n";
}

inline std::string people_file(TestingWorld& world) {
  return "name,unit\nNgười Mới " + std::to_string(world.facts()) + ",002\n";
}

inline Sent import_units(TestingWorld& world, const Visitor& visitor) {
  const auto seen = world.send(visitor, "/don-vi/nhap/xem-truoc", {}, units_file(world));
  return {"/don-vi/nhap", {{"tep", hidden(seen.body, "tep")}}, {}, 200, 409};
}

// Of full texts of documents.
inline const std::map<std::string, Example>& text_examples() {
  const auto shown = [](std::string after) -> Example {
    return [after = std::move(after)](TestingWorld& world, const Visitor&) {
      return Sent{at("/van-ban/", document_with_text(world), "/toan-van" + after)};
    };
  };
  const auto waiting = [](std::string after, std::map<std::string, std::string> fields) -> Example {
    return [after = std::move(after), fields = std::move(fields)](TestingWorld& world,
                                                                  const Visitor&) {
      return Sent{at("/van-ban/", document_with_waiting_text(world), "/toan-van/ban/1" + after),
                  fields};
    };
  };
  static const std::map<std::string, Example> all{
      {"GET  /van-ban/{document}/toan-van", shown("")},
      {"GET  /van-ban/{document}/toan-van/{provision}", shown("/dieu-1")},
      {"GET  /van-ban/{document}/toan-van/ban/{edition}", shown("/ban/1")},
      {"GET  /van-ban/{document}/toan-van/dua-len", shown("/dua-len")},
      {"POST /van-ban/{document}/toan-van/dua-len",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/van-ban/", world.document(), "/toan-van/dua-len"),
                     {{"van-ban", full_text}, {"nguon", "Công báo mẫu"}}};
       }},
      {"POST /van-ban/{document}/toan-van/ban/{edition}/duyet", waiting("/duyet", {})},
      {"POST /van-ban/{document}/toan-van/ban/{edition}/tra-lai",
       waiting("/tra-lai", {{"ly-do", "Thiếu một điều"}})},
  };
  return all;
}

inline Sent import_people(TestingWorld& world, const Visitor& visitor);  // needs a preview first

inline const std::map<std::string, Example>& pages() {
  static const std::map<std::string, Example> all{
      {"GET  /", page("/")},
      {"GET  /anh/{image}",
       [](TestingWorld& world, const Visitor&) {
         return Sent{city::content::image_address(article_picture(world, true))};
       }},
      {"GET  /anh/{image}/nho",
       [](TestingWorld& world, const Visitor&) {
         return Sent{city::content::image_address(article_picture(world, true)) + "/nho"};
       }},
      {"GET  /bai", page("/bai")},
      {"GET  /bai-viet", page("/bai-viet")},
      {"GET  /bai-viet/moi", page("/bai-viet/moi")},
      {"GET  /bai-viet/{article}", page("/bai-viet/1")},
      {"GET  /bai-viet/{article}/dung-o-dau", page("/bai-viet/1/dung-o-dau")},
      {"GET  /bai-viet/{article}/so-sanh", page("/bai-viet/1/so-sanh")},
      {"GET  /bai-viet/{article}/sua", page("/bai-viet/1/sua")},
      {"GET  /bai/{article}/luu", page("/bai/1/luu")},
      {"GET  /bai/{article}", page("/bai/1-bai-mau")},
      {"GET  /ban-lam-viec", page("/ban-lam-viec")},
      {"GET  /chien-dich", page("/chien-dich")},
      {"GET  /chien-dich/{plan}", page("/chien-dich/1")},
      {"GET  /co-quan", page("/co-quan")},
      {"GET  /co-quan/cay", page("/co-quan/cay")},
      {"GET  /co-quan/{unit}", page("/co-quan/3")},
      {"GET  /gioi-thieu", page("/gioi-thieu")},
      {"GET  /lap-trinh", page("/lap-trinh")},
      {"GET  /lich-lam-viec", page("/lich-lam-viec")},
      {"GET  /lich-lam-viec/ghi", page("/lich-lam-viec/ghi")},
      {"GET  /lien-he", page("/lien-he")},
      {"GET  /quyen-rieng-tu", page("/quyen-rieng-tu")},
      {"GET  /so-do", page("/so-do")},
      {"GET  /thiet-ke", page("/thiet-ke")},
      {"GET  /tro-nang", page("/tro-nang")},
      {"GET  /chien-dich/{plan}/tin/{format}", page("/chien-dich/1/tin/atom.xml")},
      {"GET  /co-quan/{unit}/tin/{format}", page("/co-quan/1/tin/rss.xml")},
      {"GET  /cua-toi", page("/cua-toi")},
      {"GET  /cua-toi/{item}", page("/cua-toi/1")},
      {"GET  /dang-nhap", page("/dang-nhap")},
      {"GET  /do-phu", page("/do-phu")},
      {"GET  /do-phu/{item}/so-sanh", page("/do-phu/1/so-sanh?loai=phuong")},
      {"GET  /do-phu/{item}/{unit}", page("/do-phu/1/3")},
      {"GET  /do-phu/{item}/{unit}/chua-doc", page("/do-phu/1/3/chua-doc")},
      {"GET  /do-phu/{item}/{unit}/ghi-nhan", page("/do-phu/1/3/ghi-nhan")},
      {"GET  /don-doc", page("/don-doc")},
      {"GET  /don-vi", page("/don-vi")},
      {"GET  /don-vi/nhap", page("/don-vi/nhap")},
      {"GET  /don-vi/{unit}", page("/don-vi/3")},
      {"GET  /healthz", page("/healthz")},
      {"GET  /ke-hoach", page("/ke-hoach")},
      {"GET  /ke-hoach/doc-bai", page("/ke-hoach/doc-bai")},
      {"GET  /ke-hoach/doc-bai/xem",
       [](TestingWorld& world, const Visitor&) {
         return Sent{"/ke-hoach/doc-bai/xem?tep=" + *world.app().blobs.put(text_to_read), {}, {}};
       }},
      {"GET  /ke-hoach/moi", page("/ke-hoach/moi")},
      {"GET  /ke-hoach/{plan}", page("/ke-hoach/1")},
      {"GET  /ke-hoach/{plan}/nguon", page("/ke-hoach/1/nguon")},
      {"GET  /ke-hoach/{plan}/nhiem-vu", page("/ke-hoach/1/nhiem-vu?don-vi=3")},
      {"GET  /ke-hoach/{plan}/nhiem-vu/{task}", page("/ke-hoach/1/nhiem-vu/1")},
      {"GET  /ma-truy-cap", page("/ma-truy-cap")},
      {"GET  /ngon-ngu/{lang}", page("/ngon-ngu/en")},
      {"GET  /nguoi", page("/nguoi")},
      {"GET  /nguoi/nhap", page("/nguoi/nhap")},
      {"GET  /nhiem-vu", page("/nhiem-vu")},
      {"GET  /robots.txt", page("/robots.txt")},
      {"GET  /sitemap.xml", page("/sitemap.xml")},
      {"GET  /so-cai/cach-kiem-tra", page("/so-cai/cach-kiem-tra")},
      {"GET  /so-cai/diem-ky", page("/so-cai/diem-ky")},
      {"GET  /so-cai/diem-ky/moi-nhat", page("/so-cai/diem-ky/moi-nhat")},
      {"GET  /so-cai/diem-ky/noi-tiep",
       [](TestingWorld& world, const Visitor&) {
         const std::uint64_t size = world.states().checkpoint.newest()->size();
         return Sent{"/so-cai/diem-ky/noi-tiep?tu=" + std::to_string(size), {}, {}};
       }},
      {"GET  /so-cai/diem-ky/{checkpoint}", page("/so-cai/diem-ky/1")},
      {"GET  /so-cai/khoa/{checkpoint}", page("/so-cai/khoa/1")},
      {"GET  /so-cai/khoa", page("/so-cai/khoa")},
      {"GET  /so-lieu", page("/so-lieu")},
      {"GET  /so-lieu/moi", page("/so-lieu/moi?muc=1&don-vi=3")},
      {"GET  /so-lieu/{figure}",
       [](TestingWorld& world, const Visitor&) { return Sent{at("/so-lieu/", world.figure())}; }},
      {"GET  /so-lieu/{figure}/bang-chung",
       [](TestingWorld& world, const Visitor&) {
         const city::FigureNo figure = world.figure();
         world.house().run_couriers();  // signs the ledger
         return Sent{at("/so-lieu/", figure, "/bang-chung")};
       }},
      {"GET  /so-lieu/{figure}/ghi-nhan",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/so-lieu/", world.figure(), "/ghi-nhan")};
       }},
      {"GET  /so-lieu/{figure}/xuat",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/so-lieu/", world.figure(), "/xuat")};
       }},
      {"GET  /so-sanh/{plan}", page("/so-sanh/1")},
      {"GET  /su-kien/do-phu/{item}/{unit}", page("/su-kien/do-phu/1/3")},
      {"GET  /tin/{format}", page("/tin/feed.json")},
      {"GET  /tai-khoan/doi-mat-khau", page("/tai-khoan/doi-mat-khau")},
      {"GET  /tim", page("/tim?q=phuong")},
      {"GET  /tim/goi-y", page("/tim/goi-y?q=phuong")},
      {"GET  /van-ban", page("/van-ban")},
      {"GET  /van-ban/moi", page("/van-ban/moi")},
      {"GET  /n/{token}",
       [](TestingWorld& world, const Visitor&) {
         const std::string token = "token-" + std::to_string(world.facts()) + "-of-at-least-22";
         world.identity(city::identity::IssueLinks{{{world.person("002"), token}}});
         return Sent{"/n/" + token, {}, {}};
       }},
      {"GET  /nguoi/{person}",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/nguoi/", world.person("002")), {}, {}};
       }},
      {"GET  /nguoi/{person}/phieu",
       [](TestingWorld& world, const Visitor& visitor) {
         const city::PersonNo person = world.person("002");
         world.send(visitor, at("/nguoi/", person, "/lien-ket"));
         return Sent{at("/nguoi/", person, "/phieu"), {}, {}};
       }},
      {"GET  /tai-khoan/{account}",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/tai-khoan/", world.account("002")), {}, {}};
       }},
      {"GET  /van-ban/{document}/bai",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/van-ban/", world.document(), "/bai")};
       }},
      {"GET  /van-ban/{document}/tin/{format}",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/van-ban/", world.document(), "/tin/rss.xml")};
       }},
      {"GET  /van-ban/{document}",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/van-ban/", world.document()), {}, {}};
       }},
  };
  return all;
}

inline const std::map<std::string, Example>& reach_forms() {
  static const std::map<std::string, Example> all{
      {"POST /cua-toi/{item}/xac-nhan",
       [](TestingWorld&, const Visitor&) {
         return Sent{"/cua-toi/1/xac-nhan", {{"understood", "1"}, {"version", "1"}}, {}};
       }},
      {"POST /do-phu/{item}/ghi-nhan/{receipt}/dinh-chinh",
       [](TestingWorld& world, const Visitor&) {
         const auto [seq, person] = world.receipt();
         return Sent{"/do-phu/1/ghi-nhan/" + std::to_string(seq) + "/dinh-chinh",
                     {{"person", std::to_string(person.value)}, {"reason", "Nhầm"}},
                     {}};
       }},
      {"POST /do-phu/{item}/{unit}/chua-doc/xem", page("/do-phu/1/3/chua-doc/xem")},
      {"POST /do-phu/{item}/{unit}/ghi-thay",
       [](TestingWorld& world, const Visitor&) {
         return Sent{"/do-phu/1/3/ghi-thay",
                     {{at("p", world.person("002")), "1"}, {"on", "12/05/2021"}},
                     {}};
       }},
  };
  return all;
}

inline const std::map<std::string, Example>& figure_forms() {
  static const std::map<std::string, Example> all{
      {"POST /so-lieu",
       [](TestingWorld& world, const Visitor&) {
         world.receipt();  // so that the figure is a new one
         return Sent{"/so-lieu", {{"muc", "1"}, {"don-vi", "3"}}, {}};
       }},
  };
  return all;
}

inline const std::map<std::string, Example>& people_forms() {
  static const std::map<std::string, Example> all{
      {"POST /dang-nhap",
       [](TestingWorld&, const Visitor&) {
         return Sent{"/dang-nhap", {{"login", ""}, {"password", ""}}, {}, 422};
       }},
      {"POST /dang-xuat", page("/dang-xuat")},
      {"POST /don-vi/nhap", import_units},
      {"POST /don-vi/nhap/xem-truoc",
       [](TestingWorld& world, const Visitor&) {
         return Sent{"/don-vi/nhap/xem-truoc", {}, units_file(world)};
       }},
      {"POST /ma-truy-cap",
       [](TestingWorld& world, const Visitor&) {
         const Date until = world.states().calendar.today() + 30;
         return Sent{"/ma-truy-cap",
                     {{"ten", "Phần mềm mẫu"},
                      {"pham-vi-read", "1"},
                      {"han", vietnamese(until)},
                      {"current", std::string(testing_password)}},
                     {}};
       }},
      {"POST /ma-truy-cap/{token}/thu-hoi",
       [](TestingWorld& world, const Visitor& visitor) {
         return Sent{at("/ma-truy-cap/", access_token(world, visitor), "/thu-hoi"), {}, {}};
       }},
      {"POST /nguoi/nhap/xem-truoc",
       [](TestingWorld& world, const Visitor&) {
         return Sent{"/nguoi/nhap/xem-truoc", {}, people_file(world), 200, 422};
       }},
      {"POST /nguoi/nhap", import_people},
      {"POST /nguoi/{person}/chuyen",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/nguoi/", world.person("002"), "/chuyen"), {{"don-vi", "00011"}}, {}};
       }},
      {"POST /nguoi/{person}/lien-ket",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/nguoi/", world.person("002"), "/lien-ket"), {}, {}};
       }},
      {"POST /nguoi/{person}/roi",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/nguoi/", world.person("002"), "/roi"), {}, {}};
       }},
      {"POST /nguoi/{person}/tai-khoan",
       [](TestingWorld& world, const Visitor&) {
         const city::PersonNo person = world.person("002");
         return Sent{at("/nguoi/", person, "/tai-khoan"),
                     {{"login", at("moi", person)}, {"password", "mật khẩu đủ dài"}},
                     {}};
       }},
      {"POST /tai-khoan/{account}/de-nghi",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/tai-khoan/", world.account("002"), "/de-nghi"),
                     {{"vai-tro", "Auditor"}, {"don-vi", "002"}},
                     {}};
       }},
      {"POST /tai-khoan/{account}/dong",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/tai-khoan/", world.account("002"), "/dong"), {}, {}};
       }},
      {"POST /tai-khoan/{account}/mat-khau",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/tai-khoan/", world.account("002"), "/mat-khau"),
                     {{"password", "mật khẩu tạm thời"}},
                     {}};
       }},
      // With a wrong present password, so that the visitor keeps his own.
      {"POST /tai-khoan/doi-mat-khau",
       [](TestingWorld&, const Visitor&) {
         return Sent{"/tai-khoan/doi-mat-khau",
                     {{"current", "sai"}, {"password", "mật khẩu mới"}, {"again", "mật khẩu mới"}},
                     {},
                     422};
       }},
      {"POST /tai-khoan/{account}/thu-hoi",
       [](TestingWorld& world, const Visitor&) {
         world.officer(city::Role::Auditor, "002");
         const city::AccountNo last{world.states().identity.accounts()};
         return Sent{
             at("/tai-khoan/", last, "/thu-hoi"), {{"vai-tro", "Auditor"}, {"so-don-vi", "3"}}, {}};
       }},
      {"POST /tai-khoan/{account}/xac-nhan",
       [](TestingWorld& world, const Visitor&) {
         const city::AccountNo account = world.account("002");
         world.identity(city::identity::ProposeRole{account, {city::Role::Auditor, district}},
                        world.keeper);
         return Sent{at("/tai-khoan/", account, "/xac-nhan"),
                     {{"vai-tro", "Auditor"}, {"so-don-vi", "3"}},
                     {}};
       }},
  };
  return all;
}

inline const std::map<std::string, Example>& comment_examples() {
  const auto of_comment = [](const std::string& before, const std::string& after,
                             std::map<std::string, std::string> fields = {}) -> Example {
    return [=](TestingWorld& world, const Visitor&) {
      return Sent{at(before, comment(world).no, after), fields};
    };
  };
  static const std::map<std::string, Example> all{
      {"GET  /bai/{article}/gop-y", page("/bai/1/gop-y")},
      {"GET  /bai/{article}/y-kien", page("/bai/1/y-kien")},
      {"GET  /bai/{article}/danh-gia", page("/bai/1/danh-gia?co-ich=khong")},
      {"GET  /bai/{article}/danh-gia/cam-on", page("/bai/1/danh-gia/cam-on")},
      {"GET  /bai-viet/{article}/danh-gia", page("/bai-viet/1/danh-gia")},
      {"POST /bai/{article}/danh-gia",
       [](TestingWorld& world, const Visitor&) {
         return Sent{"/bai/1/danh-gia",
                     {{"co-ich", "khong"},
                      {"ly-do", "kho-hieu"},
                      {"noi-ro", "Nhiều chữ viết tắt"},
                      {"khoa", rating_token(world, city::ArticleNo{1})}}};
       }},
      {"GET  /gop-y", page("/gop-y")},
      {"GET  /gop-y/da-nhan",
       [](TestingWorld& world, const Visitor&) {
         return Sent{"/gop-y/da-nhan?phieu=" + comment(world).token};
       }},
      {"GET  /gop-y/{code}",
       [](TestingWorld& world, const Visitor&) { return Sent{"/gop-y/" + comment(world).code}; }},
      {"GET  /y-kien", page("/y-kien")},
      {"GET  /y-kien/{comment}", of_comment("/y-kien/", "")},
      {"GET  /y-kien/{comment}/dien-thoai", of_comment("/y-kien/", "/dien-thoai")},
      {"GET  /cau-hoi", page("/cau-hoi")},
      {"GET  /cau-hoi/{comment}",
       [](TestingWorld& world, const Visitor&) { return Sent{at("/cau-hoi/", question(world))}; }},
      {"POST /bai/{article}/gop-y",
       [](TestingWorld& world, const Visitor&) {
         return Sent{"/bai/1/gop-y",
                     comment_fields(world, comment_token(world, city::ArticleNo{1}))};
       }},
      {"POST /gop-y/xoa",
       [](TestingWorld& world, const Visitor&) {
         return Sent{"/gop-y/xoa", {{"ma", comment(world).code}}};
       }},
      {"POST /y-kien/{comment}/dang", of_comment("/y-kien/", "/dang", {{"ban", "1"}})},
      {"POST /y-kien/{comment}/tu-choi",
       of_comment("/y-kien/", "/tu-choi",
                  {{"ban", "1"}, {"ly-do", "lac-de"}, {"giai-thich", "Không về bài này"}})},
      {"POST /y-kien/{comment}/tra-lai",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/y-kien/", published_comment(world), "/tra-lai"), {{"ban", "2"}}};
       }},
      {"POST /y-kien/{comment}/chuyen",
       of_comment("/y-kien/", "/chuyen", {{"ban", "1"}, {"don-vi", "3"}, {"so-ngay", "10"}})},
      {"POST /cau-hoi/{comment}/tra-loi",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/cau-hoi/", question(world), "/tra-loi"),
                     {{"ban", "2"}, {"tra-loi", "Có."}}};
       }},
  };
  return all;
}

inline Sent import_people(TestingWorld& world, const Visitor& visitor) {
  const http::Response preview =
      world.send(visitor, "/nguoi/nhap/xem-truoc", {}, people_file(world));
  return {"/nguoi/nhap", {{"tep", hidden(preview.body, "tep")}}, {}, 200, 409};
}

// By the route's line in the table of routes: "GET  /bai/{article}".
inline std::map<std::string, Example> examples() {
  std::map<std::string, Example> all;
  for (const auto* some : {&pages(),
                           &article_forms(),
                           &plan_forms(),
                           &reach_forms(),
                           &figure_forms(),
                           &people_forms(),
                           &comment_examples(),
                           &mail_examples(),
                           &text_examples(),
                           &unit_examples(),
                           &activity_examples(),
                           &statistics_examples(),
                           &attendance_examples(),
                           &published_examples(),
                           &narrative_examples(),
                           &webpage_examples(),
                           &speaker_examples(),
                           &guidance_examples(),
                           &group_examples(),
                           &api_group_examples(),
                           &api_looks(),
                           &api_plan_acts(),
                           &api_amendment_acts(),
                           &api_unit_acts()}) {
    all.insert(some->begin(), some->end());
  }
  return all;
}

}  // namespace lantoa::app
