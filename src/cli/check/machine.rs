//! The machine: ports, memory, files.

use std::fs;
use std::io::ErrorKind;
use std::net::{SocketAddr, TcpListener};
use std::path::Path;

use crate::config::{AuditStream, Finding, Settings};

/// Looks at what the settings ask of the machine.
pub(super) fn look(settings: &Settings) -> Vec<Finding> {
    let mut findings = ports(settings);
    findings.extend(memory(settings, memory_limit()));
    findings.extend(database_file(&settings.database_url));
    if let AuditStream::File(file) = &settings.audit.stream
        && !file.parent().is_none_or(|folder| folder.as_os_str().is_empty() || folder.is_dir())
    {
        let message = format!("the folder of {} does not exist; make it", file.display());
        findings.push(Finding::error("audit.stream", message));
    }
    findings
}

fn ports(settings: &Settings) -> Vec<Finding> {
    let https = settings.https.as_ref().map(|https| https.listen.as_slice()).unwrap_or_default();
    let all = [
        ("http.listen", settings.http.as_slice()),
        ("https.listen", https),
        ("management.listen", &settings.management),
    ];
    let each = all.iter().flat_map(|(key, addresses)| addresses.iter().map(move |address| (*key, *address)));
    each.filter_map(|(key, address)| port(key, address)).collect()
}

/// Whether an address can be listened on; it is given back at once.
fn port(key: &str, address: SocketAddr) -> Option<Finding> {
    let error = TcpListener::bind(address).err()?;
    match error.kind() {
        ErrorKind::PermissionDenied => Some(Finding::error(
            key,
            format!(
                "this user may not listen on {address}: ports below 1024 need the capability CAP_NET_BIND_SERVICE \
                 (AmbientCapabilities= in the systemd unit), or choose a higher port"
            ),
        )),
        ErrorKind::AddrInUse => Some(Finding::warning(
            key,
            format!(
                "{address} is in use; if that is not this server, which is running, choose another address"
            ),
        )),
        ErrorKind::AddrNotAvailable => {
            Some(Finding::error(key, format!("{address} is no address of this machine; see `ip address`")))
        }
        // What serve does as well: a machine without IPv6 has every IPv4 address.
        _ if address.is_ipv6() && address.ip().is_unspecified() => None,
        _ => Some(Finding::error(key, format!("{address} cannot be listened on: {error}"))),
    }
}

/// Compares the memory of all hashes at once with what there is, both in KiB.
fn memory(settings: &Settings, limit_kib: Option<u64>) -> Option<Finding> {
    let hash = settings.password_hash;
    let needed = u64::from(hash.memory_kib) * u64::try_from(hash.at_once).unwrap_or(u64::MAX);
    let limit = limit_kib?;
    let text = format!(
        "password hashes may take {} MiB at once (password_hash.memory_kib × at_once), and the process may use {} MiB",
        needed / 1024,
        limit / 1024
    );
    if needed >= limit {
        Some(Finding::error("password_hash.at_once", format!("{text}: it would be killed; lower at_once")))
    } else if needed * 2 > limit {
        Some(Finding::warning("password_hash.at_once", format!("{text}; lower at_once or give it more")))
    } else {
        None
    }
}

/// What this process may use, in KiB: the narrowest limit of its control groups, else the machine's memory.
fn memory_limit() -> Option<u64> {
    let own = fs::read_to_string("/proc/self/cgroup").unwrap_or_default();
    let mut limits = Vec::new();
    for line in own.lines() {
        let mut fields = line.splitn(3, ':').skip(1);
        let (Some(controllers), Some(path)) = (fields.next(), fields.next()) else { continue };
        let (root, file) = match controllers {
            "" => ("/sys/fs/cgroup", "memory.max"),
            list if list.split(',').any(|name| name == "memory") => {
                ("/sys/fs/cgroup/memory", "memory.limit_in_bytes")
            }
            _ => continue,
        };
        // Inside a container the path is often that of the host: the root of the mount is then the own group.
        for folder in Path::new(path).ancestors() {
            let inside = folder.strip_prefix("/").unwrap_or(folder);
            limits.extend(number_in(&Path::new(root).join(inside).join(file)).map(|bytes| bytes / 1024));
        }
    }
    let machine = fs::read_to_string("/proc/meminfo").ok()?;
    let total = machine.lines().find_map(|line| line.strip_prefix("MemTotal:"))?;
    limits.push(total.trim().trim_end_matches("kB").trim().parse().ok()?);
    limits.into_iter().min()
}

fn number_in(file: &Path) -> Option<u64> {
    fs::read_to_string(file).ok()?.trim().parse().ok()
}

fn database_file(url: &str) -> Vec<Finding> {
    let Some(path) = url.strip_prefix("sqlite:").map(Path::new) else { return Vec::new() };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    if let Some(folder) = folder.filter(|folder| !folder.is_dir()) {
        let message =
            format!("the folder {} does not exist; make it, owned by the server's user", folder.display());
        return vec![Finding::error("database.url", message)];
    }
    let shown = path.display();
    if is_open(path) {
        let message = format!(
            "every user of the machine can read {shown}, with all password hashes; run chmod 600 {shown}"
        );
        return vec![Finding::warning("database.url", message)];
    }
    Vec::new()
}

#[cfg(unix)]
fn is_open(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(file).is_ok_and(|facts| facts.permissions().mode() & 0o007 != 0)
}

#[cfg(not(unix))]
fn is_open(_file: &Path) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_must_fit_into_the_memory() {
        let mut settings = Settings::for_url("https://a.example".parse().expect("a URL"));
        settings.password_hash.memory_kib = 1024;
        settings.password_hash.at_once = 100;
        assert_eq!(memory(&settings, Some(1024 * 1024)), None);
        assert!(memory(&settings, Some(150 * 1024)).is_some_and(|finding| !finding.is_error()));
        assert!(memory(&settings, Some(100 * 1024)).is_some_and(|finding| finding.is_error()));
        assert_eq!(memory(&settings, None), None);
    }

    #[test]
    fn this_machine_has_memory() {
        assert!(memory_limit().is_some_and(|kib| kib > 1024), "{:?}", memory_limit());
    }
}
