// Rules of the copies of a plan that bear a signature.
#include "city/plan/decide.h"

namespace lantoa::city::plan {

Result<void> check_signed_copy(std::string_view bytes) {
  if (bytes.empty()) {
    return problem(Code::Invalid, {"Hãy chọn tệp PDF.", "Choose a PDF file."}, fields::file);
  }
  if (bytes.size() > signed_copy_bytes_max) {
    return problem(
        Code::TooLarge,
        {"Tệp lớn hơn 7 MiB. Hãy quét lại đen trắng, 200 dpi, hoặc nén tệp rồi gửi.",
         "The file is larger than 7 MiB. Scan it in black and white at 200 dpi, or compress it."},
        fields::file);
  }
  if (bytes.starts_with("%PDF-")) return {};
  return problem(Code::Invalid,
                 {"Tệp này không phải là PDF. Hãy lưu bản quét hoặc bản ký số thành PDF rồi gửi.",
                  "This is no PDF. Save the scan or the signed file as a PDF, then send it."},
                 fields::file);
}

Decided decide(const Known& known, const AttachSignedCopy& command, const Envelope& envelope) {
  TRY_ASSIGN(const Plan* plan, known.plans.find(command.plan));
  TRY(known.organisation.require(envelope.actor, Right::DraftPlan, plan->issuer));
  if (plan->stage != Stage::Issued) {
    return problem(Code::Conflict,
                   {"Chỉ đính kèm được bản có chữ ký của kế hoạch đã ban hành.",
                    "Only an issued plan can have a copy with a signature."},
                   fields::file);
  }
  ledger::Decision decision;
  decision.answer = answer_address(plan->no, "ban-ky");
  const auto& copies = plan->signed_copies;
  if (!copies.empty() && copies.back().blob == command.blob) return decision;
  if (copies.size() >= signed_copies_max) {
    return problem(Code::TooLarge,
                   {"Kế hoạch đã có 20 bản có chữ ký, không thêm được nữa.",
                    "The plan has 20 copies with a signature already; no more can be added."},
                   fields::file);
  }
  decision.add(subject("plan", plan->no),
               SignedCopyAttached{plan->no, command.blob, command.bytes, writer(envelope)});
  return decision;
}

}  // namespace lantoa::city::plan
