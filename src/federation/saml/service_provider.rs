//! A pool as a service provider: its names, its addresses, its keys, and the metadata that tells a provider of them.

use std::fmt::Write;

use aws_lc_rs::rsa::{OaepPrivateDecryptingKey, PrivateDecryptingKey};
use aws_lc_rs::signature::{KeyPair, RsaKeyPair};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use time::OffsetDateTime;
use x509_cert::Certificate;
use x509_cert::der::Decode;

use super::binding::{HTTP_POST, HTTP_REDIRECT};
use super::xml::escape;
use super::{DSIG, METADATA, PROTOCOL, misconfigured};
use crate::federation::FederationError;

const SMALLEST_RSA_BYTES: usize = 256;

/// What [`super::decrypt`] accepts, for the metadata; the best first.
const ENCRYPTION_METHODS: &[&str] = &[
    "http://www.w3.org/2009/xmlenc11#aes256-gcm",
    "http://www.w3.org/2009/xmlenc11#aes128-gcm",
    "http://www.w3.org/2001/04/xmlenc#aes256-cbc",
    "http://www.w3.org/2001/04/xmlenc#aes128-cbc",
    "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p",
];

/// An RSA key with its certificate; it signs and decrypts.
pub struct Credential {
    signing: RsaKeyPair,
    decryption: OaepPrivateDecryptingKey,
    certificate: Vec<u8>,
}

impl Credential {
    /// Reads a key (PKCS#8 DER) and the certificate made for it (DER).
    ///
    /// # Errors
    /// [`FederationError::Misconfigured`] when one of them cannot be read, the key is no RSA key of at least 2048 bits, or
    /// the certificate is for another key.
    pub fn new(pkcs8: &[u8], certificate: &[u8]) -> Result<Self, FederationError> {
        let refused = || misconfigured("the SAML key is no RSA key of at least 2048 bits in PKCS#8");
        let signing = RsaKeyPair::from_pkcs8(pkcs8).map_err(|_| refused())?;
        if signing.public_modulus_len() < SMALLEST_RSA_BYTES {
            return Err(refused());
        }
        let decryption = PrivateDecryptingKey::from_pkcs8(pkcs8)
            .and_then(|key| OaepPrivateDecryptingKey::new(key).map_err(Into::into))
            .map_err(|_| refused())?;
        let read = Certificate::from_der(certificate)
            .map_err(|_| misconfigured("the certificate of the SAML key cannot be read"))?;
        let info = read.tbs_certificate.subject_public_key_info;
        if info.subject_public_key.raw_bytes() != signing.public_key().as_ref() {
            return Err(misconfigured("the certificate is not that of the SAML key"));
        }
        Ok(Self { signing, decryption, certificate: certificate.to_vec() })
    }

    /// Makes the self-signed certificate that goes with a key (PKCS#8 DER): the form in which SAML hands out public keys.
    /// Providers pin the key; hardly one looks at the dates (Unix seconds).
    ///
    /// # Errors
    /// [`FederationError::Misconfigured`] for a key that cannot be used, [`FederationError::Internal`] for the rest.
    pub fn self_signed(
        pkcs8: &[u8],
        common_name: &str,
        not_before: i64,
        not_after: i64,
    ) -> Result<Vec<u8>, FederationError> {
        let internal =
            || FederationError::Internal("the certificate of a SAML key cannot be made".to_owned());
        let key = rcgen::KeyPair::from_pkcs8_der_and_sign_algo(&pkcs8.into(), &rcgen::PKCS_RSA_SHA256)
            .map_err(|_| misconfigured("the SAML key is no RSA key in PKCS#8"))?;
        let mut parameters = rcgen::CertificateParams::default();
        parameters.distinguished_name = rcgen::DistinguishedName::new();
        parameters.distinguished_name.push(rcgen::DnType::CommonName, common_name);
        parameters.not_before = OffsetDateTime::from_unix_timestamp(not_before).map_err(|_| internal())?;
        parameters.not_after = OffsetDateTime::from_unix_timestamp(not_after).map_err(|_| internal())?;
        Ok(parameters.self_signed(&key).map_err(|_| internal())?.der().to_vec())
    }

    /// The key that signs.
    #[must_use]
    pub const fn signing_key(&self) -> &RsaKeyPair {
        &self.signing
    }

    /// The key that decrypts.
    #[must_use]
    pub const fn decryption_key(&self) -> &OaepPrivateDecryptingKey {
        &self.decryption
    }

    /// The certificate, DER.
    #[must_use]
    pub fn certificate(&self) -> &[u8] {
        &self.certificate
    }
}

/// Ourselves, as a provider knows us.
pub struct ServiceProvider {
    entity_id: String,
    acs_url: String,
    slo_url: String,
    credentials: Vec<Credential>,
    signs_requests: bool,
}

impl ServiceProvider {
    /// `acs_url` is where responses are posted to, `slo_url` where logout messages go. The first of `credentials` signs
    /// and is what providers shall encrypt for; the others are the one before, with which a provider may still encrypt,
    /// or the next one, which providers shall know before it is used: all are published and decrypt.
    ///
    /// # Errors
    /// [`FederationError::Misconfigured`] without a credential.
    pub fn new(
        entity_id: &str,
        acs_url: &str,
        slo_url: &str,
        credentials: Vec<Credential>,
    ) -> Result<Self, FederationError> {
        if credentials.is_empty() {
            return Err(misconfigured("there is no SAML key"));
        }
        Ok(Self {
            entity_id: entity_id.to_owned(),
            acs_url: acs_url.to_owned(),
            slo_url: slo_url.to_owned(),
            credentials,
            signs_requests: false,
        })
    }

    /// Promises the provider that every sign-in request is signed. A provider that reads so in our metadata may refuse the
    /// others (SAML metadata §2.4.4).
    #[must_use]
    pub fn that_signs_requests(mut self, signs: bool) -> Self {
        self.signs_requests = signs;
        self
    }

    /// The name under which providers know us.
    #[must_use]
    pub fn entity_id(&self) -> &str {
        &self.entity_id
    }

    /// Where responses must be addressed to.
    #[must_use]
    pub fn acs_url(&self) -> &str {
        &self.acs_url
    }

    /// Where logout messages must be addressed to.
    #[must_use]
    pub fn slo_url(&self) -> &str {
        &self.slo_url
    }

    /// The credential that signs.
    #[must_use]
    pub fn active(&self) -> &Credential {
        // `new` refuses an empty list.
        &self.credentials[0]
    }

    /// All credentials; each decrypts.
    #[must_use]
    pub fn credentials(&self) -> &[Credential] {
        &self.credentials
    }

    /// Our metadata (SAML metadata §2.4.4): what an operator gives to a provider, or a provider fetches.
    #[must_use]
    pub fn metadata(&self) -> String {
        let mut keys = String::new();
        for credential in &self.credentials {
            key_descriptor(&mut keys, "signing", credential, &[]);
        }
        key_descriptor(&mut keys, "encryption", self.active(), ENCRYPTION_METHODS);
        let (entity_id, acs, slo) = (escape(&self.entity_id), escape(&self.acs_url), escape(&self.slo_url));
        let signs = self.signs_requests;
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <md:EntityDescriptor xmlns:md=\"{METADATA}\" xmlns:ds=\"{DSIG}\" entityID=\"{entity_id}\">\
             <md:SPSSODescriptor AuthnRequestsSigned=\"{signs}\" WantAssertionsSigned=\"true\" \
             protocolSupportEnumeration=\"{PROTOCOL}\">{keys}\
             <md:SingleLogoutService Binding=\"{HTTP_REDIRECT}\" Location=\"{slo}\"/>\
             <md:SingleLogoutService Binding=\"{HTTP_POST}\" Location=\"{slo}\"/>\
             <md:AssertionConsumerService Binding=\"{HTTP_POST}\" Location=\"{acs}\" index=\"0\" isDefault=\"true\"/>\
             </md:SPSSODescriptor></md:EntityDescriptor>\n"
        )
    }
}

fn key_descriptor(text: &mut String, usage: &str, credential: &Credential, methods: &[&str]) {
    let certificate = STANDARD.encode(credential.certificate());
    let methods: String = methods.iter().fold(String::new(), |mut all, method| {
        // Writing to a text does not fail.
        let _ = write!(all, "<md:EncryptionMethod Algorithm=\"{method}\"/>");
        all
    });
    text.push_str(&format!(
        "<md:KeyDescriptor use=\"{usage}\"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>{certificate}\
         </ds:X509Certificate></ds:X509Data></ds:KeyInfo>{methods}</md:KeyDescriptor>"
    ));
}
