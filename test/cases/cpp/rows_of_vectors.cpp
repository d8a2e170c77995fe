// Models a key ring that clears its rows in loops.
// CATEGORY: containers
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

extern "C" {
int ring_fill(std::uint8_t *out, std::size_t n) noexcept;
void explicit_bzero(void *p, std::size_t n) noexcept;
}
using Row = std::array<std::uint8_t, 32>;

struct Slot {
  std::uint8_t key[32];
  int id;
  void clear() noexcept { explicit_bzero(key, sizeof key); }
  void touch() noexcept;
};

void second_row_by_range() {
  std::vector<Row> rows(3);
  [[secret]] Row one;
  ring_fill(one.data(), one.size());
  rows[1] = one;
  explicit_bzero(one.data(), one.size());
  for (auto &row : rows)
    explicit_bzero(row.data(), row.size());
}

void second_row_by_index() {
  std::vector<Row> rows(3);
  [[secret]] Row one;
  ring_fill(one.data(), one.size());
  rows[1] = one;
  explicit_bzero(one.data(), one.size());
  for (std::size_t i = 0; i < rows.size(); ++i)
    explicit_bzero(rows[i].data(), rows[i].size());
}

void second_row_is_not_reached() {
  std::vector<Row> rows(3); // EXPECT: secret-missing-zeroization
  [[secret]] Row one;
  ring_fill(one.data(), one.size());
  rows[1] = one;
  explicit_bzero(one.data(), one.size());
  explicit_bzero(rows[0].data(), rows[0].size());
}

void half_rows_by_index() {
  std::vector<Slot> slots;
  [[secret]] Slot one;
  ring_fill(one.key, sizeof one.key);
  slots.push_back(one); // EXPECT: secret-missing-zeroization
  explicit_bzero(&one, sizeof one);
  for (std::size_t i = 0; i < slots.size(); ++i)
    explicit_bzero(slots[i].key, 16); // EXPECT: secret-partial-zeroization
}

void rows_are_only_touched([[secret]] const Slot &one) {
  std::vector<Slot> slots; // EXPECT: secret-missing-zeroization
  slots.reserve(2);
  slots.push_back(one);
  slots.push_back(one);
  for (std::size_t i = 0; i < slots.size(); ++i)
    slots[i].touch();
}

class Ring {
public:
  ~Ring() {
    for (std::size_t i = 0; i < rows_.size(); ++i)
      explicit_bzero(rows_[i].data(), rows_[i].size());
  }

private:
  [[secret]] std::vector<Row> rows_;
};

class Leaky {
public:
  ~Leaky() {
    for (std::size_t i = 0; i < rows_.size(); ++i)
      ring_fill(rows_[i].data(), 0);
  }

private:
  [[secret]] std::vector<Row> rows_; // EXPECT: secret-missing-zeroization
};
