//! `vestibule user`: the people of a pool.
//!
//! Owns arguments and what is printed. Every rule and every audit row is the directory's; a running server obeys at
//! once, because it reads what it needs for each request.

mod change;
mod create;
mod links;
mod list;
mod passkeys;
mod view;

use clap::{Args, Subcommand};

use super::choose::PersonChoice;
use super::operator::{ConfigArguments, with_env};
use super::output::OutputArguments;

/// Arguments of `vestibule user`.
#[derive(Args, Clone)]
pub struct UserArguments {
    #[command(subcommand)]
    command: UserCommand,
}

#[derive(Subcommand, Clone)]
enum UserCommand {
    /// Make a user and send an invitation with a temporary password.
    ///
    /// Without an address to send it to, or with --no-invite, the temporary password is printed once. A password of your own
    /// comes from standard input, a file or a variable, never from an argument.
    ///
    /// JSON: as `user show`; `temporary_password` when it is printed.
    Create(create::CreateArguments),
    /// Show everything that is known of a person, but no secret.
    ///
    /// JSON: `id`, `pool`, `username`, `status`, `enabled`, `attributes` (object), `groups` (names), `identities` (as `user
    /// links`), `passkeys` (as `user passkeys`), `second_factors`
    /// (`totp`, `totp_device`, `by_message`, `preferred`), `password` (`set_at`, `temporary_until`), `open` (`sessions`,
    /// `refresh_tokens`), `locked_until` (`first_factor`, `second_factor`), `signed_out_at`, `created_at`, `updated_at`.
    /// Times are ISO 8601 in UTC or null.
    Show(OnePerson),
    /// List people, by id; all of them unless --limit says otherwise.
    ///
    /// JSON: one object a line: `id`, `pool`, `username`, `status`, `enabled`, `attributes`, `created_at`, `updated_at`.
    List(list::ListArguments),
    /// Set attributes, and say which addresses are proven. An empty value takes an attribute away.
    ///
    /// JSON: as `user show`.
    Set(change::SetArguments),
    /// Confirm an account without its code.
    ///
    /// JSON: as `user show`.
    Confirm(change::ConfirmArguments),
    /// Turn an account off: it cannot sign in, and its sessions and tokens end at once.
    ///
    /// JSON: as `user show`.
    Disable(OnePerson),
    /// Turn an account on again.
    ///
    /// JSON: as `user show`.
    Enable(OnePerson),
    /// Ask for a new password by a mailed code at the next sign-in, or set one; ends sessions and tokens.
    ///
    /// JSON: as `user show`; `temporary_password` when it is printed.
    ResetPassword(change::ResetPasswordArguments),
    /// Take every second factor away, passkeys too where they are one; ends sessions and tokens.
    ///
    /// JSON: as `user show`.
    ResetMfa(OnePerson),
    /// Forget wrong passwords, wrong second factors and wrong codes: the next attempt is judged at once.
    ///
    /// JSON: as `user show`.
    Unlock(OnePerson),
    /// End every session, refresh token and open sign-in, everywhere.
    ///
    /// JSON: as `user show`.
    SignOut(OnePerson),
    /// Delete a person and everything of theirs. The audit trail keeps the id.
    ///
    /// JSON: `id`, `pool`, `deleted`.
    Delete(change::DeleteArguments),
    /// List whom a person is at identity providers.
    ///
    /// JSON: an array of `provider`, `kind`, `subject`, `issuer` (SAML, once they have come from there), `own` (whether the
    /// account was made by that sign-in), `linked_at`.
    Links(OnePerson),
    /// Link a person with somebody of an identity provider, who signs in as this person from then on.
    ///
    /// Whoever can sign in there as that subject gets the account: look twice. A person has five identities at most.
    ///
    /// JSON: as `user show`.
    Link(links::LinkArguments),
    /// Take the link with an identity provider away. Whoever comes from there next is somebody new.
    ///
    /// It says when the person has no way left to sign in; with --json on standard error.
    ///
    /// JSON: as `user show`.
    Unlink(links::UnlinkArguments),
    /// List the passkeys of a person.
    ///
    /// JSON: an array of `id`, `name`, `rp_id`, `aaguid`, `transports`, `backed_up`, `user_verified`, `sign_count`,
    /// `created_at`, `last_used_at`.
    Passkeys(OnePerson),
    /// Take a passkey away, or all of them.
    ///
    /// Sessions and tokens go on. It says when no passkey is left; with --json on standard error.
    ///
    /// JSON: as `user show`.
    RemovePasskey(passkeys::RemoveArguments),
    /// The groups of a person.
    Group {
        #[command(subcommand)]
        command: GroupCommand,
    },
}

#[derive(Subcommand, Clone)]
enum GroupCommand {
    /// Add a person to a group; a member stays one.
    ///
    /// JSON: as `user show`.
    Add(change::GroupArguments),
    /// Take a person out of a group.
    ///
    /// JSON: as `user show`.
    Remove(change::GroupArguments),
}

/// Arguments of commands that need a person and nothing else.
#[derive(Args, Clone)]
struct OnePerson {
    #[command(flatten)]
    person: PersonChoice,
    #[command(flatten)]
    output: OutputArguments,
    #[command(flatten)]
    config: ConfigArguments,
}

/// Runs a command.
///
/// # Errors
/// A sentence that says what to do.
pub fn run(arguments: UserArguments) -> Result<(), String> {
    use change::Plain;
    match arguments.command {
        UserCommand::Create(arguments) => create::run(arguments),
        UserCommand::Show(one) => {
            let OnePerson { person, output, config } = one;
            with_env(&config, |env| async move {
                let (pool, user) = person.find(&env).await?;
                view::print(&env, &pool, &user, output, None).await
            })
        }
        UserCommand::List(arguments) => list::run(arguments),
        UserCommand::Set(arguments) => change::set(arguments),
        UserCommand::Confirm(arguments) => change::confirm(arguments),
        UserCommand::Disable(one) => change::plain(one, Plain::Disable),
        UserCommand::Enable(one) => change::plain(one, Plain::Enable),
        UserCommand::ResetPassword(arguments) => change::reset_password(arguments),
        UserCommand::ResetMfa(one) => change::plain(one, Plain::ResetMfa),
        UserCommand::Unlock(one) => change::plain(one, Plain::Unlock),
        UserCommand::SignOut(one) => change::plain(one, Plain::SignOut),
        UserCommand::Delete(arguments) => change::delete(arguments),
        UserCommand::Links(one) => links::list(one),
        UserCommand::Link(arguments) => links::link(arguments),
        UserCommand::Unlink(arguments) => links::unlink(arguments),
        UserCommand::Passkeys(one) => passkeys::list(one),
        UserCommand::RemovePasskey(arguments) => passkeys::remove(arguments),
        UserCommand::Group { command: GroupCommand::Add(arguments) } => change::group(arguments, true),
        UserCommand::Group { command: GroupCommand::Remove(arguments) } => change::group(arguments, false),
    }
}
