// Member functions that zeroize one of two members.
// CATEGORY: fields
#include <cstring>

class session {
public:
    ~session()
    {
        explicit_bzero(key_, sizeof key_);
        explicit_bzero(mac_, sizeof mac_);
    }
    void rekey() { drop_key(); }
    void rekey_if(bool is_old)
    {
        if (is_old)
            drop_key();
    }

private:
    void drop_key() { explicit_bzero(key_, sizeof key_); }
    [[secret]] unsigned char key_[16];
    [[secret]] unsigned char mac_[16];
};

class leaky {
public:
    ~leaky() { drop_key(); }

private:
    void drop_key() { explicit_bzero(key_, sizeof key_); }
    [[secret]] unsigned char key_[16];
    [[secret]] unsigned char mac_[16]; // EXPECT: secret-missing-zeroization
};
