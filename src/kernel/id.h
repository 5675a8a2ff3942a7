// Id<Tag>: a dense 32-bit number of one kind of thing, from 1; 0 means none. Different kinds do not
// mix: passing a PlanNo where a UnitNo is wanted does not compile.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

#include "kernel/assert.h"

namespace lantoa {

template <class Tag>
struct Id {
  std::uint32_t value = 0;

  constexpr Id() = default;
  constexpr explicit Id(std::uint32_t number) : value(number) {}
  constexpr explicit operator bool() const { return value != 0; }
  constexpr auto operator<=>(const Id&) const = default;
  // Position in a vector that holds number 1 first; none has no position.
  constexpr std::size_t index() const {
    ASSERT(value != 0);
    return value - 1;
  }
};

}  // namespace lantoa

template <class Tag>
struct std::hash<lantoa::Id<Tag>> {
  std::size_t operator()(lantoa::Id<Tag> id) const noexcept { return id.value; }
};
