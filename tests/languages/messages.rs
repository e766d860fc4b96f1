//! Mails and SMS in every language.

use vestibule::messages::{self, MessageRequest};
use vestibule::model::message::{Medium, MessageKind, OutgoingMessage};
use vestibule::model::pool::UserPool;
use vestibule::render::{LANGUAGES, direction};

use crate::support::database::{TestDatabase, block_on};
use crate::support::env::{TestEnv, caller, test_env};

const KINDS: [MessageKind; 14] = [
    MessageKind::SignUpConfirmation,
    MessageKind::AttributeVerification,
    MessageKind::SignInCode,
    MessageKind::PasswordReset,
    MessageKind::Invitation,
    MessageKind::AlreadyRegistered,
    MessageKind::PasswordChanged,
    MessageKind::ProviderUnlinked,
    MessageKind::RecoveryCodeUsed,
    MessageKind::FactorsChanged,
    MessageKind::AddressInUse,
    MessageKind::AddressChanged,
    MessageKind::AddressRestored,
    MessageKind::AccountDeleted,
];

/// Those that bring a code.
const WITH_CODE: [MessageKind; 5] = [
    MessageKind::SignUpConfirmation,
    MessageKind::AttributeVerification,
    MessageKind::SignInCode,
    MessageKind::PasswordReset,
    MessageKind::Invitation,
];

/// The letters that an SMS has 160 of (3GPP TS 23.038 §6.2.1), and those that count twice.
const GSM: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const GSM_TWICE: &str = "^{}\\[~]|€";

fn parts(text: &str) -> usize {
    let plain = text.chars().all(|c| GSM.contains(c) || GSM_TWICE.contains(c));
    let (length, one, several) = match plain {
        true => (text.chars().map(|c| 1 + usize::from(GSM_TWICE.contains(c))).sum(), 160, 153),
        false => (text.encode_utf16().count(), 70, 67),
    };
    if length <= one { 1 } else { length.div_ceil(several) }
}

fn request(kind: MessageKind, medium: Medium, language: &str) -> MessageRequest {
    let code = match kind {
        MessageKind::Invitation => "Abcdefgh12345678",
        _ => "042187",
    };
    MessageRequest {
        kind,
        medium,
        to: match medium {
            Medium::Email => "ada@example.com".to_owned(),
            Medium::Sms => "+41790000000".to_owned(),
        },
        username: "ada@example.com".to_owned(),
        code: WITH_CODE.contains(&kind).then(|| code.to_owned()),
        link: None,
        provider: Some("Google".to_owned()),
        client: None,
        language: language.to_owned(),
    }
}

async fn sent(test: &TestEnv, pool: &UserPool, request: &MessageRequest) -> OutgoingMessage {
    let message =
        messages::prepare(&test.env, &caller("192.0.2.1"), pool, request).expect("it can be written");
    let counted = test.env.db.write(move |c| messages::enqueue(c, &message)).await;
    counted.expect("the database answers").expect("the limits are wide enough");
    messages::outbox::deliver_due(&test.env).await.expect("the database answers");
    test.mail.last_to(&request.to).or_else(|| test.sms.last_to(&request.to)).expect("it was sent")
}

fn with_pool<F: Future<Output = ()>>(name: &'static str, run: impl FnOnce(TestEnv, UserPool) -> F) {
    block_on(async {
        let db = TestDatabase::sqlite().await;
        let test = test_env(&db).await;
        let mut pool = test
            .pool(|pool| {
                let limits = &mut pool.message_limits;
                (limits.per_destination, limits.per_address, limits.per_pool) = (10_000, 10_000, 10_000);
            })
            .await;
        pool.name = name.to_owned();
        run(test, pool).await;
    });
}

#[test]
fn a_text_message_costs_two_parts_at_most_in_every_language() {
    with_pool("Twenty-four characters x", async |test, pool| {
        assert_eq!(pool.name.chars().count(), 24);
        let mut long = Vec::new();
        for language in LANGUAGES {
            for kind in KINDS {
                let message = sent(&test, &pool, &request(kind, Medium::Sms, language.tag)).await;
                if parts(&message.text) > 2 {
                    long.push(format!("{} {kind:?}: {}", language.tag, message.text));
                }
                assert_eq!(message.text.contains("042187"), message.code.as_deref() == Some("042187"));
                assert!(!message.text.contains('{'), "{} {kind:?}: {}", language.tag, message.text);
            }
        }
        assert!(long.is_empty(), "{}", long.join("\n"));
    });
}

#[test]
fn every_mail_is_in_its_language_and_direction_with_its_code_alone_on_a_line() {
    with_pool("Demo", async |test, pool| {
        let mut subjects = std::collections::BTreeSet::new();
        for language in LANGUAGES {
            for kind in KINDS {
                let mail = sent(&test, &pool, &request(kind, Medium::Email, language.tag)).await;
                let html = mail.html.as_deref().expect("HTML");
                let (tag, direction) = (language.tag, direction(language.tag));
                assert!(html.contains(&format!("<html lang=\"{tag}\" dir=\"{direction}\">")), "{tag}");
                assert!(
                    html.contains(&format!("<td class=\"inner\" lang=\"{tag}\" dir=\"{direction}\">")),
                    "{tag}"
                );
                if let Some(code) = &mail.code {
                    let line = format!("<p class=\"code\" dir=\"ltr\">{code}</p>");
                    assert!(html.contains(&line), "{tag} {kind:?}: {html}");
                    assert!(mail.text.lines().any(|line| line == code), "{tag} {kind:?}: {}", mail.text);
                }
                assert!(
                    !mail.text.contains('{') && mail.subject.contains("Demo"),
                    "{tag} {kind:?}: {}",
                    mail.text
                );
                if kind == MessageKind::SignInCode {
                    subjects.insert(mail.subject);
                }
            }
        }
        assert_eq!(subjects.len(), LANGUAGES.len(), "each language says it its own way");
    });
}

#[test]
fn the_link_that_takes_a_change_back_is_in_every_language() {
    with_pool("Demo", async |test, pool| {
        let link = format!("https://login.example.com/account/takeback?change={}", "Ab1-_".repeat(8));
        for language in LANGUAGES {
            for medium in [Medium::Email, Medium::Sms] {
                let told = request(MessageKind::AddressChanged, medium, language.tag);
                let message = sent(&test, &pool, &MessageRequest { link: Some(link.clone()), ..told }).await;
                let at = format!("{} {medium:?}: {}", language.tag, message.text);
                assert!(message.text.contains(&link) && !message.text.contains("##"), "{at}");
                if let Some(html) = &message.html {
                    assert!(html.contains(&format!("href=\"{link}\"")), "{at}: {html}");
                }
                assert!(medium == Medium::Email || parts(&message.text) <= 3, "{at}");
            }
        }
    });
}

#[test]
fn names_keep_to_themselves_where_the_writing_turns() {
    with_pool("Demo (1)", async |test, pool| {
        let invitation = request(MessageKind::Invitation, Medium::Email, "ar");
        let mail = sent(&test, &pool, &invitation).await;
        assert!(mail.text.contains("\u{2068}ada@example.com\u{2069}"), "{}", mail.text);
        assert!(mail.subject.contains("\u{2068}Demo (1)\u{2069}"), "{}", mail.subject);
        let turned = MessageRequest {
            username: "عدا\u{202e}evil".to_owned(),
            ..request(MessageKind::Invitation, Medium::Email, "en")
        };
        let mail = sent(&test, &pool, &turned).await;
        assert!(mail.text.contains("\u{2068}عداevil\u{2069}"), "{}", mail.text);
        assert!(mail.subject.contains("Demo (1)") && !mail.subject.contains('\u{2068}'), "{}", mail.subject);
    });
}

#[test]
fn a_language_that_the_pool_has_not_is_its_default() {
    block_on(async {
        let db = TestDatabase::sqlite().await;
        let test = test_env(&db).await;
        let pool = test.pool(|pool| pool.languages.default = Some("sv".into())).await;
        for language in ["", "tlh", "../en", "sv-FI"] {
            let mail = sent(&test, &pool, &request(MessageKind::SignInCode, Medium::Email, language)).await;
            assert!(mail.html.expect("HTML").contains("<html lang=\"sv\""), "{language}");
            test.advance(std::time::Duration::from_secs(3600));
        }
    });
}
