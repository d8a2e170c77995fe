// Calls what classes keep in fields that are pointers to functions.
// CATEGORY: function-tables
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <strings.h>

void consume(const void *p, std::size_t n) noexcept;

[[secret]] static std::uint8_t root_key[32];

static void derive_root(std::uint8_t *out)
{
    std::memcpy(out, root_key, 16);
}

static void derive_zero(std::uint8_t *out)
{
    std::memset(out, 0, 16);
}

class Deriver {
public:
    explicit Deriver(bool real) : derive_(real ? derive_root : derive_zero) {}

    int leaves() const
    {
        std::uint8_t key[16]; // EXPECT: secret-missing-zeroization
        derive_(key);
        consume(key, sizeof key);
        return 0;
    }

    int clears() const
    {
        std::uint8_t key[16];
        derive_(key);
        consume(key, sizeof key);
        explicit_bzero(key, sizeof key);
        return 0;
    }

private:
    void (*derive_)(std::uint8_t *out);
};

/* Only one that brings nothing. */
struct Empty {
    void (*derive)(std::uint8_t *out) = derive_zero;
};

int nothing_left(const Empty &e)
{
    std::uint8_t key[16];
    e.derive(key);
    consume(key, sizeof key);
    return 0;
}

struct Hooks {
    void (*made)(std::uint8_t *out) = nullptr;
    void (*done)(std::uint8_t *p) = [](std::uint8_t *p) { explicit_bzero(p, 16); };
};

Hooks make_hooks()
{
    Hooks h;
    h.made = [](std::uint8_t *out) { std::memcpy(out, root_key, 16); };
    return h;
}

int hooks_leave(const Hooks &h)
{
    std::uint8_t key[16]; // EXPECT: secret-missing-zeroization
    h.made(key);
    consume(key, sizeof key);
    return 0;
}

int hooks_clear(const Hooks &h)
{
    std::uint8_t key[16];
    h.made(key);
    consume(key, sizeof key);
    h.done(key);
    return 0;
}
