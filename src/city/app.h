// App: what a slice is given to install itself: where it registers folds, routes and couriers, and
// the mechanisms it may use. The composition root owns everything behind these references.
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "city/api.h"
#include "city/channel.h"
#include "city/head.h"
#include "city/live.h"
#include "city/unit_ties.h"
#include "city/web.h"
#include "platform/crypto/crypto.h"
#include "platform/html/templates.h"
#include "platform/ledger/blobs.h"
#include "platform/ledger/engine.h"
#include "platform/ledger/vault.h"
#include "platform/mail/mail.h"
#include "platform/session/session.h"

namespace lantoa::city {

// Does what leaves the process or what time makes happen. What it still has to do is a fold
// (promised minus done), so a courier keeps no list of its own.
class Courier {
 public:
  virtual ~Courier() = default;
  // Does one small piece of work; false when there is nothing to do now.
  virtual bool step() = 0;
  // Of several nodes only one lets its couriers work, but for those that bring in what the node
  // itself has counted.
  virtual bool works_on_every_node() const { return false; }
  // Once, before the program ends: what is only counted in memory becomes a fact.
  virtual void finish() {}
};

// One line of the office's navigation, shown to those who have the right somewhere.
struct Nav {
  Text label;
  std::string path;
  Right right = Right::Work;
};

struct App {
  ledger::Folds& folds;
  ledger::Engine& engine;
  ledger::Vault& vault;
  ledger::Blobs& blobs;
  const html::Templates& templates;
  crypto::Random& random;
  session::Sessions& sessions;
  mail::Sender& mail;
  std::string public_url;  // "http://127.0.0.1:8080", for links in mails
  // The address under which a built-in web file is served: "app.css" -> "/s/app.0f3a….css".
  std::function<std::string(std::string_view)> asset;

  Routes routes;
  Api api{routes};
  LiveHub live;
  std::vector<Nav> navigation;
  std::vector<std::unique_ptr<Courier>> couriers;
  // What slices count in this process, for whoever watches the machine (app/meter.h).
  struct Counted {
    std::string name, help;
    std::map<std::string, std::string> labels;
    std::function<double()> value;  // any thread
  };
  std::vector<Counted> counted;
  // The number of the lease that this node took last: what its couriers append is refused once
  // another node took one. 0: none yet.
  std::atomic<std::uint64_t> lease = 0;
  // Whether that lease still holds. Set by the house where several nodes may write.
  std::function<bool()> leads = [] { return true; };

  // Set where nothing is written, because the ledger is open for reading only: what every page says
  // and what every form, and every page that records who looked, is answered.
  std::optional<Text> read_only;

  // How the public reaches who runs this site, as the installer gave it; empty: not given.
  struct Contact {
    std::string name, address, phone, mailbox;
  };
  Contact contact;

  // Set by identity: who an actor's name stands for now. Called where the state stands still.
  std::function<Result<Actor>(std::string_view)> find_actor;
  // Set by identity: the position of the ledger before which a session of this name must not have
  // begun, because something ended those of before. Called where the state stands still.
  std::function<std::uint64_t(std::string_view)> sessions_from;
  // Whom an access token lets a program act for, and what it lets it do.
  struct TokenHolder {
    TokenNo token;
    std::string account;  // "account/3"
    std::vector<Scope> scopes;
    bool is_noted = false;  // that it was used today stands in the ledger
  };
  // Set by identity: of this secret; NotFound when no token is good under it (any more). Takes the
  // state's lock by itself.
  std::function<Result<TokenHolder>(std::string_view)> find_token;
  // Set by identity: whether this token is good on that day. Called where the state stands still.
  std::function<bool(TokenNo, Date)> token_is_good;
  // Set by identity: a program of this account came by this token today, which the ledger is told
  // when it has time. Any thread; waits for nothing and fails nobody.
  std::function<void(TokenNo, std::string_view account)> note_token_use;
  // Set by identity: a person's name from the vault; "cán bộ số 12" when erased or absent.
  std::function<std::string(PersonNo, Language)> name_of;
  // Something that a visitor has to do today, for his start page.
  struct Duty {
    std::int32_t left = 0;      // days to its deadline, below 0 when late
    std::optional<Text> state;  // what it waits for; none: the deadline in words
    std::string title;
    std::string detail;
    std::string address;
    Text action;
  };
  // What each slice adds to the start page of this visitor. Called where the state stands still.
  std::vector<std::function<void(const Visit&, std::vector<Duty>&)>> duties;
  // What channels did by themselves, for the page of activities, in the order of the slices.
  std::vector<ChannelFigure> channel_figures;
  // What each slice knows to hang on this unit itself, for the page that closes it, in the order of
  // the slices. Called where the state stands still.
  std::vector<std::function<void(UnitNo, std::vector<UnitTie>&)>> unit_ties;
  // Set by activity: what the portal did for this plan in the name of this unit, newest first, a
  // few of it; for the page of a task. Called where the state stands still.
  std::function<std::vector<ChannelRecord>(PlanNo, UnitNo)> channel_entries;
  // A task that a plan gives to a group of units.
  struct GroupUse {
    std::string task_address, what;
    std::string plan_address, plan;  // its number, or its title while it has none
    Text stage;
    bool is_given = false;  // its units have it; otherwise it is of a draft
  };
  // Set by plan: the tasks of this group, those of open amendments, then of plans, each newest
  // first. Called where the state stands still.
  std::function<std::vector<GroupUse>(GroupNo)> group_uses;
  // What the newest signed checkpoint says of the ledger, for the foot of pages.
  struct Seal {
    std::string facts;
    std::string root;  // the first digits
    std::string day;
    std::string path;
  };
  // Set by checkpoint: the newest one; none: not signed yet.
  std::function<std::optional<Seal>(Language)> seal;
  // Answers on the I/O thread what is ready in memory (cached public pages); set by portal.
  http::Fast fast;

  // Decides, appends, syncs, folds; the callback runs on the writer's thread.
  void submit(Order order, ledger::Engine::Callback done);
  Result<ledger::Done> execute(Order order);  // and waits
  ledger::Command command(Order order) const;
  // From now on this node's couriers work under this lease, which it took or renewed. Of a new one
  // only after everything is folded that was appended under earlier ones: what a courier decides to
  // do must not be what a former leader has done already.
  Result<void> lead(std::uint64_t number);

  // A page of this site in its frame.
  struct Crumb {
    std::string label;
    std::optional<std::string> path;  // none: this page
    bool is_name = false;             // Vietnamese in every language, see named()
  };
  // A unit, a document, a person or a title on the path above a page.
  static Crumb named(std::string name, std::optional<std::string> path = {}) {
    return {std::move(name), std::move(path), true};
  }
  template <class View>
  http::Response show(const Visit& visit, Text title, const View& view,
                      std::vector<Crumb> crumbs = {}, PageHead head = {}) const {
    Frame frame = make_frame(visit, std::move(title), std::move(head));
    frame.has_crumbs = !crumbs.empty();
    for (Crumb& one : crumbs) {
      const bool is_vietnamese = one.is_name && visit.language == Language::English;
      frame.crumbs.push_back({std::move(one.label), is_vietnamese, std::move(one.path)});
    }
    const int status = visit.failure != nullptr ? status_of(visit.failure->code) : 200;
    return finish(visit, templates.render_in(frame, view, visit.language), status);
  }

  // What stands around every page.
  struct Link {
    Text label;
    std::string path;
    bool here = false;
  };
  struct Fault {
    std::optional<std::string> field;
    std::string text;
  };
  struct Faults {
    std::string heading;
    std::vector<Fault> list;
  };
  struct SignedIn {
    std::string name;
    std::string csrf;
    bool has_password = false;  // came by one, not by a personal link
  };
  struct ShownCrumb {
    std::string said;
    bool vi = false;  // to be marked: a name among English words
    std::optional<std::string> path;
  };
  struct Frame {
    static constexpr std::string_view tpl = "src/city/frame.tpl";
    Text title;
    PageHead head;
    std::string lang;
    std::string css, js, favicon;
    std::string here;          // this page's own address
    std::string here_encoded;  // the same as a query value, for the language switch
    std::string here_whole;    // the same with the site before it, for paper
    bool office = false;
    bool has_crumbs = false;
    std::vector<ShownCrumb> crumbs;
    std::optional<SignedIn> signed_in;
    std::vector<Link> links;     // of the office
    std::vector<Link> sections;  // of the portal, outside the office
    std::optional<std::string> notice;
    std::optional<std::string> read_only;
    std::optional<Faults> faults;
    std::uint64_t ledger_seq = 0;
    std::string ledger_at;
    std::optional<Seal> ledger_seal;
  };

 private:
  Frame make_frame(const Visit& visit, Text title, PageHead head) const;
  static http::Response finish(const Visit& visit, std::string body, int status);
};

BOOST_DESCRIBE_STRUCT(App::Link, (), (label, path, here))
BOOST_DESCRIBE_STRUCT(App::ShownCrumb, (), (said, vi, path))
BOOST_DESCRIBE_STRUCT(App::Fault, (), (field, text))
BOOST_DESCRIBE_STRUCT(App::Faults, (), (heading, list))
BOOST_DESCRIBE_STRUCT(App::SignedIn, (), (name, csrf, has_password))
BOOST_DESCRIBE_STRUCT(App::Seal, (), (facts, root, day, path))
BOOST_DESCRIBE_STRUCT(App::Frame, (),
                      (title, head, lang, css, js, favicon, here, here_encoded, here_whole, office,
                       has_crumbs, crumbs, signed_in, links, sections, notice, read_only, faults,
                       ledger_seq, ledger_at, ledger_seal))

// Lets `state` fold these kinds: hear<PlanDrafted, PlanIssued>(app, state). A fold may ask for the
// Stamp of the fact as well.
template <class... Facts, class State>
void hear(App& app, State& state) {
  const auto fold = [&state](const auto& fact, const ledger::Stamp& stamp) {
    if constexpr (requires { state.fold(fact, stamp); }) {
      state.fold(fact, stamp);
    } else {
      state.fold(fact);
    }
  };
  (app.folds.on<Facts>(fold), ...);
}

// What a form is answered while App::read_only is set.
Problem reading_only();

// The hidden fields of every form: <input name="khoa"> (idempotency) and "csrf". Part {{>keys}}.
struct FormKeys {
  static constexpr std::string_view tpl = "src/city/form_keys.tpl";
  std::string key;
  std::string csrf;
};
BOOST_DESCRIBE_STRUCT(FormKeys, (), (key, csrf))
FormKeys form_keys(const Visit& visit);

// Neighbours of a page of a long list. Part {{>pager}}.
struct Pager {
  static constexpr std::string_view tpl = "src/city/pager.tpl";
  std::uint32_t page = 1;
  std::uint32_t pages = 1;
  std::uint32_t rows = 0;
  bool many = false;                    // more than one page
  std::optional<std::string> first;     // address; none where the previous page is the first
  std::optional<std::string> previous;  // address
  std::optional<std::string> next;
  std::optional<std::string> last;  // none where the next page is the last
};
BOOST_DESCRIBE_STRUCT(Pager, (), (page, pages, rows, many, first, previous, next, last))
// `page` clamped to what there is; `address` without its trang= parameter.
Pager make_pager(std::uint32_t rows, std::uint32_t page, const std::string& address,
                 std::uint32_t rows_a_page = rows_per_page);

// What a list can be narrowed to, one of it chosen. Part {{>chips}}.
struct Chips {
  static constexpr std::string_view tpl = "src/city/chips.tpl";
  struct Chip {
    std::string address;
    Text label;
    std::optional<std::uint32_t> count;  // of what it leads to
    bool here = false;
  };
  Text heading;  // said, not shown
  std::vector<Chip> list;
};
BOOST_DESCRIBE_STRUCT(Chips::Chip, (), (address, label, count, here))
BOOST_DESCRIBE_STRUCT(Chips, (), (heading, list))

// The way to a page that stands below the home page.
std::vector<App::Crumb> below_home(Language language, std::vector<App::Crumb> rest = {});

}  // namespace lantoa::city
