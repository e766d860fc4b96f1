//! The memory that argon2 works in, kept from one hash to the next.
//!
//! Nineteen mebibytes asked for and given back a hundred times a second are pages that the kernel clears each time, and
//! heaps that grow with every thread that ever hashed. There are as many pieces as hashes were computed at once. They
//! are not wiped: after the last pass each block costs whoever reads it nearly a whole hash to compare a guess with.

use std::sync::{Mutex, PoisonError};

use ::argon2::Block;

/// The most pieces that wait.
const MOST: usize = 64;
/// Larger ones, for hashes that came from elsewhere, are given back: 64 MiB in blocks of 1 KiB.
const LARGEST: usize = 64 * 1024;

static SHELF: Mutex<Vec<Vec<Block>>> = Mutex::new(Vec::new());

/// Lends `work` so many blocks. What is in them is of an earlier hash.
pub(super) fn lend<T>(blocks: usize, work: impl FnOnce(&mut [Block]) -> T) -> T {
    let kept = SHELF.lock().unwrap_or_else(PoisonError::into_inner).pop();
    let mut memory = kept.unwrap_or_default();
    if memory.len() < blocks {
        // Copying what is there would cost more than making it anew.
        memory = vec![Block::new(); blocks];
    }
    let outcome = work(&mut memory[..blocks]);
    let mut shelf = SHELF.lock().unwrap_or_else(PoisonError::into_inner);
    if shelf.len() < MOST && memory.len() <= LARGEST {
        shelf.push(memory);
    }
    outcome
}
