#include "platform/mail/returned.h"

#include <algorithm>
#include <array>
#include <utility>

#include "platform/mail/entity.h"
#include "platform/mail/mail.h"
#include "platform/mail/note.h"

namespace lantoa::mail {

namespace {

constexpr std::size_t parts_max = 20;         // of a notification; they have two or three
constexpr std::size_t message_id_max = 250;   // bytes
constexpr std::size_t status_digits_max = 3;  // of each of its last two numbers

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

bool is_word(std::string_view text, std::string_view word) {
  return text.size() == word.size() &&
         std::equal(text.begin(), text.end(), word.begin(),
                    [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; });
}

// "failed", also with a remark behind it.
std::optional<Action> action_of(std::string_view field) {
  static constexpr std::array<std::pair<std::string_view, Action>, 5> known{{
      {"failed", Action::Failed},
      {"delayed", Action::Delayed},
      {"delivered", Action::Delivered},
      {"relayed", Action::Relayed},
      {"expanded", Action::Expanded},
  }};
  const std::string_view word = trimmed(field.substr(0, field.find('(')));
  for (const auto& [name, action] : known) {
    if (is_word(word, name)) return action;
  }
  return std::nullopt;
}

// The digits at its beginning; none when there are too many.
std::string_view number_at(std::string_view text) {
  std::size_t size = 0;
  while (size < text.size() && is_digit(text[size])) ++size;
  return size <= status_digits_max ? text.substr(0, size) : std::string_view();
}

// The code at the beginning of a text, as "5.1.1"; empty when there is none.
std::string status_at(std::string_view text) {
  if (text.size() < 2 || (text[0] != '2' && text[0] != '4' && text[0] != '5') || text[1] != '.') {
    return {};
  }
  const std::string_view subject = number_at(text.substr(2));
  const std::size_t behind = 2 + subject.size();
  if (subject.empty() || behind >= text.size() || text[behind] != '.') return {};
  const std::string_view detail = number_at(text.substr(behind + 1));
  if (detail.empty()) return {};
  return std::string(text.substr(0, behind + 1 + detail.size()));
}

// The first of those in what a server said, of this class.
std::string status_within(std::string_view said, char kind) {
  for (std::size_t at = 0; at < said.size(); ++at) {
    const bool begins = at == 0 || (!is_digit(said[at - 1]) && said[at - 1] != '.');
    if (!begins || said[at] != kind) continue;
    std::string found = status_at(said.substr(at));
    const std::size_t end = at + found.size();
    const bool ends = end == said.size() || (said[end] != '.' && !is_digit(said[end]));
    if (!found.empty() && ends) return found;
  }
  return {};
}

// "rfc822; a@b.example" without its type; empty when it is no address.
std::string address_of(std::string_view field) {
  const std::size_t semicolon = field.find(';');
  if (semicolon == std::string_view::npos) return {};
  std::string_view address = trimmed(field.substr(semicolon + 1));
  if (address.starts_with('<') && address.ends_with('>')) {
    address = address.substr(1, address.size() - 2);
  }
  return is_address(address) ? std::string(address) : std::string();
}

std::string said_in(std::string_view diagnostic) {
  const std::size_t semicolon = diagnostic.find(';');
  const bool has_type = semicolon != std::string_view::npos &&
                        diagnostic.substr(0, semicolon).find(' ') == std::string_view::npos;
  return std::string(trimmed(has_type ? diagnostic.substr(semicolon + 1) : diagnostic));
}

// What was said is told more exactly than the field by servers that write 5.0.0 into it.
std::string exact_status(std::string_view field, std::string_view said) {
  std::string status = status_at(trimmed(field));
  if (status.empty() || !status.ends_with(".0.0")) return status;
  std::string better = status_within(said, status.front());
  return better.empty() ? status : better;
}

bool agree(Action action, char kind) {
  switch (action) {
    case Action::Failed:
      return kind == '4' || kind == '5';
    case Action::Delayed:
      return kind == '4';
    case Action::Delivered:
    case Action::Relayed:
    case Action::Expanded:
      return kind == '2';
  }
  return false;
}

std::optional<ReturnedRecipient> recipient_of(const Entity& fields) {
  const auto action = action_of(fields.header("Action"));
  if (!action) return std::nullopt;
  const std::string said = said_in(fields.header("Diagnostic-Code"));
  ReturnedRecipient out;
  out.action = *action;
  out.original = address_of(fields.header("Original-Recipient"));
  out.address = address_of(fields.header("Final-Recipient"));
  out.status = exact_status(fields.header("Status"), said);
  out.note = note_of(said);
  if (out.original.empty() && out.address.empty()) return std::nullopt;
  if (out.status.empty() || !agree(out.action, out.status.front())) return std::nullopt;
  return out;
}

// "<a.1@b>" without what stands around it; empty when it is none.
std::string message_id_of(std::string_view field) {
  const std::size_t open = field.find('<');
  if (open != std::string_view::npos) {
    const std::size_t close = field.find('>', open);
    if (close == std::string_view::npos) return {};
    field = field.substr(open + 1, close - open - 1);
  }
  field = trimmed(field);
  const bool is_plain = std::all_of(field.begin(), field.end(), [](char c) {
    return c > ' ' && c <= '~' && c != '<' && c != '>';
  });
  const bool fits = !field.empty() && field.size() <= message_id_max;
  return fits && is_plain && std::count(field.begin(), field.end(), '@') == 1 ? std::string(field)
                                                                              : std::string();
}

// Of the mail that came back, or of its headers, whichever the notification brings along.
std::string returned_id(std::string_view part) {
  const auto [head, body] = split_head(part);
  const auto kind = Entity::of_head(head);
  if (!kind) return {};
  const std::string type = kind->type();
  std::optional<Entity> mail;
  if (type == "message/rfc822" || type == "message/global") {
    mail = Entity::of_head(split_head(body).head);
  } else if (type == "text/rfc822-headers" || type == "message/global-headers") {
    const auto whole = Entity::of_leaf(part);
    if (whole) mail = Entity::of_head(split_head(whole->content()).head);
  }
  return mail ? message_id_of(mail->header("Message-ID")) : std::string();
}

class Reading {
 public:
  std::optional<Returned> read(std::string_view bytes) {
    const auto [head, body] = split_head(bytes);
    const auto mail = Entity::of_head(head);
    if (!mail || mail->type() != "multipart/report" ||
        !is_word(mail->parameter("report-type"), "delivery-status")) {
      return std::nullopt;
    }
    for (const std::string_view part : split_parts(body, mail->parameter("boundary"), parts_max)) {
      take(part);
    }
    if (out_.message_id.empty()) out_.message_id = named_id_;
    if (out_.message_id.empty()) out_.message_id = message_id_of(mail->header("In-Reply-To"));
    if (has_too_many_ || out_.message_id.empty() || out_.recipients.empty()) return std::nullopt;
    return std::move(out_);
  }

 private:
  void take(std::string_view part) {
    const auto head = Entity::of_head(split_head(part).head);
    if (!head) return;
    const std::string type = head->type();
    if (type == "message/delivery-status" || type == "message/global-delivery-status") {
      if (!std::exchange(has_status_, true)) take_status(part);
    } else if (out_.message_id.empty()) {
      out_.message_id = returned_id(part);
    }
  }

  // The first block is about the mail, each of the others about one recipient.
  void take_status(std::string_view part) {
    const auto whole = Entity::of_leaf(part);
    if (!whole) return;
    const std::string content = whole->content();
    const auto blocks = split_blocks(content, returned_recipients_max + 2);
    has_too_many_ = blocks.size() > returned_recipients_max + 1;
    for (const std::string_view block : blocks) {
      const auto fields = Entity::of_head(block);
      if (!fields) continue;
      if (auto recipient = recipient_of(*fields)) out_.recipients.push_back(*std::move(recipient));
      if (named_id_.empty()) named_id_ = message_id_of(fields->header("X-Original-Message-ID"));
      if (named_id_.empty()) named_id_ = message_id_of(fields->header("Original-Envelope-Id"));
    }
  }

  Returned out_;
  std::string named_id_;  // by the block about the mail
  bool has_status_ = false;
  bool has_too_many_ = false;
};

}  // namespace

std::optional<Returned> read_returned(std::string_view bytes) {
  if (bytes.size() > returned_bytes_max) return std::nullopt;
  return Reading().read(bytes);
}

}  // namespace lantoa::mail
