//! `vestibule doctor`: what does not fit together in a pool.

use std::io;

use clap::Args;

use super::choose::PoolChoice;
use super::operator::{ConfigArguments, with_env};
use super::output::{OutputArguments, table};
use crate::directory::doctor;

/// Look a pool through for what does not fit together: names that differ by case only, names that do not sign in, values
/// that break the schema, people who could never sign in.
#[derive(Args)]
pub(super) struct DoctorArguments {
    #[command(flatten)]
    pool: PoolChoice,
    /// Give everybody the names that are theirs by the rules, and look again.
    #[arg(long)]
    mend: bool,
    /// Delete the values of attributes that the pool does not have, and look again.
    #[arg(long)]
    drop_unknown: bool,
    /// How many findings are listed.
    #[arg(long, value_name = "N", default_value_t = 100)]
    list: usize,
    #[command(flatten)]
    output: OutputArguments,
    #[command(flatten)]
    config: ConfigArguments,
}

pub(super) fn run(arguments: &DoctorArguments) -> Result<(), String> {
    with_env(&arguments.config, |env| async move {
        let pool = arguments.pool.find(&env).await?.id;
        let text = |error: crate::directory::DirectoryError| error.to_string();
        if arguments.mend || arguments.drop_unknown {
            doctor::mend(&env, &pool, arguments.drop_unknown).await.map_err(text)?;
        }
        let diagnosis = doctor::examine(&env, &pool, arguments.list).await.map_err(text)?;
        let printed = if arguments.output.json {
            arguments.output.one(&diagnosis, &[])
        } else if diagnosis.findings == 0 {
            arguments
                .output
                .one(&diagnosis, &[("people", diagnosis.people.to_string()), ("findings", "none".into())])
        } else {
            let rows: Vec<Vec<String>> = diagnosis
                .listed
                .iter()
                .map(|finding| {
                    let user = finding.user.clone().unwrap_or_default();
                    vec![user, finding.matter.sentence(), finding.matter.advice().to_owned()]
                })
                .collect();
            table(&mut io::stdout().lock(), &["user", "finding", "mend"], &rows)
        };
        printed.map_err(|error| format!("the result cannot be printed: {error}"))?;
        match diagnosis.findings {
            0 => Ok(()),
            1 => Err("there is 1 finding".into()),
            findings => Err(format!("there are {findings} findings")),
        }
    })
}
