// The part of Application that takes a ledger's bytes from the page and gives them out again.

#include <memory>
#include <utility>

#include "core/base/value.h"
#include "core/intake/tables/county_name.h"
#include "web/browser/application.h"
#include "web/browser/page.h"

namespace web {
namespace {

using core::store::Ledger;

constexpr char kRecordedBy[] = "县联席办";

}  // namespace

char* Application::reserve(std::size_t bytes) {
  // Not filled first, as resize() does: what follows fills it, and a ledger is large. Only C++23
  // lets one ask a string for that (resize_and_overwrite).
  staged_.__resize_default_init(bytes);
  return staged_.data();
}

void Application::make_room(std::size_t bytes) {
  staged_.resize(bytes);
  staged_ = std::string();  // Else whoever takes a few words next would keep all of it.
}

bool Application::open_ledger(Source source) {
  const core::store::Occasion occasion{kRecordedBy, clock_.now(), clock_.today()};
  if (source == Source::Demo) storage_.keep_nothing();
  if (source != Source::Blank)
    storage_.replace(std::make_unique<core::store::MemoryFile>(take_staged()));
  auto opened =
      source == Source::Blank
          ? Ledger::create(storage_.file(), core::intake::kUnnamedCounty, /*demo=*/false, occasion)
          : Ledger::open(storage_.file());
  if (!opened.ok()) {
    page::fail(opened.error().message);
    return false;
  }
  day_ = clock_.today();
  desk_ = std::make_unique<core::app::Desk>(std::move(opened).value(), clock_, kRecordedBy);
  // A blank ledger is kept with its first fact: merely opening the page leaves nothing behind.
  from_store_ = source == Source::Stored;
  if (from_store_) storage_.mirror();
  return true;
}

bool Application::refresh() {
  if (desk_->importing()) return false;
  auto file = std::make_unique<core::store::MemoryFile>(take_staged());
  auto opened = Ledger::open(*file);
  if (!opened.ok()) return false;
  const Storage::File before = storage_.replace(std::move(file));
  desk_->adopt(std::move(opened).value());
  from_store_ = true;
  storage_.mirror();
  wake();
  return true;
}

std::string Application::inspect_json() {
  core::store::MemoryFile file(take_staged());
  const auto opened = Ledger::open(file);
  core::Fields fields;
  fields.set("problem", opened.ok() ? std::string() : opened.error().message);
  if (!opened.ok()) fields.set("newer", opened.error().code == core::ErrorCode::StorageTooNew);
  if (opened.ok()) {
    fields.set("county", opened.value()->state().county_name());
    fields.set("facts", static_cast<std::int64_t>(opened.value()->state().fact_count()));
  }
  return core::to_json(fields);
}

std::string Application::ledger_json() const {
  core::Fields fields;
  const auto first = desk_->ledger().fact(core::FactRef{1});
  fields.set("identity", first.ok() ? first.value().id : std::string());
  fields.set("county", desk_->state().county_name());
  fields.set("facts", static_cast<std::int64_t>(desk_->state().fact_count()));
  fields.set("head", desk_->ledger().head_code());
  return core::to_json(fields);
}

void Application::back_up() {
  dashboard_->request_backup();
  // The page may have no frame for a while, and a person waits.
  if (dashboard_->take_backup_request()) hand_over_backup();
  wake();
}

void Application::hand_over_backup() {
  page::give_file(desk_->state().county_name(), storage_.file().bytes());
  dashboard_->backed_up();
  wake();
}

void Application::show_file() { page::show_file(storage_.file().bytes()); }

}  // namespace web
