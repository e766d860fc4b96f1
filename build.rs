//! Rebuilds the crate when a migration is added: the embedding macro only notices edits of known files.

fn main() {
    println!("cargo:rerun-if-changed=migrations");
}
