// A line-based network client with retries, logging and errors.
// CATEGORY: untagged
#include <array>
#include <cstddef>
#include <cstdio>
#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unistd.h>
#include <sys/socket.h>
#include <syslog.h>

class Line {
public:
  explicit Line(int fd) noexcept : fd_(fd) {}
  std::string readLine() {
    std::string out;
    char c = 0;
    while (::read(fd_, &c, 1) == 1 && c != '\n')
      out.push_back(c);
    if (out.empty())
      throw std::runtime_error("connection closed");
    return out;
  }
  void writeLine(std::string_view s) {
    std::array<char, 512> buf{};
    if (s.size() + 2 > buf.size())
      throw std::length_error("line too long: " + std::string(s));
    std::memcpy(buf.data(), s.data(), s.size());
    std::memcpy(buf.data() + s.size(), "\r\n", 2);
    if (::send(fd_, buf.data(), s.size() + 2, 0) < 0)
      syslog(LOG_ERR, "send failed: %s", buf.data());
    buf.fill('\0');
  }

private:
  int fd_;
};

int fetchList(int fd, const char *group) {
  Line l(fd);
  char cmd[64];
  std::snprintf(cmd, sizeof cmd, "LIST %s", group);
  for (int tries = 0; tries < 3; ++tries) {
    try {
      l.writeLine(cmd);
      std::string status = l.readLine();
      if (status.compare(0, 3, "215") == 0)
        return tries;
      std::fprintf(stderr, "%s: %s\n", group, status.c_str());
    } catch (const std::runtime_error &e) {
      std::fputs(e.what(), stderr);
      if (tries == 2)
        throw;
    }
  }
  std::memset(cmd, 0, sizeof cmd);
  return -1;
}
