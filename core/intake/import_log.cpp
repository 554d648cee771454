#include "core/intake/import_log.h"

#include <fmt/format.h>

#include <iterator>
#include <utility>

namespace core::intake {
namespace {

struct KindWord {
  std::string_view word;
  std::string_view label;
};

// In the order of SheetKind.
constexpr KindWord kKinds[] = {
    {"unknown", "未知"},   {"cases", "信访事项"}, {"units", "单位"},       {"officials", "领导"},
    {"leads", "包案清单"}, {"reports", "周报告"}, {"statistics", "统计表"}};

Value texts_json(const std::vector<std::string>& texts) { return List(texts.begin(), texts.end()); }

/// One kind is a word, several are a list; each kind once.
Value as_json(const std::vector<SheetKind>& kinds) {
  List words;
  for (const SheetKind kind : kinds) {
    const Value each(word(kind));
    bool known = false;
    for (const Value& earlier : words) known = known || earlier == each;
    if (!known) words.push_back(each);
  }
  if (words.empty()) return Value();
  return words.size() == 1 ? std::move(words.front()) : Value(std::move(words));
}

Value issues_json(const Issues& issues) {
  List list;
  for (const Issue& issue : issues) {
    list.push_back(Fields{{"sheet", issue.sheet},
                          {"row", issue.row},
                          {"column", issue.column},
                          {"text", issue.text},
                          {"reason", issue.reason}});
  }
  return list;
}

Value file_json(const FileLog& log) {
  Fields object{{"file", log.file},
                {"as", as_json(log.as)},
                {"rows", log.rows},
                {"added", log.added},
                {"updated", log.updated},
                {"unchanged", log.unchanged},
                {"refused", log.refused},
                {"skipped", log.skipped},
                {"scrubbed", scrubbed_json(log.scrubbed)},
                {"dropped_columns", texts_json(log.dropped_columns)},
                {"unused_columns", texts_json(log.unused_columns)},
                {"notes", texts_json(log.notes)},
                {"issues", issues_json(log.issues)}};
  if (!log.error.empty()) object.set("error", log.error);
  return object;
}

}  // namespace

std::string scrubbed_words(const Scrubbed& scrubbed) {
  const std::pair<std::string_view, std::int64_t> kinds[] = {
      {"证件号", scrubbed.id},   {"电话", scrubbed.phone},     {"住址", scrubbed.address},
      {"姓名", scrubbed.name},   {"出生日期", scrubbed.birth}, {"账号", scrubbed.account},
      {"车牌号", scrubbed.plate}};
  std::string out;
  for (const auto& [label, count] : kinds)
    if (count > 0) out += fmt::format("{}{}{}处", out.empty() ? "" : "，", label, count);
  return out;
}

Value scrubbed_json(const Scrubbed& scrubbed) {
  return Fields{{"account", scrubbed.account}, {"address", scrubbed.address},
                {"birth", scrubbed.birth},     {"id", scrubbed.id},
                {"name", scrubbed.name},       {"phone", scrubbed.phone},
                {"plate", scrubbed.plate}};
}

std::string_view word(SheetKind kind) { return kKinds[static_cast<std::size_t>(kind)].word; }

std::string_view label(SheetKind kind) { return kKinds[static_cast<std::size_t>(kind)].label; }

SheetKind parse_sheet_kind(std::string_view text) {
  for (std::size_t i = 1; i < std::size(kKinds); ++i)
    if (kKinds[i].word == text) return static_cast<SheetKind>(i);
  return SheetKind::Unknown;
}

Value log_json(const ImportLog& log) {
  List files;
  for (const FileLog& file : log.files) files.push_back(file_json(file));
  return Fields{{"files", std::move(files)}};
}

}  // namespace core::intake
