// Matrices, fixed arrays and value semantics.
// CATEGORY: untagged
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <numeric>
#include <optional>
#include <variant>
#include <vector>

using Row = std::array<double, 4>;
struct Matrix {
  std::array<Row, 4> r{};
};

Matrix multiply(const Matrix &a, const Matrix &b) {
  Matrix c;
  for (std::size_t i = 0; i < 4; ++i)
    for (std::size_t j = 0; j < 4; ++j)
      for (std::size_t k = 0; k < 4; ++k)
        c.r[i][j] += a.r[i][k] * b.r[k][j];
  return c;
}

Matrix power(Matrix m, unsigned n) {
  Matrix out;
  for (std::size_t i = 0; i < 4; ++i)
    out.r[i][i] = 1;
  while (n) {
    if (n & 1)
      out = multiply(out, m);
    m = multiply(m, m);
    n >>= 1;
  }
  std::memset(&m, 0, sizeof(m));
  return out;
}

std::optional<double> mean(std::vector<double> v) {
  if (v.empty())
    return std::nullopt;
  v.push_back(0);
  v.pop_back();
  v.shrink_to_fit();
  double s = std::accumulate(v.begin(), v.end(), 0.0);
  std::fill(v.begin(), v.end(), 0.0);
  return s / static_cast<double>(v.size());
}

struct Visitor {
  std::size_t operator()(const Row &r) const { return r.size(); }
  std::size_t operator()(const Matrix &m) const { return m.r.size() * 4; }
  std::size_t operator()(std::monostate) const { return 0; }
};

std::size_t elements(const std::variant<std::monostate, Row, Matrix> &v) { return std::visit(Visitor{}, v); }

std::uint32_t mix(std::uint32_t h, std::uint32_t k) {
  std::uint32_t tmp[2] = {h, k};
  tmp[0] ^= tmp[1] * 0x9e3779b9u;
  std::uint32_t r = tmp[0];
  std::fill_n(tmp, 2, 0u);
  return r;
}
