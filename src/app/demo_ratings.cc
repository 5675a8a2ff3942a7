#include "app/demo_ratings.h"

#include <array>
#include <optional>

#include "app/demo_order.h"
#include "city/rating/decide.h"

namespace lantoa::app {
namespace {

using city::rating::Reason;

constexpr city::ArticleNo rated{2};

// Not helped, and why.
struct Complaint {
  std::optional<Reason> reason;
  const char* words;
};

constexpr std::array<Complaint, 4> complaints{
    Complaint{Reason::NotFound, "Không thấy ghi phường nào đã ủy quyền. (lời mẫu)"},
    Complaint{Reason::Unclear, "Chưa rõ phải mang mấy bản sao. (lời mẫu)"},
    Complaint{Reason::Other, "Chữ trong tranh nhỏ, xem trên điện thoại khó đọc. (lời mẫu)"},
    Complaint{std::nullopt, ""}};
constexpr std::size_t all_ratings = 16;  // of which every fourth is a complaint

}  // namespace

Result<void> rate_an_article(House& house) {
  const States& states = house.states();
  if (!city::rating::rateable(states.content, rated)) return {};
  for (std::size_t i = 0; i < all_ratings; ++i) {
    city::rating::RateArticle command;
    command.article = rated;
    command.helpful = i % 4 != 3;
    if (!*command.helpful) {
      const Complaint& why = complaints.at(i / 4);
      command.reason = why.reason;
      command.words = why.words;
    }
    TRY(act_as(house, std::string(city::anybody_name),
               city::rating::Known{states.rating, states.content}, command));
  }
  return {};
}

}  // namespace lantoa::app
