#include "city/app.h"

#include <algorithm>
#include <array>

#include "city/spoken.h"
#include "kernel/keeper.h"

namespace lantoa::city {
namespace {

constexpr std::string_view courier_prefix = "courier/";

struct Said {
  std::string_view code;
  Text text;
};

// What everybody can read, as one row below the header. A page below one of them stands in it.
std::vector<App::Link> sections_at(std::string_view path) {
  static const std::array<std::pair<Text, std::string>, 4> all{
      {{{"Bài viết", "Articles"}, "/bai"},
       {{"Văn bản", "Documents"}, "/van-ban"},
       {{"Chiến dịch", "Campaigns"}, "/chien-dich"},
       {{"Cơ quan", "Agencies"}, "/co-quan"}}};
  std::vector<App::Link> out;
  for (const auto& [label, at] : all) {
    out.push_back({label, at, path == at || path.starts_with(at + "/")});
  }
  return out;
}

// What a page says after a form did its work: the redirect carries ?xong=code.
std::optional<Text> notice_of(std::string_view code) {
  static const std::array notices{
      Said{"luu", {"Đã lưu.", "Saved."}},
      Said{"nhap", {"Đã nhập vào sổ cái.", "Imported into the ledger."}},
      Said{"chuyen-het",
           {"Đã chuyển tất cả sang đơn vị này.", "All of them are moved to this unit."}},
      Said{"hop-thu",
           {"Đã sửa hộp thư; thư sau gửi tới địa chỉ này.",
            "The mailbox is changed; the next mail goes there."}},
      Said{"da-kiem-tra",
           {"Đã ghi nhận; thư lại được gửi tới hộp thư này.",
            "Recorded; mails go to this mailbox again."}},
      Said{"dong-don-vi",
           {"Đã ghi đơn vị dừng hoạt động; mọi việc trước đó vẫn được giữ.",
            "The unit is closed; all that was before is kept."}},
      Said{"mo-lai-don-vi",
           {"Đã mở lại đơn vị; lần đóng nhầm vẫn xem được.",
            "The unit is open again; the closing that was wrong can still be seen."}},
      Said{"ket-thuc-nhom",
           {"Đã kết thúc nhóm; việc đã giao giữ nguyên.",
            "The group has ended; what was given stays."}},
      Said{"da-nhap",
           {"Đã nhập các hoạt động trong tệp.", "The activities of the file are recorded."}},
      Said{"nhap-viec", {"Đã ghi các nhiệm vụ trong tệp.", "The tasks of the file are added."}},
      Said{"mat-khau", {"Đã đổi mật khẩu.", "Your password is changed."}},
      Said{"mat-khau-tam",
           {"Đã đặt mật khẩu tạm; các vai trò chờ người thứ hai xác nhận lại.",
            "A password for first use is set; the roles wait for a second person again."}},
      Said{"duyet", {"Đã phê duyệt.", "Approved."}},
      Said{"ban-hanh",
           {"Đã ban hành; các đơn vị nhận nhiệm vụ từ bây giờ.",
            "Issued; the units have their tasks from now on."}},
      Said{"gui-duyet",
           {"Đã lưu và gửi duyệt; chờ người thứ hai.",
            "Saved and handed in; a second person has to approve."}},
      Said{"de-xuat",
           {"Đã ghi đề xuất; chờ người thứ hai xác nhận.",
            "The proposal is recorded; a second person has to confirm."}},
      Said{"dang", {"Đã đăng lên cổng.", "Published on the portal."}},
      Said{"hen-gio",
           {"Đã duyệt; bài tự lên cổng khi đến giờ hẹn.",
            "Approved; the article is published by itself at its hour."}},
      Said{"khan-cap",
           {"Đã đăng khẩn cấp; hãy nhờ người thứ hai đọc và duyệt trong 24 giờ.",
            "Published in an emergency; ask a second person to read and approve it within 24 "
            "hours."}},
      Said{"bo-hen-gio",
           {"Đã bỏ hẹn giờ; bản này lại chờ duyệt.",
            "The hour is dropped; the version waits for approval again."}},
      Said{"thu-hoi", {"Đã thu hồi.", "Withdrawn."}},
      Said{"da-thu-hoi",
           {"Đã thu hồi mã truy cập; phần mềm dùng nó bị từ chối từ bây giờ.",
            "The access token is revoked; a program that uses it is refused from now on."}},
      Said{"xoa-ten-ma",
           {"Đã xóa vĩnh viễn tên của mã truy cập.",
            "The name of the access token is erased for good."}},
      Said{"huy", {"Đã hủy; vẫn xem lại được.", "Annulled; it can still be seen."}},
      Said{"nop-bao-cao", {"Đã nộp báo cáo.", "The report is handed in."}},
      Said{"nhan-bao-cao", {"Đã tiếp nhận báo cáo.", "The report is accepted."}},
      Said{"tra-lai",
           {"Đã trả lại; đơn vị phải nộp bản khác.",
            "Sent back; the unit has to hand in another version."}},
      Said{"khoa-bao-cao", {"Đã khóa kỳ báo cáo.", "The round is closed."}},
      Said{"cong-khai",
           {"Đã công khai; từ nay ai cũng xem và tải được số liệu này.",
            "Published; from now on everybody can see and download these figures."}},
      Said{"rut-lai",
           {"Đã rút lại; địa chỉ công khai nay cho biết khi nào và vì sao.",
            "Taken back; the public address now says when and why."}},
      Said{"doc-lai",
           {"Đã ghi nhận số mới; lời văn không đổi.",
            "The new figures are recorded; the words are the same."}},
      Said{"anh", {"Đã thêm ảnh.", "The picture is added."}},
      Said{"cho-thoi",
           {"Đã ghi miễn nhiệm, cho thôi; người này không còn trong danh sách công khai.",
            "The dismissal is recorded; the name is no longer on the public list."}},
      Said{"xoa-ten",
           {"Đã xóa vĩnh viễn họ tên, nơi công tác.",
            "Name and place of work are erased for good."}},
      Said{"trang-mang",
           {"Đã thêm địa chỉ; hệ thống đang mở trang.",
            "The address is added; the page is being looked at."}},
      Said{"xem-lai", {"Đang xem lại trang.", "The page is being looked at again."}},
      Said{"bo-trang", {"Đã bỏ địa chỉ.", "The address is taken out."}},
      Said{"xoa-anh", {"Đã xóa ảnh vĩnh viễn.", "The picture is erased for good."}},
      Said{"tu-choi",
           {"Đã từ chối; người viết xem được lý do.", "Refused; its writer can read the reason."}},
      Said{"dua-lai", {"Đã đưa lại hàng chờ duyệt.", "Back in the queue."}},
      Said{"chuyen-cau-hoi",
           {"Đã chuyển thành câu hỏi cho đơn vị.", "Handed to the unit as a question."}},
      Said{"tra-loi",
           {"Đã ghi câu trả lời; một người khác sẽ đăng cùng ý kiến.",
            "The answer is recorded; another person will publish it with the comment."}},
      Said{"xoa-y-kien",
           {"Ý kiến của bạn đã được xóa vĩnh viễn, cả tên và số điện thoại.",
            "Your comment is erased for good, with the name and the phone number."}},
      Said{"xac-nhan", {"Đã ghi nhận. Cảm ơn bạn.", "Recorded. Thank you."}},
      Said{"hoan-thanh", {"Đã báo hoàn thành.", "Reported as done."}},
      Said{"ban-ky", {"Đã đính kèm bản có chữ ký.", "The copy with the signature is attached."}},
      Said{"ban-hanh-sua-doi",
           {"Đã ban hành sửa đổi, bổ sung; các đơn vị làm theo từ bây giờ.",
            "The amendment is issued; the units go by it from now on."}},
      Said{"thoi-sua-doi",
           {"Đã thôi sửa đổi; kế hoạch giữ nguyên.", "Given up; the plan stays as it is."}},
      Said{"xin-gia-han",
           {"Đã gửi đề nghị gia hạn; chờ quyết định, đến khi đó hạn cũ vẫn tính.",
            "Asked; until it is decided the present deadline counts."}},
      Said{"gia-han",
           {"Đã gia hạn; hạn mới tính từ bây giờ.", "Granted; the new deadline counts now."}},
      Said{"tu-choi-gia-han",
           {"Đã từ chối gia hạn; đơn vị đọc được lý do.", "Refused; the unit can read why."}},
      Said{"yeu-cau-giai-trinh",
           {"Đã gửi yêu cầu; đơn vị thấy ở việc hôm nay.",
            "Asked; the unit sees it among today’s work."}},
      Said{"cong-van",
           {"Đã ghi công văn; đơn vị thấy ở việc hôm nay.",
            "The letter is recorded; the unit sees it among today’s work."}},
      Said{"giai-trinh", {"Đã gửi giải trình.", "The explanation is sent."}},
      Said{"hoi-huong-dan",
           {"Đã gửi câu hỏi; câu trả lời sẽ hiện ở trang này.",
            "The question is sent; the answer will stand on this page."}},
      Said{"tra-loi-huong-dan",
           {"Đã ghi câu trả lời; mọi đơn vị tìm được.",
            "The answer is recorded; every unit finds it."}},
      Said{
          "gop-cau-hoi",
          {"Đã gộp; đơn vị hỏi thấy câu trả lời ở đây.", "Joined; its unit sees the answer here."}},
      Said{"rut-cau-hoi",
           {"Đã rút câu hỏi; vẫn xem lại được.", "Withdrawn; it can still be seen."}},
      Said{"don-doc",
           {"Đã ghi việc đôn đốc; thư sẽ được gửi ngay.",
            "The urging is recorded; the mail goes out at once."}},
      Said{"thang-nhac",
           {"Đã lưu thang nhắc; áp dụng từ ngày mai.",
            "Saved; the new steps count from tomorrow on."}},
      Said{"chot",
           {"Đã chốt; từ nay ai có sổ cái cũng tính lại được.",
            "Frozen; whoever has the ledger can count it again."}},
      Said{"dinh-chinh",
           {"Đã đính chính; bản ghi cũ vẫn được giữ.", "Corrected; the earlier record is kept."}},
  };
  for (const Said& said : notices) {
    if (said.code == code) return said.text;
  }
  return std::nullopt;
}

App::Faults faults_of(const Problem& problem, Language language) {
  App::Faults out{problem.text.in(language), {}};
  const auto field = [](const std::string& name) {
    return name.empty() ? std::nullopt : std::optional(name);
  };
  for (const Detail& detail : problem.details) {
    if (is_for_the_keeper(detail)) continue;
    std::string text;
    if (detail.row != 0) {
      text = (language == Language::English ? "Row " : "Dòng ") + std::to_string(detail.row) + ": ";
    }
    // A row of a file or of a list has no place of its own on the page; a field has.
    const bool own = detail.row == 0 && !detail.field.empty();
    const std::string& name = own || problem.field.empty() ? detail.field : problem.field;
    out.list.push_back({field(name), text + detail.text.in(language)});
  }
  if (out.list.empty()) {
    out.heading =
        language == Language::English ? "There is something to correct" : "Có chỗ cần sửa";
    out.list.push_back({field(problem.field), problem.text.in(language)});
  }
  return out;
}

// For a page that has no sentence of its own: those who list pages want one of each.
Text described_by_title(const Text& title) {
  return {title.vi + ": trên Lan Tỏa Hà Nội, cổng phổ biến pháp luật của thành phố.",
          title.en + ": on Lan Tỏa Hà Nội, the city's portal on the law."};
}

}  // namespace

ledger::Command App::command(Order order) const {
  ledger::Command command;
  command.key = std::move(order.key);
  command.actor = order.actor;
  command.commutes = order.commutes;
  command.natural_key = std::move(order.natural_key);
  if (order.actor.starts_with(courier_prefix) && !order.commutes) {
    command.lease = order.lease.value_or(lease);
  }
  command.decide = [this, name = std::move(order.actor), decide = std::move(order.decide)](
                       const ledger::Moment& moment) -> Result<ledger::Decision> {
    TRY_ASSIGN(Actor actor, find_actor(name));
    return decide({moment.at, vietnam_date(moment.at), std::move(actor), moment.position});
  };
  return command;
}

Problem reading_only() {
  return {Code::Unavailable,
          {"Hệ thống đang mở chỉ để xem; chưa có gì được lưu. Hãy giữ lại những gì bạn đã nhập và "
           "thử lại sau.",
           "The system is open for reading only; nothing was saved. Keep what you typed and try "
           "again later."},
          {},
          {}};
}

void App::submit(Order order, ledger::Engine::Callback done) {
  if (read_only) return done(tl::unexpected(reading_only()));
  engine.submit(command(std::move(order)), std::move(done));
}

Result<ledger::Done> App::execute(Order order) {
  if (read_only) return tl::unexpected(reading_only());
  return engine.execute(command(std::move(order)));
}

// Who holds the newest lease is the only one whose couriers can still append, so one turn after it
// was taken sees all that the others did.
Result<void> App::lead(std::uint64_t number) {
  if (lease == number) return {};
  ledger::Command nothing;
  nothing.decide = [](const ledger::Moment&) { return ledger::Decision{}; };
  TRY(engine.execute(std::move(nothing)));
  lease = number;
  return {};
}

App::Frame App::make_frame(const Visit& visit, Text title, PageHead page_head) const {
  Frame frame;
  frame.title = std::move(title);
  frame.head = std::move(page_head);
  if (!frame.head.canonical && !frame.head.unlisted) {
    const std::uint32_t page = visit.page();
    frame.head.canonical = public_url + visit.request.path;
    if (page > 1) *frame.head.canonical += "?trang=" + std::to_string(page);
    if (!frame.head.description && visit.actor.kind == Actor::Kind::Nobody) {
      frame.head.description = described_by_title(frame.title).in(visit.language);
    }
  }
  frame.lang = visit.language == Language::English ? "en" : "vi";
  frame.css = asset("app.css");
  frame.js = asset("app.js");
  frame.favicon = asset("favicon.svg");
  frame.here = visit.request.target.empty() ? "/" : visit.request.target;
  frame.here_encoded = http::percent_encode(frame.here);
  frame.here_whole = public_url + frame.here;
  const ledger::Head head = engine.head();
  frame.ledger_seq = head.seq;
  frame.ledger_at = vietnamese(head.at);
  if (seal) frame.ledger_seal = seal(visit.language);
  if (visit.actor.kind != Actor::Kind::Nobody) {
    SignedIn signed_in;
    signed_in.name = name_of(visit.actor.person, visit.language);
    signed_in.csrf = session::csrf_token(visit.session_token);
    signed_in.has_password = visit.actor.kind == Actor::Kind::Account;
    for (const Nav& nav : navigation) {
      if (!visit.actor.may_somewhere(nav.right)) continue;
      const bool here =
          visit.request.path == nav.path || visit.request.path.starts_with(nav.path + "/");
      frame.links.push_back({nav.label, nav.path, here});
    }
    frame.signed_in = std::move(signed_in);
    frame.office = visit.actor.kind == Actor::Kind::Account;
  }
  if (!frame.office) frame.sections = sections_at(visit.request.path);
  if (const auto notice = notice_of(visit.query("xong"))) {
    frame.notice = notice->in(visit.language);
  }
  if (read_only) frame.read_only = read_only->in(visit.language);
  if (visit.failure != nullptr) frame.faults = faults_of(*visit.failure, visit.language);
  return frame;
}

http::Response App::finish(const Visit& visit, std::string body, int status) {
  if (visit.language == Language::English) body = mark_vietnamese(body);
  http::Response response = http::html_page(std::move(body), status);
  if (visit.actor.kind != Actor::Kind::Nobody) response.with("Cache-Control", "no-store");
  return response;
}

FormKeys form_keys(const Visit& visit) {
  return {visit.form_key,
          visit.session_token.empty() ? "" : session::csrf_token(visit.session_token)};
}

Pager make_pager(std::uint32_t rows, std::uint32_t page, const std::string& address,
                 std::uint32_t rows_a_page) {
  Pager pager;
  pager.rows = rows;
  pager.pages = std::max(1U, (rows + rows_a_page - 1) / rows_a_page);
  pager.page = std::clamp(page, 1U, pager.pages);
  pager.many = pager.pages > 1;
  const std::string base =
      address + (address.find('?') == std::string::npos ? "?" : "&") + "trang=";
  if (pager.page > 2) pager.first = base + "1";
  if (pager.page > 1) pager.previous = base + std::to_string(pager.page - 1);
  if (pager.page < pager.pages) pager.next = base + std::to_string(pager.page + 1);
  if (pager.page + 1 < pager.pages) pager.last = base + std::to_string(pager.pages);
  return pager;
}

std::vector<App::Crumb> below_home(Language language, std::vector<App::Crumb> rest) {
  rest.insert(rest.begin(), {Text{"Trang chủ", "Home"}.in(language), "/"});
  return rest;
}

}  // namespace lantoa::city
