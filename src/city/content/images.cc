// The bytes of pictures: for everybody while a published version shows them, for officers of the
// unit before and after.
#include "city/content/content.h"
#include "city/site.h"
#include "platform/http/negotiate.h"
#include "platform/image/image.h"

namespace lantoa::city::content {
namespace {

enum class Size { Large, Small };

// The bytes under an address never change, but what was withdrawn is to be gone from every cache at
// once: each asks again, and is told in some bytes that its copy is good.
constexpr const char* for_everybody = "public, no-cache";

struct Kept {
  std::string blob;
  bool is_public = false;
};

// To others a picture of a draft is no more known than a number that was never given.
Result<Kept> find(const State& state, const Needs& needs, ImageNo no, Size size,
                  const Actor& actor) {
  TRY_ASSIGN(const Image* image, state.find(no));
  const UnitNo unit = state.article(image->article).unit;
  const bool is_public = state.is_public(*image);
  if (!is_public && !needs.organisation.allows(actor, Right::Work, unit)) {
    return tl::unexpected(state.find(ImageNo{}).error());
  }
  return Kept{size == Size::Large ? image->large : image->small, is_public};
}

Result<http::Response> show(const App& app, const State& state, const Needs& needs, Size size,
                            const Visit& visit) {
  TRY_ASSIGN(const ImageNo no, visit.number<ImageNo>("image"));
  TRY_ASSIGN(const Kept kept,
             app.engine.read([&] { return find(state, needs, no, size, visit.actor); }));
  const std::string etag = "\"" + kept.blob + "\"";
  http::Response response;
  // What somebody signed in was shown stays in nobody's cache (site.cc).
  if (visit.actor.kind == Actor::Kind::Nobody) response.with("Cache-Control", for_everybody);
  response.with("ETag", etag);
  // Readers of feeds are pages of other sites; they show the articles' pictures from here.
  if (kept.is_public) response.with(std::string(resource_policy), "cross-origin");
  if (http::has_copy(visit.request, etag)) {
    response.status = 304;
    return response;
  }
  TRY_ASSIGN(response.body, app.blobs.get(kept.blob));
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
