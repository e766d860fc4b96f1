//! Identifiers as types, so that one cannot stand where another is meant.

use std::fmt;

use serde::{Deserialize, Serialize};

/// What was wrong with a text that should have been an identifier.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{what} is not valid: {reason}")]
pub struct InvalidId {
    /// The name of the identifier, for example `pool id`.
    pub what: &'static str,
    /// The rule that was broken.
    pub reason: &'static str,
}

macro_rules! text_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The identifier as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// Takes a text that this server made itself (a row, a sealed value).
            pub fn trusted(text: impl Into<String>) -> Self {
                Self(text.into())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }
    };
}

text_id!(
    /// A user pool: `{region}_{9 alphanumerics}`, because client libraries read the region from it.
    PoolId
);
text_id!(
    /// An app client: 1 to 128 characters of `[A-Za-z0-9_+]`, unique on the server.
    ClientId
);
text_id!(
    /// A person in a pool. It is the `sub` claim: never changed, never given twice.
    UserId
);
text_id!(
    /// One run of the authentication flow.
    FlowId
);
text_id!(
    /// One stored authorization request.
    AuthorizationId
);
text_id!(
    /// A browser session; the `sid` of tokens. Not the cookie's value.
    SessionId
);
text_id!(
    /// A browser that is remembered after a second factor. Not the cookie's value.
    DeviceId
);
text_id!(
    /// All tokens that descend from one sign-in: the `origin_jti` claim.
    FamilyId
);

impl PoolId {
    /// Reads a pool id from outside.
    ///
    /// # Errors
    /// When the text is not `{region}_{9 alphanumerics}`.
    pub fn parse(text: &str) -> Result<Self, InvalidId> {
        let invalid = |reason| InvalidId { what: "pool id", reason };
        let (region, suffix) = text.split_once('_').ok_or(invalid("it has no underscore"))?;
        if region.is_empty()
            || region.len() > 32
            || !region.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        {
            return Err(invalid("the region before the underscore is letters, digits and hyphens"));
        }
        if suffix.len() != 9 || !suffix.bytes().all(|b| b.is_ascii_alphanumeric()) {
            return Err(invalid("after the underscore come nine letters or digits"));
        }
        Ok(Self(text.to_owned()))
    }

    /// The part after the underscore, which SRP takes as the pool's name.
    pub fn short_name(&self) -> &str {
        self.0.split_once('_').map_or(self.0.as_str(), |(_, suffix)| suffix)
    }
}

impl ClientId {
    /// Reads a client id from outside.
    ///
    /// # Errors
    /// When the text is empty, longer than 128 characters or has other characters than `[A-Za-z0-9_+]`.
    pub fn parse(text: &str) -> Result<Self, InvalidId> {
        let allowed = |b: u8| b.is_ascii_alphanumeric() || b == b'_' || b == b'+';
        if text.is_empty() || text.len() > 128 || !text.bytes().all(allowed) {
            return Err(InvalidId {
                what: "client id",
                reason: "it is 1 to 128 letters, digits, underscores or plus signs",
            });
        }
        Ok(Self(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pool_id_has_a_region_and_nine_characters() {
        assert_eq!(
            PoolId::parse("us-east-1_Demo00001").map(|id| id.short_name().to_owned()),
            Ok("Demo00001".into())
        );
        for wrong in
            ["", "us-east-1", "us-east-1_Demo0000", "us-east-1_Demo000011", "_Demo00001", "a/b_Demo00001"]
        {
            assert!(PoolId::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_client_id_is_short_and_plain() {
        assert!(ClientId::parse("demoweb").is_ok());
        for wrong in ["", "a b", "a\u{0}", "ä", &"x".repeat(129)] {
            assert!(ClientId::parse(wrong).is_err(), "{wrong}");
        }
    }
}
