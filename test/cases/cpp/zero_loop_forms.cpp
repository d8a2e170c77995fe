// Models a PIN pad whose maintainers clear with the C++ they like best.
// CATEGORY: elidable
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

extern "C" int pad_read(std::uint8_t *p, std::size_t n) noexcept;
extern "C" int pad_verify(const std::uint8_t *p, std::size_t n) noexcept;
using V = volatile std::uint8_t;

int kept_0()
{
    [[secret]] std::uint8_t pin[24];
    int rc = pad_read(pin, sizeof pin);

    rc |= pad_verify(pin, sizeof pin);
    for (auto &c : pin) *(V *)&c = 0;
    return rc;
}

int lost_0()
{
    [[secret]] std::uint8_t pin[24];
    int rc = pad_read(pin, sizeof pin);

    rc |= pad_verify(pin, sizeof pin);
    for (auto &c : pin) { auto *q = &c; *q = 0; } // EXPECT: secret-elidable-zeroization
    return rc;
}

int kept_1()
{
    [[secret]] std::uint8_t pin[24];
    int rc = pad_read(pin, sizeof pin);

    rc |= pad_verify(pin, sizeof pin);
    for (auto &c : pin) const_cast<V &>(c) = 0;
    return rc;
}

int lost_1()
{
    [[secret]] std::uint8_t pin[24];
    int rc = pad_read(pin, sizeof pin);

    rc |= pad_verify(pin, sizeof pin);
    for (auto &c : pin) static_cast<std::uint8_t &>(c) = 0; // EXPECT: secret-elidable-zeroization
    return rc;
}

int kept_2()
{
    [[secret]] std::uint8_t pin[24];
    int rc = pad_read(pin, sizeof pin);

    rc |= pad_verify(pin, sizeof pin);
    for (V &c : pin) c = 0;
    return rc;
}

int lost_2()
{
    [[secret]] std::uint8_t pin[24];
    int rc = pad_read(pin, sizeof pin);

    rc |= pad_verify(pin, sizeof pin);
    for (std::uint8_t &c : pin) c = 0; // EXPECT: secret-elidable-zeroization
    return rc;
}

int kept_3()
{
    [[secret]] std::uint8_t pin[24];
    int rc = pad_read(pin, sizeof pin);

    rc |= pad_verify(pin, sizeof pin);
    std::fill_n(static_cast<V *>(pin), sizeof pin, 0);
    return rc;
}

int lost_3()
{
    [[secret]] std::uint8_t pin[24];
    int rc = pad_read(pin, sizeof pin);

    rc |= pad_verify(pin, sizeof pin);
    std::fill_n(pin, sizeof pin, 0); // EXPECT: secret-elidable-zeroization
    return rc;
}

int kept_4()
{
    [[secret]] std::uint8_t pin[24];
    int rc = pad_read(pin, sizeof pin);

    rc |= pad_verify(pin, sizeof pin);
    std::fill(static_cast<V *>(pin), static_cast<V *>(pin) + sizeof pin, 0);
    return rc;
}

int lost_4()
{
    [[secret]] std::uint8_t pin[24];
    int rc = pad_read(pin, sizeof pin);

    rc |= pad_verify(pin, sizeof pin);
    std::fill(pin, pin + sizeof pin, 0); // EXPECT: secret-elidable-zeroization
    return rc;
}

int kept_5()
{
    [[secret]] std::uint8_t pin[24];
    int rc = pad_read(pin, sizeof pin);

    rc |= pad_verify(pin, sizeof pin);
    for (std::size_t i = 0; i != sizeof pin; ++i) const_cast<V &>(pin[i]) = 0;
    return rc;
}

int lost_5()
{
    [[secret]] std::uint8_t pin[24];
    int rc = pad_read(pin, sizeof pin);

    rc |= pad_verify(pin, sizeof pin);
    for (std::size_t i = 0; i != sizeof pin; ++i) *(pin + i) = 0; // EXPECT: secret-elidable-zeroization
    return rc;
}

// A destructor that counts down its own field.
class PinBlock {
public:
    explicit PinBlock(std::size_t n) : p_(new std::uint8_t[n]), n_(n) { pad_read(p_, n_); }
    PinBlock(const PinBlock &) = delete;
    ~PinBlock()
    {
        V *q = p_;
        while (n_--) *q++ = 0;
        delete[] p_;
    }
    int verify() const { return pad_verify(p_, n_); }

private:
    [[secret]] std::uint8_t *p_;
    std::size_t n_;
};

int iterators_kept()
{
    [[secret]] std::vector<std::uint8_t> pin(24);
    int rc = pad_read(pin.data(), pin.size());

    rc |= pad_verify(pin.data(), pin.size());
    for (auto it = pin.begin(); it != pin.end(); ++it) *(V *)&*it = 0;
    return rc;
}

int iterators_lost()
{
    [[secret]] std::vector<std::uint8_t> pin(24);
    int rc = pad_read(pin.data(), pin.size());

    rc |= pad_verify(pin.data(), pin.size());
    for (auto it = pin.begin(); it != pin.end(); ++it) *it = 0; // EXPECT: secret-elidable-zeroization
    return rc;
}

template <class It> void zap(It b, It e)
{
    while (b != e) *(V *)&*b++ = 0;
}

int iterators_passed()
{
    [[secret]] std::vector<std::uint8_t> pin(24);
    int rc = pad_read(pin.data(), pin.size());

    rc |= pad_verify(pin.data(), pin.size());
    zap(pin.begin(), pin.end());
    return rc;
}

int iterators_late()
{
    [[secret]] std::uint8_t pin[24];
    int rc = pad_read(pin, sizeof pin);

    rc |= pad_verify(pin, sizeof pin);
    zap(pin + 4, pin + 24); // EXPECT: secret-partial-zeroization
    return rc;
}
