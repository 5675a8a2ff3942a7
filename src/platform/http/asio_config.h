// How Boost.Asio and Beast are compiled here: once, in asio_once.cc, and without deprecated names.
// Every .cc of this folder that includes them includes this first.
#pragma once

#define BOOST_ASIO_SEPARATE_COMPILATION
#define BOOST_ASIO_NO_DEPRECATED
// A context has one thread and what comes from others passes its mutex: no fences around handlers
// are needed (and ThreadSanitizer does not know them).
#define BOOST_ASIO_DISABLE_FENCED_BLOCK
