#pragma once
// Usage and complaints about the command line in Chinese: the library speaks English.

namespace CLI {
class App;
}

namespace native {

/// To be called before any option or command is added: these take over its words.
void use_chinese(CLI::App& program);

/// To be called when all commands are there.
void name_commands(CLI::App& program);

}  // namespace native
