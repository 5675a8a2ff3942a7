// For tests: a private PostgreSQL of one test program, on a socket in a folder of its own, ended
// with the program. A fresh schema for each test is a fresh database to whoever opens it.
#pragma once

#include <pwd.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "platform/postgres/connection.h"

namespace lantoa::postgres {

class TestServer {
 public:
  // `settings`: "-c", "name=value" …
  explicit TestServer(std::vector<std::string> settings = {})
      : settings_(std::move(settings)), programs_(find_programs()) {
    std::string name = (std::filesystem::temp_directory_path() / "lantoa_pg_XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("mkdtemp failed");
    folder_ = name;
    const ::passwd* user = ::geteuid() == 0 ? ::getpwnam("postgres") : nullptr;
    if (user != nullptr) {
      user_ = user->pw_uid;
      group_ = user->pw_gid;
      if (::chown(folder_.c_str(), user_, group_) != 0) throw std::runtime_error("chown failed");
    }
    const int made = wait_for(spawn({programs_ / "initdb", "-D", data(), "-U", "lantoa",
                                     "--auth=trust", "-E", "UTF8", "--no-locale", "--no-sync"}));
    if (made != 0) throw std::runtime_error("initdb failed:\n" + said());
    start();
  }
  ~TestServer() {
    stop();
    std::filesystem::remove_all(folder_);
  }
  TestServer(const TestServer&) = delete;
  TestServer& operator=(const TestServer&) = delete;

  void start() {
    std::vector<std::string> command{programs_ / "postgres", "-D", data(), "-k", folder_};
    for (const char* setting : {"listen_addresses=", "shared_buffers=32MB", "max_connections=200",
                                "recovery_init_sync_method=syncfs"}) {
      command.insert(command.end(), {"-c", setting});
    }
    command.insert(command.end(), settings_.begin(), settings_.end());
    process_ = spawn(command);
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (!Connection::open(target(""), Use::Write)) {
      if (std::chrono::steady_clock::now() > until) {
        throw std::runtime_error("PostgreSQL does not start:\n" + said());
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
  }
  // As a crash does: connections are cut and the next start recovers.
  void stop() {
    if (process_ == 0) return;
    ::kill(process_, SIGQUIT);
    wait_for(process_);
    process_ = 0;
  }

  std::string socket() const { return (folder_ / ".s.PGSQL.5432").string(); }

  std::string make_schema() {
    const std::string name = "test_" + std::to_string(++schemas_);
    if (!(*Connection::open(target(""), Use::Write))->script("CREATE SCHEMA " + name)) {
      throw std::runtime_error("no schema could be made:\n" + said());
    }
    return name;
  }
  Target target(const std::string& schema) const { return target_at(folder_.string(), schema); }
  // The same by another way, as through a proxy.
  Target target_by_port(int port, const std::string& schema) const {
    return target_at("127.0.0.1&port=" + std::to_string(port), schema);
  }

 private:
  static Target target_at(const std::string& host, const std::string& schema) {
    std::string url =
        "postgresql://lantoa@/postgres?sslmode=disable&gssencmode=disable&host=" + host;
    if (!schema.empty()) url += "&options=-csearch_path%3D" + schema;
    return parse_target(url).value();
  }

  static std::filesystem::path find_programs() {
    const std::filesystem::path versions = "/usr/lib/postgresql";
    std::filesystem::path newest;
    std::error_code none;
    for (const auto& version : std::filesystem::directory_iterator(versions, none)) {
      const auto programs = version.path() / "bin";
      if (std::filesystem::exists(programs / "initdb") && programs > newest) newest = programs;
    }
    if (!newest.empty()) return newest;
    throw std::runtime_error(
        "PostgreSQL is not installed below /usr/lib/postgresql: run ./run deps test, or as root "
        "apt-get install postgresql-15.");
  }

  std::string data() const { return (folder_ / "data").string(); }
  std::string said() const {
    std::ifstream in(folder_ / "log");
    return {std::istreambuf_iterator<char>(in), {}};
  }

  // The server refuses to be root, and ends with this program whatever ends that.
  ::pid_t spawn(const std::vector<std::string>& command) {
    std::vector<char*> arguments;
    for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    const std::string log = (folder_ / "log").string();
    const ::pid_t child = ::fork();
    if (child != 0) return child;
    if (user_ != 0 && (::setgid(group_) != 0 || ::setuid(user_) != 0)) ::_exit(126);
    ::prctl(PR_SET_PDEATHSIG, SIGQUIT);
    const bool redirected = std::freopen(log.c_str(), "a", stdout) != nullptr &&
                            ::dup2(STDOUT_FILENO, STDERR_FILENO) >= 0;
    if (redirected && ::chdir("/") == 0) ::execv(arguments.front(), arguments.data());
    ::_exit(127);
  }

  static int wait_for(::pid_t process) {
    int status = 0;
    ::waitpid(process, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
  }

  std::vector<std::string> settings_;
  std::filesystem::path programs_;
  std::filesystem::path folder_;
  ::uid_t user_ = 0;
  ::gid_t group_ = 0;
  ::pid_t process_ = 0;
  int schemas_ = 0;
};

// One for the whole program: starting it takes a second.
inline TestServer& test_server() {
  static TestServer server;
  return server;
}

}  // namespace lantoa::postgres
