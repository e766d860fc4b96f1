//! Signatures: verifying and making enveloped ones (XML Signature in the profile of SAML core §5.4), and those over the
//! text of a redirect. Owns the lists of algorithms; which element must be signed is the message's business.

use aws_lc_rs::digest;
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED, ECDSA_P384_SHA384_FIXED, RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_2048_8192_SHA384,
    RSA_PKCS1_2048_8192_SHA512, RSA_PKCS1_SHA256, RsaKeyPair, UnparsedPublicKey, VerificationAlgorithm,
};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bergshamra_c14n::{C14nMode, canonicalize_doc};
use bergshamra_xml::NodeSet;
use x509_cert::Certificate;
use x509_cert::der::Decode;
use x509_cert::der::asn1::ObjectIdentifier;

use super::xml::{self, Node};
use super::{DSIG, misconfigured, untrusted};
use crate::federation::FederationError;

const EXCLUSIVE: &str = "http://www.w3.org/2001/10/xml-exc-c14n#";
const INCLUSIVE: &str = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
const INCLUSIVE_11: &str = "http://www.w3.org/2006/12/xml-c14n11";
const ENVELOPED: &str = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
/// How many prefixes a list may name.
const PREFIXES: usize = 32;

/// The algorithm that we sign with, as a message names it.
pub const RSA_SHA256: &str = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";

const RSA_ENCRYPTION: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");
const EC_PUBLIC_KEY: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");
const P256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.3.1.7");
const P384: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.132.0.34");
const SMALLEST_RSA_BYTES: usize = 256;

/// How a message is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignatureAlgorithm {
    /// RSA with PKCS#1 v1.5 and SHA-256.
    RsaSha256,
    /// RSA with PKCS#1 v1.5 and SHA-384.
    RsaSha384,
    /// RSA with PKCS#1 v1.5 and SHA-512.
    RsaSha512,
    /// ECDSA on P-256 with SHA-256; the signature is r and s, each 32 bytes.
    EcdsaSha256,
    /// ECDSA on P-384 with SHA-384; the signature is r and s, each 48 bytes.
    EcdsaSha384,
}

impl SignatureAlgorithm {
    /// Reads the URI of `SignatureMethod` or `SigAlg` (RFC 9231 §2).
    ///
    /// # Errors
    /// [`FederationError::Misconfigured`] for everything else, SHA-1 first of all.
    pub fn from_uri(uri: &str) -> Result<Self, FederationError> {
        match uri {
            RSA_SHA256 => Ok(Self::RsaSha256),
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384" => Ok(Self::RsaSha384),
            "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512" => Ok(Self::RsaSha512),
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256" => Ok(Self::EcdsaSha256),
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384" => Ok(Self::EcdsaSha384),
            "http://www.w3.org/2000/09/xmldsig#rsa-sha1" => {
                Err(misconfigured("the provider signs with SHA-1; let it use RSA-SHA256"))
            }
            _ => Err(misconfigured("the provider signs with an algorithm that is not accepted")),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum KeyKind {
    Rsa,
    P256,
    P384,
}

/// A provider's public key, out of its metadata.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerificationKey {
    kind: KeyKind,
    public: Vec<u8>,
}

impl VerificationKey {
    /// The key of a certificate. Who signed the certificate and when it ends is not looked at: that the metadata names
    /// it is what makes it trusted.
    ///
    /// # Errors
    /// [`FederationError::Misconfigured`] for what is no certificate, for another kind of key than RSA, P-256 and P-384,
    /// and for RSA below 2048 bits.
    pub fn from_certificate(der: &[u8]) -> Result<Self, FederationError> {
        let certificate =
            Certificate::from_der(der).map_err(|_| misconfigured("a certificate cannot be read"))?;
        let info = certificate.tbs_certificate.subject_public_key_info;
        let curve =
            info.algorithm.parameters.as_ref().and_then(|any| any.decode_as::<ObjectIdentifier>().ok());
        let kind = match (info.algorithm.oid, curve) {
            (RSA_ENCRYPTION, _) => KeyKind::Rsa,
            (EC_PUBLIC_KEY, Some(P256)) => KeyKind::P256,
            (EC_PUBLIC_KEY, Some(P384)) => KeyKind::P384,
            _ => return Err(misconfigured("a certificate has a key of a kind that is not accepted")),
        };
        let public = info.subject_public_key.raw_bytes().to_vec();
        if kind == KeyKind::Rsa {
            let key = rsa::PublicKey::from_der(&public)
                .map_err(|_| misconfigured("a certificate has a key that is not accepted"))?;
            if key.modulus_len() < SMALLEST_RSA_BYTES {
                return Err(misconfigured("a certificate has an RSA key of less than 2048 bits"));
            }
        }
        Ok(Self { kind, public })
    }

    fn verifies(&self, algorithm: SignatureAlgorithm, message: &[u8], signature: &[u8]) -> bool {
        let method: &'static dyn VerificationAlgorithm = match (self.kind, algorithm) {
            (KeyKind::Rsa, SignatureAlgorithm::RsaSha256) => &RSA_PKCS1_2048_8192_SHA256,
            (KeyKind::Rsa, SignatureAlgorithm::RsaSha384) => &RSA_PKCS1_2048_8192_SHA384,
            (KeyKind::Rsa, SignatureAlgorithm::RsaSha512) => &RSA_PKCS1_2048_8192_SHA512,
            (KeyKind::P256, SignatureAlgorithm::EcdsaSha256) => &ECDSA_P256_SHA256_FIXED,
            (KeyKind::P384, SignatureAlgorithm::EcdsaSha384) => &ECDSA_P384_SHA384_FIXED,
            _ => return false,
        };
        UnparsedPublicKey::new(method, &self.public).verify(message, signature).is_ok()
    }
}

/// Verifies a signature over bytes with any of the keys: the text of a redirect.
///
/// # Errors
/// [`FederationError::Untrusted`] when it fits none.
pub fn verify_bytes(
    keys: &[VerificationKey],
    algorithm: SignatureAlgorithm,
    message: &[u8],
    signature: &[u8],
) -> Result<(), FederationError> {
    if keys.iter().any(|key| key.verifies(algorithm, message, signature)) {
        return Ok(());
    }
    Err(untrusted("the signature fits none of the provider's keys"))
}

/// Verifies `signature`, which must cover the element that it stands in, with any of the keys. What the signature says
/// about its own key is never read. Everything that is not in the profile is refused before anything is computed.
///
/// # Errors
/// [`FederationError::Untrusted`] when it is not in the profile of SAML core §5.4 or not genuine,
/// [`FederationError::Misconfigured`] for an algorithm that is not accepted.
pub fn verify_enveloped(signature: Node<'_>, keys: &[VerificationKey]) -> Result<(), FederationError> {
    let signed = signature.parent().ok_or_else(|| untrusted("the signature stands in no element"))?;
    let shape = || untrusted("the signature is not of the shape that SAML prescribes");

    let parts: Vec<Node<'_>> = signature.children().collect();
    let (signed_info, value) = match parts.as_slice() {
        [info, value] => (*info, *value),
        [info, value, key] if key.is(DSIG, "KeyInfo") => (*info, *value),
        _ => return Err(shape()),
    };
    if !signed_info.is(DSIG, "SignedInfo") || !value.is(DSIG, "SignatureValue") {
        return Err(shape());
    }
    let parts: Vec<Node<'_>> = signed_info.children().collect();
    let [canonicalization, method, reference] = parts.as_slice() else { return Err(shape()) };
    if !canonicalization.is(DSIG, "CanonicalizationMethod")
        || !method.is(DSIG, "SignatureMethod")
        || !reference.is(DSIG, "Reference")
        || method.children().next().is_some()
    {
        return Err(shape());
    }
    let algorithm = SignatureAlgorithm::from_uri(method.attribute("Algorithm").unwrap_or_default())?;
    let info_canonical = Canonical::read(*canonicalization)?;

    let id = signed.attribute("ID").filter(|id| !id.is_empty()).ok_or_else(shape)?;
    if reference.attribute("URI").and_then(|uri| uri.strip_prefix('#')) != Some(id) {
        return Err(untrusted("the signature refers to another element than the one it stands in"));
    }
    let parts: Vec<Node<'_>> = reference.children().collect();
    let [transforms, digest_method, digest_value] = parts.as_slice() else { return Err(shape()) };
    if !transforms.is(DSIG, "Transforms")
        || !digest_method.is(DSIG, "DigestMethod")
        || !digest_value.is(DSIG, "DigestValue")
        || digest_method.children().next().is_some()
    {
        return Err(shape());
    }
    let canonical = read_transforms(*transforms)?;
    let hash = digest_algorithm(digest_method.attribute("Algorithm").unwrap_or_default())?;
    let expected = xml::base64(&digest_value.text()?)?;
    let value = xml::base64(&value.text()?)?;

    let document = signature.document();
    let all = NodeSet::tree_without_comments(signed.id(), document);
    let covered = all.subtract(&NodeSet::tree_with_comments(signature.id(), document));
    let bytes = canonical.bytes(signed, &covered)?;
    if digest::digest(hash, &bytes).as_ref() != expected {
        return Err(untrusted("the content was changed after it was signed"));
    }
    let info_nodes = NodeSet::tree_without_comments(signed_info.id(), document);
    let info = info_canonical.bytes(signed_info, &info_nodes)?;
    verify_bytes(keys, algorithm, &info, &value)
}

fn digest_algorithm(uri: &str) -> Result<&'static digest::Algorithm, FederationError> {
    match uri {
        "http://www.w3.org/2001/04/xmlenc#sha256" => Ok(&digest::SHA256),
        "http://www.w3.org/2001/04/xmldsig-more#sha384" => Ok(&digest::SHA384),
        "http://www.w3.org/2001/04/xmlenc#sha512" => Ok(&digest::SHA512),
        "http://www.w3.org/2000/09/xmldsig#sha1" => {
            Err(misconfigured("the provider signs a SHA-1 digest; let it use SHA-256"))
        }
        _ => Err(misconfigured("the provider signs a digest that is not accepted")),
    }
}

/// The enveloped-signature transform, then at most one canonicalisation; without one it is inclusive (XML Signature
/// §4.4.3.2).
fn read_transforms(transforms: Node<'_>) -> Result<Canonical, FederationError> {
    let refused = || untrusted("the signature transforms what it covers in a way that is not accepted");
    let steps: Vec<Node<'_>> = transforms.children().collect();
    if !steps.iter().all(|step| step.is(DSIG, "Transform")) {
        return Err(refused());
    }
    let (first, second) = match steps.as_slice() {
        [first] => (first, None),
        [first, second] => (first, Some(second)),
        _ => return Err(refused()),
    };
    if first.attribute("Algorithm") != Some(ENVELOPED) || first.children().next().is_some() {
        return Err(refused());
    }
    second.map_or_else(
        || Ok(Canonical { mode: C14nMode::Inclusive, prefixes: Vec::new() }),
        |step| Canonical::read(*step),
    )
}

/// A canonicalisation without comments.
struct Canonical {
    mode: C14nMode,
    prefixes: Vec<String>,
}

impl Canonical {
    fn read(element: Node<'_>) -> Result<Self, FederationError> {
        let refused = || untrusted("the signature canonicalises in a way that is not accepted");
        let mode = match element.attribute("Algorithm") {
            Some(EXCLUSIVE) => C14nMode::Exclusive,
            Some(INCLUSIVE) => C14nMode::Inclusive,
            Some(INCLUSIVE_11) => C14nMode::Inclusive11,
            _ => return Err(refused()),
        };
        let mut prefixes = Vec::new();
        let mut parameters = element.children();
        if let Some(parameter) = parameters.next() {
            let list = parameter.attribute("PrefixList").unwrap_or_default();
            prefixes.extend(list.split_ascii_whitespace().map(str::to_owned));
            let known = mode == C14nMode::Exclusive && parameter.is(EXCLUSIVE, "InclusiveNamespaces");
            if !known || prefixes.len() > PREFIXES || parameters.next().is_some() {
                return Err(refused());
            }
        }
        Ok(Self { mode, prefixes })
    }

    fn bytes(&self, element: Node<'_>, nodes: &NodeSet) -> Result<Vec<u8>, FederationError> {
        let bytes = canonicalize_doc(element.document(), self.mode, Some(nodes), &self.prefixes)
            .map_err(|_| untrusted("the signed content has no canonical form"))?;
        // A canonical form without a byte would make every signature over nothing valid.
        if bytes.is_empty() {
            return Err(untrusted("the signed content has no canonical form"));
        }
        Ok(bytes)
    }
}

/// Signs the outermost element of a message of ours: an enveloped signature right after the `Issuer` (SAML core §5.4),
/// exclusive canonicalisation, RSA-SHA256, with the certificate for the reader's convenience.
///
/// # Errors
/// [`FederationError::Internal`] when the message has no plain `ID` or no `Issuer`, or the library fails.
pub fn sign_enveloped(
    message: &str,
    key: &RsaKeyPair,
    certificate: &[u8],
) -> Result<String, FederationError> {
    enveloped(message, RSA_SHA256, certificate, |info| sign_bytes(info, key))
}

fn enveloped(
    message: &str,
    algorithm: &str,
    certificate: &[u8],
    sign: impl FnOnce(&[u8]) -> Result<Vec<u8>, FederationError>,
) -> Result<String, FederationError> {
    let internal = || FederationError::Internal("a message of our own cannot be signed".to_owned());
    let document = xml::parse(message).map_err(|_| internal())?;
    let root = Node::outermost(&document).ok_or_else(internal)?;
    // Nothing that the canonical form would write in another way.
    let plain = |id: &&str| id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte));
    let id = root.attribute("ID").filter(|id| !id.is_empty()).filter(plain).ok_or_else(internal)?;
    let issuer = root.one(super::ASSERTION, "Issuer").map_err(|_| internal())?;
    let after_issuer = issuer.range().ok_or_else(internal)?.end;

    let canonical = Canonical { mode: C14nMode::Exclusive, prefixes: Vec::new() };
    let content = canonical.bytes(root, &NodeSet::tree_without_comments(root.id(), &document))?;
    let digest_value = STANDARD.encode(digest::digest(&digest::SHA256, &content));
    // Written in its own canonical form, so that these bytes are what is signed; in the message the prefix is declared
    // around it already.
    let declaration = format!(" xmlns:ds=\"{DSIG}\"");
    let info = format!(
        "<ds:SignedInfo{declaration}>\
         <ds:CanonicalizationMethod Algorithm=\"{EXCLUSIVE}\"></ds:CanonicalizationMethod>\
         <ds:SignatureMethod Algorithm=\"{algorithm}\"></ds:SignatureMethod>\
         <ds:Reference URI=\"#{id}\"><ds:Transforms>\
         <ds:Transform Algorithm=\"{ENVELOPED}\"></ds:Transform>\
         <ds:Transform Algorithm=\"{EXCLUSIVE}\"></ds:Transform></ds:Transforms>\
         <ds:DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"></ds:DigestMethod>\
         <ds:DigestValue>{digest_value}</ds:DigestValue></ds:Reference></ds:SignedInfo>"
    );
    let value = STANDARD.encode(sign(info.as_bytes())?);
    let certificate = STANDARD.encode(certificate);
    let info = info.replacen(&declaration, "", 1);
    let signature = format!(
        "<ds:Signature{declaration}>{info}<ds:SignatureValue>{value}</ds:SignatureValue>\
         <ds:KeyInfo><ds:X509Data><ds:X509Certificate>{certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>\
         </ds:Signature>"
    );
    let (before, after) = message.split_at_checked(after_issuer).ok_or_else(internal)?;
    Ok(format!("{before}{signature}{after}"))
}

/// RSA-SHA256 over bytes: the text of a redirect.
///
/// # Errors
/// [`FederationError::Internal`] when the library fails.
pub fn sign_bytes(message: &[u8], key: &RsaKeyPair) -> Result<Vec<u8>, FederationError> {
    let mut signature = vec![0; key.public_modulus_len()];
    key.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), message, &mut signature)
        .map_err(|_| FederationError::Internal("signing failed".to_owned()))?;
    Ok(signature)
}

#[cfg(test)]
mod tests {
    use aws_lc_rs::signature::{
        ECDSA_P256_SHA256_FIXED_SIGNING, ECDSA_P384_SHA384_FIXED_SIGNING, EcdsaKeyPair, EcdsaSigningAlgorithm,
    };

    use super::*;

    const MESSAGE: &str = "<p:M xmlns:p=\"urn:p\" xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\" ID=\"_1\">\
         <saml:Issuer>a</saml:Issuer><p:X b='1' a='2'>x &lt; y<!-- c --></p:X></p:M>";

    struct Signer {
        uri: &'static str,
        pair: EcdsaKeyPair,
        certificate: Vec<u8>,
    }

    fn signer(
        uri: &'static str,
        curve: &'static rcgen::SignatureAlgorithm,
        method: &'static EcdsaSigningAlgorithm,
    ) -> Signer {
        let key = rcgen::KeyPair::generate_for(curve).expect("a key");
        let parameters = rcgen::CertificateParams::new(vec!["idp.test".to_owned()]).expect("parameters");
        let certificate = parameters.self_signed(&key).expect("a certificate").der().to_vec();
        let pair = EcdsaKeyPair::from_pkcs8(method, &key.serialize_der()).expect("the same key");
        Signer { uri, pair, certificate }
    }

    fn both_curves() -> [Signer; 2] {
        let [small, large] = [
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384",
        ];
        [
            signer(small, &rcgen::PKCS_ECDSA_P256_SHA256, &ECDSA_P256_SHA256_FIXED_SIGNING),
            signer(large, &rcgen::PKCS_ECDSA_P384_SHA384, &ECDSA_P384_SHA384_FIXED_SIGNING),
        ]
    }

    impl Signer {
        fn sign(&self, message: &str) -> String {
            let sign = |info: &[u8]| {
                Ok(self.pair.sign(&SystemRandom::new(), info).expect("a signature").as_ref().to_vec())
            };
            enveloped(message, self.uri, &self.certificate, sign).expect("signed")
        }

        fn key(&self) -> VerificationKey {
            VerificationKey::from_certificate(&self.certificate).expect("a usable certificate")
        }
    }

    fn verify(message: &str, keys: &[VerificationKey]) -> Result<(), FederationError> {
        let document = xml::parse(message)?;
        let root = Node::outermost(&document).ok_or_else(|| untrusted("empty"))?;
        verify_enveloped(root.one(DSIG, "Signature")?, keys)
    }

    #[test]
    fn elliptic_curves_verify_with_their_own_key_only() {
        let [small, large] = both_curves();
        for (signed, own, other) in [(&small, &small, &large), (&large, &large, &small)] {
            let message = signed.sign(MESSAGE);
            assert!(verify(&message, &[other.key(), own.key()]).is_ok());
            assert!(verify(&message, &[other.key()]).is_err());
            assert!(verify(&message, &[]).is_err());
        }
    }

    #[test]
    fn what_canonicalising_leaves_out_may_differ_and_nothing_else() {
        let [signer, _] = both_curves();
        let signed = signer.sign(MESSAGE);
        let keys = [signer.key()];
        for (what, with) in
            [("<!-- c -->", ""), ("b='1' a='2'", "a=\"2\"  b='1'"), ("x &lt; y", "x <![CDATA[<]]> y")]
        {
            assert!(verify(&signed.replace(what, with), &keys).is_ok(), "{with}");
        }
        for (what, with) in [
            ("x &lt;", "x  &lt;"),
            ("a='2'", "a='3'"),
            ("</p:X>", "<?pi?></p:X>"),
            ("\"_1\">", "\"_1\" c='1'>"),
            ("URI=\"#_1\"", "URI=\"\""),
            ("URI=\"#_1\"", "URI=\"#_2\""),
            ("xmlenc#sha256", "xmlenc#sha512"),
        ] {
            assert!(signed.contains(what), "{what}");
            assert!(verify(&signed.replace(what, with), &keys).is_err(), "{with}");
        }
    }

    #[test]
    fn shapes_outside_the_profile_are_refused_before_anything_is_computed() {
        let [signer, _] = both_curves();
        let signed = signer.sign(MESSAGE);
        let key = [signer.key()];
        let reference = &signed
            [signed.find("<ds:Reference").expect("one")..signed.find("</ds:SignedInfo>").expect("one")];
        let enveloped = format!("<ds:Transform Algorithm=\"{ENVELOPED}\"></ds:Transform>");
        for (what, with) in [
            (reference, format!("{reference}{reference}")),
            (&enveloped, String::new()),
            (&enveloped, format!("{enveloped}{enveloped}")),
            (
                "</ds:Transforms>",
                "<ds:Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xpath-19991116\"/></ds:Transforms>"
                    .to_owned(),
            ),
            ("<ds:KeyInfo>", "<ds:Object/><ds:KeyInfo>".to_owned()),
            (
                "</ds:SignatureMethod>",
                "<ds:HMACOutputLength>0</ds:HMACOutputLength></ds:SignatureMethod>".to_owned(),
            ),
            ("xml-exc-c14n#", "xml-exc-c14n#WithComments".to_owned()),
            ("ecdsa-sha256", "hmac-sha256".to_owned()),
            ("<ds:SignatureValue>", "<ds:SignatureValue>AAAA".to_owned()),
        ] {
            assert!(signed.contains(what), "{what}");
            assert!(verify(&signed.replace(what, &with), &key).is_err(), "{with}");
        }
        let prefixes = format!(
            "></ds:Transform><ds:Transform Algorithm=\"{EXCLUSIVE}\"><e:InclusiveNamespaces xmlns:e=\"{EXCLUSIVE}\" \
             PrefixList=\"{}\"/></ds:Transform></ds:Transforms>",
            "p ".repeat(PREFIXES + 1)
        );
        let last = format!(
            "></ds:Transform><ds:Transform Algorithm=\"{EXCLUSIVE}\"></ds:Transform></ds:Transforms>"
        );
        assert!(signed.contains(&last));
        let refused = verify(&signed.replace(&last, &prefixes), &key).expect_err("too many prefixes");
        assert!(refused.to_string().contains("canonicalises"), "{refused}");
    }

    #[test]
    fn only_messages_with_a_plain_id_are_signed() {
        let [signer, _] = both_curves();
        for (what, with) in [("ID=\"_1\"", ""), ("ID=\"_1\"", "ID=\"a'b\""), ("saml:Issuer", "p:Issuer")] {
            let sign = |_: &[u8]| Ok(Vec::new());
            assert!(enveloped(&MESSAGE.replace(what, with), signer.uri, &[], sign).is_err(), "{with}");
        }
    }

    #[test]
    fn a_certificate_with_a_weak_key_is_refused() {
        let weak = STANDARD.decode(WEAK).expect("base64");
        let refused = VerificationKey::from_certificate(&weak).expect_err("1024 bits");
        assert!(refused.to_string().contains("2048"), "{refused}");
        assert!(VerificationKey::from_certificate(&weak[..weak.len() - 1]).is_err());
        assert!(VerificationKey::from_certificate(b"").is_err());
    }

    /// An RSA key of 1024 bits.
    const WEAK: &str = "MIIB+jCCAWOgAwIBAgIUfgp26Job/+y1McRP0enKiPRjH5kwDQYJKoZIhvcNAQELBQAwDzENMAsGA1UEAwwEd2VhazAeFw0yNjEx\
         MjExNjA0MDdaFw0zNjExMTgxNjA0MDdaMA8xDTALBgNVBAMMBHdlYWswgZ8wDQYJKoZIhvcNAQEBBQADgY0AMIGJAoGBAMJ8X6co\
         QURqro0oOU2jpcG6GEW6LU8piPAlYiuy9bbtsuij4RmJLSG3pDPKtNPnKfCv+36rcKU/q0GUKjGV8Ozi3Cy8kQ5bUBFd79w5v5Rm\
         hSMXXpVTYqSIO71XYqnptKZnvosS5/smF1qDZ2n26O8BhgFPnJdhkOBZWWAzn4PVAgMBAAGjUzBRMB0GA1UdDgQWBBRBZkjpAPEr\
         QCwXATXfmlaybGN7ojAfBgNVHSMEGDAWgBRBZkjpAPErQCwXATXfmlaybGN7ojAPBgNVHRMBAf8EBTADAQH/MA0GCSqGSIb3DQEB\
         CwUAA4GBACU21ORXAFO20zqLpNXDhmg3y5mxUrwzG2d3syzRCHdlxuy/VZtJkFwWL7oDp5GA/yOaGJn+AzbfpP6/Ht1XoCzqN6Nb\
         74U90EG9NvI137A2pY+W+DnkeJBfoa5cMx/iH/aPcnoMZmF7IV79TiwIva7nm4Eii1N/Sw21NIuFBVPv";
}
