#include "city/activity/photo.h"

#include <algorithm>
#include <sstream>

#include "platform/crypto/crypto.h"
#include "platform/image/image.h"

namespace lantoa::city::activity {
namespace {

constexpr std::string_view waiting_name = "anh-da-nhan";
constexpr std::string_view drop_name = "bo-anh";
constexpr std::size_t key_bytes = std::tuple_size_v<crypto::Digest>;

constexpr std::string_view bound_to(PhotoSize size) {
  return size == PhotoSize::Large ? "activity/photo/large" : "activity/photo/small";
}

Result<crypto::Digest> read_key(std::string_view text) {
  TRY_ASSIGN(const std::string bytes, crypto::unbase64(text));
  crypto::Digest key{};
  if (bytes.size() != key.size()) {
    return problem(Code::Unavailable, {"Khóa của ảnh đã hỏng.", "The picture’s key is damaged."});
  }
  std::copy(bytes.begin(), bytes.end(), key.begin());
  return key;
}

Result<NewPhoto> take_in(App& app, std::string_view file) {
  TRY_ASSIGN(const image::Drawn large, image::redrawn(file));
  TRY_ASSIGN(const image::Drawn small, image::narrowed(large.bytes));
  NewPhoto out;
  out.width = large.width;
  out.height = large.height;
  out.key = crypto::base64(app.random.bytes(key_bytes));
  TRY_ASSIGN(const crypto::Digest key, read_key(out.key));
  const auto put = [&](const std::string& bytes, PhotoSize size) {
    return app.blobs.put(crypto::seal(key, bytes, bound_to(size)));
  };
  TRY_ASSIGN(out.large, put(large.bytes, PhotoSize::Large));
  TRY_ASSIGN(out.small, put(small.bytes, PhotoSize::Small));
  return out;
}

// The word holds all there is to know of the picture, and only this server gives it, to whoever
// brought the picture.
std::string sign(const App& app, const Visit& visit, std::string_view text) {
  return app.vault.commitment("activity/waiting photo", visit.actor.name + "/" + std::string(text));
}

std::string word_for(const App& app, const Visit& visit, const NewPhoto& photo) {
  const std::string text = photo.large + " " + photo.small + " " + std::to_string(photo.width) +
                           " " + std::to_string(photo.height) + " " + photo.key;
  return text + " " + sign(app, visit, text);
}

// Its bytes are put once more, so that a sweep of what nobody names does not take them before the
// fact that names them.
Result<NewPhoto> waiting_photo(App& app, const Visit& visit, std::string_view word) {
  const auto again = [] {
    return problem(Code::Invalid, {"Hãy chọn lại ảnh.", "Choose the picture again."});
  };
  const std::size_t end = std::min(word.rfind(' '), word.size());
  std::istringstream parts{std::string(word.substr(0, end))};
  NewPhoto out;
  parts >> out.large >> out.small >> out.width >> out.height >> out.key;
  if (!parts || !crypto::equal(word, word_for(app, visit, out))) return again();
  for (const std::string* blob : {&out.large, &out.small}) {
    const auto bytes = app.blobs.get(*blob);
    if (!bytes && bytes.error().code == Code::NotFound) return again();
    TRY(bytes);
    TRY(app.blobs.put(*bytes));
  }
  return out;
}

}  // namespace

Result<std::optional<NewPhoto>> typed_photo(App& app, const Visit& visit) {
  const std::string_view file = visit.file(fields::photo);
  if (!file.empty()) return take_in(app, file);
  const std::string_view word = visit.typed(waiting_name);
  if (word.empty() || visit.typed(drop_name) == "1") return std::nullopt;
  return waiting_photo(app, visit, word);
}

Result<std::string> photo_bytes(App& app, const Photo& photo, PhotoSize size) {
  TRY_ASSIGN(const auto row, app.vault.open(photo_id(photo.no)));
  if (!row) {
    return problem(Code::NotFound, {"Ảnh đã được xóa.", "The picture was erased."});
  }
  TRY_ASSIGN(const crypto::Digest key, read_key(*row));
  TRY_ASSIGN(const std::string sealed,
             app.blobs.get(size == PhotoSize::Large ? photo.large : photo.small));
  return crypto::open(key, sealed, bound_to(size));
}

PhotoField photo_field(App& app, const Visit& visit) {
  PhotoField out;
  out.file = field(visit, fields::photo);
  if (visit.failure == nullptr) return out;
  const auto photo = typed_photo(app, visit);
  if (!photo || !*photo) return out;
  const NewPhoto& taken = **photo;
  out.waiting = WaitingPhoto{word_for(app, visit, taken),
                             std::to_string(taken.width) + " × " + std::to_string(taken.height)};
  return out;
}

}  // namespace lantoa::city::activity
