#include "viet/spam_words.h"

#include <algorithm>
#include <array>

namespace lantoa::viet {

const std::vector<SpamWord>& spam_words() {
  using enum SpamSign;
  static const std::vector<SpamWord> words = {
      {"nhà cái", Gambling, 3},
      {"nhà cái uy tín", Gambling, 4},
      {"nổ hũ", Gambling, 4},
      {"tài xỉu", Gambling, 3},
      {"xóc đĩa", Gambling, 2},
      {"bắn cá", Gambling, 3},
      {"đổi thưởng", Gambling, 4},
      {"kèo nhà cái", Gambling, 4},
      {"soi kèo", Gambling, 4},
      {"kèo thơm", Gambling, 4},
      {"tỷ lệ kèo", Gambling, 4},
      {"soi cầu", Gambling, 4},
      {"bạch thủ", Gambling, 4},
      {"cá cược", Gambling, 3},
      {"cá độ", Gambling, 1},
      {"đánh bạc", Gambling, 1},
      {"cờ bạc", Gambling, 1},
      {"lô đề", Gambling, 2},
      {"ghi lô", Gambling, 2},
      {"xổ số", Gambling, 1},
      {"game bài", Gambling, 3},
      {"đá gà", Gambling, 2},
      {"trực tuyến", Gambling, 0},
      {"casino", Gambling, 3},
      {"baccarat", Gambling, 4},
      {"poker", Gambling, 3},
      {"roulette", Gambling, 3},
      {"jackpot", Gambling, 3},
      {"slot game", Gambling, 4},
      {"nạp rút", Gambling, 3},
      {"rút tiền nhanh", Gambling, 3},
      {"nạp tiền", Gambling, 1},
      {"nạp đầu", Gambling, 3},
      {"tặng 100k", Gambling, 3},
      {"tặng 50k", Gambling, 3},
      {"tặng ngay", Gambling, 2},
      {"tặng code", Gambling, 3},
      {"tân thủ", Gambling, 2},
      {"hoàn trả", Gambling, 1},
      {"khuyến mãi", Gambling, 1},
      {"đăng ký nhận", Gambling, 1},
      {"đăng ký ngay", Gambling, 2},
      {"link vào", Gambling, 3},
      {"link mới nhất", Gambling, 3},
      {"cược", Gambling, 1},
      {"trúng lớn", Gambling, 3},
      {"thắng lớn", Gambling, 3},
      {"uy tín số 1", Gambling, 2},
      {"đại lý cấp 1", Gambling, 2},
      {"cổng game", Gambling, 3},
      {"vay tiền nhanh", Advert, 4},
      {"vay tiền", Advert, 1},
      {"vay nóng", Advert, 4},
      {"vay nhanh", Advert, 3},
      {"vay tín chấp", Advert, 3},
      {"không cần thế chấp", Advert, 2},
      {"giải ngân", Advert, 1},
      {"giải ngân trong", Advert, 3},
      {"duyệt nhanh", Advert, 2},
      {"nợ xấu vẫn", Advert, 4},
      {"làm bằng", Advert, 1},
      {"bằng cấp giả", Advert, 2},
      {"bằng đại học không cần", Advert, 4},
      {"làm bằng giả", Advert, 2},
      {"nhận làm bằng", Advert, 4},
      {"nhận làm giấy tờ", Advert, 4},
      {"làm giấy tờ giả", Advert, 2},
      {"bao check", Advert, 4},
      {"giao tận nơi", Advert, 2},
      {"cam kết khỏi", Advert, 4},
      {"chữa khỏi", Advert, 2},
      {"thần dược", Advert, 4},
      {"giảm cân", Advert, 3},
      {"tăng cường sinh lý", Advert, 4},
      {"gái gọi", Advert, 4},
      {"sugar baby", Advert, 4},
      {"massage", Advert, 3},
      {"việc nhẹ lương cao", Advert, 3},
      {"kiếm tiền online", Advert, 4},
      {"kiếm tiền tại nhà", Advert, 4},
      {"thu nhập", Advert, 0},
      {"cộng tác viên chốt đơn", Advert, 4},
      {"tuyển ctv", Advert, 3},
      {"lợi nhuận mỗi ngày", Advert, 4},
      {"đầu tư sinh lời", Advert, 3},
      {"bitcoin", Advert, 2},
      {"forex", Advert, 3},
      {"nhắn zalo", Advert, 3},
      {"ib zalo", Advert, 4},
      {"liên hệ zalo", Advert, 3},
      {"inbox", Advert, 2},
      {"giá rẻ nhất", Advert, 3},
      {"sale sốc", Advert, 4},
      {"tăng follow", Advert, 4},
      {"tăng like", Advert, 4},
      {"dịch vụ seo", Advert, 4},
  };
  return words;
}

bool is_betting_name(std::string_view word) {
  static constexpr std::array<std::string_view, 28> names = {
      "fb88",   "w88",    "m88",   "bk8",     "k8",     "v9bet", "8xbet",
      "188bet", "bet365", "kubet", "thabet",  "jun88",  "hi88",  "new88",
      "shbet",  "f8bet",  "78win", "789club", "sunwin", "go88",  "iwin",
      "b52",    "12bet",  "fun88", "dafabet", "letou",  "vn88",  "789bet"};
  if (std::find(names.begin(), names.end(), word) != names.end()) return true;
  static constexpr std::array<std::string_view, 6> parts = {"bet", "win",  "club",
                                                            "vip", "game", "slot"};
  const bool has_digit =
      std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
  return has_digit && word.size() >= 5 &&
         std::any_of(parts.begin(), parts.end(), [&](std::string_view part) {
           return word.find(part) != std::string_view::npos;
         });
}

bool is_host_ending(std::string_view word) {
  static constexpr std::array<std::string_view, 38> endings = {
      "com",    "net",   "org",   "vn",     "info", "xyz", "top", "club",   "vip",  "bet",
      "win",    "site",  "live",  "online", "app",  "cc",  "me",  "io",     "asia", "biz",
      "link",   "shop",  "store", "pro",    "tv",   "ws",  "fun", "icu",    "love", "game",
      "casino", "poker", "ly",    "gl",     "to",   "co",  "gg",  "website"};
  return std::find(endings.begin(), endings.end(), word) != endings.end();
}

bool is_clear_host_ending(std::string_view word) {
  static constexpr std::array<std::string_view, 13> endings = {
      "com", "net",  "org", "vn",   "info",    "xyz",    "biz",
      "icu", "asia", "bet", "site", "website", "casino",
  };
  return std::find(endings.begin(), endings.end(), word) != endings.end();
}

}  // namespace lantoa::viet
