#include "viet/plan_verbs.h"

namespace lantoa::viet {

const Phrases& assigning() {
  static const Phrases list{
      {"có trách nhiệm", 1},
      {"chịu trách nhiệm", 1},
      {"có nhiệm vụ", 1},
      {"phải", 1},
      {"cần", 1},
      {"có trách nhiệm chủ trì", 1},
  };
  return list;
}

const Phrases& work() {
  static const Phrases list{
      {"chủ trì", 2},       {"làm đầu mối", 2}, {"chủ động", 0},    {"phối hợp", 0},
      {"tổ chức", 0},       {"triển khai", 0},  {"thực hiện", 0},   {"hướng dẫn", 0},
      {"đôn đốc", 0},       {"kiểm tra", 0},    {"tham mưu", 0},    {"xây dựng", 0},
      {"đăng tải", 0},      {"đăng", 0},        {"báo cáo", 0},     {"tuyên truyền", 0},
      {"phổ biến", 0},      {"quán triệt", 0},  {"bố trí", 0},      {"chỉ đạo", 0},
      {"tăng cường", 0},    {"đẩy mạnh", 0},    {"chú trọng", 0},   {"lựa chọn", 0},
      {"lồng ghép", 0},     {"cung cấp", 0},    {"biên soạn", 0},   {"in", 0},
      {"in ấn", 0},         {"phát hành", 0},   {"mở", 0},          {"giám sát", 0},
      {"vận động", 0},      {"bảo đảm", 0},     {"đảm bảo", 0},     {"gửi", 0},
      {"tổng hợp", 0},      {"theo dõi", 0},    {"rà soát", 0},     {"ban hành", 0},
      {"cập nhật", 0},      {"đưa tin", 0},     {"phát sóng", 0},   {"phát", 0},
      {"treo", 0},          {"niêm yết", 0},    {"tập huấn", 0},    {"bồi dưỡng", 0},
      {"giải đáp", 0},      {"tư vấn", 0},      {"trợ giúp", 0},    {"phân công", 0},
      {"giao", 0},          {"huy động", 0},    {"khen thưởng", 0}, {"sơ kết", 0},
      {"tổng kết", 0},      {"nhân rộng", 0},   {"khai thác", 0},   {"duy trì", 0},
      {"nâng cao", 0},      {"đổi mới", 0},     {"phát động", 0},   {"hỗ trợ", 0},
      {"tiếp nhận", 0},     {"thông tin", 0},   {"thông báo", 0},   {"cử", 0},
      {"quản lý", 0},       {"đề xuất", 0},     {"kịp thời", 0},    {"lập", 0},
      {"thẩm định", 0},     {"đánh giá", 0},    {"ứng dụng", 0},    {"phát hiện", 0},
      {"giới thiệu", 0},    {"kết nối", 0},     {"sản xuất", 0},    {"tiếp âm", 0},
      {"dành", 0},          {"chuyển", 0},      {"công khai", 0},   {"công bố", 0},
      {"nghiên cứu", 0},    {"căn cứ", 0},      {"gắn", 0},         {"kiện toàn", 0},
      {"bám sát", 0},       {"đa dạng hóa", 0}, {"xử lý", 0},       {"trình", 0},
      {"tạo điều kiện", 0}, {"sử dụng", 0},     {"cổ động", 0},
  };
  return list;
}

const Phrases& manners() {
  static const Phrases list{
      {"thường xuyên", 1}, {"chủ động", 1},   {"kịp thời", 1},    {"tiếp tục", 1},
      {"đồng thời", 1},    {"tích cực", 1},   {"khẩn trương", 1}, {"trực tiếp", 1},
      {"định kỳ", 1},      {"hằng tháng", 1}, {"hàng tháng", 1},  {"hằng quý", 1},
      {"hàng quý", 1},     {"hằng năm", 1},   {"hàng năm", 1},    {"hằng tuần", 1},
      {"hàng tuần", 1},    {"và", 1},         {"nghiêm túc", 1},  {"ngoài ra", 1},
  };
  return list;
}

const Phrases& telling() {
  static const Phrases list{
      {"đã", 1},       {"vừa", 1},          {"đang", 1},       {"được", 1},    {"cho biết", 1},
      {"cho rằng", 1}, {"nêu rõ", 1},       {"nhấn mạnh", 1},  {"tham dự", 1}, {"có", 1},
      {"là", 1},       {"nói", 1},          {"bị", 1},         {"sẽ được", 1}, {"vẫn", 1},
      {"không", 1},    {"chưa", 1},         {"hiện", 1},       {"từng", 1},    {"phát biểu", 1},
      {"ghi nhận", 1}, {"đánh giá cao", 1}, {"biểu dương", 1}, {"thuộc", 1},   {"gồm", 1},
  };
  return list;
}

const Phrases& lead_ins() {
  static const Phrases list{
      {"Trong đó", 0},
      {"Theo đó", 0},
      {"Ngoài ra", 0},
      {"Thời gian tới", 0},
      {"Trong thời gian tới", 0},
      {"Bên cạnh đó", 0},
      {"Đồng thời", 0},
      {"Cụ thể", 0},
      {"Theo kế hoạch", 0},
      {"Để thực hiện", 0},
      {"Đề nghị", 1},
      {"Yêu cầu", 1},
      {"Giao", 1},
      {"Giao cho", 1},
      {"Phân công", 1},
      {"Giao nhiệm vụ", 1},
      {"Giao nhiệm vụ cho", 1},
      {"Trách nhiệm của", 1},
      {"Nhiệm vụ của", 1},
      {"Đối với", 0},
      {"Trân trọng đề nghị", 1},
      {"Giao trách nhiệm cho", 1},
      {"Kế hoạch yêu cầu", 1},
      {"Kế hoạch cũng yêu cầu", 1},
      {"Kế hoạch giao", 1},
      {"Kế hoạch giao nhiệm vụ", 1},
      {"Kế hoạch cũng giao nhiệm vụ", 1},
      {"Kế hoạch cũng giao", 1},
      {"Kế hoạch giao nhiệm vụ cho", 1},
      {"Kế hoạch cũng giao nhiệm vụ cho", 1},
      {"Kế hoạch đề nghị", 1},
      {"Kế hoạch phân công", 1},
      {"Kế hoạch nêu rõ", 0},
      {"Hội đồng yêu cầu", 1},
      {"Hội đồng giao", 1},
      {"Hội đồng đề nghị", 1},
      {"UBND thành phố giao", 1},
      {"UBND thành phố yêu cầu", 1},
      {"UBND thành phố đề nghị", 1},
      {"UBND tỉnh giao", 1},
      {"UBND tỉnh yêu cầu", 1},
      {"UBND tỉnh đề nghị", 1},
  };
  return list;
}

PhraseFound work_at(const SourceText& source, std::size_t at, std::size_t limit) {
  for (int i = 0; i < 4; ++i) {
    if (const PhraseFound verb = work().at(source, at, limit)) return verb;
    const PhraseFound manner = manners().at(source, at, limit);
    if (!manner) return {};
    at = manner.end;
    if (source.at(at) == U',') ++at;
    at = skip_space(source, at, limit);
  }
  return {};
}

}  // namespace lantoa::viet
