// The pages on the web that show one activity: what is there, what was there, adding one.
#include <algorithm>
#include <boost/describe.hpp>

#include "city/field.h"
#include "city/webpage/webpage.h"

namespace lantoa::city::webpage {
namespace {

constexpr std::size_t looks_shown_max = 20;  // the newest

struct LookRow {
  std::string on;
  Text found;
};
BOOST_DESCRIBE_STRUCT(LookRow, (), (on, found))

struct LookAgain {
  FormKeys keys;
  std::string address;
};
BOOST_DESCRIBE_STRUCT(LookAgain, (), (keys, address))

// For those who report for the unit.
struct Keep {
  FormKeys keys;
  std::optional<LookAgain> look_again;  // what was looked at before
  std::string unlink;                   // address
  std::string field_id;  // of the reason: one a page, the field's name where it failed
  Field reason;
  bool open = false;  // the form was sent and failed
};
BOOST_DESCRIBE_STRUCT(Keep, (), (keys, look_again, unlink, field_id, reason, open))

struct Row {
  std::string id;
  std::string url, host;
  Text standing;
  std::string mark;
  std::string linked;
  std::optional<std::string> looked;
  std::optional<Text> named;  // whether it names the law
  std::optional<std::string> next;
  std::optional<std::string> unlinked;
  std::vector<LookRow> looks;
  bool has_looks = false;
  std::optional<Keep> keep;
};
BOOST_DESCRIBE_STRUCT(Row, (),
                      (id, url, host, standing, mark, linked, looked, named, next, unlinked, looks,
                       has_looks, keep))

struct AddForm {
  FormKeys keys;
  std::string action;
  Field url;
};
BOOST_DESCRIBE_STRUCT(AddForm, (), (keys, action, url))

struct View {
  static constexpr std::string_view tpl = "src/city/webpage/pages.tpl";
  std::string heading;
  bool is_theirs = false;
  std::string activity;  // address
  std::vector<Row> rows;
  bool has_rows = false;
  std::optional<AddForm> add;
};
BOOST_DESCRIBE_STRUCT(View, (), (heading, is_theirs, activity, rows, has_rows, add))

std::string page_address(const WebPage& page, std::string_view rest) {
  return address_of(page.activity) + "/" + std::to_string(page.no.value) + std::string(rest);
}

std::string host_of(const std::string& url) {
  const std::size_t begin = url.find("://") + 3;
  return url.substr(begin, url.find_first_of("/?", begin) - begin);
}

std::optional<Text> named_in_words(const WebPage& page, bool has_documents) {
  if (!page.is_there() || page.last()->digest.empty() || !has_documents) return std::nullopt;
  if (page.last()->names_document) {
    return Text{"có nêu văn bản đã phổ biến", "names a document that was made known"};
  }
  return Text{"chưa thấy nêu số văn bản đã phổ biến",
              "none of the documents' numbers is found in it"};
}

std::vector<LookRow> look_rows(const WebPage& page) {
  std::vector<LookRow> out;
  WebPage then = page;
  while (!then.looks.empty() && out.size() < looks_shown_max) {
    out.push_back({vietnamese(then.looks.back().on), standing_of(then).words});
    then.looks.pop_back();
  }
  return out;
}

Keep keep_of(const WebPage& page, const Visit& visit) {
  Keep out;
  out.keys = form_keys(visit);
  if (page.last() != nullptr) {
    out.look_again = LookAgain{out.keys, page_address(page, "/xem-lai")};
  }
  out.unlink = page_address(page, "/bo");
  out.open = visit.failure != nullptr && visit.request.path == out.unlink;
  out.field_id = fields::reason;
  if (!out.open) out.field_id += "-" + std::to_string(page.no.value);
  if (out.open) out.reason = field(visit, fields::reason);
  return out;
}

Row row_of(const WebPage& page, const activity::Activity& one, bool may_keep, const Visit& visit) {
  Row row;
  row.id = std::to_string(page.no.value);
  row.url = page.url;
  row.host = host_of(page.url);
  const Standing standing = standing_of(page);
  row.standing = standing.words;
  row.mark = standing.mark;
  row.linked = vietnamese(page.linked);
  if (const Look* last = page.last()) row.looked = vietnamese(last->on);
  row.named = named_in_words(page, !one.record.documents.empty());
  row.unlinked = page.unlinked;
  row.looks = look_rows(page);
  row.has_looks = !row.looks.empty();
  if (page.is_ended) return row;
  row.next = vietnamese(page.next_look);
  if (may_keep) row.keep = keep_of(page, visit);
  return row;
}

Result<View> look_at(const State& state, const Needs& needs, const Visit& visit) {
  TRY_ASSIGN(const ActivityNo no, visit.number<ActivityNo>("activity"));
  TRY_ASSIGN(const activity::Activity* one, needs.activities.find(no));
  TRY(needs.organisation.require(visit.actor, Right::SeePlans, one->unit));
  const bool may_keep = needs.organisation.allows(visit.actor, Right::ReportTask, one->unit);
  View view;
  view.heading = activity::heading_of(one->record, visit.language);
  view.is_theirs = !one->record.what.empty();
  view.activity = activity::address_of(no);
  const auto& all = state.of(no);
  for (auto page = all.rbegin(); page != all.rend(); ++page) {
    view.rows.push_back(row_of(state.page(*page), *one, may_keep, visit));
  }
  std::stable_sort(view.rows.begin(), view.rows.end(), [](const Row& a, const Row& b) {
    return !a.unlinked.has_value() && b.unlinked.has_value();
  });
  view.has_rows = !view.rows.empty();
  if (may_keep && !one->annulled) {
    view.add = AddForm{form_keys(visit), address_of(no), field(visit, fields::url)};
  }
  return view;
}

struct Named {
  ActivityNo activity;
  WebPageNo page;
};

Result<Named> named(const Visit& visit) {
  Named out;
  TRY_ASSIGN(out.activity, visit.number<ActivityNo>("activity"));
  TRY_ASSIGN(out.page, visit.number<WebPageNo>("page"));
  return out;
}

}  // namespace

void install_pages(App& app, const State& state, Needs needs) {
  const Page page = [&app, &state, needs](const Visit& visit) -> Result<http::Response> {
    TRY_ASSIGN(const View view, app.engine.read([&] { return look_at(state, needs, visit); }));
    const Text activities{"Hoạt động", "Activities"};
    const Text heading{"Trang mạng minh chứng", "Web pages that show it"};
    return app.show(visit, heading, view,
                    {{activities.in(visit.language), "/hoat-dong"},
                     {view.heading, view.activity},
                     {heading.in(visit.language), {}}});
  };
  const std::string path = "/hoat-dong/{activity}/trang-mang";
  app.routes.get(path, Right::SeePlans, page);
  app.routes.post(
      path, Right::ReportTask,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const ActivityNo no, visit.number<ActivityNo>("activity"));
        return make_order(state, needs, LinkPage{no, std::string(visit.typed(fields::url))});
      },
      page);
  app.routes.post(
      path + "/{page}/xem-lai", Right::ReportTask,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const Named no, named(visit));
        return make_order(state, needs, AskLook{no.activity, no.page});
      },
      page);
  app.routes.post(
      path + "/{page}/bo", Right::ReportTask,
      [&state, needs](const Visit& visit) -> Result<Order> {
        TRY_ASSIGN(const Named no, named(visit));
        return make_order(
            state, needs,
            UnlinkPage{no.activity, no.page, std::string(visit.typed(fields::reason))});
      },
      page);
}

}  // namespace lantoa::city::webpage
