#include "app/named.h"

#include <set>

#include "city/activity/facts.h"
#include "city/comment/facts.h"
#include "city/content/facts.h"
#include "city/identity/facts.h"
#include "city/law/facts.h"
#include "city/plan/facts.h"
#include "city/rating/facts.h"
#include "city/reach/facts.h"
#include "city/speaker/facts.h"

namespace lantoa::app {
namespace {

using namespace city;

void add(Named& out, const content::VersionDrafted& fact) { out.blobs.push_back(fact.text); }
void add(Named& out, const content::ImageAdded& fact) {
  out.blobs.push_back(fact.large);
  out.blobs.push_back(fact.small);
}
void add(Named& out, const activity::PhotoAdded& fact) {
  out.blobs.push_back(fact.large);
  out.blobs.push_back(fact.small);
  out.vault_rows.push_back(activity::photo_id(fact.photo));
}
void add(Named& out, const law::TextProposed& fact) { out.blobs.push_back(fact.text); }
void add(Named& out, const plan::PlanDrafted& fact) {
  if (fact.source) out.blobs.push_back(*fact.source);
}
void add(Named& out, const plan::SignedCopyAttached& fact) { out.blobs.push_back(fact.blob); }
void add(Named& out, const identity::PersonRegistered& fact) {
  out.vault_rows.push_back(subject("person", fact.person));
}
void add(Named& out, const identity::PersonsRegistered& fact) {
  for (std::uint32_t i = 0; i < fact.count; ++i) {
    out.vault_rows.push_back(subject("person", PersonNo{fact.first.value + i}));
  }
}
void add(Named& out, const identity::AccountOpened& fact) {
  out.vault_rows.push_back(subject("account", fact.account));
}
void add(Named& out, const identity::LinkIssued& fact) {
  out.vault_rows.push_back(subject("link", fact.person));
}
void add(Named& out, const identity::TokenIssued& fact) {
  out.vault_rows.push_back(identity::token_id(fact.token));
}
void add(Named& out, const reach::ReceiptCorrected& fact) {
  out.vault_rows.push_back("correction/" + std::to_string(fact.receipt) + "/" +
                           std::to_string(fact.person.value));
}
void add(Named& out, const comment::CommentReceived& fact) {
  out.vault_rows.push_back(comment::record_id(fact.comment));
  if (fact.has_phone) out.vault_rows.push_back(comment::phone_id(fact.comment));
}
void add(Named& out, const comment::CommentRefused& fact) {
  if (fact.has_note) out.vault_rows.push_back(comment::note_id(fact.comment));
}
void add(Named& out, const comment::CommentAnswered& fact) {
  out.vault_rows.push_back(comment::answer_id(fact.comment));
}
void add(Named& out, const rating::ArticleRated& fact) {
  if (fact.has_words) out.vault_rows.push_back(rating::words_id(fact.rating));
}

void add(Named& out, const speaker::SpeakerRecognised& fact) {
  out.vault_rows.push_back(speaker::record_id(fact.speaker));
}

template <class... Facts>
void add_of(Named& out, const ledger::Fact& fact) {
  const auto try_one = [&]<class Fact>(const Fact*) {
    if (fact.kind != Fact::kind) return;
    if (const auto decoded = decode<Fact>(fact.body)) add(out, *decoded);
  };
  (try_one(static_cast<const Facts*>(nullptr)), ...);
}

void tell(Missing& missing, const Text& text) {
  if (++missing.count <= missing_told_max) missing.told.push_back({{}, 0, text});
}

}  // namespace

Named named_by(const ledger::Fact& fact) {
  Named out;
  add_of<content::VersionDrafted, content::ImageAdded, law::TextProposed, plan::PlanDrafted,
         identity::PersonRegistered, identity::PersonsRegistered, identity::AccountOpened,
         identity::LinkIssued, identity::TokenIssued, reach::ReceiptCorrected,
         comment::CommentReceived, comment::CommentRefused, comment::CommentAnswered,
         rating::ArticleRated, activity::PhotoAdded, speaker::SpeakerRecognised,
         plan::SignedCopyAttached>(out, fact);
  return out;
}

Result<Missing> missing_in(ledger::Store& store, ledger::Blobs* blobs) {
  Missing missing;
  std::set<std::string> seen;
  TRY_ASSIGN(const ledger::Head head, store.head());
  TRY(store.read(0, head.seq, [&](const ledger::Fact& fact) -> Result<void> {
    const Named named = named_by(fact);
    const std::string by_vi = "sự kiện số " + std::to_string(fact.seq) + " (" + fact.kind + ")";
    const std::string by_en = "fact " + std::to_string(fact.seq) + " (" + fact.kind + ")";
    for (const std::string& address : named.blobs) {
      if (blobs == nullptr || !seen.insert(address).second) continue;
      const auto bytes = blobs->get(address);
      if (bytes) continue;
      const bool gone = bytes.error().code == Code::NotFound;
      tell(missing,
           {"Nội dung " + address + " của " + by_vi + (gone ? " không còn." : " đã hỏng."),
            "Content " + address + " of " + by_en + (gone ? " is gone." : " is damaged.")});
    }
    for (const std::string& id : named.vault_rows) {
      if (!seen.insert(id).second) continue;
      TRY_ASSIGN(const auto row, store.vault_row(id));
      if (row) continue;
      tell(missing, {"Bản ghi cá nhân " + id + " của " + by_vi + " không còn.",
                     "Personal record " + id + " of " + by_en + " is gone."});
    }
    return {};
  }));
  return missing;
}

}  // namespace lantoa::app
