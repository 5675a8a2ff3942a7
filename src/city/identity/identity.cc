#include "city/identity/identity.h"

#include <map>
#include <utility>

#include "platform/log/log.h"
#include "platform/session/session.h"

namespace lantoa::city::identity {
namespace {

// Whose sessions a fact ends, until it is on the disk.
struct Endings {
  struct One {
    Instant at;
    std::uint64_t seq = 0;
    std::string subject;
  };
  std::vector<One> list;
};

// An account that is closed, has lost a role or has another password, and a person who left or got
// a new link, sign in anew. Rights end at once anyway: they are looked up at every request.
void end_sessions(App& app) {
  const auto endings = std::make_shared<Endings>();
  const auto end = [endings](const ledger::Stamp& stamp, std::string subject) {
    endings->list.push_back({stamp.at, stamp.seq, std::move(subject)});
  };
  app.folds.on<AccountClosed>([end](const AccountClosed& fact, const ledger::Stamp& stamp) {
    end(stamp, subject("account", fact.account));
  });
  app.folds.on<PasswordSet>([end](const PasswordSet& fact, const ledger::Stamp& stamp) {
    end(stamp, subject("account", fact.account));
  });
  app.folds.on<PasswordChanged>([end](const PasswordChanged& fact, const ledger::Stamp& stamp) {
    end(stamp, subject("account", fact.account));
  });
  app.folds.on<RoleWithdrawn>([end](const RoleWithdrawn& fact, const ledger::Stamp& stamp) {
    end(stamp, subject("account", fact.account));
  });
  app.folds.on<PersonLeft>([end](const PersonLeft& fact, const ledger::Stamp& stamp) {
    end(stamp, subject("person", fact.person));
  });
  app.folds.on<LinkIssued>([end](const LinkIssued& fact, const ledger::Stamp& stamp) {
    // A courier issues them by the thousand, to people who have none yet.
    if (number_in(stamp.actor, "account/")) end(stamp, subject("person", fact.person));
  });
  app.engine.on_committed([&app, endings](std::uint64_t) {
    // Of a replay only what sessions can have outlived; only those that are older than the fact
    // end.
    const Instant now = app.engine.head().at;
    std::map<std::string, Endings::One> last;
    for (Endings::One& one : std::exchange(endings->list, {})) {
      if (now.ms - one.at.ms < session::absolute_ms_max) last[one.subject] = std::move(one);
    }
    for (auto& [subject, one] : last) {
      if (const auto ended = app.sessions.end_all_of(subject, one.seq); !ended) {
        log::error("sessions_not_ended", {{"subject", subject}, {"why", ended.error().text.en}});
        endings->list.push_back(std::move(one));  // tried again after the next commit
      }
    }
  });
}

std::string name_from(ledger::Vault& vault, PersonNo person, Language language) {
  const auto text = vault.open(subject("person", person));
  if (text && *text) {
    if (auto record = decode<PersonRecord>(**text)) return std::move(record->name);
  }
  const std::string number = std::to_string(person.value);
  return language == Language::English ? "officer no. " + number : "cán bộ số " + number;
}

}  // namespace

void install(App& app, State& state, Needs needs) {
  hear<PersonRegistered, PersonsRegistered, PersonMoved, PersonLeft, AccountOpened, PasswordSet,
       PasswordChanged, AccountClosed, RoleProposed, RoleGranted, RoleWithdrawn, LinkIssued>(app,
                                                                                             state);
  end_sessions(app);
  app.find_actor = [&state](std::string_view name) { return state.actor(name); };
  app.name_of = [&vault = app.vault](PersonNo person, Language language) {
    return name_from(vault, person, language);
  };
  app.navigation.push_back(
      {{"Người và tài khoản", "People and accounts"}, "/nguoi", Right::ManageAccounts});
  const auto passwords = std::make_shared<Passwords>(app.vault, needs.clock);
  install_doors(app, state, needs, passwords);
  install_pages(app, state, needs);
  install_actions(app, state, needs, passwords);
  install_own_password(app, state, needs, passwords);
  install_import(app, state, needs);
}

}  // namespace lantoa::city::identity
