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

struct Parsed {
  std::vector<core::Fact> facts;
  std::vector<int> lines;  // of each fact
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
    if (fact.ok()) {
      parsed.facts.push_back(std::move(fact).value());
      parsed.lines.push_back(number);
    } else {
      parsed.refused.push_back({number, fact.error().message});
    }
  }
  return parsed;
}

/// Adds all facts, or lists in `parsed.refused` why none was.
core::Status record_all(core::app::Desk& desk, Parsed& parsed) {
  if (!parsed.refused.empty()) return core::Done{};
  CORE_ASSIGN(const std::vector<core::store::Refusal> refusals, desk.record(parsed.facts));
  for (const core::store::Refusal& refusal : refusals)
    parsed.refused.push_back({parsed.lines[refusal.index], refusal.reason});
  return core::Done{};
}

void report(Context& context, const Parsed& parsed) {
  const bool added = parsed.refused.empty();
  if (!added) context.exit = kRefused;
  core::List refused;
  for (const Refused& line : parsed.refused) {
    refused.push_back(core::Fields{{"line", line.line}, {"reason", line.reason}});
    fmt::print(stderr, "第{}行：{}\n", line.line, line.reason);
  }
  const auto count = static_cast<std::int64_t>(added ? parsed.facts.size() : 0);
  if (context.json)
    return context.print(core::Fields{{"added", count}, {"refused", std::move(refused)}});
  if (added) {
    fmt::print("已记录{}条事实\n", count);
  } else {
    fmt::print("整批未记录\n");
  }
}

void run(Context& context, const std::string& path) {
  const core::Result<std::string> text = read_file(path);
  if (!text.ok()) return context.fail(text.error());
  context.with_desk([&](core::app::Desk& desk) {
    Parsed parsed = parse_lines(text.value());
    const core::Status done = record_all(desk, parsed);
    if (!done.ok()) return context.fail(done.error());
    report(context, parsed);
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
