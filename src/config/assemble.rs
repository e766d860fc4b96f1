//! From values to [`Settings`]: one line for each setting, in the order of the table.

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use ipnet::IpNet;
use secrecy::{ExposeSecret, SecretString};
use url::{Host, Url};

use super::contradictions;
use super::load::SecretReader;
use super::table::SETTINGS;
use super::values::{Values, plain};
use super::{
    AuditSettings, AuditStream, HttpsSettings, LogFormat, LogSettings, MailSettings, OutboundSettings,
    PagesSettings, PasswordHashSettings, Settings, SmsSettings, SmtpTls, TelemetrySettings,
};
use crate::model::ids::PoolId;

/// The address of plain HTTP where nothing is said and there is no own TLS.
const HTTP_BEHIND_A_PROXY: &str = "127.0.0.1:9400";

/// Takes every value; `None` when one that nothing can do without is missing or wrong. What is wrong is in
/// `values.findings`.
pub(super) fn assemble(values: &mut Values, secrets: &mut SecretReader<'_>) -> Option<Settings> {
    let public_url = values.parsed("public_url", public_url);
    let fallback = Settings::for_url("https://unset.invalid".parse().ok()?);
    let https = https(values);
    let http = values.list("http.listen", address);
    let http = match (http, &https) {
        (Some(listen), _) => listen,
        (None, None) if !values.has("http.listen") => address(HTTP_BEHIND_A_PROXY).into_iter().collect(),
        _ => Vec::new(),
    };
    let database_url = secrets.read(values, "database.url");
    let database_url = database_url.and_then(|url| database_url_of(values, &url));
    let settings = Settings {
        region: values.parsed("region", region).unwrap_or(fallback.region.clone()),
        default_pool: values.parsed("default_pool", |text| PoolId::parse(text).map_err(|e| e.to_string())),
        domain_suffix: values.parsed("domain_suffix", domain),
        trusted_proxies: values.list("trusted_proxies", network).unwrap_or_default(),
        http,
        https,
        database_url: database_url.clone().unwrap_or_default(),
        database_connections: values.number("database.connections").unwrap_or(1),
        migrate_at_start: values.flag("database.migrate_at_start").unwrap_or(true),
        password_hash: password_hash(values),
        mail: mail(values, secrets),
        sms: sms(values, secrets),
        management: values.list("management.listen", address).unwrap_or_default(),
        log: log(values),
        audit: audit(values),
        telemetry: TelemetrySettings { otlp_endpoint: values.parsed("telemetry.otlp_endpoint", http_url) },
        shutdown_drain: Duration::from_secs(values.number("shutdown.drain_seconds").unwrap_or(0)),
        outbound: OutboundSettings {
            allow_networks: values.list("outbound.allow_networks", network).unwrap_or_default(),
            ca_file: values.path("outbound.ca_file"),
        },
        shutdown_grace: Duration::from_secs(values.number("shutdown.grace_seconds").unwrap_or(30)),
        pages: PagesSettings {
            templates_dir: values.path("pages.templates_dir"),
            themes_dir: values.path("pages.themes_dir"),
            reload: false,
        },
        saml_party: None,
        public_url: public_url.clone().unwrap_or(fallback.public_url.clone()),
        ..fallback
    };
    contradictions::find(values, &settings, public_url.is_some());
    public_url.and(database_url).map(|_| settings)
}

fn public_url(text: &str) -> Result<Url, String> {
    let url = Url::parse(text)
        .map_err(|_| "this must be an address such as https://auth.example.com".to_owned())?;
    if url.scheme() != "https" {
        return Err("this must begin with https://, because browsers give passwords and cookies over nothing less; set up \
                    own TLS (https.certificate_file, https.key_file) or a proxy that has it (trusted_proxies). To try \
                    things out there is `vestibule dev`"
            .into());
    }
    if !url.username().is_empty()
        || url.password().is_some()
        || url.query().is_some()
        || url.fragment().is_some()
    {
        return Err("this must be scheme, host and port, nothing more".into());
    }
    if url.path() != "/" {
        return Err(
            "this must have no path: a host of its own keeps cookies apart from other applications".into()
        );
    }
    if url.host_str().is_some_and(|host| host.ends_with('.')) {
        return Err("the host must not end with a full stop".into());
    }
    Ok(url)
}

fn region(text: &str) -> Result<String, String> {
    match PoolId::parse(&format!("{text}_000000000")) {
        Ok(_) => Ok(text.to_owned()),
        Err(_) => Err("this must be 1 to 32 letters, digits and hyphens, such as eu-central-1".into()),
    }
}

fn domain(text: &str) -> Result<String, String> {
    let name = text.strip_prefix("*.").unwrap_or(text).trim_start_matches('.').to_ascii_lowercase();
    match Host::parse(&name) {
        Ok(Host::Domain(ascii)) if ascii.contains('.') && !ascii.ends_with('.') && ascii == name => Ok(ascii),
        _ => Err("this must be a domain name, such as auth.example.com".into()),
    }
}

fn network(text: &str) -> Result<IpNet, String> {
    text.parse()
        .or_else(|_| text.parse::<IpAddr>().map(IpNet::from))
        .map_err(|_| format!("{text:?} is no network such as 10.0.0.0/8 and no address"))
}

/// An address and a port. A host name would be looked up at start, and may be many.
fn address(text: &str) -> Result<SocketAddr, String> {
    text.parse().map_err(|_| {
        format!("{text:?} is no address and port, such as 127.0.0.1:9400, 0.0.0.0:443 or [::]:443")
    })
}

fn http_url(text: &str) -> Result<Url, String> {
    Url::parse(text)
        .ok()
        .filter(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
        .ok_or_else(|| "this must be an address that begins with http:// or https://".into())
}

fn https(values: &mut Values) -> Option<HttpsSettings> {
    let listen = values.list("https.listen", address);
    let certificate_file = values.path("https.certificate_file");
    let key_file = values.path("https.key_file");
    match (certificate_file, key_file) {
        (Some(certificate_file), Some(key_file)) => {
            Some(HttpsSettings { listen: listen.unwrap_or_default(), certificate_file, key_file })
        }
        (Some(_), None) if !values.has("https.key_file") => {
            values.complain("https.certificate_file", "a certificate needs its key; set https.key_file too");
            None
        }
        (None, Some(_)) if !values.has("https.certificate_file") => {
            values.complain("https.key_file", "a key needs its certificate; set https.certificate_file too");
            None
        }
        _ => {
            if values.has("https.listen") && !values.has("https.certificate_file") {
                values.complain("https.listen", "HTTPS needs https.certificate_file and https.key_file");
            }
            None
        }
    }
}

/// The database's URL, with the path of an SQLite file as the process sees it.
fn database_url_of(values: &mut Values, url: &SecretString) -> Option<String> {
    let url = url.expose_secret();
    match url.split_once(':') {
        Some(("sqlite", path)) => {
            let path = path.strip_prefix("//").unwrap_or(path);
            if path.is_empty() || path.starts_with(':') || path.contains('?') || path.contains('\0') {
                values.complain("database.url", "after sqlite: comes the path of a file and nothing else");
                return None;
            }
            let path = values.resolve("database.url", std::path::Path::new(path));
            Some(format!("sqlite:{}", path.display()))
        }
        Some(("postgres" | "postgresql", _)) => Some(url.to_owned()),
        _ => {
            // Not repeated: a mistyped scheme does not make its password less secret.
            values.complain("database.url", "this must begin with sqlite: or postgres: (or postgresql:)");
            None
        }
    }
}

fn password_hash(values: &mut Values) -> PasswordHashSettings {
    let default = PasswordHashSettings::default();
    PasswordHashSettings {
        memory_kib: values.number("password_hash.memory_kib").unwrap_or(default.memory_kib),
        iterations: values.number("password_hash.iterations").unwrap_or(default.iterations),
        parallelism: values.number("password_hash.parallelism").unwrap_or(default.parallelism),
        at_once: values.number("password_hash.at_once").unwrap_or(default.at_once),
        waiting: values.number("password_hash.waiting").unwrap_or(default.waiting),
    }
}

fn mail(values: &mut Values, secrets: &mut SecretReader<'_>) -> MailSettings {
    let tls = values.word("mail.smtp.tls", |word| match word {
        "starttls" => Some(SmtpTls::StartTls),
        "implicit" => Some(SmtpTls::Implicit),
        "none" => Some(SmtpTls::None),
        _ => None,
    });
    let tls = tls.unwrap_or(SmtpTls::StartTls);
    let host = values.parsed("mail.smtp.host", host);
    let port = values.number("mail.smtp.port");
    let username = values.text("mail.smtp.username");
    let password = secrets.read(values, "mail.smtp.password");
    let from = values.text("mail.smtp.from");
    if !values.has("mail.smtp.host") {
        without(values, "mail.smtp.", "mail.smtp.host");
        return MailSettings::Off;
    }
    if !values.has("mail.smtp.from") {
        values.complain("mail.smtp.host", "mail needs a sender; set mail.smtp.from");
    }
    if values.has("mail.smtp.username") != values.has("mail.smtp.password") {
        values.complain(
            "mail.smtp.username",
            "mail.smtp.username and mail.smtp.password go together; set both or neither",
        );
    }
    let (Some(host), Some(from)) = (host, from) else { return MailSettings::Off };
    let port = port.unwrap_or(match tls {
        SmtpTls::StartTls => 587,
        SmtpTls::Implicit => 465,
        SmtpTls::None => 25,
    });
    MailSettings::Smtp { host, port, tls, credentials: username.zip(password), from }
}

fn host(text: &str) -> Result<String, String> {
    let bare = text.trim_start_matches('[').trim_end_matches(']');
    let is_host = bare.parse::<IpAddr>().is_ok() || Host::parse(text).is_ok();
    if is_host { Ok(text.to_owned()) } else { Err("this must be a host name, without port or scheme".into()) }
}

fn sms(values: &mut Values, secrets: &mut SecretReader<'_>) -> SmsSettings {
    let url = values.parsed("sms.gateway.url", http_url);
    let token = secrets.read(values, "sms.gateway.token");
    if !values.has("sms.gateway.url") {
        without(values, "sms.gateway.", "sms.gateway.url");
    } else if !values.has("sms.gateway.token") {
        values.complain("sms.gateway.url", "the gateway needs a token; set sms.gateway.token");
    }
    match url.zip(token) {
        Some((url, token)) => SmsSettings::Gateway { url, token },
        None => SmsSettings::Off,
    }
}

/// Complains about settings of a group whose first one is absent: they would silently do nothing.
fn without(values: &mut Values, group: &str, first: &str) {
    for setting in SETTINGS.iter().filter(|setting| setting.key.starts_with(group)) {
        if values.has(setting.key) {
            values.complain(setting.key, format!("this does nothing without {first}; set that too"));
        }
    }
}

fn log(values: &mut Values) -> LogSettings {
    let default = LogSettings::default();
    let format = values.word("log.format", |word| match word {
        "text" => Some(LogFormat::Text),
        "json" => Some(LogFormat::Json),
        _ => None,
    });
    let filter = values.parsed("log.filter", |text| {
        tracing_subscriber::EnvFilter::try_new(text)
            .map(|_| text.to_owned())
            .map_err(|_| "this must be levels such as warn,vestibule=info".to_owned())
    });
    LogSettings { format: format.unwrap_or(default.format), filter: filter.unwrap_or(default.filter) }
}

fn audit(values: &mut Values) -> AuditSettings {
    let default = AuditSettings::default();
    let stream = match values.parsed("audit.stream", plain).as_deref() {
        None | Some("off") => AuditStream::Off,
        Some("stdout") => AuditStream::Stdout,
        Some(path) => AuditStream::File(values.resolve("audit.stream", std::path::Path::new(path))),
    };
    AuditSettings {
        retention_days: values.number("audit.retention_days").unwrap_or(default.retention_days),
        stream,
    }
}
