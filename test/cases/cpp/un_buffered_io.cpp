// Buffered readers and writers with templates and views.
// CATEGORY: untagged
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

template <std::size_t N> class Reader {
public:
  using Source = std::function<std::size_t(std::span<std::uint8_t>)>;
  explicit Reader(Source s) : src_(std::move(s)) {}
  bool byte(std::uint8_t &out) {
    if (at_ == end_) {
      end_ = src_(buf_);
      at_ = 0;
      if (end_ == 0)
        return false;
    }
    out = buf_[at_++];
    return true;
  }

private:
  std::array<std::uint8_t, N> buf_{};
  std::size_t at_ = 0, end_ = 0;
  Source src_;
};

std::vector<std::uint8_t> readAll(Reader<64> &r) {
  std::vector<std::uint8_t> out;
  std::uint8_t b = 0;
  while (r.byte(b))
    out.push_back(b);
  out.shrink_to_fit();
  return out;
}

std::size_t copyThrough(std::span<const std::uint8_t> in, std::vector<std::uint8_t> &out) {
  std::array<std::uint8_t, 16> block{};
  std::size_t done = 0;
  while (!in.empty()) {
    std::size_t n = std::min(in.size(), block.size());
    std::copy_n(in.begin(), n, block.begin());
    out.insert(out.end(), block.begin(), block.begin() + static_cast<std::ptrdiff_t>(n));
    in = in.subspan(n);
    done += n;
    block = {};
  }
  std::ranges::fill(block, std::uint8_t{0});
  return done;
}

std::size_t words(std::string_view s) {
  std::size_t n = 0;
  bool in = false;
  for (char c : s) {
    if (c == ' ')
      in = false;
    else if (!std::exchange(in, true))
      ++n;
  }
  return n;
}
