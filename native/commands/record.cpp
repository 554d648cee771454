#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "native/commands/commands.h"

namespace native {
namespace {

struct Refused {
  int line;
  std::string reason;
};

struct Line {
  int number;
  std::string unreadable;  // why; empty when it is a fact
};

struct Parsed {
  std::vector<core::Fact> facts;  // one for each line; nothing in it when the line is unreadable
  std::vector<Line> lines;
  std::vector<Refused> refused;
};

core::Result<core::Fact> parse_line(std::string_view line) {
  CORE_ASSIGN(const core::Value value, core::parse_json(line));
  return core::fact_from_json(value);
}

Parsed parse_lines(std::string_view text) {
  Parsed parsed;
  int number = 0;
  for (std::size_t start = 0; start < text.size();) {
    std::size_t end = text.find('\n', start);
    if (end == std::string_view::npos) end = text.size();
    const std::string_view line = text.substr(start, end - start);
    start = end + 1;
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    core::Result<core::Fact> fact = parse_line(line);
    parsed.lines.push_back({number, fact.ok() ? std::string() : fact.error().message});
    parsed.facts.push_back(fact.ok() ? std::move(fact).value() : core::Fact());
  }
  return parsed;
}

/// Adds all facts, or lists in `parsed.refused` why none was. A fact with nothing in it is refused
/// with the rest of its batch, so that whoever mends the file learns of all lines at once.
core::Status record_all(core::app::Desk& desk, Parsed& parsed) {
  CORE_ASSIGN(const std::vector<core::store::Refusal> refusals, desk.record(parsed.facts));
  for (const core::store::Refusal& refusal : refusals) {
    const Line& line = parsed.lines[refusal.index];
    parsed.refused.push_back(
        {line.number, line.unreadable.empty() ? refusal.reason : line.unreadable});
  }
  return core::Done{};
}

void report(Context& context, const Parsed& parsed, const core::intake::Scrubbed& scrubbed) {
  const bool added = parsed.refused.empty();
  if (!added) context.exit = kRefused;
  core::List refused;
  for (const Refused& line : parsed.refused) {
    refused.push_back(core::Fields{{"line", line.line}, {"reason", line.reason}});
    fmt::print(stderr, "第{}行：{}\n", line.line, line.reason);
  }
  const auto count = static_cast<std::int64_t>(added ? parsed.facts.size() : 0);
  if (context.json)
    return context.print(core::Fields{{"added", count},
                                      {"refused", std::move(refused)},
                                      {"scrubbed", core::intake::scrubbed_json(scrubbed)}});
  if (!added) return fmt::print("整批未记录\n");
  fmt::print("已记录{}条事实\n", count);
  if (const std::string words = core::intake::scrubbed_words(scrubbed); !words.empty())
    fmt::print("已隐去：{}\n", words);
}

void run(Context& context, const std::string& path) {
  const core::Result<std::string> text = read_file(path);
  if (!text.ok()) return context.fail(text.error());
  context.with_desk([&](core::app::Desk& desk) {
    Parsed parsed = parse_lines(text.value());
    const core::Status done = record_all(desk, parsed);
    if (!done.ok()) return context.fail(done.error());
    report(context, parsed, desk.scrubbed());
  });
}

}  // namespace

void add_record(CLI::App& program, Context& context) {
  auto path = std::make_shared<std::string>("-");
  CLI::App* command =
      program.add_subcommand("record", "记录事实：每行一个 JSON 对象，要么全记要么全不记");
  command->footer(
      "例：echo "
      "'{\"kind\":\"case.accepted\",\"on\":\"2026-11-20\",\"case\":\"511720260100000001\"}' "
      "| zelian record qingshan.zelian");
  command->add_option("ledger", context.ledger, "台账文件")->required();
  command->add_option("file", *path, "事实文件，- 为标准输入")->capture_default_str();
  command->callback([&context, path] { run(context, *path); });
}

}  // namespace native
