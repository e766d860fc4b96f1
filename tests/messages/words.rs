//! What messages say: the built-in words, a pool's own, and values that try to be more than values.

use vestibule::messages::{self, MessageError, MessageRequest};
use vestibule::model::limits::MessageLimits;
use vestibule::model::message::{MessageKind, MessageTemplates, PasskeyNews};
use vestibule::model::pool::UserPool;

use super::{mail, sent, sms};
use crate::support::database::{TestDatabase, block_on};
use crate::support::env::{TestEnv, caller, test_env};

const ALL: [MessageKind; 17] = [
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
    MessageKind::Passkey(PasskeyNews::Added),
    MessageKind::Passkey(PasskeyNews::Removed),
    MessageKind::Passkey(PasskeyNews::Copied),
];

fn with_env<F: Future<Output = ()>>(run: impl FnOnce(TestEnv) -> F) {
    block_on(async {
        let db = TestDatabase::sqlite().await;
        run(test_env(&db).await).await;
    });
}

async fn pool_with(test: &TestEnv, messages: MessageTemplates) -> UserPool {
    test.pool(|settings| settings.messages = messages).await
}

#[test]
fn every_kind_has_words_for_both_media() {
    with_env(async |test| {
        let pool = test.pool(|settings| settings.message_limits.per_destination = 100).await;
        for kind in ALL {
            let told = &ALL[5..];
            let has_code = !told.contains(&kind);
            let code = has_code.then(|| "042187".to_owned());
            let message =
                sent(&test, &pool, &MessageRequest { code: code.clone(), ..mail(kind, "ada@example.com") })
                    .await;
            let html = message.html.expect("mail has an HTML part");
            assert!(message.subject.contains("Demo"), "{kind:?}: {}", message.subject);
            assert_eq!(
                (message.text.contains("042187"), html.contains("042187")),
                (has_code, has_code),
                "{kind:?}"
            );
            assert!(html.starts_with("<!doctype html>") && html.contains(&message.subject), "{kind:?}");

            let message = sent(&test, &pool, &MessageRequest { code, ..sms(kind, "+4915112345678") }).await;
            assert_eq!(message.text.contains("042187"), has_code, "{kind:?}: {}", message.text);
            assert!(message.subject.is_empty() && message.html.is_none(), "{kind:?}");
            for text in [&message.text, &html] {
                assert!(
                    !text.contains("{#") && !text.contains("{username}") && !text.contains("message-"),
                    "{text}"
                );
            }
        }
    });
}

#[test]
fn a_link_takes_the_place_of_the_code() {
    with_env(async |test| {
        let pool = test.pool(|_| {}).await;
        let link = "https://auth.example.com/confirmUser/?a=1&b=2".to_owned();
        let request = MessageRequest {
            link: Some(link.clone()),
            ..mail(MessageKind::SignUpConfirmation, "a@b.example")
        };
        let message = sent(&test, &pool, &request).await;
        assert!(message.text.contains(&link) && !message.text.contains("042187"), "{}", message.text);
        let html = message.html.expect("an HTML part");
        assert!(html.contains("<a href=\"https://auth.example.com/confirmUser/?a=1&amp;b=2\">"), "{html}");
        assert_eq!(message.link, Some(link));
    });
}

#[test]
fn a_pools_own_words_are_used_and_values_are_escaped() {
    with_env(async |test| {
        let pool = pool_with(
            &test,
            MessageTemplates {
                verification_subject: Some("Code\r\nBcc: all@example.com for {username}".into()),
                verification_email: Some("<p>Dear {username},</p><p><b>{####}</b> ({####})</p>".into()),
                sign_in_sms: Some("{####} is it, {username}".into()),
                link_email: Some("<p>{##Come in##}</p>".into()),
                ..MessageTemplates::default()
            },
        )
        .await;
        let named = |request: MessageRequest| MessageRequest { username: "<i>{####}\n".into(), ..request };
        let message = sent(&test, &pool, &named(mail(MessageKind::PasswordReset, "ada@example.com"))).await;
        assert_eq!(message.subject, "Code  Bcc: all@example.com for <i>{####}");
        assert_eq!(message.text, "Dear <i>{####},\n\n042187 (042187)");
        let html = message.html.expect("an HTML part");
        assert!(html.contains("<p>Dear &lt;i&gt;{####},</p><p><b>042187</b> (042187)</p>"), "{html}");

        let message = sent(&test, &pool, &named(sms(MessageKind::SignInCode, "+4915112345678"))).await;
        assert_eq!(message.text, "042187 is it, <i>{####}");

        let link = Some("https://x.example/\"><script>".to_owned());
        let request = MessageRequest { link, ..mail(MessageKind::SignUpConfirmation, "ada@example.com") };
        let html = sent(&test, &pool, &request).await.html.expect("an HTML part");
        assert!(
            html.contains("<a href=\"https://x.example/&quot;&gt;&lt;script&gt;\">Come in</a>"),
            "{html}"
        );
    });
}

#[test]
fn a_template_without_a_place_for_the_code_is_not_used() {
    with_env(async |test| {
        let mut pool = test.pool(|_| {}).await;
        // Settings refuse such templates now; a pool may have them from before.
        pool.settings.messages = MessageTemplates {
            verification_email: Some("<p>No code here</p>".into()),
            verification_sms: Some("none".into()),
            link_email: Some("{####}".into()),
            ..MessageTemplates::default()
        };
        let kind = MessageKind::SignUpConfirmation;
        assert!(sent(&test, &pool, &mail(kind, "a@b.example")).await.text.contains("042187"));
        assert!(sent(&test, &pool, &sms(kind, "+4915112345678")).await.text.contains("042187"));
        let link = Some("https://auth.example.com/c".to_owned());
        let request = MessageRequest { link, ..mail(kind, "a@b.example") };
        assert!(sent(&test, &pool, &request).await.text.contains("https://auth.example.com/c"));
    });
}

#[test]
fn a_whole_document_is_sent_as_it_is() {
    with_env(async |test| {
        let own = "<!DOCTYPE html><html><body>{####}</body></html>";
        let templates = MessageTemplates { sign_in_email: Some(own.into()), ..MessageTemplates::default() };
        let pool = pool_with(&test, templates).await;
        let message = sent(&test, &pool, &mail(MessageKind::SignInCode, "ada@example.com")).await;
        assert_eq!(message.html.as_deref(), Some("<!DOCTYPE html><html><body>042187</body></html>"));
        assert_eq!(message.text, "042187");
    });
}

#[test]
fn sms_go_only_where_the_pool_allows() {
    with_env(async |test| {
        let countries = |list: &[&str]| list.iter().map(ToString::to_string).collect::<Vec<_>>();
        let allowed = |pool: &UserPool, to: &str| {
            let request = sms(MessageKind::SignInCode, to);
            match messages::prepare(&test.env, &caller("192.0.2.1"), pool, &request) {
                Ok(_) => true,
                Err(MessageError::SmsNotPossible) => false,
                Err(error) => panic!("{error}"),
            }
        };
        for (list, germany, swiss) in [(&[][..], false, false), (&["+41"], false, true), (&["*"], true, true)]
        {
            let limits = MessageLimits { sms_countries: countries(list), ..MessageLimits::default() };
            let pool = test.pool(|settings| settings.message_limits = limits).await;
            assert_eq!(allowed(&pool, "+4915112345678"), germany, "{list:?}");
            assert_eq!(allowed(&pool, "+41791234567"), swiss, "{list:?}");
        }
    });
}
