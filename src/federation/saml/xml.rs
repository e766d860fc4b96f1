//! One message, read once. Owns the guard before the parser, walking the tree by namespace and local name, and the
//! few values XML has: texts and times.

use std::collections::HashSet;
use std::ops::Range;

use time::{Date, Month, OffsetDateTime, Time};
use uppsala::{Document, NodeId, NodeKind, Parser};

use super::untrusted;
use crate::federation::FederationError;

/// How deep elements may nest. Canonicalising recurses.
const DEPTH: u32 = 64;
/// Namespaces that may be declared for one element, by itself and all around it: canonicalising looks at each of them for
/// each element. Genuine messages have about a dozen.
const NAMESPACES: usize = 32;
/// Attributes of one element: the parser compares each with each.
const ATTRIBUTES_OF_ONE: usize = 64;

/// What a document may cost.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Bytes of the document.
    pub bytes: usize,
    /// Elements in the whole document.
    pub elements: usize,
    /// Attributes and namespace declarations in the whole document.
    pub attributes: usize,
}

/// For messages that came through a browser.
pub const MESSAGE: Limits = Limits { bytes: 256 * 1024, elements: 5_000, attributes: 2_000 };
/// For a provider's metadata, which may describe a whole federation.
pub const METADATA: Limits = Limits { bytes: 1024 * 1024, elements: 50_000, attributes: 50_000 };

/// Looks at bytes before any parser does, in one pass: UTF-8, size, no declaration of a document type, the number of
/// elements and attributes. A byte order mark at the front is taken off.
///
/// # Errors
/// [`FederationError::Untrusted`] for everything that is not to be parsed.
pub fn guard(bytes: &[u8], limits: Limits) -> Result<&str, FederationError> {
    if bytes.len() > limits.bytes {
        return Err(untrusted("the document is too large"));
    }
    let text = std::str::from_utf8(bytes).map_err(|_| untrusted("the document is not UTF-8"))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    scan(text, limits)?;
    Ok(text)
}

/// Walks from tag to tag as a parser does. Where the document is well-formed both see the same tags; where it is not,
/// the parser refuses it, and has seen no more than this.
fn scan(text: &str, limits: Limits) -> Result<(), FederationError> {
    let (mut elements, mut attributes) = (0, 0);
    // For each open element, the namespaces declared by it and around it.
    let mut open: Vec<usize> = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find('<') {
        rest = &rest[start..];
        let length = if rest.starts_with("<!--") {
            end_of(rest, "-->")?
        } else if rest.starts_with("<![CDATA[") {
            end_of(rest, "]]>")?
        } else if rest.starts_with("<!") {
            return Err(untrusted("the document declares a document type or entities"));
        } else if rest.starts_with("<?") {
            end_of(rest, "?>")?
        } else {
            let tag = Tag::read(rest)?;
            attributes += tag.attributes;
            if attributes > limits.attributes {
                return Err(too_many_attributes());
            }
            if rest.starts_with("</") {
                open.pop();
            } else {
                elements += 1;
                let namespaces = open.last().copied().unwrap_or(0) + tag.namespaces;
                if elements > limits.elements {
                    return Err(untrusted("the document has too many elements"));
                }
                if namespaces > NAMESPACES {
                    return Err(untrusted("the document declares too many namespaces"));
                }
                if !tag.closes_itself {
                    open.push(namespaces);
                }
            }
            tag.length
        };
        rest = &rest[length..];
    }
    Ok(())
}

fn end_of(rest: &str, end: &str) -> Result<usize, FederationError> {
    rest.find(end).map(|at| at + end.len()).ok_or_else(|| untrusted("the document is cut off"))
}

fn too_many_attributes() -> FederationError {
    untrusted("the document has too many attributes")
}

/// A tag, as far as it must be known before parsing.
struct Tag {
    /// Bytes from `<` to `>`.
    length: usize,
    attributes: usize,
    namespaces: usize,
    closes_itself: bool,
}

impl Tag {
    fn read(rest: &str) -> Result<Self, FederationError> {
        let (mut quote, mut attributes, mut namespaces) = (None, 0, 0);
        for (at, byte) in rest.bytes().enumerate().skip(1) {
            match (quote, byte) {
                (_, b'<') => return Err(untrusted("the document is not well-formed")),
                (Some(open), _) if open == byte => quote = None,
                (Some(_), _) => {}
                (None, b'"' | b'\'') => quote = Some(byte),
                (None, b'=') => {
                    attributes += 1;
                    if attributes > ATTRIBUTES_OF_ONE {
                        return Err(too_many_attributes());
                    }
                    let ends_name = |byte: char| byte.is_ascii_whitespace() || byte == '"' || byte == '\'';
                    let name = rest[..at].trim_ascii_end().rsplit(ends_name).next();
                    namespaces += usize::from(name.is_some_and(|name| name.starts_with("xmlns")));
                }
                (None, b'>') => {
                    let closes_itself = rest[..at].ends_with('/');
                    return Ok(Self { length: at + 1, attributes, namespaces, closes_itself });
                }
                (None, _) => {}
            }
        }
        Err(untrusted("the document is cut off"))
    }
}

/// Parses what [`guard`] has let through. This is the only tree of the message.
///
/// # Errors
/// [`FederationError::Untrusted`] for what is not well-formed, nests too deep or declares another encoding.
pub fn parse(text: &str) -> Result<Document<'_>, FederationError> {
    let document = Parser::new()
        .with_max_depth(DEPTH)
        .with_forbid_dtd(true)
        .with_forbid_entities(true)
        .parse(text)
        .map_err(|_| untrusted("the document is not well-formed"))?;
    if let Some(declaration) = &document.xml_declaration
        && (declaration.version != "1.0"
            || declaration.encoding.as_ref().is_some_and(|name| !name.eq_ignore_ascii_case("utf-8")))
    {
        return Err(untrusted("the document declares another version or encoding than XML 1.0 in UTF-8"));
    }
    Ok(document)
}

/// An element of a document.
#[derive(Clone, Copy)]
pub struct Node<'x> {
    document: &'x Document<'x>,
    id: NodeId,
}

impl<'x> Node<'x> {
    /// The outermost element, which must have this name.
    ///
    /// # Errors
    /// [`FederationError::Untrusted`] for another one.
    pub fn root(document: &'x Document<'x>, namespace: &str, local: &str) -> Result<Self, FederationError> {
        Self::outermost(document)
            .filter(|root| root.is(namespace, local))
            .ok_or_else(|| FederationError::Untrusted(format!("the message is no {local}")))
    }

    /// The outermost element.
    #[must_use]
    pub fn outermost(document: &'x Document<'x>) -> Option<Self> {
        document.document_element().map(|id| Self { document, id })
    }

    /// The tree it belongs to.
    #[must_use]
    pub const fn document(self) -> &'x Document<'x> {
        self.document
    }

    /// Its place in the tree.
    #[must_use]
    pub const fn id(self) -> NodeId {
        self.id
    }

    /// Whether it has this name.
    #[must_use]
    pub fn is(self, namespace: &str, local: &str) -> bool {
        self.document.element(self.id).is_some_and(|element| element.matches_name_ns(namespace, local))
    }

    /// The name without the namespace.
    #[must_use]
    pub fn local_name(self) -> &'x str {
        self.document.element(self.id).map_or("", |element| &element.name.local_name)
    }

    /// The element around it.
    #[must_use]
    pub fn parent(self) -> Option<Self> {
        let id = self.document.parent(self.id)?;
        self.document.element(id).map(|_| Self { id, ..self })
    }

    /// The elements directly inside.
    pub fn children(self) -> impl Iterator<Item = Self> {
        let elements =
            self.document.children_iter(self.id).filter(move |id| self.document.element(*id).is_some());
        elements.map(move |id| Self { id, ..self })
    }

    /// The elements directly inside with this name.
    pub fn named(self, namespace: &'x str, local: &'x str) -> impl Iterator<Item = Self> {
        self.children().filter(move |child| child.is(namespace, local))
    }

    /// The one element directly inside with this name, or none.
    ///
    /// # Errors
    /// [`FederationError::Untrusted`] for two.
    pub fn at_most_one(self, namespace: &'x str, local: &'x str) -> Result<Option<Self>, FederationError> {
        let mut found = self.named(namespace, local);
        let first = found.next();
        if found.next().is_some() {
            return Err(FederationError::Untrusted(format!("there are two {local}")));
        }
        Ok(first)
    }

    /// The one element directly inside with this name.
    ///
    /// # Errors
    /// [`FederationError::Incomplete`] for none, [`FederationError::Untrusted`] for two.
    pub fn one(self, namespace: &'x str, local: &'x str) -> Result<Self, FederationError> {
        self.at_most_one(namespace, local)?
            .ok_or_else(|| FederationError::Incomplete(format!("there is no {local}")))
    }

    /// The element and everything below, in document order.
    pub fn with_descendants(self) -> impl Iterator<Item = Self> {
        let mut waiting = vec![self];
        std::iter::from_fn(move || {
            let next = waiting.pop()?;
            let below: Vec<Self> = next.children().collect();
            waiting.extend(below.into_iter().rev());
            Some(next)
        })
    }

    /// An attribute in no namespace: `samlp:ID` is not `ID`.
    #[must_use]
    pub fn attribute(self, local: &str) -> Option<&'x str> {
        let element = self.document.element(self.id)?;
        element
            .attributes
            .iter()
            .find(|attribute| attribute.name.matches(None, local))
            .map(|found| &*found.value)
    }

    /// The text inside: characters and CDATA together, comments left out as canonicalising leaves them out.
    ///
    /// # Errors
    /// [`FederationError::Untrusted`] when there is anything else inside.
    pub fn text(self) -> Result<String, FederationError> {
        let mut text = String::new();
        for id in self.document.children_iter(self.id) {
            match self.document.node_kind(id) {
                Some(NodeKind::Text(part) | NodeKind::CData(part)) => text.push_str(part),
                Some(NodeKind::Comment(_)) => {}
                _ => return Err(untrusted("there is something else than text where only text may be")),
            }
        }
        Ok(text)
    }

    /// An attribute that is a point in time, Unix milliseconds.
    ///
    /// # Errors
    /// [`FederationError::Untrusted`] when it is none.
    pub fn time(self, attribute: &str) -> Result<Option<i64>, FederationError> {
        self.attribute(attribute)
            .map(|text| {
                time(text).ok_or_else(|| FederationError::Untrusted(format!("{attribute} is no time in UTC")))
            })
            .transpose()
    }

    /// Where it stands in the text that was parsed.
    #[must_use]
    pub fn range(self) -> Option<Range<usize>> {
        self.document.node_range(self.id)
    }
}

/// Every id of the document may be there once, however the attribute is spelled and whatever namespace it is in: what a
/// signature refers to must be one element for every reader. And every namespace is absolute: others have no canonical
/// form (Canonical XML §1.3).
///
/// # Errors
/// [`FederationError::Untrusted`] for an id that is there twice and for a relative namespace.
pub fn check_names(root: Node<'_>) -> Result<(), FederationError> {
    let mut seen = HashSet::new();
    for node in root.with_descendants() {
        let Some(element) = root.document.element(node.id) else { continue };
        if element.namespace_declarations.iter().any(|(_, uri)| !uri.is_empty() && !uri.contains(':')) {
            return Err(untrusted("a namespace is relative"));
        }
        for attribute in &element.attributes {
            let names_it = matches!(&*attribute.name.local_name, "ID" | "Id" | "id" | "AssertionID");
            if names_it && !seen.insert(&*attribute.value) {
                return Err(untrusted("two elements have the same id"));
            }
        }
    }
    Ok(())
}

/// `xs:dateTime` in UTC (SAML core §1.3.3), Unix milliseconds; digits after the millisecond are dropped.
#[must_use]
pub fn time(text: &str) -> Option<i64> {
    let text = text.trim().strip_suffix('Z')?;
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let shape = b"0000-00-00T00:00:00";
    let fits = whole.len() == shape.len()
        && whole.bytes().zip(shape).all(|(byte, form)| match form {
            b'0' => byte.is_ascii_digit(),
            mark => byte == *mark,
        });
    if !fits || fraction.is_empty() || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let part = |at: usize| whole[at..at + 2].parse::<u8>().ok();
    let month = Month::try_from(part(5)?).ok()?;
    let date = Date::from_calendar_date(whole[..4].parse().ok()?, month, part(8)?).ok()?;
    let time = Time::from_hms(part(11)?, part(14)?, part(17)?).ok()?;
    let milliseconds: i64 = format!("{fraction:0<3}")[..3].parse().ok()?;
    Some(OffsetDateTime::new_utc(date, time).unix_timestamp() * 1000 + milliseconds)
}

/// A point in time as we send it; `None` outside the years that four digits can say.
#[must_use]
pub fn format_time(unix_ms: i64) -> Option<String> {
    let moment = OffsetDateTime::from_unix_timestamp_nanos(i128::from(unix_ms) * 1_000_000).ok()?;
    (0..=9999).contains(&moment.year()).then(|| {
        format!(
            "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z",
            moment.year(),
            u8::from(moment.month()),
            moment.day(),
            moment.hour(),
            moment.minute(),
            moment.second(),
            moment.millisecond()
        )
    })
}

/// Text for inside an element or a quoted attribute. Line ends and tabs are written as references, because a reader
/// would turn them into something else.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\t' => escaped.push_str("&#9;"),
            '\n' => escaped.push_str("&#10;"),
            '\r' => escaped.push_str("&#13;"),
            other => escaped.push(other),
        }
    }
    escaped
}

/// Base64 as XML carries it: white space anywhere.
///
/// # Errors
/// [`FederationError::Untrusted`] for what is not base64.
pub fn base64(text: &str) -> Result<Vec<u8>, FederationError> {
    use base64::Engine;
    let packed: Vec<u8> = text.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
    base64::engine::general_purpose::STANDARD.decode(packed).map_err(|_| untrusted("a value is not base64"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reason<T>(result: Result<T, FederationError>) -> String {
        result.err().map(|error| error.to_string()).unwrap_or_default()
    }

    #[test]
    fn attributes_are_counted_before_anything_is_parsed() {
        let many = |count: usize| {
            let attributes: String = (0..count).map(|number| format!(" a{number}=''")).collect();
            format!("<r{attributes}/>")
        };
        // Small enough for the cap on bytes, and seconds of work for a parser.
        let wide = Limits { bytes: 1 << 20, ..MESSAGE };
        assert!(reason(guard(many(60_000).as_bytes(), wide)).contains("attributes"));
        assert!(reason(guard(many(65).as_bytes(), MESSAGE)).contains("attributes"));
        assert!(guard(many(64).as_bytes(), MESSAGE).is_ok());
        let spaced = many(65).replace("=''", " \n=\t\"\"");
        assert!(reason(guard(spaced.as_bytes(), MESSAGE)).contains("attributes"));
        let spread = format!("<r>{}</r>", "<e a='' b='' c=''/>".repeat(700));
        assert!(reason(guard(spread.as_bytes(), MESSAGE)).contains("attributes"));
        let elements = format!("<r>{}</r>", "<e/>".repeat(5_000));
        assert!(reason(guard(elements.as_bytes(), MESSAGE)).contains("elements"));
    }

    #[test]
    fn namespaces_are_counted_along_the_way_down() {
        let declared = |name: &str, count: usize, inside: &str| {
            let declarations: String = (0..count).map(|n| format!("\txmlns:{name}{n} = 'urn:{n}'")).collect();
            format!("<{name}{declarations}>{inside}</{name}>")
        };
        let leaf = "<x xmlns='urn:x' a='/'/>";
        let below = declared("a", 16, &declared("b", 15, &format!("{leaf}{leaf}<y xmlns=''></y>")));
        assert!(guard(below.as_bytes(), MESSAGE).is_ok(), "side by side they are not added up");
        let above = declared("a", 16, &declared("b", 16, leaf));
        assert!(reason(guard(above.as_bytes(), MESSAGE)).contains("namespaces"));
        assert!(reason(guard(declared("a", 33, "").as_bytes(), MESSAGE)).contains("namespaces"));
    }

    #[test]
    fn an_equals_sign_in_a_text_a_value_or_a_comment_is_no_attribute() {
        let text = format!("<r a='{0}'>{0}<!-- {0} --><![CDATA[{0}]]><?p {0}?></r>", "=\"\"".repeat(900));
        assert!(guard(text.as_bytes(), MESSAGE).is_ok());
    }

    #[test]
    fn declarations_and_other_encodings_are_refused() {
        for declared in
            ["<!DOCTYPE r><r/>", "<r><!ENTITY a 'b'></r>", " <!doctype r><r/>", "<!ELEMENT r ANY><r/>"]
        {
            assert!(reason(guard(declared.as_bytes(), MESSAGE)).contains("document type"), "{declared}");
        }
        assert!(reason(guard(&[0xff, 0xfe, b'<', 0], MESSAGE)).contains("UTF-8"));
        for cut in ["<r", "<r a='", "<!-- ", "<![CDATA[", "<?p "] {
            assert!(reason(guard(cut.as_bytes(), MESSAGE)).contains("cut off"), "{cut}");
        }
        assert!(reason(guard(&vec![b' '; MESSAGE.bytes + 1], MESSAGE)).contains("large"));
        assert!(parse("<?xml version='1.0' encoding='utf-8'?><r/>").is_ok());
        for other in ["<?xml version='1.0' encoding='latin1'?><r/>", "<?xml version='1.1'?><r/>"] {
            assert!(reason(parse(other)).contains("encoding"), "{other}");
        }
        let deep = format!("{}{}", "<r>".repeat(65), "</r>".repeat(65));
        assert!(parse(guard(deep.as_bytes(), MESSAGE).expect("few elements")).is_err());
    }

    #[test]
    fn a_text_is_whole_or_refused() {
        let text = |xml: &str| {
            let document = parse(xml).expect("well-formed");
            Node::outermost(&document).expect("an element").text()
        };
        assert_eq!(text("<r>a<!-- x -->b<![CDATA[<c>]]>&amp;d</r>").expect("a text"), "ab<c>&d");
        assert_eq!(text("<r/>").expect("a text"), "");
        assert_eq!(text("<r>a\r\nb</r>").expect("a text"), "a\nb");
        assert!(text("<r>a<?p?>b</r>").is_err());
        assert!(text("<r>a<b/></r>").is_err());
    }

    #[test]
    fn names_are_namespaces_and_local_names() {
        let document =
            parse("<p:r xmlns:p='urn:a' xmlns:q='urn:b'><q:e/><p:e p:ID='1'/></p:r>").expect("well-formed");
        let root = Node::root(&document, "urn:a", "r").expect("the root");
        assert!(Node::root(&document, "urn:b", "r").is_err());
        let child = root.one("urn:a", "e").expect("one");
        assert_eq!((child.attribute("ID"), child.local_name()), (None, "e"));
        assert!(child.parent().is_some_and(|parent| parent.is("urn:a", "r")) && root.parent().is_none());
        assert!(root.at_most_one("urn:c", "e").expect("none").is_none());
        assert_eq!(root.with_descendants().count(), 3);
    }

    #[test]
    fn an_id_is_there_once_however_it_is_spelled_and_namespaces_are_absolute() {
        let check =
            |xml: &str| check_names(Node::outermost(&parse(xml).expect("well-formed")).expect("an element"));
        assert!(check("<r ID='a' xmlns='urn:a'><e Id='b' xmlns=''/></r>").is_ok());
        assert!(check("<r><e xmlns:p='relative/name'/></r>").is_err());
        for twice in [
            "<r ID='a'><e ID='a'/></r>",
            "<r ID='a'><e Id='a'/></r>",
            "<r ID='a'><e xml:id='a'/></r>",
            "<r AssertionID='a' xmlns:p='urn:p'><e p:ID='a'/></r>",
        ] {
            assert!(check(twice).is_err(), "{twice}");
        }
    }

    #[test]
    fn times_are_read_in_utc_only() {
        assert_eq!(time("1970-01-01T00:00:01Z"), Some(1_000));
        assert_eq!(time("2026-06-15T12:00:00.5Z"), Some(1_781_524_800_500));
        assert_eq!(time("2026-06-15T12:00:00.1239999Z"), Some(1_781_524_800_123));
        for wrong in [
            "2026-06-15T12:00:00",
            "2026-06-15T12:00:00+00:00",
            "2026-06-15T12:00:00.Z",
            "2026-02-30T12:00:00Z",
            "2026-06-15 12:00:00Z",
            "2026-06-15T24:00:00Z",
            "+026-06-15T12:00:00Z",
            "Z",
            "",
            "é",
        ] {
            assert_eq!(time(wrong), None, "{wrong}");
        }
        assert_eq!(format_time(1_781_524_800_500).as_deref(), Some("2026-06-15T12:00:00.500Z"));
        assert_eq!(format_time(i64::MAX), None);
    }

    #[test]
    fn what_is_escaped_is_read_back() {
        let strange = "a<b>&\"c'\t\r\n]]>";
        let xml = format!("<r a=\"{0}\">{0}</r>", escape(strange));
        let document = parse(&xml).expect("well-formed");
        let root = Node::outermost(&document).expect("an element");
        assert_eq!(root.attribute("a"), Some(strange));
        assert_eq!(root.text().expect("a text"), strange);
    }
}
