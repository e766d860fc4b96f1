//! The claims of ID and access tokens and of userInfo, under Cognito's names.
//!
//! Pure: what is released follows from pool, client, scope and person alone.

use serde_json::{Map, Value, json};

use crate::crypto::jwt::{Algorithm, left_half_hash};
use crate::model::acr::Level;
use crate::model::client::AppClient;
use crate::model::external::{IDENTITIES, Identity};
use crate::model::flow::{Proof, authentication_methods};
use crate::model::group::Group;
use crate::model::ids::{FamilyId, SessionId};
use crate::model::pool::UserPool;
use crate::model::user::User;

/// The standard claims that `profile` releases (OpenID Connect Core §5.4); `updated_at` is made from the account.
const PROFILE: [&str; 13] = [
    "name",
    "family_name",
    "given_name",
    "middle_name",
    "nickname",
    "preferred_username",
    "profile",
    "picture",
    "website",
    "gender",
    "birthdate",
    "zoneinfo",
    "locale",
];

/// The scopes that release attributes.
const RELEASING: [&str; 4] = ["profile", "email", "phone", "address"];

/// The sign-in that tokens go back to.
#[derive(Debug, Clone, Copy)]
pub(super) struct SignIn<'a> {
    /// When the person proved who they are, Unix milliseconds.
    pub authenticated_at: i64,
    /// What was proven.
    pub proofs: &'a [Proof],
    /// The browser session.
    pub session: Option<&'a SessionId>,
    /// The family of the tokens.
    pub family: &'a FamilyId,
}

/// When a token is made and what names it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stamp<'a> {
    /// The issuer.
    pub issuer: &'a str,
    /// `jti`.
    pub id: &'a str,
    /// Now, Unix milliseconds.
    pub now: i64,
    /// Life in seconds.
    pub life: i64,
}

/// Whose tokens they are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bearer<'a> {
    /// The pool.
    pub pool: &'a UserPool,
    /// The client.
    pub client: &'a AppClient,
    /// The person.
    pub user: &'a User,
    /// Their groups, by precedence.
    pub groups: &'a [Group],
    /// Whom they are at identity providers.
    pub identities: &'a [Identity],
    /// The scopes granted.
    pub scope: &'a [String],
}

/// The claims of an access token for a person.
pub(super) fn access_token(bearer: Bearer<'_>, sign_in: SignIn<'_>, stamp: Stamp<'_>) -> Map<String, Value> {
    let mut claims = common(bearer, sign_in, stamp, "access");
    claims.insert("client_id".into(), json!(bearer.client.id));
    claims.insert("username".into(), json!(bearer.user.username));
    claims.insert("scope".into(), json!(bearer.scope.join(" ")));
    claims.insert("version".into(), json!(2));
    if bearer.client.settings.access_token_audience {
        claims.insert("aud".into(), json!(bearer.client.id));
    }
    claims
}

/// The claims of an access token for the client itself (RFC 6749 §4.4).
pub(super) fn client_access_token(
    client: &AppClient,
    scope: &[String],
    stamp: Stamp<'_>,
) -> Map<String, Value> {
    let issued = stamp.now / 1000;
    let mut claims = object(json!({
        "sub": client.id,
        "client_id": client.id,
        "iss": stamp.issuer,
        "token_use": "access",
        "scope": scope.join(" "),
        "auth_time": issued,
        "iat": issued,
        "exp": issued + stamp.life,
        "jti": stamp.id,
        "version": 2,
    }));
    if client.settings.access_token_audience {
        claims.insert("aud".into(), json!(client.id));
    }
    claims
}

/// The claims of an ID token (OpenID Connect Core §2); `binds` is the access token it is issued with.
pub(super) fn id_token(
    bearer: Bearer<'_>,
    sign_in: SignIn<'_>,
    stamp: Stamp<'_>,
    nonce: Option<&str>,
    binds: (Algorithm, &str),
) -> Map<String, Value> {
    let person = (bearer.user, bearer.identities);
    let mut claims = released_attributes(bearer.pool, bearer.client, person, bearer.scope);
    claims.extend(common(bearer, sign_in, stamp, "id"));
    claims.insert("aud".into(), json!(bearer.client.id));
    claims.insert("cognito:username".into(), json!(bearer.user.username));
    let (algorithm, access_token) = binds;
    claims.insert("at_hash".into(), json!(left_half_hash(algorithm, access_token)));
    if let Some(nonce) = nonce {
        claims.insert("nonce".into(), json!(nonce));
    }
    if let Some(session) = sign_in.session {
        claims.insert("sid".into(), json!(session));
    }
    let mut roles: Vec<&str> = Vec::new();
    for role in bearer.groups.iter().filter_map(|group| group.role_arn.as_deref()) {
        if !roles.contains(&role) {
            roles.push(role);
        }
    }
    if !roles.is_empty() {
        claims.insert("cognito:roles".into(), json!(roles));
    }
    if let Some(role) = preferred_role(bearer.groups) {
        claims.insert("cognito:preferred_role".into(), json!(role));
    }
    claims
}

/// The attributes that a client gets to see of a person with these scopes, as claims: the standard ones in their
/// types of OpenID Connect Core §5.1, custom ones as texts. Empty without `openid`.
///
/// `identities`, for whoever has some, goes with `profile`.
///
/// `openid` alone releases nothing, or everything that the client may read where the pool is so compatible.
pub fn released_attributes(
    pool: &UserPool,
    client: &AppClient,
    (user, identities): (&User, &[Identity]),
    scope: &[String],
) -> Map<String, Value> {
    let has = |name: &str| scope.iter().any(|granted| granted == name);
    if !has("openid") {
        return Map::new();
    }
    let all = pool.settings.compatibility.openid_releases_all() && !RELEASING.into_iter().any(has);
    let releases = |name: &str| {
        all || match name {
            "email" | "email_verified" => has("email"),
            "phone_number" | "phone_number_verified" => has("phone"),
            "address" => has("address"),
            _ => has("profile") && (PROFILE.contains(&name) || name.starts_with("custom:")),
        }
    };
    let mut claims: Map<String, Value> = user
        .attributes
        .iter()
        .filter(|(name, value)| {
            !matches!(name.as_str(), "updated_at" | IDENTITIES)
                && !value.is_empty()
                && releases(name)
                && client.settings.may_read(name)
        })
        .map(|(name, value)| (name.clone(), claim_value(name, value)))
        .collect();
    if (all || has("profile")) && client.settings.may_read("updated_at") {
        claims.insert("updated_at".into(), json!(user.updated_at / 1000));
    }
    if (all || has("profile")) && !identities.is_empty() && client.settings.may_read(IDENTITIES) {
        claims.insert(IDENTITIES.into(), Identity::claim(identities));
    }
    claims
}

fn claim_value(name: &str, value: &str) -> Value {
    match name {
        "email_verified" | "phone_number_verified" => json!(value == "true"),
        // An address that was stored as an object of OpenID Connect Core §5.1.1 stays one.
        "address" => serde_json::from_str::<Map<String, Value>>(value)
            .map_or_else(|_| json!({ "formatted": value }), Value::from),
        _ => json!(value),
    }
}

/// What both kinds of tokens for a person say.
fn common(
    bearer: Bearer<'_>,
    sign_in: SignIn<'_>,
    stamp: Stamp<'_>,
    token_use: &'static str,
) -> Map<String, Value> {
    let settings = &bearer.client.settings;
    let issued = stamp.now / 1000;
    let mut claims = object(json!({
        "sub": bearer.user.id,
        "iss": stamp.issuer,
        "token_use": token_use,
        "auth_time": sign_in.authenticated_at / 1000,
        "iat": issued,
        "exp": issued + stamp.life,
        "event_id": sign_in.session.map_or(sign_in.family.as_str(), SessionId::as_str),
    }));
    if settings.token_revocation || settings.rotation.enabled {
        claims.insert("jti".into(), json!(stamp.id));
        claims.insert("origin_jti".into(), json!(sign_in.family));
    }
    if let Some(level) = Level::of(sign_in.proofs) {
        claims.insert("acr".into(), json!(bearer.pool.settings.acr.name(level)));
    }
    let methods = authentication_methods(sign_in.proofs);
    if !methods.is_empty() {
        claims.insert("amr".into(), json!(methods));
    }
    if !bearer.groups.is_empty() {
        let names: Vec<&str> = bearer.groups.iter().map(|group| group.name.as_str()).collect();
        claims.insert("cognito:groups".into(), json!(names));
    }
    claims
}

/// The role of the group with the best precedence; none when two such groups have different ones.
fn preferred_role(groups: &[Group]) -> Option<&str> {
    let rank = |group: &Group| group.precedence.unwrap_or(i64::MAX);
    let with_role = || groups.iter().filter(|group| group.role_arn.is_some());
    let best = with_role().map(rank).min()?;
    let mut roles =
        with_role().filter(|group| rank(group) == best).filter_map(|group| group.role_arn.as_deref());
    let first = roles.next()?;
    roles.all(|role| role == first).then_some(first)
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::client::ClientSettings;
    use crate::model::flow::ProofKind;
    use crate::model::ids::{ClientId, PoolId, UserId};
    use crate::model::pool::PoolSettings;
    use crate::model::provider::ProviderKind;
    use crate::model::user::UserStatus;

    struct World {
        pool: UserPool,
        client: AppClient,
        user: User,
        groups: Vec<Group>,
        identities: Vec<Identity>,
    }

    fn world() -> World {
        let pool_id = PoolId::trusted("us-east-1_Demo00001");
        let attributes = [
            ("email", "ada@example.com"),
            ("email_verified", "true"),
            ("phone_number", "+41791234567"),
            ("phone_number_verified", "false"),
            ("name", "Ada"),
            ("address", "Street 1"),
            ("updated_at", "5"),
            ("custom:level", "7"),
        ];
        World {
            pool: UserPool {
                id: pool_id.clone(),
                name: "Demo".into(),
                settings: PoolSettings::default(),
                created_at: 0,
                updated_at: 0,
            },
            client: AppClient {
                pool_id: pool_id.clone(),
                id: ClientId::trusted("demoweb"),
                name: "Demo".into(),
                settings: ClientSettings::default(),
                created_at: 0,
                updated_at: 0,
            },
            user: User {
                pool_id,
                id: UserId::trusted("u-1"),
                username: "ada".into(),
                status: UserStatus::Confirmed,
                enabled: true,
                attributes: attributes.map(|(name, value)| (name.to_owned(), value.to_owned())).into(),
                message_factors: Vec::new(),
                preferred_factor: None,
                created_at: 0,
                updated_at: 1_700_000_000_999,
                signed_out_at: 0,
            },
            groups: Vec::new(),
            identities: Vec::new(),
        }
    }

    fn identity(provider: &str, kind: ProviderKind, issuer: Option<&str>, is_own: bool) -> Identity {
        let (subject, provider) = ("s-1".to_owned(), provider.to_owned());
        Identity {
            subject,
            provider,
            kind,
            issuer: issuer.map(String::from),
            is_own,
            linked_at: 1_642_699_117_273,
        }
    }

    fn group(name: &str, precedence: Option<i64>, role: Option<&str>) -> Group {
        Group {
            pool_id: PoolId::trusted("us-east-1_Demo00001"),
            name: name.into(),
            description: None,
            precedence,
            role_arn: role.map(String::from),
            created_at: 0,
        }
    }

    fn scope(text: &str) -> Vec<String> {
        text.split(' ').map(String::from).collect()
    }

    fn names(world: &World, text: &str) -> Vec<String> {
        let person = (&world.user, world.identities.as_slice());
        let claims = released_attributes(&world.pool, &world.client, person, &scope(text));
        claims.keys().cloned().collect()
    }

    #[test]
    fn each_scope_releases_its_claims_and_no_others() {
        let world = world();
        assert!(names(&world, "email profile").is_empty(), "nothing without openid");
        assert!(names(&world, "openid").is_empty());
        assert!(names(&world, "openid aws.cognito.signin.user.admin").is_empty());
        assert_eq!(names(&world, "openid email"), ["email", "email_verified"]);
        assert_eq!(names(&world, "openid phone"), ["phone_number", "phone_number_verified"]);
        assert_eq!(names(&world, "openid address"), ["address"]);
        assert_eq!(names(&world, "openid profile"), ["custom:level", "name", "updated_at"]);
    }

    #[test]
    fn in_compatibility_mode_openid_alone_releases_everything_readable() {
        let mut world = world();
        world.pool.settings.compatibility.cognito = true;
        assert_eq!(names(&world, "openid").len(), 8);
        assert_eq!(names(&world, "openid email"), ["email", "email_verified"]);
        world.client.settings.read_attributes = Some(vec!["email".into(), "custom:level".into()]);
        assert_eq!(names(&world, "openid"), ["custom:level", "email", "email_verified"]);
    }

    #[test]
    fn claims_have_their_types() {
        let world = world();
        let claims = released_attributes(
            &world.pool,
            &world.client,
            (&world.user, &[]),
            &scope("openid email phone profile address"),
        );
        assert_eq!(claims["email_verified"], json!(true));
        assert_eq!(claims["phone_number_verified"], json!(false));
        assert_eq!(claims["updated_at"], json!(1_700_000_000));
        assert_eq!(claims["address"], json!({ "formatted": "Street 1" }));
        assert_eq!(claims["custom:level"], json!("7"));
    }

    #[test]
    fn identities_go_with_the_profile_where_the_client_may_read_them() {
        let mut world = world();
        assert!(!names(&world, "openid profile").contains(&"identities".into()), "there are none");
        world.identities = vec![
            identity("Corp", ProviderKind::Saml, Some("https://idp.example.com"), true),
            identity("Google", ProviderKind::Google, None, false),
        ];
        assert!(names(&world, "profile").is_empty());
        for scope in ["openid", "openid email", "openid phone address"] {
            assert!(!names(&world, scope).contains(&"identities".into()), "{scope}");
        }
        // What is stored under the name, should there be anything, is not told.
        world.user.attributes.insert("identities".into(), "forged".into());
        let person = (&world.user, world.identities.as_slice());
        let claims = released_attributes(&world.pool, &world.client, person, &scope("openid profile"));
        assert_eq!(
            claims["identities"],
            json!([
                { "userId": "s-1", "providerName": "Corp", "providerType": "SAML",
                  "issuer": "https://idp.example.com", "primary": "true", "dateCreated": "1642699117273" },
                { "userId": "s-1", "providerName": "Google", "providerType": "Google",
                  "issuer": null, "primary": "false", "dateCreated": "1642699117273" },
            ])
        );
        let attribute: Value = serde_json::from_str(&Identity::attribute(&world.identities)).expect("JSON");
        assert_eq!(attribute[0]["primary"], json!(true));
        assert_eq!(attribute[1]["dateCreated"], json!(1_642_699_117_273_i64));
        world.pool.settings.compatibility.cognito = true;
        assert!(names(&world, "openid").contains(&"identities".into()));
        world.client.settings.read_attributes = Some(vec!["name".into()]);
        assert_eq!(names(&world, "openid profile"), ["name"]);
        world.client.settings.read_attributes = Some(vec!["identities".into()]);
        assert_eq!(names(&world, "openid profile"), ["identities"]);
    }

    #[test]
    fn the_best_groups_role_is_preferred_unless_two_disagree() {
        let preferred = |groups: &[Group]| preferred_role(groups).map(String::from);
        assert_eq!(preferred(&[]), None);
        assert_eq!(preferred(&[group("a", Some(1), None)]), None);
        let two = [group("a", Some(1), Some("arn:a")), group("b", Some(2), Some("arn:b"))];
        assert_eq!(preferred(&two), Some("arn:a".into()));
        let tie = [group("a", Some(1), Some("arn:a")), group("b", Some(1), Some("arn:b"))];
        assert_eq!(preferred(&tie), None);
        let agreed = [group("a", None, Some("arn:a")), group("b", None, Some("arn:a"))];
        assert_eq!(preferred(&agreed), Some("arn:a".into()));
    }

    #[test]
    fn both_tokens_say_where_they_come_from() {
        let mut world = world();
        world.groups = vec![group("admins", Some(1), Some("arn:a"))];
        let granted = scope("openid");
        let bearer = Bearer {
            pool: &world.pool,
            client: &world.client,
            user: &world.user,
            groups: &world.groups,
            identities: &[],
            scope: &granted,
        };
        let proofs = [Proof::new(ProofKind::Password, 1_000), Proof::new(ProofKind::Totp, 2_000)];
        let session = SessionId::trusted("s-1");
        let family = FamilyId::trusted("f-1");
        let sign_in =
            SignIn { authenticated_at: 2_999, proofs: &proofs, session: Some(&session), family: &family };
        let stamp = Stamp { issuer: "https://a.example/p", id: "j-1", now: 10_500, life: 3600 };
        let access = access_token(bearer, sign_in, stamp);
        assert_eq!(
            Value::from(access),
            json!({
                "sub": "u-1", "iss": "https://a.example/p", "client_id": "demoweb", "token_use": "access",
                "scope": "openid", "auth_time": 2, "iat": 10, "exp": 3610, "jti": "j-1", "origin_jti": "f-1",
                "event_id": "s-1", "username": "ada", "cognito:groups": ["admins"], "version": 2,
                "acr": "urn:cognito:loa:4", "amr": ["pwd", "otp", "mfa"],
            })
        );
        let id = id_token(bearer, sign_in, stamp, Some("n"), (Algorithm::Rs256, "access"));
        assert_eq!(id["aud"], json!("demoweb"));
        assert_eq!(id["nonce"], json!("n"));
        assert_eq!(id["sid"], json!("s-1"));
        assert_eq!(id["cognito:username"], json!("ada"));
        assert_eq!(id["cognito:roles"], json!(["arn:a"]));
        assert_eq!(id["cognito:preferred_role"], json!("arn:a"));
        assert!(id.contains_key("at_hash"));
        let mut other = world.client.clone();
        other.settings.token_revocation = false;
        other.settings.access_token_audience = true;
        let bearer = Bearer { client: &other, ..bearer };
        let access = access_token(bearer, sign_in, stamp);
        assert!(!access.contains_key("jti") && !access.contains_key("origin_jti"));
        assert_eq!(access["aud"], json!("demoweb"));
    }
}
