//! What the machine can do without a server: signatures and password hashes in a loop.
#![expect(clippy::disallowed_methods, reason = "a benchmark measures time, and waits")]

use std::process::{Child, Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use aws_lc_rs::rand::SystemRandom as SigningRandom;
use aws_lc_rs::rsa::{KeyPair, KeySize};
use aws_lc_rs::signature::RSA_PKCS1_SHA256;
use vestibule::crypto::password::{self, Argon2Parameters};
use vestibule::crypto::random::SystemRandom;

/// Whether this process is a raw loop: then it runs it and prints its rate.
pub fn run_as_child(arguments: &[String]) -> Option<ExitCode> {
    let [kind, milliseconds, rest @ ..] = arguments else { return None };
    let duration = Duration::from_millis(milliseconds.parse().ok()?);
    match kind.as_str() {
        "raw-rsa" => print(&[signatures(duration)]),
        "raw-argon2" => print(&hashes(duration, rest.first()?.parse().ok()?)),
        "spin" => {
            let end = Instant::now() + duration;
            while Instant::now() < end {
                std::hint::spin_loop();
            }
        }
        _ => return None,
    }
    Some(ExitCode::SUCCESS)
}

fn print(figures: &[f64]) {
    use std::io::Write;
    let texts: Vec<String> = figures.iter().map(f64::to_string).collect();
    let _ = writeln!(std::io::stdout(), "{}", texts.join(" "));
}

/// RSA-2048 signatures a second on one thread, over as many bytes as an access token has.
fn signatures(duration: Duration) -> f64 {
    let key = KeyPair::generate(KeySize::Rsa2048).expect("a key");
    let (random, message) = (SigningRandom::new(), [7_u8; 700]);
    let mut signature = vec![0; key.public_modulus_len()];
    let (start, mut count) = (Instant::now(), 0.0);
    while start.elapsed() < duration {
        for _ in 0..50 {
            key.sign(&RSA_PKCS1_SHA256, &random, &message, &mut signature).expect("a signature");
            std::hint::black_box(&signature);
        }
        count += 50.0;
    }
    count / start.elapsed().as_secs_f64()
}

/// The product's own password hashes a second on `threads` threads, and the median of one in milliseconds.
fn hashes(duration: Duration, threads: usize) -> [f64; 2] {
    let start = Instant::now();
    let workers: Vec<_> = (0..threads)
        .map(|_| {
            std::thread::spawn(move || {
                let mut times = Vec::new();
                while start.elapsed() < duration {
                    let one = Instant::now();
                    let hash = password::hash(Argon2Parameters::default(), b"Correct-Horse-7", &SystemRandom);
                    std::hint::black_box(hash);
                    times.push(one.elapsed().as_secs_f64() * 1000.0);
                }
                times
            })
        })
        .collect();
    let mut times: Vec<f64> =
        workers.into_iter().flat_map(|worker| worker.join().expect("a thread ends")).collect();
    let rate = times.len() as f64 / start.elapsed().as_secs_f64();
    times.sort_by(f64::total_cmp);
    [rate, times[times.len() / 2]]
}

/// Runs a raw loop in a process of its own on `cores`, and returns its figures.
pub fn measure(cores: &str, arguments: &[&str]) -> Vec<f64> {
    let output = child(cores, arguments).output().expect("the loop runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout)
        .split_whitespace()
        .map(|figure| figure.parse().expect("a figure"))
        .collect()
}

/// Keeps a core busy meanwhile, as the load generator would.
pub fn spin(core: &str, milliseconds: u64) -> Child {
    child(core, &["spin", &milliseconds.to_string()]).spawn().expect("the loop runs")
}

fn child(cores: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new("taskset");
    command
        .args(["-c", cores])
        .arg(std::env::current_exe().expect("this program"))
        .args(arguments)
        .stdin(Stdio::null());
    command
}
