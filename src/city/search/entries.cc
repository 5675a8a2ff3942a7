#include "city/search/entries.h"

#include "city/search/reference.h"
#include "kernel/keeper.h"
#include "platform/log/log.h"
#include "viet/legal_text.h"

namespace lantoa::city::search {
namespace {

using lantoa::search::Entry;

// An entry as far as the state tells, and the blob with the rest of its text.
struct Begun {
  Entry entry;
  std::string blob;  // empty: there is no more
};

std::string year_of(Date date) { return std::to_string(to_civil(date).year); }

Entry begin(const Subject& subject) {
  Entry entry;
  entry.id = id_of(subject);
  entry.facets = {std::string(code(subject.kind)), "", ""};
  return entry;
}

void date(Entry& entry, Date day) {
  entry.facets[static_cast<std::size_t>(Facet::Year)] = year_of(day);
  entry.order = day.days;
}

Begun article(const Needs& needs, const Subject& subject) {
  const content::Article& one = needs.content.article(ArticleNo{subject.no});
  Begun out{begin(subject), one.shown().text};
  out.entry.title = one.shown().title;
  for (const DocumentNo cited : one.shown().cites) {
    if (!needs.law.has(cited)) continue;
    const law::Document& document = needs.law.document(cited);
    out.entry.also += document.name() + " " + document.title + "\n";
  }
  out.entry.facets[static_cast<std::size_t>(Facet::Unit)] = std::to_string(one.unit.value);
  date(out.entry, vietnam_date(one.published_at));
  return out;
}

Begun document(const Needs& needs, const Subject& subject) {
  const law::Document& one = needs.law.document(DocumentNo{subject.no});
  Begun out{begin(subject), {}};
  out.entry.title = one.name() + ": " + one.title;
  out.entry.text = one.issuer + ", " + vietnamese(one.issued);
  if (!one.note.empty()) out.entry.text += ". " + one.note;
  if (const law::FullText* text = one.shown()) out.blob = text->blob;
  out.entry.keys = keys_of_document(one.type, one.number, one.issued);
  out.entry.facets[static_cast<std::size_t>(Facet::Unit)] = one.issuer;
  date(out.entry, one.issued);
  return out;
}

Begun plan(const Needs& needs, const Subject& subject) {
  const plan::Plan& one = needs.plans.plan(PlanNo{subject.no});
  Begun out{begin(subject), {}};
  out.entry.title = "Kế hoạch " + one.number + ": " + one.title;
  out.entry.text = needs.organisation.unit(one.issuer).name + ", " + vietnamese(one.issued);
  for (const plan::Ground& ground : one.grounds) {
    out.entry.text += &ground == &one.grounds.front() ? ". Căn cứ: " : "; ";
    out.entry.text += ground.type.empty() ? ground.number : ground.type + " " + ground.number;
  }
  out.entry.keys = keys_of_document("Kế hoạch", one.number, one.issued);
  out.entry.facets[static_cast<std::size_t>(Facet::Unit)] = std::to_string(one.issuer.value);
  date(out.entry, one.issued);
  return out;
}

Begun unit(const Needs& needs, const Subject& subject) {
  const organisation::Unit& one = needs.organisation.unit(UnitNo{subject.no});
  Begun out{begin(subject), {}};
  out.entry.title = one.name;
  if (!one.parent) return out;
  out.entry.text = needs.organisation.unit(one.parent).name;
  if (const auto closed = needs.organisation.closed_day(one.no)) {
    out.entry.text += ". Đã dừng hoạt động từ " + *closed;
  }
  out.entry.facets[static_cast<std::size_t>(Facet::Unit)] = std::to_string(one.parent.value);
  return out;
}

std::optional<Begun> begun(const Needs& needs, const Subject& subject) {
  if (!is_public(needs, subject)) return std::nullopt;
  switch (subject.kind) {
    case Kind::Article:
      return article(needs, subject);
    case Kind::Document:
      return document(needs, subject);
    case Kind::Plan:
      return plan(needs, subject);
    case Kind::Unit:
      return unit(needs, subject);
  }
  return std::nullopt;
}

// A text that cannot be read is found by its title.
std::string text_of(App& app, const std::string& blob) {
  const auto text = app.blobs.get(blob).and_then(
      [](const std::string& bytes) { return decode<content::ArticleText>(bytes); });
  if (text) {
    return text->lead + "\n" + markdown::to_plain_text(text->body) + "\n" + text->author;
  }
  log::error("search.text_unreadable", {{"blob", blob}, {"why", keeper_sentence(text.error())}});
  return {};
}

// A full text as it is read, without what stands before its first and behind its last provision.
std::string provisions_of(App& app, const std::string& blob) {
  const auto text = app.blobs.get(blob).and_then(
      [](const std::string& bytes) { return viet::read_legal_text(bytes); });
  std::string out;
  if (!text) {
    log::error("search.text_unreadable", {{"blob", blob}, {"why", keeper_sentence(text.error())}});
    return out;
  }
  for (const viet::Provision& one : text->provisions) {
    out += "\n" + one.label + " " + one.heading + " " + one.text;
  }
  return out;
}

}  // namespace

std::optional<Entry> entry_of(App& app, const Needs& needs, const Subject& subject) {
  auto out = app.engine.read([&] { return begun(needs, subject); });
  if (!out) return std::nullopt;
  if (out->blob.empty()) return std::move(out->entry);
  if (subject.kind == Kind::Document) {
    out->entry.text += provisions_of(app, out->blob);
  } else {
    out->entry.text = text_of(app, out->blob);
  }
  return std::move(out->entry);
}

bool is_public(const Needs& needs, const Subject& subject) {
  switch (subject.kind) {
    case Kind::Article:
      return needs.content.has(ArticleNo{subject.no}) &&
             needs.content.article(ArticleNo{subject.no}).is_public();
    case Kind::Document:
      return needs.law.has(DocumentNo{subject.no});
    case Kind::Plan:
      return needs.plans.has(PlanNo{subject.no}) &&
             needs.plans.plan(PlanNo{subject.no}).stage == plan::Stage::Issued;
    case Kind::Unit:
      return needs.organisation.has(UnitNo{subject.no});
  }
  return false;
}

std::optional<std::string> address_of(const Needs& needs, const Subject& subject,
                                      const Visit& visit) {
  switch (subject.kind) {
    case Kind::Article:
      return content::public_address(needs.content.article(ArticleNo{subject.no}));
    case Kind::Document:
      return law::address_of(DocumentNo{subject.no});
    case Kind::Plan:
      if (visit.actor.may_somewhere(Right::SeePlans)) {
        return "/ke-hoach/" + std::to_string(subject.no);
      }
      return "/chien-dich/" + std::to_string(subject.no);
    case Kind::Unit:
      return "/co-quan/" + std::to_string(subject.no);
  }
  return std::nullopt;
}

}  // namespace lantoa::city::search
