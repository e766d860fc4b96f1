//! What a declaration paints behind a text.

use super::Declaration;

/// The plain colour that a declaration puts below everything, and the colours of what is drawn over it, which may have no
/// size or stand elsewhere; `None` when it is not about backgrounds.
pub(super) fn ground(declaration: &Declaration) -> Option<(Option<String>, Vec<String>)> {
    let value = declaration.value.as_str();
    match declaration.property {
        "background-color" => Some((Some(value.to_owned()), Vec::new())),
        "background-image" => Some((None, pieces(value))),
        "background" => {
            let (layers, last) = match last_comma(value) {
                Some(at) => (&value[..at], &value[at + 1..]),
                None => ("", value),
            };
            // Without a colour this property takes away the one there was.
            let nothing = Some("transparent".to_owned());
            Some(if last.contains("gradient(") {
                (nothing, pieces(value))
            } else if last == "none" {
                (nothing, Vec::new())
            } else {
                (Some(last.to_owned()), pieces(layers))
            })
        }
        _ => None,
    }
}

/// The last comma outside of brackets.
fn last_comma(value: &str) -> Option<usize> {
    let (mut depth, mut found) = (0_usize, None);
    for (at, character) in value.char_indices() {
        match character {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => found = Some(at),
            _ => {}
        }
    }
    found
}

/// The parts of a value that can be colours: words, and functions other than gradients as a whole.
pub(super) fn pieces(value: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut current = String::new();
    let mut inside = false;
    for character in value.chars() {
        match character {
            '(' if current.ends_with("gradient") => current.clear(),
            '(' => {
                inside = true;
                current.push('(');
            }
            ')' if inside => {
                inside = false;
                current.push(')');
                found.push(std::mem::take(&mut current));
            }
            ' ' | ',' | ')' if !inside => found.push(std::mem::take(&mut current)),
            other => current.push(other),
        }
    }
    found.push(current);
    found.retain(|piece| !piece.is_empty());
    found
}
