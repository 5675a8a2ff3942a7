#include "viet/document_names.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

#include "viet/unicode.h"

namespace lantoa::viet {

namespace {

struct Name {
  std::string_view abbreviation;
  std::string_view name;
};

constexpr auto types = std::to_array<Name>({
    {"NQ", "Nghị quyết"},
    {"QĐ", "Quyết định"},
    {"CT", "Chỉ thị"},
    {"QC", "Quy chế"},
    {"QyĐ", "Quy định"},
    {"TC", "Thông cáo"},
    {"TB", "Thông báo"},
    {"HD", "Hướng dẫn"},
    {"CTr", "Chương trình"},
    {"KH", "Kế hoạch"},
    {"PA", "Phương án"},
    {"ĐA", "Đề án"},
    {"DA", "Dự án"},
    {"BC", "Báo cáo"},
    {"BB", "Biên bản"},
    {"TTr", "Tờ trình"},
    {"HĐ", "Hợp đồng"},
    {"CĐ", "Công điện"},
    {"BGN", "Bản ghi nhớ"},
    {"BTT", "Bản thỏa thuận"},
    {"GUQ", "Giấy ủy quyền"},
    {"GM", "Giấy mời"},
    {"GGT", "Giấy giới thiệu"},
    {"GNP", "Giấy nghỉ phép"},
    {"PG", "Phiếu gửi"},
    {"PC", "Phiếu chuyển"},
    {"PB", "Phiếu báo"},
    {"SY", "Sao y"},
    {"TrS", "Trích sao"},
    {"SL", "Sao lục"},
    {"NĐ", "Nghị định"},
    {"TT", "Thông tư"},
    {"TTLT", "Thông tư liên tịch"},
    {"VBHN", "Văn bản hợp nhất"},
    {"PL", "Pháp lệnh"},
    {"L", "Lệnh"},
    {"KL", "Kết luận"},
    {"CV", "Công văn"},
});

// The party writes QĐ for both Quyết định and Quy định: only the words beside the number tell.
constexpr auto party_types = std::to_array<Name>({{"TT", "Thông tri"}, {"QĐ", ""}});

// Stands above what the number ascribes to "Trung ương Đảng".
constexpr std::string_view central_committee = "Ban Chấp hành Trung ương";

// Bodies without a name are recognised only; several bodies may share their abbreviation.
constexpr auto issuers = std::to_array<Name>({
    {"QH", "Quốc hội"},
    {"UBTVQH", "Ủy ban Thường vụ Quốc hội"},
    {"CP", "Chính phủ"},
    {"TTg", "Thủ tướng Chính phủ"},
    {"BTP", "Bộ Tư pháp"},
    {"BNV", "Bộ Nội vụ"},
    {"BTTTT", "Bộ Thông tin và Truyền thông"},
    {"BLĐTBXH", "Bộ Lao động - Thương binh và Xã hội"},
    {"BVHTTDL", "Bộ Văn hóa, Thể thao và Du lịch"},
    {"BYT", "Bộ Y tế"},
    {"BTC", "Bộ Tài chính"},
    {"BGTVT", "Bộ Giao thông vận tải"},
    {"BCT", "Bộ Công Thương"},
    {"BQP", "Bộ Quốc phòng"},
    {"BGDĐT", "Bộ Giáo dục và Đào tạo"},
    {"TANDTC", "Tòa án nhân dân tối cao"},
    {"VPCP", "Văn phòng Chính phủ"},
    {"VPQH", "Văn phòng Quốc hội"},
    {"UBND", "Ủy ban nhân dân"},
    {"HĐND", "Hội đồng nhân dân"},
    {"VP", "Văn phòng"},
    {"STP", "Sở Tư pháp"},
    {"SNV", "Sở Nội vụ"},
    {"SGDĐT", "Sở Giáo dục và Đào tạo"},
    {"HĐPH", "Hội đồng phối hợp"},
    {"HĐPHPBGDPL", "Hội đồng phối hợp phổ biến, giáo dục pháp luật"},
    {"TW", "Trung ương Đảng"},
    {"TU", ""},
    {"CTN", ""},
    {"VKSNDTC", ""},
    {"KTNN", ""},
    {"TTCP", ""},
    {"BCA", ""},
    {"BXD", ""},
    {"BNNMT", ""},
    {"BKHCN", ""},
    {"BDTTG", ""},
    {"BNG", ""},
    {"NHNN", ""},
    {"MTTQ", ""},
    {"LĐLĐ", ""},
    {"HLHPN", ""},
    {"TĐTN", ""},
    {"SVHTT", ""},
    {"STTTT", ""},
    {"SKHCN", ""},
    {"STC", ""},
    {"SYT", ""},
});

constexpr auto words = std::to_array<TypeWord>({
    {"thong tu lien tich", "Thông tư liên tịch"},
    {"van ban hop nhat", "Văn bản hợp nhất"},
    {"giay gioi thieu", "Giấy giới thiệu"},
    {"giay nghi phep", "Giấy nghỉ phép"},
    {"ban thoa thuan", "Bản thỏa thuận"},
    {"giay uy quyen", "Giấy ủy quyền"},
    {"chuong trinh", "Chương trình"},
    {"phieu chuyen", "Phiếu chuyển"},
    {"ban ghi nho", "Bản ghi nhớ"},
    {"nghi quyet", "Nghị quyết"},
    {"quyet dinh", "Quyết định"},
    {"phuong an", "Phương án"},
    {"thong cao", "Thông cáo"},
    {"thong bao", "Thông báo"},
    {"thong tri", "Thông tri"},
    {"huong dan", "Hướng dẫn"},
    {"phap lenh", "Pháp lệnh"},
    {"nghi dinh", "Nghị định"},
    {"phieu gui", "Phiếu gửi"},
    {"phieu bao", "Phiếu báo"},
    {"trich sao", "Trích sao"},
    {"cong dien", "Công điện"},
    {"bien ban", "Biên bản"},
    {"hien phap", "Hiến pháp"},
    {"cong van", "Công văn"},
    {"giay moi", "Giấy mời"},
    {"hop dong", "Hợp đồng"},
    {"ke hoach", "Kế hoạch"},
    {"ket luan", "Kết luận"},
    {"quy che", "Quy chế"},
    {"quy dinh", "Quy định"},
    {"sac lenh", "Sắc lệnh"},
    {"thong tu", "Thông tư"},
    {"to trinh", "Tờ trình"},
    {"van ban", "Văn bản"},
    {"bao cao", "Báo cáo"},
    {"bo luat", "Bộ luật"},
    {"chi thi", "Chỉ thị"},
    {"sao luc", "Sao lục"},
    {"de an", "Đề án"},
    {"du an", "Dự án"},
    {"sao y", "Sao y"},
    {"luat", "Luật"},
    {"lenh", "Lệnh"},
});

template <class Table>
const Name* find(const Table& table, std::string_view abbreviation) {
  const auto exact = std::find_if(table.begin(), table.end(), [&](const Name& name) {
    return name.abbreviation == abbreviation;
  });
  return exact == table.end() ? nullptr : &*exact;
}

// The tables have small letters of ASCII only, so their capitals need no Unicode.
bool equals_in_capitals(std::string_view name, std::string_view capitals) {
  return std::equal(name.begin(), name.end(), capitals.begin(), capitals.end(), [](char a, char b) {
    return (a >= 'a' && a <= 'z' ? static_cast<char>(a - 32) : a) == b;
  });
}

template <class Table>
std::optional<std::string_view> find_any_case(const Table& table, std::string_view abbreviation) {
  if (const Name* exact = find(table, abbreviation)) return exact->abbreviation;
  const std::string capitals = upper(abbreviation);
  for (const Name& name : table) {
    if (equals_in_capitals(name.abbreviation, capitals)) return name.abbreviation;
  }
  return std::nullopt;
}

}  // namespace

std::string upper(std::string_view text) {
  auto source = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  std::string out;
  return source.toUpper(icu::Locale::getRoot()).toUTF8String(out);
}

std::optional<std::string_view> known_type(std::string_view abbreviation) {
  return find_any_case(types, abbreviation);
}

std::optional<std::string_view> known_issuer(std::string_view abbreviation) {
  return find_any_case(issuers, abbreviation);
}

std::string_view type_name(std::string_view abbreviation, bool party) {
  const Name* found = party ? find(party_types, abbreviation) : nullptr;
  if (found == nullptr) found = find(types, abbreviation);
  return found == nullptr ? std::string_view{} : found->name;
}

std::string_view issuer_name(std::string_view abbreviation) {
  const Name* found = find(issuers, abbreviation);
  return found == nullptr ? std::string_view{} : found->name;
}

std::string_view known_body(std::string_view name) {
  const std::string key = name_key(name);
  if (key == name_key(central_committee)) return central_committee;
  for (const Name& one : issuers) {
    if (!one.name.empty() && name_key(one.name) == key) return one.name;
  }
  return {};
}

std::span<const TypeWord> type_words() { return words; }

}  // namespace lantoa::viet
