#include "platform/http/gzip.h"

#include <zlib.h>

#include <limits>

#include "kernel/assert.h"

namespace lantoa::http {

namespace {
constexpr int gzip_format = 16;  // added to the window bits: a gzip header in place of zlib's
constexpr int memory_level_max = 9;
}  // namespace

std::string gzip(std::string_view bytes) {
  ASSERT(bytes.size() <= std::numeric_limits<uInt>::max());
  z_stream stream{};
  ASSERT(deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, MAX_WBITS + gzip_format,
                      memory_level_max, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
  // zlib's interface takes non-const input and does not write to it.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  ASSERT(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

}  // namespace lantoa::http
