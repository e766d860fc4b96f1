//! Sealing a stream in chunks, so that a file of any length is written and read in constant memory and no byte is
//! handed out before it was authenticated.
//!
//! AES-256-GCM over chunks of [`CHUNK`] bytes, the last one shorter or as long, as in STREAM (Hoang, Reyhanitabar,
//! Rogaway, Vizár 2015): the nonce is the chunk's number and whether it is the last, so that chunks cannot be swapped,
//! dropped, repeated or cut off. Numbers instead of random nonces need a key that seals one stream only.

use std::io::{self, BufRead, Read, Write};

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use zeroize::Zeroize;

use super::seal::Key;

/// Bytes of plaintext in a chunk.
pub const CHUNK: usize = 64 * 1024;

const TAG: usize = 16;

/// Seals what is written to it. Only [`SealingWriter::finish`] makes the stream complete.
pub struct SealingWriter<W> {
    into: W,
    key: LessSafeKey,
    number: u64,
    buffer: Vec<u8>,
}

/// Opens what a [`SealingWriter`] made. Damage is an [`io::ErrorKind::InvalidData`], and so is an end that comes too
/// early; an end without an error is the stream's own.
pub struct OpeningReader<R> {
    from: R,
    key: LessSafeKey,
    number: u64,
    buffer: Vec<u8>,
    at: usize,
    ended: bool,
}

impl<W: Write> SealingWriter<W> {
    /// Seals into `into` under a key that seals nothing else.
    pub fn new(into: W, key: &Key) -> Self {
        Self { into, key: cipher(key), number: 0, buffer: Vec::with_capacity(CHUNK + TAG) }
    }

    /// Seals the last chunk and gives the writer back.
    ///
    /// # Errors
    /// When it could not be written.
    pub fn finish(mut self) -> io::Result<W> {
        self.seal(true)?;
        Ok(self.into)
    }

    fn seal(&mut self, last: bool) -> io::Result<()> {
        self.key
            .seal_in_place_append_tag(nonce(self.number, last), Aad::empty(), &mut self.buffer)
            .map_err(|_| io::Error::other("a chunk could not be sealed"))?;
        self.into.write_all(&self.buffer)?;
        self.buffer.clear();
        self.number += 1;
        Ok(())
    }
}

impl<W: Write> Write for SealingWriter<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // A full chunk waits until more comes: it may be the last.
        if self.buffer.len() == CHUNK && !bytes.is_empty() {
            self.seal(false)?;
        }
        let taken = bytes.len().min(CHUNK - self.buffer.len());
        self.buffer.extend_from_slice(&bytes[..taken]);
        Ok(taken)
    }

    /// Does nothing: a chunk is sealed when it is full or the last.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<R: BufRead> OpeningReader<R> {
    /// Opens `from`, which begins with the first chunk and ends with the last.
    pub fn new(from: R, key: &Key) -> Self {
        Self { from, key: cipher(key), number: 0, buffer: Vec::new(), at: 0, ended: false }
    }

    fn open(&mut self) -> io::Result<()> {
        self.buffer.zeroize();
        self.at = 0;
        let most = u64::try_from(CHUNK + TAG).expect("a chunk's length fits");
        self.from.by_ref().take(most).read_to_end(&mut self.buffer)?;
        let last = self.from.fill_buf()?.is_empty();
        let damaged = || io::Error::new(io::ErrorKind::InvalidData, "damaged or cut off");
        let length = self
            .key
            .open_in_place(nonce(self.number, last), Aad::empty(), &mut self.buffer)
            .map(|plaintext| plaintext.len());
        let Ok(length) = length else {
            self.buffer.zeroize();
            return Err(damaged());
        };
        self.buffer.truncate(length);
        self.ended = last;
        self.number += 1;
        Ok(())
    }
}

impl<R: BufRead> BufRead for OpeningReader<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        while self.at == self.buffer.len() && !self.ended {
            self.open()?;
        }
        Ok(&self.buffer[self.at..])
    }

    fn consume(&mut self, amount: usize) {
        self.at = (self.at + amount).min(self.buffer.len());
    }
}

impl<R: BufRead> Read for OpeningReader<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let taken = self.fill_buf()?.read(into)?;
        self.consume(taken);
        Ok(taken)
    }
}

impl<R> Drop for OpeningReader<R> {
    fn drop(&mut self) {
        self.buffer.zeroize();
    }
}

fn cipher(key: &Key) -> LessSafeKey {
    LessSafeKey::new(UnboundKey::new(&AES_256_GCM, key.as_bytes()).expect("AES-256 takes 32 bytes"))
}

fn nonce(number: u64, last: bool) -> Nonce {
    let mut bytes = [0; NONCE_LEN];
    bytes[3..11].copy_from_slice(&number.to_be_bytes());
    bytes[11] = u8::from(last);
    Nonce::assume_unique_for_key(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(byte: u8) -> Key {
        Key::from_bytes([byte; 32])
    }

    fn sealed(plaintext: &[u8]) -> Vec<u8> {
        let mut writer = SealingWriter::new(Vec::new(), &key(1));
        // Pieces that end nowhere near a chunk's end.
        plaintext.chunks(7_001).for_each(|piece| writer.write_all(piece).expect("memory takes it"));
        writer.finish().expect("memory takes it")
    }

    fn opened(sealed: &[u8], key: &Key) -> io::Result<Vec<u8>> {
        let mut plaintext = Vec::new();
        OpeningReader::new(sealed, key).read_to_end(&mut plaintext)?;
        Ok(plaintext)
    }

    #[test]
    fn a_stream_of_any_length_comes_back() {
        for length in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 17] {
            let plaintext: Vec<u8> = (0..length).map(|at| (at % 251) as u8).collect();
            let sealed = sealed(&plaintext);
            assert_eq!(sealed.len(), length + TAG * length.div_ceil(CHUNK).max(1), "{length}");
            assert_eq!(opened(&sealed, &key(1)).expect("it opens"), plaintext, "{length}");
            assert!(opened(&sealed, &key(2)).is_err(), "{length}");
        }
    }

    #[test]
    fn chunks_cannot_be_changed_swapped_dropped_repeated_or_cut_off() {
        let plaintext = vec![7; 3 * CHUNK];
        let sealed = sealed(&plaintext);
        let size = CHUNK + TAG;
        let chunk = |number: usize| &sealed[number * size..(number + 1) * size];
        let refused = |parts: &[&[u8]]| {
            let error = opened(&parts.concat(), &key(1)).expect_err("refused");
            assert_eq!(error.kind(), io::ErrorKind::InvalidData);
        };
        refused(&[chunk(1), chunk(0), chunk(2)]);
        refused(&[chunk(0), chunk(2)]);
        refused(&[chunk(0), chunk(1)]);
        refused(&[chunk(0), chunk(1), chunk(1), chunk(2)]);
        refused(&[&sealed, b"x"]);
        refused(&[&sealed, chunk(2)]);
        refused(&[]);
        for at in [0, 1, size - 1, size, 2 * size + 5, sealed.len() - 1] {
            refused(&[&sealed[..at]]);
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            refused(&[&changed]);
        }
    }
}
