//! `docs/commands.md`, written from the arguments themselves.

use std::fmt::Write;

use clap::{Arg, Command};

/// The reference of every command, in Markdown.
pub fn reference(program: &Command) -> String {
    let mut text = String::from(
        "# Commands\n\n\
         Written from the program itself; `UPDATE_DOCS=1 cargo test --test suite operator::reference` writes it \
         anew.\n\n\
         Results go to standard output: tables for people, with `--json` JSON for scripts, whose keys stay as they are. \
         Errors, questions and notes go to standard error. The exit code is 0 when it was done, 1 when it was refused, 2 \
         when the arguments cannot be used. Every change is a row of the audit trail (`vestibule audit list`). All commands \
         are safe beside a running server: what concerns people, sessions and secrets holds for the next request, settings \
         within five seconds.\n",
    );
    for command in program.get_subcommands() {
        describe(&mut text, command, program.get_name());
    }
    text
}

fn describe(text: &mut String, command: &Command, above: &str) {
    let name = format!("{above} {}", command.get_name());
    if command.is_hide_set() || command.get_name() == "help" {
        return;
    }
    let about = command.get_long_about().or_else(|| command.get_about());
    let about = about.map(ToString::to_string).unwrap_or_default();
    let _ = write!(text, "\n## `{name}`\n\n{}\n", about.trim());
    describe_arguments(text, command);
    for below in command.get_subcommands() {
        describe(text, below, &name);
    }
}

/// The arguments of a command's own; one with commands below it may have some too.
fn describe_arguments(text: &mut String, command: &Command) {
    let shown = |argument: &&Arg| !argument.is_hide_set() && argument.get_id() != "help";
    let arguments: Vec<&Arg> = command.get_arguments().filter(shown).collect();
    if arguments.is_empty() {
        return;
    }
    text.push('\n');
    for argument in arguments {
        let help = argument.get_long_help().or_else(|| argument.get_help());
        let help = help.map(|help| help.to_string().replace('\n', " ")).unwrap_or_default();
        // clap takes the full stop from a short help.
        let stop = if help.trim().ends_with(['.', '"', ')', '`']) || help.is_empty() { "" } else { "." };
        let variable =
            argument.get_env().map(|name| format!(" Or the variable `{}`.", name.to_string_lossy()));
        let default = argument.get_default_values().first().filter(|_| argument.get_action().takes_values());
        let default = default.map(|value| format!(" Default `{}`.", value.to_string_lossy()));
        let _ = writeln!(
            text,
            "- `{}`: {}{stop}{}{}",
            written(argument),
            help.trim(),
            default.unwrap_or_default(),
            variable.unwrap_or_default()
        );
    }
}

/// An argument as it is typed.
fn written(argument: &Arg) -> String {
    let takes_values = argument.get_action().takes_values();
    let names = argument.get_value_names().unwrap_or_default();
    let value = names.first().map_or_else(|| argument.get_id().as_str().to_uppercase(), ToString::to_string);
    match argument.get_long() {
        Some(long) if argument.is_require_equals_set() => format!("--{long}[={value}]"),
        Some(long) if takes_values => format!("--{long} {value}"),
        Some(long) => format!("--{long}"),
        None => value,
    }
}
