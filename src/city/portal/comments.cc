#include "city/portal/comments.h"

#include <algorithm>

#include "city/portal/parts.h"

namespace lantoa::city::portal {
namespace {

struct CommentsView {
  static constexpr std::string_view tpl = "src/city/portal/all_comments.tpl";
  std::string title;
  std::string article;  // address
  CommentsPart comments;
  Pager pager;
};
BOOST_DESCRIBE_STRUCT(CommentsView, (), (title, article, comments, pager))

std::string number_of(const content::Article& article) { return std::to_string(article.no.value); }

// Under its article, or on the page of all of them where older ones stand.
std::string address_of(const Needs& needs, const comment::Comment& comment) {
  const content::Article& article = needs.content.article(comment.article);
  const auto all = needs.comments.published(comment.article);
  const auto place = std::find(all.begin(), all.end(), comment.no) - all.begin();
  const std::string here = "#y-kien-" + std::to_string(comment.no.value);
  if (static_cast<std::size_t>(place) < newest_comments_max) {
    return content::public_address(article) + here;
  }
  const auto page = static_cast<std::size_t>(place) / rows_per_page + 1;
  return "/bai/" + number_of(article) + "/y-kien?trang=" + std::to_string(page) + here;
}

CommentRow row_of(const Needs& needs, const comment::Comment& comment) {
  CommentRow row;
  row.number = std::to_string(comment.no.value);
  row.day_iso = iso(vietnam_date(comment.received));
  row.day = vietnamese(vietnam_date(comment.received));
  if (comment.answer && comment.answer->is_public) {
    const Date day = vietnam_date(comment.answer->at);
    row.answer = CommentAnswer{
        needs.organisation.unit(comment.answer->unit).name, iso(day), vietnamese(day), {}};
  } else if (comment.question) {
    row.asked = CommentAsked{needs.organisation.unit(comment.question->unit).name,
                             vietnamese(comment.question->due)};
  }
  return row;
}

struct Found {
  CommentsView view;
  CommentsFound comments;
};

Result<Found> look_at(const Needs& needs, ArticleNo no, std::uint32_t page) {
  if (!needs.content.has(no) || !needs.content.article(no).is_public()) {
    return tl::unexpected(needs.content.find(ArticleNo{}).error());
  }
  const content::Article& article = needs.content.article(no);
  Found found;
  found.view.title = article.shown().title;
  found.view.article = content::public_address(article);
  const auto all = static_cast<std::uint32_t>(needs.comments.published(no).size());
  found.view.pager = make_pager(all, page, "/bai/" + number_of(article) + "/y-kien");
  found.comments =
      comments_from(needs, article, (found.view.pager.page - 1) * rows_per_page, rows_per_page);
  return found;
}

}  // namespace

CommentsFound comments_from(const Needs& needs, const content::Article& article, std::size_t first,
                            std::size_t most) {
  const auto all = needs.comments.published(article.no);
  CommentsFound found;
  found.part.count = static_cast<std::uint32_t>(all.size());
  found.part.write = "/bai/" + number_of(article) + "/gop-y";
  for (std::size_t i = first; i < std::min(all.size(), first + most); ++i) {
    found.shown.push_back(all[i]);
    found.part.rows.push_back(row_of(needs, needs.comments.comment(all[i])));
  }
  return found;
}

CommentsFound newest_comments(const Needs& needs, const content::Article& article) {
  CommentsFound found = comments_from(needs, article, 0, newest_comments_max);
  if (found.part.count > newest_comments_max) {
    found.part.more = "/bai/" + number_of(article) + "/y-kien";
  }
  return found;
}

CommentsFound newest_answers(const Needs& needs, std::size_t most) {
  CommentsFound found;
  const auto& answered = needs.comments.answered();
  for (auto no = answered.rbegin(); no != answered.rend() && found.shown.size() < most; ++no) {
    const comment::Comment& comment = needs.comments.comment(*no);
    if (!needs.content.article(comment.article).is_public()) continue;
    found.shown.push_back(*no);
    found.part.rows.push_back(row_of(needs, comment));
    found.part.rows.back().address = address_of(needs, comment);
  }
  return found;
}

Result<CommentsPart> read_comments(ledger::Vault& vault, CommentsFound found) {
  std::vector<CommentRow> rows;
  for (std::size_t i = 0; i < found.shown.size(); ++i) {
    CommentRow& row = found.part.rows[i];
    TRY_ASSIGN(const auto bytes, vault.open(comment::record_id(found.shown[i])));
    if (!bytes) continue;
    TRY_ASSIGN(auto record, decode<comment::CommentRecord>(*bytes));
    row.title = std::move(record.title);
    row.name = std::move(record.name);
    row.lines = paragraphs_of(record.text);
    if (row.answer) {
      TRY_ASSIGN(const auto answer, vault.open(comment::answer_id(found.shown[i])));
      row.answer->words = paragraphs_of(answer.value_or(""));
    }
    rows.push_back(std::move(row));
  }
  found.part.has_rows = !rows.empty();
  found.part.rows = std::move(rows);
  return std::move(found.part);
}

void install_comments(App& app, Needs needs) {
  app.routes.get(
      "/bai/{article}/y-kien", Right::Public,
      [&app, needs](const Visit& visit) -> Result<http::Response> {
        TRY_ASSIGN(const ArticleNo no, visit.number<ArticleNo>("article"));
        TRY_ASSIGN(Found found, app.engine.read([&] { return look_at(needs, no, visit.page()); }));
        TRY_ASSIGN(found.view.comments, read_comments(app.vault, std::move(found.comments)));
        return app.show(
            visit, {"Ý kiến bạn đọc", "Comments"}, found.view,
            below_home(visit.language, {App::named(found.view.title, found.view.article)}));
      });
}

}  // namespace lantoa::city::portal
