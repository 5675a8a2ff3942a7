// The view courier: brings the views of this run into the ledger, once a minute and at the end.
#pragma once

#include "city/portal/portal.h"

namespace lantoa::city::portal {

constexpr std::int64_t flush_every_ms = 60'000;

class ViewCourier : public Courier {
 public:
  ViewCourier(App& app, Live& live, const content::State& content, Clock& clock)
      : app_(app), live_(live), content_(content), clock_(clock) {}
  bool step() override;
  bool works_on_every_node() const override { return true; }
  void finish() override { flush(); }

 private:
  void flush();

  App& app_;
  Live& live_;
  const content::State& content_;
  Clock& clock_;
  std::optional<Instant> last_;  // none: began with this run
};

}  // namespace lantoa::city::portal
