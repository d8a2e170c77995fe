// One function a line; see check_truth.py.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <vector>
#include "zeroize.h"
void fill(u8 *p, std::size_t n) noexcept;
void opaque() noexcept;
struct Record { u8 b[32]; };
template <class T> void wipe(T &t) { std::memset(&t, 0, sizeof t); }
extern "C" {
void t_std_fill() { S u8 k[32]; fill(k, 32); ZEROIZE(std::fill(k, k + 32, 0);) }
void t_std_fill_seen() { S u8 k[32]; fill(k, 32); ZEROIZE(std::fill(k, k + 32, 0);) opaque(); }
void t_std_fill_n() { S u8 k[32]; fill(k, 32); ZEROIZE(std::fill_n(k, 32, 0);) }
void t_std_fill_n_seen() { S u8 k[32]; fill(k, 32); ZEROIZE(std::fill_n(k, 32, 0);) opaque(); }
void t_array_fill() { S std::array<u8, 32> k; fill(k.data(), 32); ZEROIZE(k.fill(0);) }
void t_array_fill_seen() { S std::array<u8, 32> k; fill(k.data(), 32); ZEROIZE(k.fill(0);) opaque(); }
void t_assign() { S Record k; fill(k.b, 32); ZEROIZE(k = Record();) }
void t_assign_seen() { S Record k; fill(k.b, 32); ZEROIZE(k = Record();) opaque(); }
void t_template() { S u8 k[32]; fill(k, 32); ZEROIZE(wipe(k);) }
void t_template_seen() { S u8 k[32]; fill(k, 32); ZEROIZE(wipe(k);) opaque(); }
void t_lambda() { S u8 k[32]; fill(k, 32); auto w = [&] { std::memset(k, 0, 32); }; (void)w; ZEROIZE(w();) }
void t_lambda_seen() { S u8 k[32]; fill(k, 32); auto w = [&] { std::memset(k, 0, 32); }; (void)w; ZEROIZE(w();) opaque(); }
void t_delete() { S u8 *k = new u8[32]; fill(k, 32); ZEROIZE(std::memset(k, 0, 32);) delete[] k; }
void t_unique() { S std::unique_ptr<u8[]> k(new u8[32]); fill(k.get(), 32); ZEROIZE(std::memset(k.get(), 0, 32);) }
void t_vector() { S std::vector<u8> k(32); fill(k.data(), 32); ZEROIZE(std::memset(k.data(), 0, 32);) }
void t_vector_seen() { S std::vector<u8> k(32); fill(k.data(), 32); ZEROIZE(std::memset(k.data(), 0, 32);) opaque(); }
u8 t_folded() { S u8 k[32]; fill(k, 32); ZEROIZE(std::memset(k, 0, 32);) return k[3]; }
int t_not_null(u8 *p) { S u8 k[32]; fill(k, 32); std::memcpy(p, k, 32); ZEROIZE(std::memset(k, 0, 32);) return p ? 1 : 2; }
void t_two_branches(int c) { S u8 k[32]; fill(k, 32); if (c) opaque(); ZEROIZE(std::memset(k, 0, 32);) }
void t_touched() { S u8 k[32]; fill(k, 32); ZEROIZE(std::memset(k, 0, 32);) (void)*(volatile u8 *)k; }
}
