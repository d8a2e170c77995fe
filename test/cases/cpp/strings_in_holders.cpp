// A string that is copied into a container, and characters copied out of one.
// CATEGORY: immutable
#include <array>
#include <cstring>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

int hsm_read([[secret]] unsigned char *out, std::size_t n) noexcept;
int load([[secret]] std::string &out) noexcept;
void consume(const void *p, std::size_t n) noexcept;
bool is_ready(int n) noexcept;

void pushed([[secret]] const std::string &s)
{
    std::vector<std::string> v;
    v.push_back(s); // EXPECT: secret-immutable-copy
}

void emplaced([[secret]] const std::string &s)
{
    std::vector<std::string> v;
    v.emplace_back(s); // EXPECT: secret-immutable-copy
}

void mapped([[secret]] const std::string &s)
{
    std::map<std::string, std::string> m;
    m.emplace("password", s); // EXPECT: secret-immutable-copy
}

void inserted([[secret]] const std::string &s)
{
    std::map<std::string, std::string> m;
    m.insert({"password", s}); // EXPECT: secret-immutable-copy
}

void paired([[secret]] const std::string &s)
{
    std::pair<std::string, std::string> p{"user", s}; // EXPECT: secret-immutable-copy
    consume(&p, 1);
}

void perhaps([[secret]] const std::string &s)
{
    std::optional<std::string> o = s; // EXPECT: secret-immutable-copy
    consume(&o, 1);
}

void as_a_key([[secret]] const std::string &s, std::map<std::string, int> &m)
{
    m[s] = 1; // EXPECT: secret-immutable-copy
}

void public_string(const std::string &s)
{
    std::vector<std::string> v;
    v.push_back(s);
}

void moved_on([[secret]] const std::string &s)
{
    std::vector<std::string> v;
    std::string t = s; // EXPECT: secret-immutable-copy
    v.push_back(std::move(t));
}

bool looked_up([[secret]] const std::string &s, std::map<std::string, int> &m,
               std::set<std::string> &known, std::unordered_map<std::string, int> &u)
{
    if (m.find(s) != m.end())
        return true;
    if (auto it = u.find(s); it != u.end())
        return it->second > 0;
    return known.count(s) > 0;
}

void forgotten([[secret]] const std::string &s, std::map<std::string, int> &m)
{
    m.erase(s);
}

void viewed([[secret]] std::string_view s, std::vector<std::string_view> &v)
{
    v.push_back(s);
}

void filled_string()
{
    std::string s(64, 0);
    hsm_read(reinterpret_cast<unsigned char *>(s.data()), s.size()); // EXPECT: secret-immutable-copy
}

void filled_by_index()
{
    std::string s(64, 0);
    hsm_read(reinterpret_cast<unsigned char *>(&s[0]), s.size()); // EXPECT: secret-immutable-copy
}

void loaded()
{
    std::string s;
    load(s); // EXPECT: secret-immutable-copy
    consume(s.data(), s.size());
}

void filled_for_caller([[secret]] std::string &s)
{
    hsm_read(reinterpret_cast<unsigned char *>(&s[0]), s.size());
}

void characters([[secret]] const std::string &s) noexcept
{
    std::vector<char> v(s.begin(), s.end()); // EXPECT: secret-missing-zeroization
    consume(v.data(), v.size());
}

void characters_by_pointer([[secret]] const std::string &s) noexcept
{
    std::vector<char> v(s.data(), s.data() + s.size()); // EXPECT: secret-missing-zeroization
    consume(v.data(), v.size());
}

void characters_assigned([[secret]] const std::string &s) noexcept
{
    std::vector<char> v; // EXPECT: secret-missing-zeroization
    v.assign(s.begin(), s.end());
    consume(v.data(), v.size());
}

void characters_zeroized([[secret]] const std::string &s) noexcept
{
    std::vector<char> v(s.begin(), s.end());
    consume(v.data(), v.size());
    explicit_bzero(v.data(), v.size());
}

bool iterator_of_hashes([[secret]] const std::unordered_map<int, std::array<char, 32>> &m) noexcept
{
    auto it = m.find(1);
    return it == m.end() || is_ready(it->first);
}

class vault {
public:
    ~vault()
    {
        for (auto &[id, key] : keys_)
            explicit_bzero(key.data(), key.size());
    }

private:
    [[secret]] std::unordered_map<int, std::vector<char>> keys_;
};
