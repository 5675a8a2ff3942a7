// One part of a mail: its headers and what it holds, as GMime reads them. Internal to mail.
//
// Only a part by itself is ever given to the library, and one that holds a mail only with its
// headers: its reader of whole messages goes down one level of the stack for each group in an
// address list, so that some 200 KB of "a:b," end the process (GMime 3.2.13).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lantoa::mail {

constexpr std::size_t head_bytes_max = std::size_t{64} << 10U;

class Entity {
 public:
  // Of the headers alone. nullopt: there are none, or more than head_bytes_max.
  static std::optional<Entity> of_head(std::string_view head);
  // Of a whole part that is no container (is_leaf() of its head).
  static std::optional<Entity> of_leaf(std::string_view part);

  std::string type() const;                       // "multipart/report", in small letters
  std::string parameter(const char* name) const;  // of the type; empty: none
  std::string header(const char* name) const;     // unfolded, decoded; empty: none
  bool is_leaf() const;                           // neither a multipart nor a mail
  std::string content() const;                    // of a leaf, its transfer encoding undone

 private:
  struct Parts;
  explicit Entity(std::shared_ptr<const Parts> parts) : parts_(std::move(parts)) {}
  static std::optional<Entity> read(std::string_view bytes);

  std::shared_ptr<const Parts> parts_;
};

// What stands before the first empty line, and behind it.
struct HeadAndBody {
  std::string_view head, body;
};
HeadAndBody split_head(std::string_view part);

// The parts between the lines of this boundary, at most `count`: what comes behind is left out.
std::vector<std::string_view> split_parts(std::string_view body, const std::string& boundary,
                                          std::size_t count);

// Groups of lines between empty ones, at most `count`.
std::vector<std::string_view> split_blocks(std::string_view text, std::size_t count);

}  // namespace lantoa::mail
