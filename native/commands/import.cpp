#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "core/intake/tables/mapping.h"
#include "native/commands/commands.h"

namespace native {
namespace {

using core::intake::FileLog;
using core::intake::ImportFile;
using core::intake::ImportLog;
using core::intake::SheetKind;

constexpr int kRowsPerStep = 20'000;

struct Options {
  std::vector<std::string> files;
  std::string as = "auto";
  std::string map;
  bool dry_run = false;
};

const std::map<std::string, SheetKind> kKinds = {
    {"auto", SheetKind::Unknown},          {"cases", SheetKind::Cases},
    {"units", SheetKind::Units},           {"officials", SheetKind::Officials},
    {"leads", SheetKind::Leads},           {"reports", SheetKind::Reports},
    {"statistics", SheetKind::Statistics},
};

core::Result<std::vector<ImportFile>> read_files(const Options& options) {
  std::vector<ImportFile> files;
  for (const std::string& path : options.files) {
    CORE_ASSIGN(std::string bytes, read_file(path));
    files.push_back({file_name(path), std::move(bytes), kKinds.at(options.as)});
  }
  if (!options.map.empty()) {
    CORE_ASSIGN(std::string bytes, read_file(options.map));
    files.push_back({file_name(options.map), std::move(bytes), SheetKind::Unknown, true});
  }
  return files;
}

std::string issue_line(const core::Issue& issue) {
  std::string line = issue.sheet.empty() ? "" : issue.sheet + " ";
  if (issue.row > 0) line += fmt::format("第{}行", issue.row);
  if (issue.row > 0 && !issue.column.empty()) line += " ";
  line += issue.column;
  if (!issue.text.empty()) line += "“" + issue.text + "”";
  return line.empty() ? issue.reason : line + "：" + issue.reason;
}

void print_file(const FileLog& file) {
  fmt::print("{}：{}行，新增{}，更新{}，未变{}，拒绝{}，跳过{}\n", file.file, file.rows, file.added,
             file.updated, file.unchanged, file.refused, file.skipped);
  if (!file.error.empty()) fmt::print("  {}\n", file.error);
  if (const std::string words = core::intake::scrubbed_words(file.scrubbed); !words.empty())
    fmt::print("  已隐去：{}\n", words);
  if (!file.dropped_columns.empty())
    fmt::print("  未收的列：{}\n", fmt::join(file.dropped_columns, "、"));
  for (const core::Issue& issue : file.issues) {
    if (issue.reason == file.error) continue;  // of the file as a whole, and said above
    fmt::print("  {}\n", issue_line(issue));
  }
  for (const std::string& note : file.notes) fmt::print("  注：{}\n", note);
}

/// Rows, cells, sheets or whole files; what was left out on purpose are notes.
bool anything_refused(const ImportLog& log) {
  return std::any_of(log.files.begin(), log.files.end(), [](const FileLog& file) {
    return file.refused > 0 || !file.issues.empty() || !file.error.empty();
  });
}

core::Status import_all(core::app::Desk& desk, std::vector<ImportFile> files, bool dry_run) {
  CORE_TRY(desk.begin_import(std::move(files), dry_run));
  Progress progress;
  for (bool more = true; more;) {
    CORE_ASSIGN(more, desk.step_import(kRowsPerStep));
    progress.show(desk.import_progress(), desk.import_activity());
  }
  return core::Done{};
}

void run(Context& context, const Options& options) {
  core::Result<std::vector<ImportFile>> files = read_files(options);
  if (!files.ok()) return context.fail(files.error());
  context.with_desk([&](core::app::Desk& desk) {
    if (desk.ledger().is_demo()) fmt::print(stderr, "这是演示台账，真实数据请导入正式台账\n");
    const core::Status done = import_all(desk, std::move(files).value(), options.dry_run);
    const ImportLog& log = desk.import_log();
    if (!done.ok()) {
      if (context.json) context.print(core::intake::log_json(log));
      return context.fail(done.error());
    }
    if (context.json) {
      context.print(core::intake::log_json(log));
    } else {
      for (const FileLog& file : log.files) print_file(file);
      if (options.dry_run) fmt::print("试导入：台账没有改动\n");
    }
    if (anything_refused(log)) context.exit = kRefused;
  });
}

std::string footer() {
  std::string out =
      "例：zelian import qingshan.zelian 信访件.xlsx 单位领导.xlsx 周报.csv --dry-run\n\n"
      "对应表写明表里看不出的事，用 --map 指定，或作为一个 .json 与台账一起列出，一次一份：\n"
      R"(  {"sheets": [{"file": "7月", "sheet": "台账", "as": "cases", "header_row": 2, "year": 2026,)"
      "\n"
      R"(               "columns": {"啥时候登记": "registered_on", "备注": ""}}],)"
      "\n"
      R"(   "units": {"民政口": "D07"}})"
      "\n"
      "各项都可以不写；每张表用第一个相符的。\n"
      "  file 文件名里的字，sheet 工作表名，as 内容（同 --as，或 skip 不读）\n"
      "  header_row 表头第一行，columns 表头对应的字段（空为不取），units 单位写法对应的代码\n"
      "  year 日期和周次缺的年份，period 统计期间（2026-07、2026-H1、2026）\n"
      "columns 的字段：\n";
  for (const auto& [name, kind] : kKinds)
    if (kind != SheetKind::Unknown)
      out += fmt::format("  {}：{}\n", name, core::intake::column_words(kind));
  return out;
}

}  // namespace

void add_import(CLI::App& program, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand("import", "导入 xlsx、csv 台账，同一文件再导不会重复");
  command->footer(footer());
  command->add_option("ledger", context.ledger, "台账文件")->required();
  command->add_option("files", options->files, "要导入的文件")->required();
  command->add_option("--as", options->as, "文件是什么，默认自己辨认")
      ->check(CLI::IsMember(kKinds))
      ->capture_default_str();
  command->add_option("--map", options->map, "对应表（JSON），格式见下");
  command->add_flag("--dry-run", options->dry_run, "只试，不改动台账");
  command->callback([&context, options] { run(context, *options); });
}

}  // namespace native
