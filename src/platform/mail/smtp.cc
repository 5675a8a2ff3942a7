#include <curl/curl.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <mutex>
#include <utility>

#include "platform/mail/address.h"
#include "platform/mail/mail.h"
#include "platform/mail/note.h"
#include "platform/mail/refusal.h"

namespace lantoa::mail {

namespace {

constexpr int connect_seconds_max = 30;         // to the end of the greeting and of our sign-in
constexpr std::size_t reply_bytes_max = 4'096;  // that are looked at

struct FreeHandle {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct FreeList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

// What one transfer reads from and tells.
struct Transfer {
  std::string_view unsent;
  bool handed_over = false;      // all bytes were asked for: the final dot may be on its way
  std::string last_reply = {};   // its last line
  std::string whole_reply = {};  // all lines of it
  bool names_recipient = false;  // the command that was sent last
  bool is_of_recipient = false;  // that reply
  std::chrono::steady_clock::time_point until = {};
};

std::size_t give_bytes(char* into, std::size_t size, std::size_t count, void* user) {
  auto& transfer = *static_cast<Transfer*>(user);
  const std::size_t bytes = std::min(size * count, transfer.unsent.size());
  if (bytes == 0) transfer.handed_over = true;
  transfer.unsent.copy(into, bytes);
  transfer.unsent.remove_prefix(bytes);
  return bytes;
}

std::size_t take_reply(char* line, std::size_t size, std::size_t count, void* user) {
  const std::string_view reply(line, size * count);
  auto& transfer = *static_cast<Transfer*>(user);
  // The goodbye after a refusal says nothing about it.
  if (reply.starts_with("221")) return reply.size();
  const bool goes_on = transfer.last_reply.size() > 3 && transfer.last_reply[3] == '-';
  if (!goes_on) transfer.whole_reply.clear();
  transfer.whole_reply += reply.substr(0, reply_bytes_max - transfer.whole_reply.size());
  transfer.last_reply = reply;
  transfer.is_of_recipient = transfer.names_recipient;
  return reply.size();
}

// Of what is sent nothing is kept: it may be a password.
int see_command(CURL*, curl_infotype what, char* bytes, std::size_t size, void* user) {
  if (what == CURLINFO_HEADER_OUT) {
    static_cast<Transfer*>(user)->names_recipient =
        std::string_view(bytes, size).starts_with("RCPT ");
  }
  return 0;
}

// libcurl asks at least every second, also while it says goodbye, where its own limits end.
int is_over(void* user, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return std::chrono::steady_clock::now() >= static_cast<const Transfer*>(user)->until ? 1 : 0;
}

// These say that our sign-in is wrong, not that this message is: the administrator mends it.
bool is_about_sign_in(long code) {
  return code == 530 || code == 534 || code == 535 || code == 538;
}

Outcome outcome_of(CURLcode result, long reply_code, bool handed_over) {
  if (result == CURLE_OK) return Outcome::Accepted;
  // libcurl says SEND_ERROR when MAIL, RCPT or DATA is answered no. A 5xx before (at the greeting
  // or the sign-in) is about the peer, so another try may succeed.
  const bool about_message = result == CURLE_SEND_ERROR || handed_over;
  if (about_message && reply_code >= 500 && reply_code < 600) {
    return is_about_sign_in(reply_code) ? Outcome::NotNow : Outcome::Refused;
  }
  if (reply_code >= 400 && reply_code < 500) return Outcome::NotNow;
  return handed_over ? Outcome::Unknown : Outcome::NotNow;
}

bool is_this_machine(std::string_view url) {
  return url.starts_with("smtp://127.0.0.1") || url.starts_with("smtp://localhost") ||
         url.starts_with("smtp://[::1]");
}

class SmtpSender : public Sender {
 public:
  explicit SmtpSender(SmtpSettings settings) : settings_(std::move(settings)) {
    static const CURLcode initialised = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (initialised == CURLE_OK) handle_.reset(curl_easy_init());
  }
  ~SmtpSender() override { hang_up(); }
  SmtpSender(const SmtpSender&) = delete;
  SmtpSender& operator=(const SmtpSender&) = delete;

  Sent send(const Message& message) override {
    const Result<std::string> mime = to_mime(message);
    if (!mime) return {Outcome::Refused, mime.error().text.en};
    const std::lock_guard lock(mutex_);
    if (!handle_) handle_.reset(curl_easy_init());
    if (!handle_) return {Outcome::NotNow, "libcurl could not start"};
    Transfer transfer{*mime};
    transfer.until =
        std::chrono::steady_clock::now() + std::chrono::seconds(settings_.timeout_seconds + 1);
    std::array<char, CURL_ERROR_SIZE> error{};
    const std::string from = "<" + parse_mailbox(message.from)->address + ">";
    const std::unique_ptr<curl_slist, FreeList> to(
        curl_slist_append(nullptr, ("<" + message.to + ">").c_str()));
    CURL* const handle = handle_.get();
    curl_easy_reset(handle);  // keeps the connection
    set_session_options();
    curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, error.data());
    curl_easy_setopt(handle, CURLOPT_MAIL_FROM, from.c_str());
    curl_easy_setopt(handle, CURLOPT_MAIL_RCPT, to.get());
    curl_easy_setopt(handle, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(handle, CURLOPT_READFUNCTION, give_bytes);
    curl_easy_setopt(handle, CURLOPT_READDATA, &transfer);
    curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, take_reply);
    curl_easy_setopt(handle, CURLOPT_HEADERDATA, &transfer);
    // The one way to learn to which command an answer came; nothing is written anywhere.
    curl_easy_setopt(handle, CURLOPT_VERBOSE, 1L);
    curl_easy_setopt(handle, CURLOPT_DEBUGFUNCTION, see_command);
    curl_easy_setopt(handle, CURLOPT_DEBUGDATA, &transfer);
    curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, is_over);
    curl_easy_setopt(handle, CURLOPT_XFERINFODATA, &transfer);
    const CURLcode result = curl_easy_perform(handle);
    long reply_code = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &reply_code);
    const Outcome outcome = outcome_of(result, reply_code, transfer.handed_over);
    // The handle outlives this call's buffers; it must not keep pointers to them.
    curl_easy_reset(handle);
    // libcurl would use a connection again on which an answer is still to come, and take that for
    // the answer to the next message.
    if (result != CURLE_OK) hang_up();
    const bool peer_spoke = result == CURLE_OK || reply_code >= 400;
    const char* said = error[0] != '\0' ? error.data() : curl_easy_strerror(result);
    const bool about_mailbox = outcome == Outcome::Refused && transfer.is_of_recipient;
    return {outcome, note_of(peer_spoke ? transfer.last_reply : std::string_view(said)),
            about_mailbox ? no_mailbox_in(transfer.whole_reply) : std::string()};
  }

 private:
  // Without the goodbye, for whose answer libcurl would wait.
  void hang_up() {
    curl_socket_t peer = CURL_SOCKET_BAD;
    if (handle_ && curl_easy_getinfo(handle_.get(), CURLINFO_ACTIVESOCKET, &peer) == CURLE_OK &&
        peer != CURL_SOCKET_BAD) {
      ::shutdown(peer, SHUT_RDWR);
    }
    handle_.reset();
  }

  void set_session_options() {
    CURL* const handle = handle_.get();
    const long longest = settings_.timeout_seconds;
    const bool signs_in = !settings_.user.empty();
    // A password never goes out in the clear; a relay on this machine has no certificate to show.
    const long tls = signs_in                         ? CURLUSESSL_ALL
                     : is_this_machine(settings_.url) ? CURLUSESSL_NONE
                                                      : CURLUSESSL_TRY;
    curl_easy_setopt(handle, CURLOPT_URL, settings_.url.c_str());
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(handle, CURLOPT_PROXY, "");  // not what the environment says
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_TIMEOUT, longest);
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, std::min<long>(longest, connect_seconds_max));
    curl_easy_setopt(handle, CURLOPT_SERVER_RESPONSE_TIMEOUT, longest);  // the default is 120
    curl_easy_setopt(handle, CURLOPT_USE_SSL, tls);
    if (signs_in) {
      curl_easy_setopt(handle, CURLOPT_USERNAME, settings_.user.c_str());
      curl_easy_setopt(handle, CURLOPT_PASSWORD, settings_.password.c_str());
    }
  }

  const SmtpSettings settings_;
  std::mutex mutex_;
  std::unique_ptr<CURL, FreeHandle> handle_;
};

}  // namespace

std::unique_ptr<Sender> make_smtp_sender(SmtpSettings settings) {
  return std::make_unique<SmtpSender>(std::move(settings));
}

}  // namespace lantoa::mail
