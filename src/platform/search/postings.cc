#include "platform/search/postings.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "kernel/assert.h"

namespace lantoa::search {
namespace {

constexpr std::size_t number_bytes = 4;
constexpr std::size_t block_bytes = 3 * number_bytes;

void append_number(std::string& out, std::uint32_t number) {
  out.append(reinterpret_cast<const char*>(&number), number_bytes);
}

void append_varint(std::string& out, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7) out += static_cast<char>(number | 0x80);
  out += static_cast<char>(number);
}

// Written by ourselves in this process, so it is whole.
std::uint64_t take_varint(const unsigned char*& at) {
  std::uint64_t number = *at++;
  if (number < 0x80) return number;
  number &= 0x7F;
  for (unsigned shift = 7;; shift += 7) {
    const std::uint64_t byte = *at++;
    number |= (byte & 0x7F) << shift;
    if (byte < 0x80) return number;
  }
}

// The last byte of each has its highest bit clear; eight bytes are looked at together.
void skip_varints(const unsigned char*& at, std::uint64_t count) {
  constexpr std::uint64_t highest = 0x8080'8080'8080'8080;
  while (count >= sizeof(std::uint64_t)) {  // no fewer bytes are left
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, at, sizeof bytes);
    count -= static_cast<std::uint64_t>(std::popcount(~bytes & highest));
    at += sizeof bytes;
  }
  while (count > 0) count -= *at++ < 0x80 ? 1 : 0;
}

}  // namespace

void PostingWriter::add(std::uint32_t document, std::uint32_t times, const std::uint32_t* places) {
  ASSERT(times > 0 && (count_ == 0 || document > last_));
  const std::uint32_t before = count_ == 0 ? no_document : last_;
  const std::uint64_t distance = document - before;  // of the first one more than its number
  append_varint(documents_, distance * 2 + (times == 1 ? 1 : 0));
  if (times > 1) append_varint(documents_, times);
  std::uint32_t place = 0;
  for (std::uint32_t i = 0; places != nullptr && i < times; ++i) {
    append_varint(places_, places[i] - place);
    place = places[i];
  }
  last_ = document;
  if (++count_ % PostingReader::block_documents == 0) end_block();
}

void PostingWriter::end_block() {
  blocks_.push_back({last_, static_cast<std::uint32_t>(documents_.size()), places_begin_});
  places_begin_ = static_cast<std::uint32_t>(places_.size());
}

void PostingWriter::end_list(std::string& out) {
  if (count_ % PostingReader::block_documents != 0) end_block();
  ASSERT(documents_.size() < no_document && places_.size() < no_document);
  for (const Block& block : blocks_) {
    append_number(out, block.last);
    append_number(out, block.documents_end);
    append_number(out, block.places_begin);
  }
  out.append(documents_).append(places_);
  blocks_.clear();
  documents_.clear();
  places_.clear();
  places_begin_ = count_ = 0;
  last_ = no_document;
}

PostingReader::PostingReader(const char* list, std::uint32_t documents)
    : table_(list),
      blocks_((documents + block_documents - 1) / block_documents),
      count_(documents) {
  if (blocks_ == 0) return;
  documents_begin_ = reinterpret_cast<const unsigned char*>(list) + blocks_ * block_bytes;
  places_begin_ = documents_begin_ + number_at(blocks_ - 1, 1);
  load_block(0);
}

std::uint32_t PostingReader::number_at(std::size_t block, std::size_t field) const {
  std::uint32_t number = 0;
  std::memcpy(&number, table_ + block * block_bytes + field * number_bytes, number_bytes);
  return number;
}

void PostingReader::load_block(std::size_t block) {
  block_ = block;
  at_ = 0;
  if (block >= blocks_) {
    size_ = 1;  // so that advance_to finds a last one
    documents_[0] = document_ = no_document;
    return;
  }
  const auto first = static_cast<std::uint32_t>(block * block_documents);
  size_ = std::min(block_documents, count_ - first);
  const unsigned char* from = documents_begin_ + (block == 0 ? 0 : number_at(block - 1, 1));
  std::uint32_t last = block == 0 ? no_document : number_at(block - 1, 0);
  for (std::uint32_t i = 0; i < size_; ++i) {
    const std::uint64_t packed = take_varint(from);
    last += static_cast<std::uint32_t>(packed >> 1);
    documents_[i] = last;
    times_[i] = (packed & 1) != 0 ? 1 : static_cast<std::uint32_t>(take_varint(from));
  }
  document_ = documents_[0];
  place_ = places_begin_ + number_at(block, 2);
  placed_ = 0;
}

// Doubling steps, then halving: what is wanted is mostly near.
void PostingReader::leap_to(std::uint32_t wanted) {
  std::size_t low = block_ + 1;  // no block before it holds `wanted`
  std::size_t step = 1;
  while (low + step <= blocks_ && number_at(low + step - 1, 0) < wanted) {
    low += step;
    step *= 2;
  }
  std::size_t high = std::min(low + step, blocks_);  // the block wanted is below, or there is none
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (number_at(middle, 0) < wanted) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  load_block(low);
}

const std::vector<std::uint32_t>& PostingReader::places() {
  std::uint64_t skipped = 0;
  for (; placed_ < at_; ++placed_) skipped += times_[placed_];
  skip_varints(place_, skipped);
  places_of_.resize(times_[at_]);
  std::uint32_t last = 0;
  for (std::uint32_t& place : places_of_) {
    place = last += static_cast<std::uint32_t>(take_varint(place_));
  }
  placed_ = at_ + 1;
  return places_of_;
}

}  // namespace lantoa::search
