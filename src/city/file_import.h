// The way of every import from a file: it is chosen, what it would do is shown, and that is
// confirmed. Between the two the file waits (waiting_file.h); what is confirmed is what was seen,
// decided once more. A slice gives what the file means:
//
//   FileImport<PreviewView> import;
//   import.address = "/hoat-dong/nhap";   // the form; its preview is sent to …/xem-truoc
//   import.look = …;                      // runs the same decide as the import
//   install_file_import(app, std::move(import));
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "city/file_columns.h"
#include "city/waiting_file.h"

namespace lantoa::city {

// `View`: of the preview; `View::file` is the word by which it says which file was seen.
template <class View>
struct FileImport {
  std::string address;
  Right right = Right::Public;
  std::string_view waiting;  // waiting_people and its like
  // Faults of cells name their column in their sentence. Not where columns have fixed names: there
  // the sentence says what it is about.
  bool names_columns = false;
  // The form, also after a file that failed.
  std::function<Result<http::Response>(const Visit&)> form;
  std::function<Result<View>(const Visit&, std::string_view bytes)> look;
  std::function<http::Response(const Visit&, const View&)> show;
  std::function<Result<Order>(const Visit&, std::string_view bytes)> order;

  Problem said(Problem why) const { return names_columns ? of_file(std::move(why)) : why; }
};

// The bytes of the form's file; Invalid when none was chosen.
Result<std::string> chosen_file(const Visit& visit);
// Whether a confirmation that failed so shows the same preview again: it is not known whether it
// was saved, and sent once more with its key it counts once; or something was changed meanwhile.
bool shows_preview_again(const Problem& why);

namespace file_import {

template <class View>
Result<http::Response> preview(const FileImport<View>& import, const WaitingFile& waiting,
                               const Visit& visit) {
  const auto look = [&]() -> Result<View> {
    TRY_ASSIGN(const std::string bytes, chosen_file(visit));
    TRY_ASSIGN(View view, import.look(visit, bytes));
    TRY_ASSIGN(view.file, waiting.keep(visit.actor, bytes));
    return view;
  };
  const auto view = look();
  if (view) return import.show(visit, *view);
  const Problem why = import.said(view.error());
  Visit failed = visit;
  failed.failure = &why;
  return import.form(failed);
}

template <class View>
Result<Order> confirm(const FileImport<View>& import, const WaitingFile& waiting,
                      const Visit& visit) {
  TRY_ASSIGN(const std::string bytes, waiting.seen(visit.actor, visit.typed(file_field)));
  auto order = import.order(visit, bytes);
  if (!order) return tl::unexpected(import.said(std::move(order).error()));
  order->decide = [import, waiting, decide = std::move(order->decide)](
                      const Envelope& envelope) -> Result<ledger::Decision> {
    auto decision = decide(envelope);
    if (!decision) return tl::unexpected(import.said(std::move(decision).error()));
    waiting.take(envelope.actor, *decision);
    return decision;
  };
  return order;
}

template <class View>
Result<http::Response> again(const FileImport<View>& import, const WaitingFile& waiting,
                             const Visit& visit) {
  if (shows_preview_again(*visit.failure)) {
    const auto bytes = waiting.seen(visit.actor, visit.typed(file_field));
    auto view = bytes ? import.look(visit, *bytes) : Result<View>(tl::unexpected(bytes.error()));
    if (view) {
      view->file = visit.typed(file_field);
      return import.show(visit, *view);
    }
  }
  return import.form(visit);
}

}  // namespace file_import

template <class View>
void install_file_import(App& app, FileImport<View> import) {
  const WaitingFile waiting(app, std::string(import.waiting));
  app.routes.get(import.address, import.right, import.form);
  app.routes.raw_post(import.address + "/xem-truoc", import.right,
                      [import, waiting](const Visit& visit) {
                        return file_import::preview(import, waiting, visit);
                      });
  app.routes.post(
      import.address, import.right,
      [import, waiting](const Visit& visit) {
        return file_import::confirm(import, waiting, visit);
      },
      [import, waiting](const Visit& visit) { return file_import::again(import, waiting, visit); });
}

}  // namespace lantoa::city
