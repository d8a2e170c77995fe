// What looks like two copies and is one, or none.
// CATEGORY: hidden-copy
#include <cstring>
#include <map>
#include <string>
#include <utility>
#include <vector>

int hsm_read([[secret]] unsigned char *out, std::size_t n) noexcept;
void consume(const void *p, std::size_t n) noexcept;

using bytes = std::vector<unsigned char>;

void block_moves_into_closure() noexcept
{
    bytes k(32);
    hsm_read(k.data(), 32);
    auto f = [v = std::move(k)]() mutable noexcept { explicit_bzero(v.data(), v.size()); };
    f();
}

void block_is_copied_into_closure() noexcept
{
    bytes k(32); // EXPECT: secret-missing-zeroization
    hsm_read(k.data(), 32);
    auto f = [k]() noexcept { consume(k.data(), k.size()); }; // EXPECT: secret-hidden-copy
    f();
}

void blocks_of_elements_move(std::vector<bytes> &out) noexcept
{
    for (int i = 0; i < 2; i++) {
        bytes k(32);
        hsm_read(k.data(), 32);
        out.push_back(std::move(k));
    }
}

void next_element_is_empty(std::vector<bytes> &keys) noexcept
{
    for (auto &k : keys) {
        k.resize(32);
        hsm_read(k.data(), 32);
    }
}

void next_value_is_empty(std::map<int, bytes> &keys) noexcept
{
    for (int i = 0; i < 4; i++) {
        auto &k = keys[i];
        k.resize(32);
        hsm_read(k.data(), 32);
    }
}

void the_same_vector_grows() noexcept
{
    bytes k(16);
    hsm_read(k.data(), 16);
    k.resize(32); // EXPECT: secret-hidden-copy
    explicit_bzero(k.data(), k.size());
}

void a_part_is_one_copy([[secret]] const std::string &s) noexcept
{
    std::string t = s.substr(1); // EXPECT: secret-immutable-copy
    consume(t.data(), t.size());
}
