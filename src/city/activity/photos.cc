// The pictures of an activity: their bytes, adding one, erasing one after a question.
#include <boost/describe.hpp>

#include "city/activity/activity.h"
#include "city/activity/photo.h"
#include "city/activity/words.h"
#include "platform/image/image.h"

namespace lantoa::city::activity {
namespace {

struct EraseView {
  static constexpr std::string_view tpl = "src/city/activity/photo_erase.tpl";
  FormKeys keys;
  std::string action, back;
  std::string address;  // of the small picture
  std::string width, height;
  Field reason;
};
BOOST_DESCRIBE_STRUCT(EraseView, (), (keys, action, back, address, width, height, reason))

struct Named {
  ActivityNo activity;
  PhotoNo photo;
};

Result<Named> named(const Visit& visit) {
  Named out;
  TRY_ASSIGN(out.activity, visit.number<ActivityNo>("activity"));
  TRY_ASSIGN(out.photo, visit.number<PhotoNo>("photo"));
  return out;
}

struct Found {
  Photo photo;
  std::string heading;  // of the activity
};

Result<Found> find(const State& state, const Needs& needs, const Visit& visit, Right right) {
  TRY_ASSIGN(const Named no, named(visit));
  TRY_ASSIGN(const Activity* activity, state.find(no.activity));
  TRY(needs.organisation.require(visit.actor, right, activity->unit));
  TRY_ASSIGN(const Photo* photo, find_photo(state, no.activity, no.photo));
  return Found{*photo, heading_of(activity->record, visit.language)};
}

void install_bytes(App& app, const State& state, const Needs& needs, const char* path,
                   PhotoSize size) {
  app.routes.get(path, Right::SeePlans,
                 [&app, &state, needs, size](const Visit& visit) -> Result<http::Response> {
                   TRY_ASSIGN(const Found found, app.engine.read([&] {
                     return find(state, needs, visit, Right::SeePlans);
                   }));
                   http::Response response;
                   TRY_ASSIGN(response.body, photo_bytes(app, found.photo, size));
                   TRY_ASSIGN(const image::Header header, image::read_header(response.body));
                   response.with("Content-Type", std::string(image::media_type(header.kind)));
                   return response;
                 });
}

void install_erase(App& app, const State& state, const Needs& needs) {
  const std::string path = "/hoat-dong/{activity}/anh/{photo}/xoa";
  const Page page = [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
    TRY_ASSIGN(const Found found,
               app.engine.read([&] { return find(state, needs, visit, Right::ReportTask); }));
    const ActivityNo activity = found.photo.activity;
    const PhotoRow row = photo_row(found.photo);
    const EraseView view{form_keys(visit), row.erase,  address_of(activity),        row.small,
                         row.width,        row.height, field(visit, fields::reason)};
    const Text activities{"Hoạt động", "Activities"};
    const Text heading{"Xóa ảnh minh chứng", "Erase a picture"};
    return app.show(visit, heading, view,
                    {{activities.in(visit.language), "/hoat-dong"},
                     {found.heading, address_of(activity)},
                     {heading.in(visit.language), {}}});
  };
  app.routes.get(path, Right::ReportTask, page);
  app.routes.post(
      path, Right::ReportTask,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const Named no, named(visit));
        return make_order(
            state, needs,
            ErasePhoto{no.activity, no.photo, std::string(visit.typed(fields::reason))});
      },
      page);
}

}  // namespace

PhotoRow photo_row(const Photo& photo) {
  const std::string address = address_of(photo.activity) + "/anh/" + std::to_string(photo.no.value);
  const std::uint32_t width = std::min(photo.width, image::small_width_max);
  const std::uint64_t height = std::uint64_t{photo.height} * width / photo.width;
  return {address,
          address + "/nho",
          address + "/xoa",
          std::to_string(photo.no.value),
          std::to_string(width),
          std::to_string(height),
          false};
}

void install_photos(App& app, const State& state, Needs needs) {
  install_bytes(app, state, needs, "/hoat-dong/{activity}/anh/{photo}", PhotoSize::Large);
  install_bytes(app, state, needs, "/hoat-dong/{activity}/anh/{photo}/nho", PhotoSize::Small);
  install_erase(app, state, needs);
  const Page again = app.routes.find(http::Method::Get, "/hoat-dong/1").route->page;
  app.routes.post(
      "/hoat-dong/{activity}/anh", Right::ReportTask,
      [&app, &state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const ActivityNo no, visit.number<ActivityNo>("activity"));
        // Asked here too, before a picture is drawn for somebody who may not add it.
        TRY(app.engine.read([&]() -> Result<void> {
          TRY_ASSIGN(const Activity* activity, state.find(no));
          return needs.organisation.require(visit.actor, Right::ReportTask, activity->unit);
        }));
        auto photo = typed_photo(app, visit);
        if (!photo) return problem(Code::Invalid, photo.error().text, fields::photo);
        if (!*photo) {
          return problem(Code::Invalid, {"Hãy chọn tệp ảnh.", "Choose a picture."}, fields::photo);
        }
        return make_order(state, needs, AddPhoto{no, **std::move(photo)});
      },
      again, Share::Pictures);
}

}  // namespace lantoa::city::activity
