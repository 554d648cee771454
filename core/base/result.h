#pragma once
// The one way a core function reports failure. No exceptions cross a core header.

#include <string>
#include <utility>
#include <variant>

namespace core {

/// What went wrong, in terms a caller can branch on.
/// Add a code only when some caller treats it differently from the others.
enum class ErrorCode {
  InvalidInput,    ///< The user's data is wrong; show `message`, change nothing.
  NotFound,        ///< No such unit, official, case or file.
  LimitExceeded,   ///< Larger than we are willing to read; nothing was read.
  StorageTooNew,   ///< Written by a later version of the program.
  StorageForeign,  ///< A readable file, but not one of ours.
  StorageCorrupt,  ///< Ours, but damaged.
  StorageBusy,     ///< Somebody else is writing.
  StorageFailed,   ///< The medium refused: disk full, no permission.
};

struct [[nodiscard]] Error {
  ErrorCode code;
  std::string message;  ///< One sentence for a person, in Chinese. Paths and values come last.
};

/// A `T`, or the reason there is none.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  [[nodiscard]] bool ok() const { return state_.index() == 0; }
  const Error& error() const { return *std::get_if<1>(&state_); }
  const T& value() const& { return *std::get_if<0>(&state_); }
  T& value() & { return *std::get_if<0>(&state_); }
  T&& value() && { return std::move(*std::get_if<0>(&state_)); }

 private:
  std::variant<T, Error> state_;
};

struct Done {};
using Status = Result<Done>;

}  // namespace core

#define CORE_CONCAT_(a, b) a##b
#define CORE_CONCAT(a, b) CORE_CONCAT_(a, b)

/// Returns from the enclosing function when `expr` holds an error.
#define CORE_TRY(expr)                                                            \
  do {                                                                            \
    if (auto core_result = (expr); !core_result.ok()) return core_result.error(); \
  } while (false)

/// Declares or assigns `lhs` from `expr`, or returns its error.
#define CORE_ASSIGN(lhs, expr) CORE_ASSIGN_(CORE_CONCAT(core_result_, __LINE__), lhs, expr)
#define CORE_ASSIGN_(tmp, lhs, expr) \
  auto tmp = (expr);                 \
  if (!tmp.ok()) return tmp.error(); \
  lhs = std::move(tmp).value()
