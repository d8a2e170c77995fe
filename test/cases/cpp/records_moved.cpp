// Records that own containers, moved into other containers.
// CATEGORY: moves
#include <cstring>
#include <map>
#include <utility>
#include <vector>

int hsm_read([[secret]] unsigned char *out, std::size_t n) noexcept;

struct entry {
    int id = 0;
    std::vector<unsigned char> key;
};

void pushed(std::vector<entry> &out) noexcept
{
    entry e;
    e.key.resize(32);
    hsm_read(e.key.data(), 32);
    out.push_back(std::move(e));
}

void mapped(std::map<int, entry> &out) noexcept
{
    entry e;
    e.key.resize(32);
    hsm_read(e.key.data(), 32);
    out.emplace(1, std::move(e));
}

void copied(std::vector<entry> &out) noexcept
{
    entry e; // EXPECT: secret-missing-zeroization
    e.key.resize(32);
    hsm_read(e.key.data(), 32);
    out.push_back(e);
}
