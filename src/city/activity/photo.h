// Pictures that show an activity: drawn anew, then sealed under a key of their own. The blobs stay
// on the disk; without the key, which is a row of the vault, nobody sees them. A backup from before
// an erasure holds that row still: restoring it with --erasures drops it again (decision 0010).
#pragma once

#include <optional>
#include <string>

#include "city/activity/decide.h"
#include "city/app.h"
#include "city/field.h"

namespace lantoa::city::activity {

enum class PhotoSize { Large, Small };

// What the form brings: a file, or the word for a picture that was taken in before and waits
// because something else was wrong. nullopt when neither. Reads and writes blobs; takes long.
Result<std::optional<NewPhoto>> typed_photo(App& app, const Visit& visit);

// NotFound when it was erased or is gone from the disk, Unavailable or Invalid when it is damaged.
Result<std::string> photo_bytes(App& app, const Photo& photo, PhotoSize size);

// One in a list.
struct PhotoRow {
  std::string address, small, erase;
  std::string number;
  std::string width, height;  // of the small one
  bool may_erase = false;
};
BOOST_DESCRIBE_STRUCT(PhotoRow, (), (address, small, erase, number, width, height, may_erase))
PhotoRow photo_row(const Photo& photo);

// The field for one in a form.
struct WaitingPhoto {
  std::string name;
  std::string size;  // "1600 × 1200"
};
BOOST_DESCRIBE_STRUCT(WaitingPhoto, (), (name, size))

struct PhotoField {
  static constexpr std::string_view tpl = "src/city/activity/photo_field.tpl";
  Field file;
  std::optional<WaitingPhoto> waiting;
  bool optional = true;
};
BOOST_DESCRIBE_STRUCT(PhotoField, (), (file, waiting, optional))

// Of a form that failed with what it brought, which need not be chosen again.
PhotoField photo_field(App& app, const Visit& visit);

}  // namespace lantoa::city::activity
