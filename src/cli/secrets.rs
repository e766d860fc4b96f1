//! Passwords and secrets on their way in and out: never in an argument, which every process of the machine may read.

use std::fs::OpenOptions;
use std::io::{self, BufRead, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use rustix::termios::{LocalModes, OptionalActions, tcgetattr, tcsetattr};
use zeroize::Zeroizing;

/// The longest password that is read, bytes; a mistaken file is not read to its end.
const LONGEST: u64 = 4096;

/// Where a password comes from.
#[derive(Args, Clone, Debug, Default)]
#[group(multiple = false)]
pub struct PasswordArguments {
    /// Read the password from standard input: one line, without its end. At a terminal it is asked for without echo.
    #[arg(long)]
    password_stdin: bool,
    /// Read the password from this file: its first line.
    #[arg(long, value_name = "FILE")]
    password_file: Option<PathBuf>,
    /// Read the password from this environment variable.
    #[arg(long, value_name = "NAME")]
    password_env: Option<String>,
}

impl PasswordArguments {
    /// The password, when a source was named.
    ///
    /// # Errors
    /// A sentence; never the password.
    pub fn read(&self) -> Result<Option<Zeroizing<String>>, String> {
        let (what, password) = if self.password_stdin {
            ("standard input".to_owned(), typed()?)
        } else if let Some(file) = &self.password_file {
            let opened = std::fs::File::open(file).map_err(|e| format!("{}: {e}", file.display()))?;
            let line =
                first_line(io::BufReader::new(opened)).map_err(|e| format!("{}: {e}", file.display()))?;
            (file.display().to_string(), line)
        } else if let Some(name) = &self.password_env {
            let value = std::env::var(name).map_err(|_| format!("the variable {name} is not set"))?;
            (name.clone(), Zeroizing::new(value))
        } else {
            return Ok(None);
        };
        if password.is_empty() {
            return Err(format!("there is no password in {what}"));
        }
        Ok(Some(password))
    }
}

/// The longest secret of an identity provider that is read, bytes: a private key in PEM.
const LONGEST_KEY: u64 = 16_384;

/// Where the secret of an identity provider comes from.
#[derive(Args, Clone, Debug, Default)]
#[group(multiple = false)]
pub struct SecretArguments {
    /// Read the secret from standard input, without the line end behind it. At a terminal it is asked for without echo.
    #[arg(long)]
    secret_from_stdin: bool,
    /// Read the secret from this file, without the line end behind it.
    #[arg(long, value_name = "FILE")]
    secret_from_file: Option<PathBuf>,
    /// Read the secret from this environment variable.
    #[arg(long, value_name = "NAME")]
    secret_from_env: Option<String>,
}

impl SecretArguments {
    /// The secret, when a source was named.
    ///
    /// # Errors
    /// A sentence; never the secret.
    pub fn read(&self) -> Result<Option<Zeroizing<String>>, String> {
        let (what, mut secret) = if self.secret_from_stdin {
            let stdin = io::stdin();
            let read = if stdin.is_terminal() {
                let _ = write!(io::stderr(), "Secret: ");
                let line = without_echo(|| first_line(io::stdin().lock()));
                let _ = writeln!(io::stderr());
                line
            } else {
                whole(stdin.lock())
            };
            ("standard input".to_owned(), read.map_err(|e| format!("standard input: {e}"))?)
        } else if let Some(file) = &self.secret_from_file {
            let read = std::fs::File::open(file).and_then(whole);
            (file.display().to_string(), read.map_err(|e| format!("{}: {e}", file.display()))?)
        } else if let Some(name) = &self.secret_from_env {
            let value = std::env::var(name).map_err(|_| format!("the variable {name} is not set"))?;
            (name.clone(), Zeroizing::new(value))
        } else {
            return Ok(None);
        };
        let end = secret.trim_end_matches(['\r', '\n']).len();
        secret.truncate(end);
        if secret.is_empty() {
            return Err(format!("there is no secret in {what}"));
        }
        Ok(Some(secret))
    }
}

fn whole(reader: impl Read) -> io::Result<Zeroizing<String>> {
    let mut text = Zeroizing::new(String::new());
    reader.take(LONGEST_KEY + 1).read_to_string(&mut text)?;
    Ok(text)
}

fn typed() -> Result<Zeroizing<String>, String> {
    let stdin = io::stdin();
    if !stdin.is_terminal() {
        return first_line(stdin.lock()).map_err(|e| format!("standard input: {e}"));
    }
    let ask = |question: &str| {
        let _ = write!(io::stderr(), "{question}");
        let line = without_echo(|| first_line(io::stdin().lock())).map_err(|e| format!("the terminal: {e}"));
        let _ = writeln!(io::stderr());
        line
    };
    let password = ask("Password: ")?;
    if *ask("Once more: ")? != *password {
        return Err("the two passwords differ".into());
    }
    Ok(password)
}

/// Reads while the terminal shows nothing of what is typed.
fn without_echo<T>(read: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
    let terminal = rustix::stdio::stdin();
    let before = tcgetattr(terminal)?;
    let mut silent = before.clone();
    silent.local_modes.remove(LocalModes::ECHO);
    tcsetattr(terminal, OptionalActions::Flush, &silent)?;
    let outcome = read();
    tcsetattr(terminal, OptionalActions::Flush, &before)?;
    outcome
}

fn first_line(reader: impl BufRead) -> io::Result<Zeroizing<String>> {
    let mut line = Zeroizing::new(String::new());
    reader.take(LONGEST).read_line(&mut line)?;
    let end = line.trim_end_matches(['\r', '\n']).len();
    line.truncate(end);
    Ok(line)
}

/// Makes a file that only its owner can read, before the secret exists that goes into it: nothing is changed when it
/// cannot be written. An existing file is never replaced.
///
/// # Errors
/// A sentence that names the file.
pub fn private_file(path: &Path) -> Result<SecretFile, String> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(path).map_err(|e| match e.kind() {
        io::ErrorKind::AlreadyExists => format!("there is a file {} already; name another", path.display()),
        _ => format!("{} cannot be made: {e}", path.display()),
    })?;
    Ok(SecretFile { path: path.to_owned(), file, written: false })
}

/// A file that waits for its secret; dropped without one it goes again.
pub struct SecretFile {
    path: PathBuf,
    file: std::fs::File,
    written: bool,
}

impl SecretFile {
    /// Writes the secret and a line end, down to the disk.
    ///
    /// # Errors
    /// A sentence that names the file.
    pub fn write(mut self, secret: &str) -> Result<(), String> {
        let outcome = writeln!(self.file, "{secret}").and_then(|()| self.file.sync_all());
        self.written = outcome.is_ok();
        outcome.map_err(|e| format!("{}: {e}", self.path.display()))
    }
}

impl Drop for SecretFile {
    fn drop(&mut self) {
        if !self.written {
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

/// The switch of commands that cannot be undone.
#[derive(Args, Clone, Copy, Debug)]
pub struct YesArgument {
    /// Do it without asking.
    #[arg(long)]
    yes: bool,
}

impl YesArgument {
    /// Asks at the terminal whether it shall be done.
    ///
    /// # Errors
    /// A sentence when the answer is no, or nobody can be asked.
    pub fn confirm(self, question: &str) -> Result<(), String> {
        self.confirm_or(question, "this cannot be undone; add --yes to do it")
    }

    /// As [`YesArgument::confirm`], with a sentence for where nobody can be asked.
    ///
    /// # Errors
    /// The sentence, or that nothing was changed.
    pub fn confirm_or(self, question: &str, advice: &str) -> Result<(), String> {
        if self.yes {
            return Ok(());
        }
        if !io::stdin().is_terminal() {
            return Err(advice.to_owned());
        }
        let _ = write!(io::stderr(), "{} Type yes: ", super::output::printable(question));
        let mut answer = String::new();
        io::stdin().lock().take(LONGEST).read_line(&mut answer).map_err(|e| format!("the terminal: {e}"))?;
        if answer.trim() == "yes" { Ok(()) } else { Err("nothing was changed".into()) }
    }
}
