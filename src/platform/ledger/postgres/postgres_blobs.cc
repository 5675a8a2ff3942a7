#include <optional>

#include "platform/crypto/crypto.h"
#include "platform/ledger/postgres/postgres_store.h"
#include "platform/postgres/pool.h"

namespace lantoa::ledger {
namespace {

constexpr std::size_t connections_max = 4;

class PostgresBlobs : public Blobs {
 public:
  PostgresBlobs(const postgres::Target& target, postgres::Use use)
      : pool_(target, use, connections_max) {}

  Result<std::string> put(std::string_view bytes) override {
    std::string address = crypto::hex(crypto::sha256(bytes));
    TRY(pool_.run({"INSERT INTO blobs (address, bytes) VALUES ($1, $2) ON CONFLICT DO NOTHING",
                   postgres::Values().text(address).bytes(bytes)}));
    return address;
  }

  Result<std::string> get(std::string_view address) override {
    TRY_ASSIGN(const auto rows, pool_.run({"SELECT bytes FROM blobs WHERE address = $1",
                                           postgres::Values().text(address)}));
    if (rows.size() == 0) {
      return problem(Code::NotFound, {"Không có tệp nội dung mang địa chỉ này.",
                                      "There is no stored content with this address."});
    }
    std::string bytes(rows.bytes(0, 0));
    if (crypto::hex(crypto::sha256(bytes)) == address) return bytes;
    return problem(Code::Unavailable, {"Nội dung lưu ở “" + std::string(address) +
                                           "” đã bị thay đổi. Hãy khôi phục từ bản sao lưu.",
                                       "The content stored as “" + std::string(address) +
                                           "” was changed. Restore it from a backup."});
  }

  Result<void> each(const VisitAddress& visit) override {
    for (std::optional<std::string> after = ""; after;) {
      TRY_ASSIGN(const auto rows,
                 pool_.run({"SELECT address FROM blobs WHERE address > $1 ORDER BY address "
                            "LIMIT 512",
                            postgres::Values().text(*after)}));
      after.reset();
      for (int row = 0; row < rows.size(); ++row) {
        after = std::string(rows.bytes(row, 0));
        TRY(visit(*after));
      }
    }
    return {};
  }

 private:
  postgres::Pool pool_;
};

}  // namespace

std::unique_ptr<Blobs> open_postgres_blobs(const postgres::Target& target, Access access) {
  const bool reads = access == Access::ReadOnly;
  return std::make_unique<PostgresBlobs>(target,
                                         reads ? postgres::Use::Read : postgres::Use::Write);
}

}  // namespace lantoa::ledger
