//! The one table of settings: what file, environment and `docs/configuration.md` are read and written by.

/// What kind of value a setting takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A text.
    Text,
    /// One of these words.
    Word(&'static [&'static str]),
    /// A whole number in this range.
    Number(i64, i64),
    /// `true` or `false`.
    Flag,
    /// A list of texts; separated by commas in a variable.
    List,
    /// The path of a file; in the file, relative to the folder of the file.
    Path,
    /// A text that nobody else may read. In the file also `{ env = "NAME" }` or `{ file = "PATH" }`; besides the
    /// variable there is one with `_FILE`, which names a file.
    Secret,
}

/// What holds when a setting is absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fallback {
    /// There must be a value.
    Required,
    /// Nothing.
    Nothing,
    /// This text, read as a variable's would be.
    Text(&'static str),
    /// What the code finds out; the text says what.
    Found(&'static str),
}

/// One setting.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// The key in the file, with dots for tables.
    pub key: &'static str,
    /// What it takes.
    pub kind: Kind,
    /// What holds without it.
    pub fallback: Fallback,
    /// What it means, in Markdown.
    pub meaning: &'static str,
}

impl Setting {
    /// The environment variable that overrides it.
    pub fn variable(&self) -> String {
        format!("{PREFIX}{}", self.key.to_ascii_uppercase().replace('.', "_"))
    }

    /// The setting with this key.
    pub fn find(key: &str) -> Option<&'static Self> {
        SETTINGS.iter().find(|setting| setting.key == key)
    }
}

/// How the variables of settings begin.
pub(super) const PREFIX: &str = "VESTIBULE_";

/// The keys of the secrets that the file itself never holds.
pub(super) const MASTER_KEY: &str = "master_key";
pub(super) const PREVIOUS_MASTER_KEY: &str = "previous_master_key";

const fn setting(key: &'static str, kind: Kind, fallback: Fallback, meaning: &'static str) -> Setting {
    Setting { key, kind, fallback, meaning }
}

use Fallback::{Found, Nothing, Required, Text as Value};
use Kind::{Flag, List, Number, Path, Secret, Text, Word};

/// Every setting there is, in the order of the documentation.
pub const SETTINGS: &[Setting] = &[
    setting(
        "public_url",
        Text,
        Required,
        "The server's own address as browsers see it: `https`, a host, a port where it is not 443, no path. The issuer of a \
         pool is this address, a slash and the pool's id, so it should never change.",
    ),
    setting(
        "region",
        Text,
        Value("us-east-1"),
        "How the ids of new pools begin. Client libraries made for Amazon Cognito read a region from them.",
    ),
    setting("default_pool", Text, Nothing, "The id of the pool whose pages are at the root of `public_url`."),
    setting(
        "domain_suffix",
        Text,
        Nothing,
        "What follows a pool's prefix in its prefix domain: with `auth.example.com` the prefix `shop` is `shop.auth.example.com`. \
         DNS and certificate must cover `*.` and this name.",
    ),
    setting(
        "trusted_proxies",
        List,
        Value(""),
        "Networks (`10.0.0.0/8`, `::1`) of the proxies whose `X-Forwarded-For`, `-Proto` and `-Host` count. Nobody else's count.",
    ),
    setting(
        "master_key",
        Secret,
        Nothing,
        "The key under which everything secret in the database is sealed: 32 bytes as 64 hexadecimal digits or base64. Never \
         written in the file itself, only `{ file = … }` or `{ env = … }`. Without it the systemd credential `master-key` is \
         taken. Keep a copy apart from the database: without it a backup is worthless.",
    ),
    setting(
        "previous_master_key",
        Secret,
        Nothing,
        "While the master key is changed, the key that `master_key` replaces: the server starts with whichever of the two the \
         database is under. In the same forms as `master_key`. Remove it when `vestibule keys rotate-master` has run.",
    ),
    setting(
        "http.listen",
        List,
        Found("`127.0.0.1:9400` without own TLS, else none"),
        "Addresses for HTTP. Pages are only served there to a trusted proxy that says `X-Forwarded-Proto: https`; everybody \
         else is sent to `public_url`.",
    ),
    setting(
        "https.listen",
        List,
        Value("[::]:443"),
        "Addresses for HTTPS, where a certificate is set. `[::]` is every address of the machine, IPv4 too.",
    ),
    setting(
        "https.certificate_file",
        Path,
        Nothing,
        "PEM file with the certificate and its chain. Read again when it changes and on SIGHUP.",
    ),
    setting("https.key_file", Path, Nothing, "PEM file with the certificate's private key."),
    setting(
        "database.url",
        Secret,
        Required,
        "Where the data is: `sqlite:/path/to/file.db` or `postgres://user:password@host/database`.",
    ),
    setting(
        "database.connections",
        Number(1, 1000),
        Value("8"),
        "Most connections for reading; on PostgreSQL as many again for writing.",
    ),
    setting(
        "database.migrate_at_start",
        Flag,
        Value("true"),
        "Whether `vestibule serve` brings the tables up to date by itself. With `false` it refuses to start until `vestibule \
         migrate` was run.",
    ),
    setting(
        "password_hash.memory_kib",
        Number(8, 1_048_576),
        Value("19456"),
        "Memory of one argon2id hash in KiB. Passwords are hashed anew at their next sign-in when this or the next two change.",
    ),
    setting("password_hash.iterations", Number(1, 1000), Value("2"), "Passes of argon2id over its memory."),
    setting("password_hash.parallelism", Number(1, 64), Value("1"), "Lanes of argon2id."),
    setting(
        "password_hash.at_once",
        Number(1, 1024),
        Found("the number of cores"),
        "Hashes computed at once; each takes `memory_kib`.",
    ),
    setting(
        "password_hash.waiting",
        Number(0, 100_000),
        Value("200"),
        "Hashes that may wait for their turn. One more is answered 503 with `Retry-After`.",
    ),
    setting(
        "mail.smtp.host",
        Text,
        Nothing,
        "The mail server. Without one no mail is sent, and pools that verify addresses by mail cannot.",
    ),
    setting("mail.smtp.port", Number(1, 65_535), Found("587, 465 or 25, by `mail.smtp.tls`"), "Its port."),
    setting(
        "mail.smtp.tls",
        Word(&["starttls", "implicit", "none"]),
        Value("starttls"),
        "`starttls` (required, not only tried), `implicit` (TLS from the first byte) or `none` (a relay on the same machine).",
    ),
    setting("mail.smtp.username", Text, Nothing, "User name at the mail server, where it wants one."),
    setting("mail.smtp.password", Secret, Nothing, "The password of that user."),
    setting(
        "mail.smtp.from",
        Text,
        Nothing,
        "The sender, for example `Example <no-reply@example.com>`. Needed with `mail.smtp.host`.",
    ),
    setting(
        "sms.gateway.url",
        Text,
        Nothing,
        "Where SMS are posted to, see `sms-gateway.md`. Without one no SMS are sent.",
    ),
    setting("sms.gateway.token", Secret, Nothing, "Sent to the gateway as `Authorization: Bearer`."),
    setting(
        "management.listen",
        List,
        Value("127.0.0.1:9401"),
        "Addresses for health and metrics, HTTP without TLS. Keep them off the internet. An empty list turns them off.",
    ),
    setting(
        "log.format",
        Word(&["text", "json"]),
        Value("text"),
        "`text` for people, `json` for machines: one object a line, on standard error.",
    ),
    setting(
        "log.filter",
        Text,
        Value("warn,vestibule=info"),
        "What is logged: a level (`error`, `warn`, `info`, `debug`, `trace`), by module where wanted.",
    ),
    setting(
        "audit.retention_days",
        Number(1, 36_500),
        Value("400"),
        "Days until an audit event is deleted from the database.",
    ),
    setting(
        "audit.stream",
        Text,
        Value("off"),
        "Where audit events go as JSON lines besides the database: `off`, `stdout` or the path of a file.",
    ),
    setting(
        "telemetry.otlp_endpoint",
        Text,
        Nothing,
        "An OpenTelemetry collector that speaks OTLP over HTTP, for example `http://127.0.0.1:4318`. Without one no traces leave.",
    ),
    setting(
        "outbound.allow_networks",
        List,
        Value(""),
        "Networks (`10.20.0.0/16`, `fd00:20::/32`) that requests to identity providers may go to although they are not public. \
         Without them private, loopback and link-local addresses, translated ones (NAT64, 6to4) and a cloud's metadata service \
         are out of reach, whatever a provider's settings or DNS say.",
    ),
    setting(
        "outbound.ca_file",
        Path,
        Nothing,
        "PEM file with the certificate authorities of identity providers in a network of one's own, trusted beside the public \
         ones. Read at start.",
    ),
    setting(
        "pages.templates_dir",
        Path,
        Nothing,
        "Folder of templates that stand in for single built-in pages and components, see `theming.md`. Read at start.",
    ),
    setting(
        "pages.themes_dir",
        Path,
        Nothing,
        "Folder of themes beside the built-in ones: each a folder with `theme.toml`, see `theming.md`. Read at start.",
    ),
    setting(
        "shutdown.drain_seconds",
        Number(0, 300),
        Value("0"),
        "How long a process that was told to stop goes on taking requests while `/readyz` says no: what a balancer needs to \
         notice.",
    ),
    setting(
        "shutdown.grace_seconds",
        Number(0, 3600),
        Value("30"),
        "How long SIGTERM and SIGINT wait for requests under way.",
    ),
];
