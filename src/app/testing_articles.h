// An example of a request, and those that write, approve and withdraw articles of district 1.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "app/testing_world.h"

namespace lantoa::app {

struct Sent {
  std::string path;
  std::map<std::string, std::string> fields;
  std::string file;  // bytes of the file field "tep"; empty: none is sent
  int in = 200;      // status of those let in, beside 200 and 303
  int out = 403;     // status of those kept out, beside 401 and 403
};

// The value of a hidden field of a page.
inline std::string hidden(const std::string& html, const std::string& name) {
  const std::string before = "name=\"" + name + "\" value=\"";
  const std::size_t begin = html.find(before);
  if (begin == std::string::npos) return {};
  const std::size_t from = begin + before.size();
  return html.substr(from, html.find('"', from) - from);
}

// An access token of the visitor, or of somebody else where he has no account.
inline city::TokenNo access_token(TestingWorld& world, const Visitor& visitor) {
  const std::string owner = visitor.role ? visitor.actor : world.keeper;
  const city::AccountNo account{*city::identity::number_in(owner, "account/")};
  const Date until = world.states().calendar.today() + 30;
  const std::string secret = "lt_" + std::to_string(world.facts()) + "-of-at-least-22-letters";
  world.identity(
      city::identity::IssueToken{account, "Phần mềm mẫu", {city::Scope::Read}, until, secret},
      owner);
  return city::TokenNo{world.states().identity.tokens()};
}

using Example = std::function<Sent(TestingWorld&, const Visitor&)>;

inline Example page(std::string path) {
  return [path = std::move(path)](TestingWorld&, const Visitor&) { return Sent{path, {}, {}}; };
}

template <class No>
std::string at(const std::string& before, No no, const std::string& after = {}) {
  return before + std::to_string(no.value) + after;
}

inline std::map<std::string, std::string> article_fields(const std::string& version = {}) {
  return {{"tieu-de", "Bài mẫu"}, {"sapo", "Mở đầu"}, {"noi-dung", "Nội dung"},
          {"tac-gia", "Tác giả"}, {"don-vi", "3"},    {"ban", version}};
}

// A draft of an article with a picture that its text shows; published when `approved`.
inline city::ImageNo article_picture(TestingWorld& world, bool approved) {
  const city::ArticleNo no = world.draft_article(false);
  const std::string blob = *world.app().blobs.put(city::testing::small_picture());
  world.content(world.drafter, city::content::AddImage{no, "Hai màu", blob, blob, 16, 16});
  const city::ImageNo image{world.states().content.images()};
  city::content::Draft draft{{"Bài có ảnh", "Mở đầu",
                              "![Hai màu](" + city::content::image_address(image) + ")", "Tác giả"},
                             {},
                             {},
                             true};
  draft.blob = *world.app().blobs.put(encode(draft.text));
  world.content(world.drafter, city::content::EditArticle{no, 1, draft});
  if (approved) world.content(world.approver, city::content::ApproveArticle{no, 2});
  return image;
}

inline const std::map<std::string, Example>& article_forms() {
  static const std::map<std::string, Example> all{
      {"POST /bai-viet/moi",
       [](TestingWorld&, const Visitor&) { return Sent{"/bai-viet/moi", article_fields(), {}}; }},
      {"POST /bai-viet/xem-truoc",
       [](TestingWorld&, const Visitor&) {
         return Sent{"/bai-viet/xem-truoc", article_fields(), {}};
       }},
      {"POST /bai-viet/{article}/anh",
       [](TestingWorld& world, const Visitor&) {
         auto fields = article_fields("1");
         fields["mo-ta-anh"] = "Hai màu";
         return Sent{at("/bai-viet/", world.draft_article(false), "/anh"), fields,
                     city::testing::small_picture()};
       }},
      {"POST /bai-viet/{article}/duyet",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/bai-viet/", world.draft_article(true), "/duyet"), {{"ban", "1"}}, {}};
       }},
      {"POST /bai-viet/{article}/gui-duyet",
       [](TestingWorld& world, const Visitor&) {
         return Sent{
             at("/bai-viet/", world.draft_article(false), "/gui-duyet"), {{"ban", "1"}}, {}};
       }},
      {"POST /bai-viet/{article}/hen-gio",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/bai-viet/", world.draft_article(true), "/hen-gio"),
                     {{"ban", "1"}, {"ngay", "30/06/2021"}, {"gio", "07:30"}},
                     {}};
       }},
      {"POST /bai-viet/{article}/hen-gio/bo",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/bai-viet/", world.scheduled_article(), "/hen-gio/bo"), {}, {}};
       }},
      {"POST /bai-viet/{article}/khan-cap",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/bai-viet/", world.draft_article(false), "/khan-cap"),
                     {{"ban", "1"}, {"vi-sao-gap", "Nước lên nhanh"}},
                     {}};
       }},
      {"POST /bai-viet/{article}/khan-cap/duyet",
       [](TestingWorld& world, const Visitor&) {
         return Sent{
             at("/bai-viet/", world.emergency_article(), "/khan-cap/duyet"), {{"ban", "1"}}, {}};
       }},
      {"POST /bai-viet/{article}/khoi-phuc",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/bai-viet/", world.article_of_two_versions(), "/khoi-phuc"),
                     {{"ban", "1"}, {"moi-nhat", "2"}},
                     {}};
       }},
      {"POST /bai-viet/{article}/sua",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/bai-viet/", world.draft_article(false), "/sua"), article_fields("1"), {}};
       }},
      {"POST /bai-viet/{article}/thu-hoi",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/bai-viet/", world.published_article(), "/thu-hoi"),
                     {{"ly-do", "Wrong"}, {"giai-thich", "Nhầm"}},
                     {}};
       }},
      {"POST /bai-viet/{article}/thu-hoi/bo",
       [](TestingWorld& world, const Visitor&) {
         return Sent{
             at("/bai-viet/", world.article_to_withdraw(), "/thu-hoi/bo"), {{"de-xuat", "1"}}, {}};
       }},
      {"POST /bai-viet/{article}/thu-hoi/xac-nhan",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/bai-viet/", world.article_to_withdraw(), "/thu-hoi/xac-nhan"),
                     {{"de-xuat", "1"}},
                     {}};
       }},
      {"POST /lich-lam-viec/ghi",
       [](TestingWorld& world, const Visitor&) {
         return Sent{"/lich-lam-viec/ghi",
                     {{"tu-ngay", "04/09/2021"},
                      {"loai", "lam"},
                      {"ten", "Ngày mẫu " + std::to_string(world.facts())},
                      {"can-cu", "Thông báo mẫu"}},
                     {}};
       }},
      {"POST /van-ban/moi",
       [](TestingWorld& world, const Visitor&) {
         return Sent{"/van-ban/moi",
                     {{"so", std::to_string(world.facts()) + "/2021/TT-BTP"},
                      {"trich-yeu", "Thông tư mẫu"},
                      {"ban-hanh", "12/05/2021"}},
                     {}};
       }},
      {"POST /van-ban/{document}/hieu-luc",
       [](TestingWorld& world, const Visitor&) {
         return Sent{at("/van-ban/", world.document(), "/hieu-luc"),
                     {{"ban", "1"}, {"het-hieu-luc", "01/06/2021"}, {"can-cu", "Điều 1"}},
                     {}};
       }},
  };
  return all;
}

}  // namespace lantoa::app
