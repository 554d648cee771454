#pragma once
// One function per command: adds it to the program with its options, help and example.

#include "native/context.h"

namespace CLI {
class App;
}

namespace native {

void add_init(CLI::App& program, Context& context);
void add_import(CLI::App& program, Context& context);
void add_record(CLI::App& program, Context& context);
void add_duties(CLI::App& program, Context& context);
void add_show(CLI::App& program, Context& context);
void add_calendar(CLI::App& program, Context& context);
void add_verify(CLI::App& program, Context& context);
void add_forecast(CLI::App& program, Context& context);
void add_clauses(CLI::App& program, Context& context);
void add_rank(CLI::App& program, Context& context);
void add_analyse(CLI::App& program, Context& context);
void add_listed(CLI::App& program, Context& context);
void add_issue(CLI::App& program, Context& context);
void add_check(CLI::App& program, Context& context);
void add_rulebook(CLI::App& program, Context& context);
void add_assess(CLI::App& program, Context& context);
void add_scenario(CLI::App& program, Context& context);
void add_demo(CLI::App& program, Context& context);

}  // namespace native
