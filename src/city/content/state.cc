#include "city/content/state.h"

#include <algorithm>
#include <array>

#include "kernel/assert.h"

namespace lantoa::city::content {

Text title(Stage stage) {
  switch (stage) {
    case Stage::Draft:
      return {"Bản nháp", "Draft"};
    case Stage::Submitted:
      return {"Chờ duyệt", "Waiting for approval"};
    case Stage::Scheduled:
      return {"Đã duyệt, hẹn giờ đăng", "Approved, to be published later"};
    case Stage::Published:
      return {"Đã đăng", "Published"};
    case Stage::Withdrawn:
      return {"Đã thu hồi", "Withdrawn"};
  }
  return {};
}

Text title(Reason reason) {
  switch (reason) {
    case Reason::Wrong:
      return {"Nội dung có chỗ sai", "The text is wrong"};
    case Reason::LawChanged:
      return {"Pháp luật đã thay đổi", "The law has changed"};
    case Reason::Duplicate:
      return {"Đăng trùng bài khác", "Published twice"};
    case Reason::PersonalData:
      return {"Để bảo vệ dữ liệu cá nhân", "To protect personal data"};
    case Reason::Other:
      return {"Lý do khác", "Another reason"};
  }
  return {};
}

Stage Article::stage() const {
  if (scheduled) return Stage::Scheduled;
  if (latest().number == published) return Stage::Published;
  if (withdrawn && latest().was_published()) return Stage::Withdrawn;
  return latest().submitted ? Stage::Submitted : Stage::Draft;
}

std::string public_address(const Article& article) {
  std::string out = "/bai/" + std::to_string(article.no.value);
  if (!article.slug.empty()) out += "-" + article.slug;
  return out;
}

std::string office_address(ArticleNo article) {
  return "/bai-viet/" + std::to_string(article.value);
}

bool is_allowed_host(std::string_view host) {
  constexpr std::array<std::string_view, 4> allowed{"chinhphu.vn", "vbpl.vn", "phapluat.gov.vn",
                                                    "hanoi.gov.vn"};
  return std::any_of(allowed.begin(), allowed.end(), [&](std::string_view domain) {
    if (!host.ends_with(domain)) return false;
    return host.size() == domain.size() || host[host.size() - domain.size() - 1] == '.';
  });
}

Article& State::at(ArticleNo no) {
  ASSERT(has(no));
  return articles_[no.index()];
}

void State::fold(const ArticleStarted& fact) {
  ASSERT(fact.article.index() == articles_.size());
  Article article;
  article.no = fact.article;
  article.unit = fact.unit;
  article.plan = fact.plan.value_or(PlanNo{});
  article.must_confirm = fact.must_confirm;
  articles_.push_back(std::move(article));
}

void State::fold(const VersionDrafted& fact, const ledger::Stamp& stamp) {
  Article& article = at(fact.article);
  ASSERT(fact.version == article.versions.size() + 1);
  Version version;
  version.number = fact.version;
  version.title = fact.title;
  version.text = fact.text;
  version.cites = fact.cites;
  version.key_points = fact.key_points;
  version.by = fact.by.value_or(PersonNo{});
  version.at = stamp.at;
  version.restores = fact.restores.value_or(0);
  version.images = fact.images.value_or(std::vector<ImageNo>{});
  version.note = fact.note.value_or("");
  if (version.by) article.writers.insert(version.by);
  article.versions.push_back(std::move(version));
}

void State::fold(const ImageAdded& fact) {
  ASSERT(fact.image.index() == images_.size());
  at(fact.article).images.push_back(fact.image);
  images_.push_back(
      {fact.image, fact.article, fact.large, fact.small, fact.width, fact.height, fact.alt});
}

void State::fold(const VersionSubmitted& fact) {
  at(fact.article).versions.at(fact.version - 1).submitted = true;
}

void State::fold(const VersionApproved& fact) {
  Article& article = at(fact.article);
  article.versions.at(fact.version - 1).approved_by = fact.by;
  if (!article.emergency || article.emergency->version != fact.version) return;
  article.emergency.reset();
  article.writers.clear();
  for (std::size_t i = fact.version; i < article.versions.size(); ++i) {
    if (article.versions[i].by) article.writers.insert(article.versions[i].by);
  }
}

void State::fold(const PublicationScheduled& fact) {
  at(fact.article).scheduled = Schedule{fact.version, fact.at};
  scheduled_.insert(fact.article);
}

void State::fold(const ScheduleDropped& fact) {
  Article& article = at(fact.article);
  article.scheduled.reset();
  article.versions.at(fact.version - 1).approved_by = {};
  scheduled_.erase(fact.article);
}

void State::fold(const EmergencyDeclared& fact, const ledger::Stamp& stamp) {
  Article& article = at(fact.article);
  const Instant since = article.emergency ? article.emergency->at : stamp.at;
  article.emergency = Emergency{fact.version, fact.reason, fact.by, since};
}

void State::fold(const ArticlePublished& fact, const ledger::Stamp& stamp) {
  Article& article = at(fact.article);
  const bool first = article.published_at == Instant{};
  if (first) article.published_at = stamp.at;
  if (!article.is_public()) {
    const auto place = std::find_if(published_.begin(), published_.end(), [&](ArticleNo other) {
      return articles_[other.index()].published_at <= article.published_at;
    });
    published_.insert(place, article.no);
  }
  article.published = fact.version;
  Version& version = article.versions.at(fact.version - 1);
  if (!version.was_published()) version.shown_at = stamp.at;
  article.scheduled.reset();
  scheduled_.erase(fact.article);
  article.updated_at = stamp.at;
  article.slug = fact.slug;
  // Who wrote what nobody else approved yet stays excluded from approving it.
  if (!article.emergency || article.emergency->version != fact.version) {
    article.emergency.reset();
    article.writers.clear();
  }
  article.proposed.reset();
  article.withdrawn.reset();
}

void State::fold(const WithdrawalProposed& fact, const ledger::Stamp& stamp) {
  Article& article = at(fact.article);
  article.proposed = Withdrawal{fact.reason, fact.text, fact.by.value_or(PersonNo{}), stamp.at,
                                ++article.proposals};
}

void State::fold(const WithdrawalDropped& fact) { at(fact.article).proposed.reset(); }

void State::fold(const ArticleWithdrawn& fact, const ledger::Stamp& stamp) {
  Article& article = at(fact.article);
  article.published = 0;
  article.emergency.reset();
  article.proposed.reset();
  article.withdrawn = Withdrawal{fact.reason, fact.text, fact.by, stamp.at, article.proposals};
  std::erase(published_, article.no);
}

const Article& State::article(ArticleNo no) const {
  ASSERT(has(no));
  return articles_[no.index()];
}

Result<const Article*> State::find(ArticleNo no) const {
  if (has(no)) return &articles_[no.index()];
  return problem(Code::NotFound, {"Không có bài viết này.", "There is no such article."});
}

Result<const Image*> State::find(ImageNo no) const {
  if (no && no.index() < images_.size()) return &images_[no.index()];
  return problem(Code::NotFound, {"Không có ảnh này.", "There is no such picture."});
}

std::vector<Image> State::images(const std::vector<ImageNo>& numbers) const {
  std::vector<Image> out;
  for (const ImageNo no : numbers) out.push_back(images_.at(no.index()));
  return out;
}

bool State::is_public(const Image& image) const {
  const Article& one = article(image.article);
  if (!one.is_public()) return false;
  const auto& shown = one.shown().images;
  return std::find(shown.begin(), shown.end(), image.no) != shown.end();
}

std::vector<ArticleNo> State::newer(ArticleNo no, std::size_t most) const {
  const auto here = std::find(published_.begin(), published_.end(), no);
  if (here == published_.end()) return {};
  const auto count =
      std::min<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(most), here - published_.begin());
  std::vector<ArticleNo> out(here - count, here);
  std::reverse(out.begin(), out.end());
  return out;
}

std::vector<ArticleNo> State::older(ArticleNo no, std::size_t most) const {
  const auto here = std::find(published_.begin(), published_.end(), no);
  if (here == published_.end()) return {};
  const auto count =
      std::min<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(most), published_.end() - here - 1);
  return {here + 1, here + 1 + count};
}

std::vector<ArticleNo> State::citing(DocumentNo document) const {
  std::vector<ArticleNo> out;
  for (const ArticleNo no : published_) {
    const auto& cites = articles_[no.index()].shown().cites;
    if (std::find(cites.begin(), cites.end(), document) != cites.end()) out.push_back(no);
  }
  return out;
}

}  // namespace lantoa::city::content
