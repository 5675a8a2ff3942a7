#include "city/webpage/decide.h"

#include <algorithm>

#include "city/faults.h"
#include "city/person.h"
#include "platform/fetch/fetch.h"

namespace lantoa::city::webpage {
namespace {

Result<void> require_goes_on(const WebPage& page) {
  if (!page.is_ended) return {};
  return problem(Code::Conflict,
                 {"Địa chỉ đã bỏ hoặc hoạt động đã hủy, nên trang không còn được xem lại nữa.",
                  "The address was taken out or the activity annulled: the page is looked at no "
                  "longer."});
}

// A page of this activity that somebody who reports for its unit may say something of.
Result<const WebPage*> find_own(const Known& known, ActivityNo activity, WebPageNo no,
                                const Actor& actor) {
  TRY_ASSIGN(const activity::Activity* one, known.activities.find(activity));
  TRY(known.organisation.require(actor, Right::ReportTask, one->unit));
  TRY_ASSIGN(const WebPage* page, known.pages.find(no));
  if (page->activity != activity) return tl::unexpected(known.pages.find(WebPageNo{}).error());
  TRY(require_goes_on(*page));
  return page;
}

// A part after # names a place within the same page.
std::string without_fragment(std::string url) {
  url.resize(std::min(url.size(), url.find('#')));
  return url;
}

// libcurl also takes "http:/host" and "http:///host", which browsers read otherwise.
bool is_address(const std::string& url) {
  const std::size_t host = url.find("://");
  return host != std::string::npos && host + 3 < url.size() && url[host + 3] != '/' &&
         url.find(' ') == std::string::npos && fetch::peer_of(url).has_value();
}

void check_url(Faults& faults, const std::string& url) {
  if (url.empty()) {
    faults.add(fields::url, {"Hãy dán địa chỉ trang, ví dụ https://tenphuong.hanoi.gov.vn/tin-12.",
                             "Paste the page's address, such as "
                             "https://tenphuong.hanoi.gov.vn/tin-12."});
  } else if (url.size() > url_bytes_max) {
    faults.add(fields::url,
               {"Địa chỉ dài quá 500 ký tự; hãy dùng địa chỉ ngắn của trang.",
                "The address has more than 500 characters; use the page's short one."});
  } else if (!is_address(url)) {
    faults.add(fields::url,
               {"Đây không phải địa chỉ http:// hay https://. Hãy mở trang rồi chép địa chỉ từ "
                "thanh địa chỉ của trình duyệt.",
                "This is no http:// or https:// address. Open the page and copy the address from "
                "the browser's address bar."});
  }
}

Result<void> require_room(const Known& known, const activity::Activity& one,
                          const std::string& url) {
  if (one.annulled) {
    return problem(Code::Conflict, {"Hoạt động đã hủy, không thêm địa chỉ được nữa.",
                                    "The activity was annulled; no address can be added."});
  }
  std::size_t linked = 0;
  for (const WebPageNo no : known.pages.of(one.no)) {
    const WebPage& page = known.pages.page(no);
    if (page.unlinked) continue;
    ++linked;
    if (page.url == url) {
      return problem(
          Code::Conflict,
          {"Địa chỉ này đã có ở hoạt động này.", "The activity has this address already."},
          fields::url);
    }
  }
  if (linked < pages_max) return {};
  return problem(Code::Conflict,
                 {"Hoạt động đã có 10 địa chỉ, là số tối đa. Hãy bỏ bớt địa chỉ không cần.",
                  "The activity has 10 addresses, the most it can have. Take one out first."},
                 fields::url);
}

std::string subject_of(ActivityNo activity) { return subject("activity", activity); }

}  // namespace

Decided decide(const Known& known, const LinkPage& command, const Envelope& envelope) {
  TRY_ASSIGN(const activity::Activity* one, known.activities.find(command.activity));
  TRY(known.organisation.require(envelope.actor, Right::ReportTask, one->unit));
  const std::string url = without_fragment(one_line(command.url));
  Faults faults;
  check_url(faults, url);
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  TRY(require_room(known, *one, url));
  ledger::Decision decision;
  decision.add(subject_of(one->no), PageLinked{WebPageNo{known.pages.pages() + 1}, one->no, url,
                                               envelope.today, person_of(envelope.actor)});
  decision.answer = address_of(one->no) + "?xong=trang-mang";
  return decision;
}

Decided decide(const Known& known, const AskLook& command, const Envelope& envelope) {
  TRY_ASSIGN(const WebPage* page, find_own(known, command.activity, command.page, envelope.actor));
  if (page->is_asked_for || page->last() == nullptr) {
    return problem(Code::Conflict, {"Trang này đang chờ xem; hãy tải lại trang sau ít phút.",
                                    "This page is about to be looked at; reload in a minute."});
  }
  if (page->asked == envelope.today) {
    return problem(Code::Conflict,
                   {"Hôm nay trang này đã được xem lại theo yêu cầu; ngày mai có thể yêu cầu nữa.",
                    "Somebody had this page looked at today already; ask again tomorrow."});
  }
  ledger::Decision decision;
  decision.add(subject_of(page->activity),
               LookAsked{page->no, envelope.today, person_of(envelope.actor)});
  decision.answer = address_of(page->activity) + "?xong=xem-lai";
  return decision;
}

Decided decide(const Known& known, const UnlinkPage& command, const Envelope& envelope) {
  TRY_ASSIGN(const WebPage* page, find_own(known, command.activity, command.page, envelope.actor));
  const std::string reason = one_line(command.reason);
  Faults faults;
  faults.need(fields::reason, reason, reason_characters_max,
              {"Hãy ghi lý do bỏ địa chỉ này; ai xem hoạt động cũng đọc được.",
               "Write why this address is taken out; whoever sees the activity reads it."});
  if (faults.any()) return tl::unexpected(std::move(faults).problem());
  ledger::Decision decision;
  decision.add(subject_of(page->activity),
               PageUnlinked{page->no, reason, person_of(envelope.actor)});
  decision.answer = address_of(page->activity) + "?xong=bo-trang";
  return decision;
}

Decided decide(const Known& known, const RecordLook& command, const Envelope& envelope) {
  if (!envelope.actor.is_system()) return tl::unexpected(not_allowed(Right::ReportTask));
  TRY_ASSIGN(const WebPage* page, known.pages.find(command.page));
  TRY(require_goes_on(*page));
  const Look& look = command.look;
  PageLooked fact{page->no, look.on, look.outcome, look.status, {}, look.names_document};
  if (!look.digest.empty()) fact.digest = look.digest;
  ledger::Decision decision;
  decision.add(subject_of(page->activity), fact);
  return decision;
}

std::string address_of(ActivityNo activity) {
  return activity::address_of(activity) + "/trang-mang";
}

}  // namespace lantoa::city::webpage
