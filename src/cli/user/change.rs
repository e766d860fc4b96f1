//! What an operator does to one person.

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use super::create::{Address, AttributeArguments, drawn_password};
use super::{OnePerson, view};
use crate::cli::choose::{PersonChoice, caller, sentence};
use crate::cli::operator::{ConfigArguments, with_env};
use crate::cli::output::{OutputArguments, note, printed};
use crate::cli::secrets::{PasswordArguments, YesArgument, private_file};
use crate::directory::password::{self, SetPassword};
use crate::directory::{factors, groups, profile, users};
use crate::env::Env;
use crate::model::pool::{MfaConfiguration, UserPool};
use crate::model::user::User;

/// A change that needs nothing but the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Plain {
    Disable,
    Enable,
    ResetMfa,
    Unlock,
    SignOut,
}

pub(super) fn plain(one: OnePerson, what: Plain) -> Result<(), String> {
    let OnePerson { person, output, config } = one;
    with_env(&config, |env| async move {
        let (pool, user) = person.find(&env).await?;
        let done = match what {
            Plain::Disable => users::set_enabled(&env, &pool, &user.id, false).await,
            Plain::Enable => users::set_enabled(&env, &pool, &user.id, true).await,
            Plain::ResetMfa => users::reset_mfa(&env, &pool, &user.id).await,
            Plain::Unlock => users::unlock(&env, &pool, &user.id).await,
            Plain::SignOut => users::global_sign_out(&env, &pool, &user.id).await,
        };
        done.map_err(sentence)?;
        let told = match (what, user.enabled) {
            (Plain::Disable, true) => "disabled; sessions and tokens have ended",
            (Plain::Disable, false) => "was disabled already",
            (Plain::Enable, false) => "enabled",
            (Plain::Enable, true) => "was enabled already",
            (Plain::ResetMfa, _) => "second factors taken away; sessions and tokens have ended",
            (Plain::Unlock, _) => "unlocked",
            (Plain::SignOut, _) => "signed out everywhere",
        };
        if what == Plain::ResetMfa {
            warn_of_a_closed_door(&env, &pool, &user).await?;
        }
        view::print_done(&env, &pool, &user, output, told).await
    })
}

/// Where a second factor is required and none is left, one is set up at the next sign-in, if there is one that can be.
async fn warn_of_a_closed_door(env: &Env, pool: &UserPool, user: &User) -> Result<(), String> {
    if pool.settings.mfa.configuration != MfaConfiguration::Required {
        return Ok(());
    }
    let Some(now) = users::find(env, pool, &user.id).await.map_err(sentence)? else { return Ok(()) };
    let survey = factors::survey(env, pool, &now).await.map_err(sentence)?;
    if !survey.available.is_empty() {
        return Ok(());
    }
    if survey.can_set_up.is_empty() {
        note(
            "the pool requires a second factor, and this person has none and can set none up; a proven address helps \
             where mfa.factors allows e-mail or SMS",
        );
    } else {
        note("the pool requires a second factor: this person sets up a new one at the next sign-in");
    }
    Ok(())
}

/// Arguments of `vestibule user set`.
#[derive(Args, Clone)]
pub(super) struct SetArguments {
    #[command(flatten)]
    person: PersonChoice,
    #[command(flatten)]
    attributes: AttributeArguments,
    #[command(flatten)]
    output: OutputArguments,
    #[command(flatten)]
    config: ConfigArguments,
}

pub(super) fn set(arguments: SetArguments) -> Result<(), String> {
    let SetArguments { person, attributes, output, config } = arguments;
    let given = attributes.map()?;
    if given.is_empty() {
        return Err(
            "nothing to set; name an attribute with --email, --phone, --attribute or --verified".into()
        );
    }
    with_env(&config, |env| async move {
        let (pool, user) = person.find(&env).await?;
        profile::set(&env, &pool, &user.id, given).await.map_err(sentence)?;
        view::print_done(&env, &pool, &user, output, "set").await
    })
}

/// Arguments of `vestibule user confirm`.
#[derive(Args, Clone)]
pub(super) struct ConfirmArguments {
    #[command(flatten)]
    person: PersonChoice,
    /// An address that counts as proven from now on.
    #[arg(long, value_name = "ADDRESS")]
    verified: Vec<Address>,
    #[command(flatten)]
    output: OutputArguments,
    #[command(flatten)]
    config: ConfigArguments,
}

pub(super) fn confirm(arguments: ConfirmArguments) -> Result<(), String> {
    let ConfirmArguments { person, verified, output, config } = arguments;
    with_env(&config, |env| async move {
        let (pool, user) = person.find(&env).await?;
        let proven: Vec<_> = verified.iter().map(|address| address.kind()).collect();
        profile::confirm(&env, &pool, &user.id, &proven).await.map_err(sentence)?;
        view::print_done(&env, &pool, &user, output, "confirmed").await
    })
}

/// Arguments of `vestibule user reset-password`.
#[derive(Args, Clone)]
pub(super) struct ResetPasswordArguments {
    #[command(flatten)]
    person: PersonChoice,
    #[command(flatten)]
    password: PasswordArguments,
    /// The given password is for good; else it must be changed at the next sign-in.
    #[arg(long)]
    permanent: bool,
    /// Draw a temporary password and print it once, instead of asking for a mailed code.
    #[arg(long, conflicts_with_all = ["password_stdin", "password_file", "password_env", "permanent"])]
    print_password: bool,
    /// Write the drawn password to this new file, readable by its owner only, instead of printing it.
    #[arg(long, value_name = "FILE", requires = "print_password")]
    secret_file: Option<PathBuf>,
    #[command(flatten)]
    output: OutputArguments,
    #[command(flatten)]
    config: ConfigArguments,
}

pub(super) fn reset_password(arguments: ResetPasswordArguments) -> Result<(), String> {
    let ResetPasswordArguments { person, password, permanent, print_password, secret_file, output, config } =
        arguments;
    with_env(&config, |env| async move {
        let (pool, user) = person.find(&env).await?;
        let given = password.read()?;
        if permanent && given.is_none() {
            return Err(
                "--permanent needs a password: --password-stdin, --password-file or --password-env".into()
            );
        }
        let how = if permanent { SetPassword::Permanent } else { SetPassword::Temporary };
        if let Some(given) = given {
            password::set(&env, &caller(&env), &pool, &user.id, &given, how).await.map_err(sentence)?;
            return view::print_done(
                &env,
                &pool,
                &user,
                output,
                "password set; sessions and tokens have ended",
            )
            .await;
        }
        if !print_password {
            users::require_reset(&env, &pool, &user.id).await.map_err(sentence)?;
            let told = "the next sign-in asks for a new password by code; sessions and tokens have ended";
            return view::print_done(&env, &pool, &user, output, told).await;
        }
        let file = secret_file.as_deref().map(private_file).transpose()?;
        let drawn = drawn_password(&env, &pool);
        password::set(&env, &caller(&env), &pool, &user.id, &drawn, how).await.map_err(sentence)?;
        let now = users::find(&env, &pool, &user.id).await.map_err(sentence)?.unwrap_or(user);
        match file {
            Some(file) => {
                file.write(&drawn)?;
                view::print(&env, &pool, &now, output, None).await
            }
            None => view::print(&env, &pool, &now, output, Some(&drawn)).await,
        }
    })
}

/// Arguments of `vestibule user delete`.
#[derive(Args, Clone)]
pub(super) struct DeleteArguments {
    #[command(flatten)]
    person: PersonChoice,
    #[command(flatten)]
    yes: YesArgument,
    #[command(flatten)]
    output: OutputArguments,
    #[command(flatten)]
    config: ConfigArguments,
}

#[derive(Serialize)]
struct Deleted<'a> {
    id: &'a str,
    pool: &'a str,
    deleted: bool,
}

pub(super) fn delete(arguments: DeleteArguments) -> Result<(), String> {
    let DeleteArguments { person, yes, output, config } = arguments;
    with_env(&config, |env| async move {
        let (pool, user) = person.find(&env).await?;
        yes.confirm(&format!("Delete the user {} ({}) of the pool {}?", user.id, user.username, pool.name))?;
        users::delete(&env, &pool, &user.id).await.map_err(sentence)?;
        let deleted = Deleted { id: user.id.as_str(), pool: pool.id.as_str(), deleted: true };
        printed(output.done(&deleted, &format!("{} ({}): deleted", user.id, user.username)))
    })
}

/// Arguments of `vestibule user group add` and `remove`.
#[derive(Args, Clone)]
pub(super) struct GroupArguments {
    #[command(flatten)]
    person: PersonChoice,
    /// The group.
    #[arg(value_name = "GROUP")]
    group: String,
    #[command(flatten)]
    output: OutputArguments,
    #[command(flatten)]
    config: ConfigArguments,
}

pub(super) fn group(arguments: GroupArguments, add: bool) -> Result<(), String> {
    let GroupArguments { person, group, output, config } = arguments;
    with_env(&config, |env| async move {
        let (pool, user) = person.find(&env).await?;
        let (done, told) = if add {
            (groups::add_member(&env, &pool, &group, &user.id).await, format!("is in the group {group}"))
        } else {
            (groups::remove_member(&env, &pool, &group, &user.id).await, format!("left the group {group}"))
        };
        done.map_err(sentence)?;
        view::print_done(&env, &pool, &user, output, &told).await
    })
}
