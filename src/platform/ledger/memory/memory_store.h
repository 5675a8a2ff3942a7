// The store of tests: the same contract without a disk.
#pragma once

#include <memory>

#include "platform/ledger/blobs.h"
#include "platform/ledger/store.h"

namespace lantoa::ledger {

std::unique_ptr<Store> make_memory_store();
std::unique_ptr<Blobs> make_memory_blobs();

}  // namespace lantoa::ledger
