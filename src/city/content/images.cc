// The bytes of pictures: for everybody while a published version shows them, for officers of the
// unit before and after.
#include "city/content/content.h"
#include "platform/http/negotiate.h"
#include "platform/image/image.h"

namespace lantoa::city::content {
namespace {

enum class Size { Large, Small };

// The bytes under an address never change, but what was withdrawn is to be gone from caches soon.
constexpr const char* for_everybody = "public, max-age=86400, immutable";
constexpr const char* for_officers = "private, no-store";

struct Found {
  std::string blob;
  bool is_public = false;
};

// To others a picture of a draft is no more known than a number that was never given.
Result<Found> find(const State& state, const Needs& needs, ImageNo no, Size size,
                   const Actor& actor) {
  TRY_ASSIGN(const Image* image, state.find(no));
  const bool is_public = state.is_public(*image);
  const UnitNo unit = state.article(image->article).unit;
  if (!is_public && !needs.organisation.allows(actor, Right::Work, unit)) {
    return tl::unexpected(state.find(ImageNo{}).error());
  }
  return Found{size == Size::Large ? image->large : image->small, is_public};
}

Result<http::Response> show(const App& app, const State& state, const Needs& needs, Size size,
                            const Visit& visit) {
  TRY_ASSIGN(const ImageNo no, visit.number<ImageNo>("image"));
  TRY_ASSIGN(const Found found,
             app.engine.read([&] { return find(state, needs, no, size, visit.actor); }));
  const std::string etag = "\"" + found.blob + "\"";
  http::Response response;
  response.with("Cache-Control", found.is_public ? for_everybody : for_officers);
  response.with("ETag", etag);
  if (http::has_copy(visit.request, etag)) {
    response.status = 304;
    return response;
  }
  TRY_ASSIGN(response.body, app.blobs.get(found.blob));
  TRY_ASSIGN(const image::Header header, image::read_header(response.body));
  response.with("Content-Type", std::string(image::media_type(header.kind)));
  return response;
}

}  // namespace

void install_images(App& app, const State& state, Needs needs) {
  const auto install = [&](const char* path, Size size) {
    app.routes.get(path, Right::Public, [&app, &state, needs, size](const Visit& visit) {
      return show(app, state, needs, size, visit);
    });
  };
  install("/anh/{image}", Size::Large);
  install("/anh/{image}/nho", Size::Small);
}

}  // namespace lantoa::city::content
