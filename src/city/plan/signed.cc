// The signed copies of a plan: their bytes, and adding one. Whatever is in them, they are handed
// out as files to be saved, never as a page of this site.
#include "city/plan/signed.h"

#include "platform/html/view.h"

namespace lantoa::city::plan {
namespace {

constexpr std::uint64_t kibibyte = 1'024;

// "850 KiB", "1,2 MiB"; never "0 KiB".
std::string size_in_words(std::uint64_t bytes, Language language) {
  const std::uint64_t kibibytes = (bytes + kibibyte - 1) / kibibyte;
  if (kibibytes < kibibyte) return html::grouped(kibibytes, language) + " KiB";
  const std::uint64_t tenths = kibibytes * 10 / kibibyte;
  return std::to_string(tenths / 10) + Text{",", "."}.in(language) + std::to_string(tenths % 10) +
         " MiB";
}

std::string copies_of(PlanNo plan) { return "/ke-hoach/" + std::to_string(plan.value) + "/ban-ky"; }

CopyRow row_of(const Plan& plan, std::size_t index, Language language) {
  const SignedCopy& copy = plan.signed_copies[index];
  return {copies_of(plan.no) + "/" + std::to_string(index + 1), size_in_words(copy.bytes, language),
          vietnamese(copy.on)};
}

// Of a plan's copies, counted from 1.
struct CopyNo {
  std::uint32_t value = 0;
};

Result<SignedCopy> find_copy(const State& state, PlanNo no, CopyNo copy) {
  TRY_ASSIGN(const Plan* plan, state.find(no));
  if (copy.value >= 1 && copy.value <= plan->signed_copies.size()) {
    return plan->signed_copies[copy.value - 1];
  }
  return problem(Code::NotFound, {"Kế hoạch không có bản có chữ ký này.",
                                  "The plan has no such copy with a signature."});
}

Result<http::Response> send_copy(const App& app, const State& state, const Visit& visit) {
  TRY_ASSIGN(const PlanNo no, visit.number<PlanNo>("plan"));
  TRY_ASSIGN(const CopyNo copy, visit.number<CopyNo>("n"));
  TRY_ASSIGN(const SignedCopy found, app.engine.read([&] { return find_copy(state, no, copy); }));
  TRY_ASSIGN(std::string bytes, app.blobs.get(found.blob));
  return http::file(
      std::move(bytes), "application/pdf",
      "ke-hoach-" + std::to_string(no.value) + "-ban-ky-" + std::to_string(copy.value) + ".pdf");
}

Result<Order> order_copy(App& app, const State& state, const Needs& needs, const Visit& visit) {
  TRY_ASSIGN(const PlanNo no, visit.number<PlanNo>("plan"));
  // Asked here too, before bytes are kept for somebody who may not add them, or for a draft; what
  // is wrong with a draft decide says.
  const auto is_issued = app.engine.read([&]() -> Result<bool> {
    TRY_ASSIGN(const Plan* plan, state.find(no));
    TRY(needs.organisation.require(visit.actor, Right::DraftPlan, plan->issuer));
    return plan->stage == Stage::Issued;
  });
  if (!is_issued) return tl::unexpected(is_issued.error());
  const std::string_view bytes = visit.file(fields::file);
  TRY(check_signed_copy(bytes));
  if (!*is_issued) return make_order(state, needs, AttachSignedCopy{no, {}, bytes.size()});
  TRY_ASSIGN(std::string blob, app.blobs.put(bytes));
  return make_order(state, needs, AttachSignedCopy{no, std::move(blob), bytes.size()});
}

}  // namespace

std::optional<SignedView> signed_view(const Needs& needs, const Visit& visit, const Plan& plan) {
  if (plan.stage != Stage::Issued) return std::nullopt;
  SignedView out;
  for (std::size_t i = plan.signed_copies.size(); i > 0; --i) {
    CopyRow row = row_of(plan, i - 1, visit.language);
    if (out.newest) {
      out.earlier.push_back(std::move(row));
    } else {
      out.newest = std::move(row);
    }
  }
  out.has_earlier = !out.earlier.empty();
  if (needs.organisation.allows(visit.actor, Right::DraftPlan, plan.issuer) &&
      plan.signed_copies.size() < signed_copies_max) {
    out.attach = AttachForm{form_keys(visit), copies_of(plan.no), field(visit, fields::file)};
  }
  return out;
}

void install_signed(App& app, const State& state, Needs needs) {
  app.routes.get("/ke-hoach/{plan}/ban-ky/{n}", Right::SeePlans,
                 [&app, &state](const Visit& visit) { return send_copy(app, state, visit); });
  const Page again = app.routes.find(http::Method::Get, "/ke-hoach/1").route->page;
  app.routes.post(
      "/ke-hoach/{plan}/ban-ky", Right::DraftPlan,
      [&app, &state, needs](const Visit& visit) { return order_copy(app, state, needs, visit); },
      again);
}

}  // namespace lantoa::city::plan
