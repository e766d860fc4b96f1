//! Setting up a second factor, and recovery codes.

use serde::Serialize;

use super::super::{Message, Page, TextKey};
use super::{Field, Form, Problem};

/// The key of an authenticator app: as a picture, as a link for phones, and to be typed; and its first code.
///
/// Posts `code`, `deviceName`, `continueButton`.
#[derive(Clone, Debug, Serialize)]
pub struct SetUpTotp {
    /// The form.
    pub form: Form,
    /// The picture of [`Self::uri`].
    pub qr: QrCode,
    /// The `otpauth:` address, which opens an app on a phone.
    pub uri: String,
    /// The key in groups of four characters.
    pub key: String,
    /// What the person calls the device; may stay empty.
    pub device_name: Field,
    /// What is wrong with the code.
    pub code_error: Option<Message>,
    /// What is wrong with the whole.
    pub error: Option<Message>,
    /// To the choice among kinds, when there is another.
    pub other_methods_link: Option<String>,
    /// Back to the sign-in page, to use another account.
    pub login_link: Option<String>,
}

/// A QR code as the path of an SVG picture: one square unit for each dark module, with the quiet zone around it that
/// ISO/IEC 18004 asks for.
#[derive(Clone, Debug, Serialize)]
pub struct QrCode {
    /// Width and height in modules.
    pub size: usize,
    /// The dark modules as path data; empty when the text was too long for a picture.
    pub path: String,
}

/// The quiet zone in modules.
const QUIET: usize = 4;

impl QrCode {
    /// The picture of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let Ok(code) = qrcode::QrCode::with_error_correction_level(text, qrcode::EcLevel::M) else {
            return Self { size: 0, path: String::new() };
        };
        let width = code.width();
        let mut path = String::new();
        for (row, modules) in code.to_colors().chunks(width).enumerate() {
            let mut column = 0;
            while column < width {
                let run = modules[column..].iter().take_while(|color| **color == qrcode::Color::Dark).count();
                if run > 0 {
                    let (x, y) = (column + QUIET, row + QUIET);
                    path.push_str(&format!("M{x} {y}h{run}v1h-{run}z"));
                }
                column += run.max(1);
            }
        }
        Self { size: width + 2 * QUIET, path }
    }
}

impl Page for SetUpTotp {
    const TEMPLATE: &'static str = "pages/set_up_totp.html";

    fn title(&self) -> TextKey {
        TextKey("set-up-totp-title")
    }

    fn failed(&self) -> bool {
        self.error.is_some() || self.code_error.is_some()
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let uri = "otpauth://totp/Demo:ada%40example.com?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Demo";
        let empty = Self {
            form: Form::sample("/setUpFactor"),
            qr: QrCode::of(uri),
            uri: uri.to_owned(),
            key: "JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP".to_owned(),
            device_name: Field::default(),
            code_error: None,
            error: None,
            other_methods_link: Some("/setUpFactor?methods=1".to_owned()),
            login_link: Some("/login".to_owned()),
        };
        vec![
            ("empty", empty.clone()),
            (
                "mismatch",
                Self {
                    code_error: Some(Problem::AuthenticatorMismatch.into()),
                    device_name: Field::of("Ada’s phone"),
                    ..empty.clone()
                },
            ),
            ("busy", Self { error: Some(Problem::Busy.into()), ..empty.clone() }),
            ("bare", Self { other_methods_link: None, login_link: None, ..empty }),
        ]
    }
}

/// The phone number for codes by SMS.
///
/// Posts `phoneNumber`, `continueButton`.
#[derive(Clone, Debug, Serialize)]
pub struct SetUpNumber {
    /// The form.
    pub form: Form,
    /// The number.
    pub number: Field,
    /// What is wrong with the whole.
    pub error: Option<Message>,
    /// To the choice among kinds, when there is another.
    pub other_methods_link: Option<String>,
    /// Back to the sign-in page, to use another account.
    pub login_link: Option<String>,
}

impl Page for SetUpNumber {
    const TEMPLATE: &'static str = "pages/set_up_number.html";

    fn title(&self) -> TextKey {
        TextKey("set-up-number-title")
    }

    fn failed(&self) -> bool {
        self.error.is_some() || self.number.error.is_some()
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let empty = Self {
            form: Form::sample("/setUpFactor"),
            number: Field::default(),
            error: None,
            other_methods_link: Some("/setUpFactor?methods=1".to_owned()),
            login_link: Some("/login".to_owned()),
        };
        vec![
            ("empty", empty.clone()),
            ("invalid", Self { number: Field::of("079").wrong(Problem::InvalidPhone), ..empty.clone() }),
            ("not-sent", Self { error: Some(Problem::MessageNotSent.into()), ..empty.clone() }),
            ("bare", Self { other_methods_link: None, login_link: None, ..empty }),
        ]
    }
}

/// A recovery code in place of a second factor.
///
/// Posts `recoveryCode`, `continueButton`.
#[derive(Clone, Debug, Serialize)]
pub struct ChallengeRecovery {
    /// The form.
    pub form: Form,
    /// What is wrong with the code.
    pub code_error: Option<Message>,
    /// What is wrong with the whole.
    pub error: Option<Message>,
    /// Back to the second factor.
    pub back_link: Option<String>,
    /// Back to the sign-in page, to use another account.
    pub login_link: Option<String>,
}

impl Page for ChallengeRecovery {
    const TEMPLATE: &'static str = "pages/challenge_recovery.html";

    fn title(&self) -> TextKey {
        TextKey("recovery-challenge-title")
    }

    fn failed(&self) -> bool {
        self.error.is_some() || self.code_error.is_some()
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let empty = Self {
            form: Form::sample("/challenge"),
            code_error: None,
            error: None,
            back_link: Some("/challenge".to_owned()),
            login_link: Some("/login".to_owned()),
        };
        vec![
            ("empty", empty.clone()),
            ("mismatch", Self { code_error: Some(Problem::RecoveryCodeMismatch.into()), ..empty.clone() }),
            ("missing", Self { code_error: Some(Problem::Required.into()), ..empty.clone() }),
            ("locked", Self { error: Some(Problem::Locked { seconds: 61 }.into()), ..empty.clone() }),
            ("bare", Self { back_link: None, login_link: None, ..empty }),
        ]
    }
}

/// New recovery codes, to be kept. They are shown this once.
///
/// Posts `continueButton`; the other form posts nothing and answers with a text file.
#[derive(Clone, Debug, Serialize)]
pub struct RecoveryCodes {
    /// The form with which the person goes on.
    pub form: Form,
    /// The form that answers with a text file.
    pub download: Form,
    /// The codes as they are written down.
    pub codes: Vec<String>,
    /// What is wrong with the whole.
    pub error: Option<Message>,
}

impl Page for RecoveryCodes {
    const TEMPLATE: &'static str = "pages/recovery_codes.html";

    fn title(&self) -> TextKey {
        TextKey("recovery-codes-title")
    }

    fn failed(&self) -> bool {
        self.error.is_some()
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let codes = [
            "7KQ2M-XW9RT",
            "ABCDE-23456",
            "P4HNV-8JZ3S",
            "QRSTU-VWXYZ",
            "29384-GHJKM",
            "NPQRS-TUVWX",
            "YZ234-56789",
            "WWWWW-MMMMM",
            "22222-77777",
            "K5T9B-C3D7F",
        ];
        let shown = Self {
            form: Form::sample("/recoveryCodes"),
            download: Form::sample("/recoveryCodes/download"),
            codes: codes.map(String::from).to_vec(),
            error: None,
        };
        vec![("shown", shown.clone()), ("busy", Self { error: Some(Problem::Busy.into()), ..shown })]
    }
}

/// How many recovery codes are left after one was used.
///
/// Posts `continueButton`.
#[derive(Clone, Debug, Serialize)]
pub struct RecoveryCodeUsed {
    /// The form with which the person goes on.
    pub form: Form,
    /// How many are left.
    pub left: u32,
    /// What is wrong with the whole.
    pub error: Option<Message>,
}

impl Page for RecoveryCodeUsed {
    const TEMPLATE: &'static str = "pages/recovery_code_used.html";

    fn title(&self) -> TextKey {
        TextKey("recovery-used-title")
    }

    fn failed(&self) -> bool {
        self.error.is_some()
    }

    fn samples() -> Vec<(&'static str, Self)> {
        let of = |left| Self { form: Form::sample("/recoveryCodes"), left, error: None };
        let busy = Self { error: Some(Problem::Busy.into()), ..of(9) };
        vec![("many", of(9)), ("few", of(2)), ("last", of(1)), ("none", of(0)), ("busy", busy)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_has_a_quiet_zone_and_finder_patterns() {
        let picture = QrCode::of("otpauth://totp/Demo:ada?secret=JBSWY3DPEHPK3PXP");
        assert!(picture.size >= 21 + 2 * QUIET, "{}", picture.size);
        // The first finder pattern begins in the corner with seven dark modules.
        assert!(picture.path.starts_with("M4 4h7v1h-7z"), "{}", &picture.path[..40]);
        assert!(picture.path.chars().all(|c| "Mhvz -0123456789".contains(c)));
        assert_eq!(QrCode::of(&"x".repeat(5000)).path, "");
    }
}
