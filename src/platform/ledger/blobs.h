// Blobs: immutable bytes by their SHA-256 (published text versions, pictures, audio). Written and
// synced before the fact that names them, so a fact never names bytes that are not there.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "kernel/result.h"

namespace lantoa::ledger {

// Whether this can be the address of a blob: 64 lower-case hex digits.
bool is_blob_address(std::string_view text);

class Blobs {
 public:
  virtual ~Blobs() = default;
  // The address: 64 lower-case hex digits. The same bytes have the same address and are kept once.
  virtual Result<std::string> put(std::string_view bytes) = 0;
  // NotFound when absent; Unavailable when the stored bytes no longer have that hash.
  virtual Result<std::string> get(std::string_view address) = 0;
  // Every address, in any order, to be copied.
  using VisitAddress = std::function<Result<void>(const std::string& address)>;
  virtual Result<void> each(const VisitAddress& visit) = 0;
};

}  // namespace lantoa::ledger
