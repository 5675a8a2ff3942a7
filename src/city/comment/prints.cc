#include "city/comment/prints.h"

#include <algorithm>

#include "platform/ledger/vault.h"
#include "viet/unicode.h"

namespace lantoa::city::comment {
namespace {

std::string words_half(std::string_view print) {
  return std::string(print.substr(0, print_digits));
}

std::string writer_half(std::string_view print) {
  return print.size() > print_digits ? std::string(print.substr(print_digits)) : std::string();
}

}  // namespace

std::string print_of(const ledger::Vault& vault, std::string_view name, std::string_view title,
                     std::string_view text) {
  const std::string words = viet::fold(title) + "\n" + viet::fold(text);
  const std::string signed_words = viet::fold(name) + "\n" + words;
  return vault.commitment("comment/text", words).substr(0, print_digits) +
         vault.commitment("comment/writer", signed_words).substr(0, print_digits);
}

void Prints::add(CommentNo comment, const std::string& print) {
  by_words_[words_half(print)].push_back({comment, writer_half(print)});
}

void Prints::remove(CommentNo comment, const std::string& print) {
  const auto found = by_words_.find(words_half(print));
  if (found == by_words_.end()) return;
  std::erase_if(found->second, [&](const Entry& entry) { return entry.comment == comment; });
  if (found->second.empty()) by_words_.erase(found);
}

bool Prints::has_words(std::string_view print) const {
  return by_words_.contains(words_half(print));
}

std::vector<CommentNo> Prints::same_writer(std::string_view print) const {
  std::vector<CommentNo> out;
  const std::string writer = writer_half(print);
  const auto found = by_words_.find(words_half(print));
  if (writer.empty() || found == by_words_.end()) return out;
  for (const Entry& entry : found->second) {
    if (entry.writer == writer) out.push_back(entry.comment);
  }
  return out;
}

}  // namespace lantoa::city::comment
