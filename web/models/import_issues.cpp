#include "web/models/import_issues.h"

#include <algorithm>
#include <utility>

#include "core/base/text.h"
#include "web/models/words.h"

namespace web {
namespace {

IssueKind kind_of_issue(const core::Issue& issue, bool whole) {
  if (whole) return IssueKind::File;
  return core::contains(issue.reason, "此格未取") ? IssueKind::Cell : IssueKind::Row;
}

}  // namespace

std::string_view issue_word(IssueKind kind) {
  switch (kind) {
    case IssueKind::File:
      return "整份未收";
    case IssueKind::Row:
      return "未收录";
    case IssueKind::Cell:
      return "此格未取";
    case IssueKind::Note:
      return "说明";
  }
  return {};
}

std::int64_t ImportIssues::Words::code(const std::string& word) {
  if (word.empty()) return kBlank;
  const auto at = std::find(words.begin(), words.end(), word);
  const std::int64_t code = at - words.begin();
  if (at == words.end()) words.push_back(word);
  return code;
}

void ImportIssues::add_line(core::Issue issue, IssueKind kind) {
  Line line{std::move(issue), kind};
  line.issue.reason = plain_words(line.issue.reason);
  line.file = files_.code(line.issue.file);
  line.sheet = sheets_.code(line.issue.sheet);
  line.column = columns_.code(line.issue.column);
  ++counts_[static_cast<std::size_t>(kind)];
  lines_.push_back(std::move(line));
}

void ImportIssues::add(core::intake::FileLog& log) {
  const bool whole = !log.error.empty();
  if (whole && log.issues.empty()) log.issues.push_back({log.file, {}, 0, {}, {}, log.error});
  for (core::Issue& issue : log.issues) {
    const IssueKind kind = kind_of_issue(issue, whole);
    add_line(std::move(issue), kind);
  }
  for (std::string& note : log.notes)
    add_line({log.file, {}, 0, {}, {}, std::move(note)}, IssueKind::Note);
  log.issues.clear();
  log.notes.clear();
}

void ImportIssues::select(const TableQuery& query) {
  if (selected_ && query == query_) return;
  selected_ = true;
  query_ = query;
  order_.select(*this, query, [](std::size_t) { return true; });
}

std::optional<std::size_t> ImportIssues::row_of(std::size_t row) const {
  const auto shown = order_.shown();
  const auto at = std::find(shown.begin(), shown.end(), row);
  if (at == shown.end()) return std::nullopt;
  return static_cast<std::size_t>(at - shown.begin());
}

ColumnKind ImportIssues::kind(std::size_t column) const {
  switch (static_cast<IssueColumn>(column)) {
    case IssueColumn::Kind:
      return ColumnKind::Step;
    case IssueColumn::Row:
      return ColumnKind::Number;
    case IssueColumn::Text:
    case IssueColumn::Reason:
      return ColumnKind::Text;
    default:
      return ColumnKind::Word;
  }
}

std::string_view ImportIssues::text(std::size_t row, std::size_t column) const {
  const core::Issue& issue = lines_[row].issue;
  return static_cast<IssueColumn>(column) == IssueColumn::Text ? issue.text : issue.reason;
}

std::int64_t ImportIssues::value(std::size_t row, std::size_t column) const {
  const Line& line = lines_[row];
  switch (static_cast<IssueColumn>(column)) {
    case IssueColumn::Kind:
      return static_cast<std::int64_t>(line.kind);
    case IssueColumn::File:
      return line.file;
    case IssueColumn::Sheet:
      return line.sheet;
    case IssueColumn::Column:
      return line.column;
    default:
      return line.issue.row > 0 ? line.issue.row : kBlank;
  }
}

std::string ImportIssues::word(std::size_t column, std::int64_t code) const {
  const auto at = static_cast<std::size_t>(code);
  switch (static_cast<IssueColumn>(column)) {
    case IssueColumn::Kind:
      return std::string(issue_word(static_cast<IssueKind>(code)));
    case IssueColumn::File:
      return files_.words[at];
    case IssueColumn::Sheet:
      return sheets_.words[at];
    default:
      return columns_.words[at];
  }
}

}  // namespace web
