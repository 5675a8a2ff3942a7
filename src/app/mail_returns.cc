#include "app/mail_returns.h"

#include "platform/mail/maildir.h"

namespace lantoa::app {

Result<void> check_mail_returns(const std::string& folder) {
  if (folder.empty()) return {};
  auto checked = mail::Maildir(folder).check();
  if (checked) return {};
  const Text why = checked.error().text;
  return problem(Code::Invalid, {"--mail-returns: " + why.vi, "--mail-returns: " + why.en});
}

}  // namespace lantoa::app
