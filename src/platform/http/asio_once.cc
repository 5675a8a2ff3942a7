// The bodies of Asio's functions, compiled once for the folder (see asio_config.h).
// clang-format off: it has to come before Boost
#include "platform/http/asio_config.h"
// clang-format on

#include <boost/asio/impl/src.hpp>
