//! A file, row by row, in bounded memory.

use std::io::{self, BufRead, Read};

use super::csv::Header;
use super::record::Entry;

/// The longest line, in bytes: fifty attributes of 2048 bytes and then some.
const LONGEST_LINE: usize = 1 << 18;

/// How a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// One JSON object a line.
    Lines,
    /// The CSV of Cognito's import.
    Csv,
}

/// One row that says something.
pub struct Row {
    /// The number of its line, from 1.
    pub line: u64,
    /// What it says, or what is wrong with it.
    pub entry: Result<Entry, String>,
}

/// The rows of a file.
pub struct Rows<R> {
    from: R,
    format: Format,
    header: Option<Header>,
    line: u64,
    ended: bool,
}

impl<R: BufRead> Rows<R> {
    /// Begins at the first line.
    pub fn new(from: R, format: Format) -> Self {
        Self { from, format, header: None, line: 0, ended: false }
    }

    /// The next row; `None` at the end. After a line that is too long, or a header that cannot be read, nothing more
    /// comes.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn next_row(&mut self) -> io::Result<Option<Row>> {
        while !self.ended {
            let Some(text) = self.next_line()? else { break };
            let line = self.line;
            let text = match text {
                Ok(text) => text,
                Err(fault) => return Ok(Some(Row { line, entry: Err(fault) })),
            };
            if text.trim().is_empty() {
                continue;
            }
            let entry = match (self.format, &self.header) {
                (Format::Lines, _) => Entry::read(text.trim_start_matches('\u{feff}')),
                (Format::Csv, Some(header)) => header.person(&text),
                (Format::Csv, None) => match Header::read(&text) {
                    Ok(header) => {
                        self.header = Some(header);
                        continue;
                    }
                    Err(fault) => {
                        self.ended = true;
                        Err(fault)
                    }
                },
            };
            return Ok(Some(Row { line, entry }));
        }
        Ok(None)
    }

    /// The next line without its end.
    fn next_line(&mut self) -> io::Result<Option<Result<String, String>>> {
        let mut bytes = Vec::new();
        let most = LONGEST_LINE as u64 + 1;
        if self.from.by_ref().take(most).read_until(b'\n', &mut bytes)? == 0 {
            return Ok(None);
        }
        self.line += 1;
        if bytes.len() > LONGEST_LINE {
            self.ended = true;
            return Ok(Some(Err(format!(
                "the line is longer than {LONGEST_LINE} bytes; nothing after it was read"
            ))));
        }
        while matches!(bytes.last(), Some(b'\n' | b'\r')) {
            bytes.pop();
        }
        Ok(Some(String::from_utf8(bytes).map_err(|_| "it is not UTF-8".to_owned())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &[u8], format: Format) -> Vec<(u64, bool)> {
        let mut rows = Rows::new(text, format);
        std::iter::from_fn(|| rows.next_row().expect("memory can be read"))
            .map(|row| (row.line, row.entry.is_ok()))
            .collect()
    }

    #[test]
    fn empty_lines_and_wrong_ones_do_not_end_a_file() {
        let text = b"{}\r\n\n{\n\xff\n{}";
        assert_eq!(read(text, Format::Lines), [(1, true), (3, false), (4, false), (5, true)]);
        assert_eq!(read(b"", Format::Lines), []);
        assert_eq!(read(b"\xef\xbb\xbf{}", Format::Lines), [(1, true)], "a mark of byte order");
    }

    #[test]
    fn a_line_without_end_fills_no_memory() {
        let text = vec![b'x'; 1 << 20];
        assert_eq!(read(&text, Format::Lines), [(1, false)]);
    }

    #[test]
    fn a_csv_without_its_header_is_one_fault() {
        assert_eq!(read(b"name\nAda\nEve\n", Format::Csv), [(1, false)]);
        assert_eq!(read(b"\ncognito:username\nada\n\neve\n", Format::Csv), [(3, true), (5, true)]);
    }
}
