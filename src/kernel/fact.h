// How a slice declares its facts. In facts.h:
//
//   struct PlanDrafted {
//     static constexpr std::string_view kind = "plan.drafted";
//     PlanNo plan;
//     std::string title;
//   };
//   BOOST_DESCRIBE_STRUCT(PlanDrafted, (), (plan, title))
//
// and in facts.cc: LANTOA_FACT(PlanDrafted) after including kernel/codec.h. The JSON body is the
// one representation of a fact everywhere. A released fact never changes its meaning; new fields
// are std::optional. Allowed members: bool, integers, std::string, Date, Instant, Id, NumberSet,
// described enums and structs, std::optional and std::vector of these. No floats, no variants.
#pragma once

#include <string>
#include <string_view>

#include "kernel/result.h"

namespace lantoa {

template <class Fact>
std::string encode(const Fact& fact);

// Unknown fields and enum names are Code::Unsupported (a newer ledger); anything else that does not
// fit is Code::Invalid.
template <class Fact>
Result<Fact> decode(std::string_view body);

}  // namespace lantoa
