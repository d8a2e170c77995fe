// Smart pointers that are passed by value: the callee has to zeroize.
// CATEGORY: owners
#include <cstdint>
#include <cstring>
#include <memory>
#include <utility>

int hsm_read([[secret]] std::uint8_t *out, std::size_t n) noexcept;
void consume(const void *p, std::size_t n) noexcept;

using bytes = std::unique_ptr<std::uint8_t[]>;

struct key {
    std::uint8_t value[32];
    ~key() { explicit_bzero(value, sizeof value); }
};

struct zeroize_and_delete {
    void operator()(std::uint8_t *p) const noexcept
    {
        explicit_bzero(p, 32);
        delete[] p;
    }
};

void only_used([[secret]] bytes p) noexcept // EXPECT: secret-missing-zeroization
{
    consume(p.get(), 32);
}

void zeroized([[secret]] bytes p) noexcept
{
    consume(p.get(), 32);
    explicit_bzero(p.get(), 32);
}

void zeroized_on_one_way([[secret]] bytes p, bool is_old) noexcept
{
    if (is_old)
        return; // EXPECT: secret-missing-zeroization
    explicit_bzero(p.get(), 32);
}

void moved_on([[secret]] bytes p, bytes &out) noexcept
{
    out = std::move(p);
}

std::uint8_t *released([[secret]] bytes p) noexcept
{
    return p.release();
}

void zeroized_by_its_class([[secret]] std::unique_ptr<key> k) noexcept
{
    consume(k->value, sizeof k->value);
}

void shared([[secret]] std::shared_ptr<key> k) noexcept
{
    consume(k->value, sizeof k->value);
}

void zeroized_by_its_deleter([[secret]] std::unique_ptr<std::uint8_t[], zeroize_and_delete> p) noexcept
{
    consume(p.get(), 32);
}

static void sink([[secret]] bytes p) noexcept // EXPECT: secret-missing-zeroization
{
    consume(p.get(), 32);
}

void calls_sink() noexcept
{
    bytes p(new std::uint8_t[32]);
    hsm_read(p.get(), 32);
    sink(std::move(p));
}
