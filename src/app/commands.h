// The commands of the program, each a function of its options; main.cc only parses them.
// Exit codes: 0 done, 1 the machine failed (disk, network), 2 bad input, 3 the ledger is wrong.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "app/backup.h"
#include "app/place.h"
#include "app/sweep.h"
#include "kernel/result.h"

namespace lantoa::app {

struct ServeOptions {
  Place place;
  std::string listen = "127.0.0.1:8080";
  std::string metrics_listen;  // for numbers about the process, of this machine only; empty: none
  // "10.0.0.5,10.1.0.0/16": of proxies in front, which say who the visitor is; empty: none.
  std::vector<std::string> behind_proxy;
  std::string public_url;  // as readers reach it; empty: from `listen`
  // How the public reaches who runs the site; empty: the contact page says that it is not known.
  std::string contact_name, contact_address, contact_phone, contact_mailbox;
  std::string smtp_url, smtp_user;
  std::filesystem::path smtp_password_file;
  int smtp_seconds = 60;
  std::string mail_from;               // the address that mails are sent from
  std::string mail_returns;            // the Maildir to which mails come back; empty: none
  std::vector<std::string> look_also;  // "10.1.2.3:8080": web pages there are looked at, too
  // Pages only, as far as the ledger is known; nothing is written, no courier works.
  bool read_only = false;
};

struct DemoOptions {
  Place place;
  std::string listen = "127.0.0.1:8080";
  bool load_only = false;
  std::uint32_t persons = 5000;
  std::uint32_t days = 26;   // of simulated work after the plan was issued
  std::uint32_t speed = 60;  // of the virtual clock while it serves: minutes that pass in one
  std::string smtp_url;
  int smtp_seconds = 60;
  std::string mail_returns;               // as of serve
  std::vector<std::string> behind_proxy;  // as of serve
};

struct InitOptions {
  Place place;
  std::filesystem::path units;  // CSV
  std::string login;
  std::string name;
  // A second administrator, so that what needs two persons can be done; both or neither.
  std::string second_login;
  std::string second_name;
};

int serve(const ServeOptions& options);
int demo(const DemoOptions& options);
int init(const InitOptions& options);
int read(const std::filesystem::path& file);
int routes();
struct VerifyOptions {
  Place place;
  std::string head;                  // "SEQ:CHAIN" held elsewhere; empty: none
  std::filesystem::path checkpoint;  // a signed note held elsewhere; empty: none
  std::string key;                   // of who signed it: a file or the key's text
  bool progress = false;             // said on standard error also where that is no terminal
};
int ledger_verify(const VerifyOptions& options);
int ledger_head(const Place& place);
int ledger_export(const Place& place);
// Into a place that holds no ledger yet.
int ledger_copy(const Place& from, const Place& to);
// The keys lie in the folder of `place` also where the ledger is in a database.
int ledger_new_key(const Place& place);

// proof_commands.cc
struct ProofOptions {
  Place place;
  std::uint32_t figure = 0;     // to be proved, or
  std::uint32_t round = 0;      // of reports; just one of them, 0: not this
  std::filesystem::path out;    // empty: standard output
  std::filesystem::path file;   // to be checked: a proof, or a checkpoint that was kept
  std::filesystem::path steps;  // from that checkpoint on
  std::string key;              // a file or the key's text
};
int proof_make(const ProofOptions& options);
// Exit 2: the file is no proof; 3: it was changed.
int proof_check(const ProofOptions& options);
// From a checkpoint that was kept to the last of the steps; the same exit codes.
int proof_follow(const ProofOptions& options);

// Into a new folder, while the server runs or not. The vault's key goes with it only when asked.
int backup(const std::filesystem::path& data, const std::filesystem::path& to, bool with_key);
int restore(const RestoreOptions& options);
// Contents that no fact names; sweep.cc.
int blobs_sweep(const SweepOptions& options);

// Where to count: a ledger or an export (exactly one of the two is given).
struct CountOptions {
  Place place;
  std::filesystem::path from;
  std::string day;  // "2021-06-15" or "15/06/2021": as the ledger stood at its end; empty: now
};
// Coverage of every item and unit as JSON lines.
int coverage(const CountOptions& options);
// Counts every frozen figure (or only the one of this number) afresh from the facts up to its
// position; exit 3 when one differs.
int report_recompute(const CountOptions& options, std::uint32_t only);

// Says what is wrong on standard error, in Vietnamese and English, and gives the exit code.
int fail(const Problem& problem);

}  // namespace lantoa::app
