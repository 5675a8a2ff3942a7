// The copies of an issued plan that bear a signature, as its page lists them.
#pragma once

#include "city/plan/plan.h"

namespace lantoa::city::plan {

struct CopyRow {
  std::string address;
  std::string size;  // "1,2 MiB"
  std::string on;    // the day it was attached
};
BOOST_DESCRIBE_STRUCT(CopyRow, (), (address, size, on))

struct AttachForm {
  FormKeys keys;
  std::string action;
  Field copy_file;
};
BOOST_DESCRIBE_STRUCT(AttachForm, (), (keys, action, copy_file))

struct SignedView {
  std::optional<CopyRow> newest;
  bool has_earlier = false;
  std::vector<CopyRow> earlier;  // newest first
  std::optional<AttachForm> attach;
};
BOOST_DESCRIBE_STRUCT(SignedView, (), (newest, has_earlier, earlier, attach))

// nullopt until the plan is issued.
std::optional<SignedView> signed_view(const Needs& needs, const Visit& visit, const Plan& plan);

}  // namespace lantoa::city::plan
