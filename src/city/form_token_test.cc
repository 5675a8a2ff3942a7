#include "city/form_token.h"

#include <gtest/gtest.h>

#include "platform/ledger/memory/memory_store.h"

namespace lantoa::city {
namespace {

FormToken token_of_three() { return {ArticleNo{3}, {1'000'000'000}, "a-b_c-"}; }

struct Signed {
  std::unique_ptr<ledger::Store> store = ledger::make_memory_store();
  ledger::Vault vault{*store, ledger::MasterKey{1, 2, 3}};
  std::string text = write_form_token(vault, "comment", token_of_three());
};

TEST(FormToken, IsReadAsItWasWritten) {
  Signed one;
  const auto read = read_form_token(one.vault, "comment", one.text);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->article, ArticleNo{3});
  EXPECT_EQ(read->issued.ms, 1'000'000'000);
  EXPECT_EQ(read->nonce, "a-b_c-");
}

TEST(FormToken, IsOfOneFormAndOneCity) {
  Signed one;
  EXPECT_FALSE(read_form_token(one.vault, "rating", one.text));
  const ledger::Vault other(*one.store, ledger::MasterKey{9});
  EXPECT_FALSE(read_form_token(other, "comment", one.text));
}

TEST(FormToken, EveryChangeOfACharacterIsRefused) {
  Signed one;
  for (std::size_t at = 0; at < one.text.size(); ++at) {
    std::string changed = one.text;
    changed[at] = changed[at] == '0' ? '1' : '0';
    EXPECT_FALSE(read_form_token(one.vault, "comment", changed)) << at;
    EXPECT_FALSE(read_form_token(one.vault, "comment", one.text.substr(0, at))) << at;
  }
  EXPECT_FALSE(read_form_token(one.vault, "comment", ""));
  EXPECT_FALSE(read_form_token(one.vault, "comment", "-"));
}

}  // namespace
}  // namespace lantoa::city
