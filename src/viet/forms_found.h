// Forms of dissemination and audiences named in the blocks of a plan or an article.
#pragma once

#include <vector>

#include "viet/plan_blocks.h"
#include "viet/plan_text.h"
#include "viet/source_text.h"

namespace lantoa::viet {

// Each form once, at its first mention, in the order of the text.
std::vector<FormMention> find_forms(const SourceText& source, const std::vector<Block>& blocks);

// The groups that must be reached ("đến từng cán bộ, công chức"), each once; a group that is only
// spoken of is none.
std::vector<AudienceMention> find_audiences(const SourceText& source,
                                            const std::vector<Block>& blocks);

}  // namespace lantoa::viet
