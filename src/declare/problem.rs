//! What is wrong with a declaration, and where.

use std::cell::RefCell;
use std::fmt;
use std::sync::Arc;

/// How many problems are kept: nobody reads more, and a hostile file could have millions.
const MOST: usize = 100;

/// A line of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file as it was named.
    pub file: Arc<str>,
    /// The line, from 1; 0 for the file as a whole.
    pub line: usize,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => f.write_str(&self.file),
            line => write!(f, "{}:{line}", self.file),
        }
    }
}

/// One thing that is wrong. Never holds a secret's value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// Which key, for example `pool.client.settings.callback_urls`; empty for a file as a whole.
    pub path: String,
    /// Why, to follow the path in a sentence.
    pub reason: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.place)?;
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        f.write_str(&self.reason)
    }
}

/// Every problem found so far.
#[derive(Debug, Default)]
pub struct Problems {
    found: RefCell<Vec<Problem>>,
}

impl Problems {
    /// Notes one.
    pub fn add(&self, place: &Place, path: impl Into<String>, reason: impl Into<String>) {
        let mut found = self.found.borrow_mut();
        if found.len() < MOST {
            found.push(Problem { place: place.clone(), path: path.into(), reason: reason.into() });
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.found.borrow().is_empty()
    }

    /// The problems, by file in the order of reading and by line.
    pub fn into_list(self) -> Vec<Problem> {
        let mut found = self.found.into_inner();
        let mut files: Vec<Arc<str>> = Vec::new();
        for problem in &found {
            if !files.contains(&problem.place.file) {
                files.push(problem.place.file.clone());
            }
        }
        let rank = |place: &Place| files.iter().position(|file| *file == place.file);
        found.sort_by_key(|problem| (rank(&problem.place), problem.place.line));
        found
    }
}
