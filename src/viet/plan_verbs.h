// The words by which a text gives a body something to do: what assigns ("có trách nhiệm", "chủ
// trì"), what is done ("hướng dẫn", "đôn đốc"), and what only tells ("đã", "được", "cho biết").
#pragma once

#include "viet/plan_phrases.h"

namespace lantoa::viet {

const Phrases& assigning();  // stands between a body and its duty: "có trách nhiệm"
const Phrases& work();       // begins a duty: "tổ chức", "đăng tải"
const Phrases& manners();    // before it: "thường xuyên", "chủ động"
const Phrases& telling();    // after a body: what follows is no duty
const Phrases& lead_ins();   // open a sentence before the body: "Trong đó", "Theo đó"; value 1 when
                             // they assign: "Giao", "Đề nghị"

// Where a duty's verb begins: `at` itself, whether or not manners stand before the verb. 0 when
// nothing that is done begins here.
PhraseFound work_at(const SourceText& source, std::size_t at, std::size_t limit);

}  // namespace lantoa::viet
