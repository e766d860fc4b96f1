//! Tokens, clients, federation, messages, signatures, and what is told of all that.

use prometheus::Registry;

use super::family::{Counter, Gauge, Timing};

/// What is counted at the protocol's doors.
pub struct ProtocolMetrics {
    /// Requests at the token endpoint by grant and outcome (`success`, or the `error`).
    pub token_requests: Counter<2>,
    /// Tokens given by kind.
    pub tokens: Counter<1>,
    /// Refresh tokens presented, by outcome.
    pub refreshes: Counter<1>,
    /// Families of tokens revoked, by why.
    pub revocations: Counter<1>,
    /// Clients that were to prove themselves, by method and outcome.
    pub client_authentications: Counter<2>,
    /// Sign-ins at other providers, by protocol and outcome.
    pub federation: Counter<2>,
    /// Requests to other providers, by protocol.
    pub federation_requests: Timing<1>,
    /// Messages by medium and outcome.
    pub messages: Counter<2>,
    pub(super) outbox_waiting: Gauge,
    pub(super) outbox_oldest: Gauge,
    /// Signatures by algorithm.
    pub signatures: Timing<1>,
    /// Lines of the audit stream by outcome.
    pub audit_stream: Counter<1>,
    /// Audit events that were counted and not written, by action.
    pub audit_left_out: Counter<1>,
}

impl ProtocolMetrics {
    pub(super) fn new() -> Self {
        Self {
            token_requests: Counter::new(
                "vestibule_token_requests_total",
                "Requests at the token endpoint by grant and outcome.",
                ["grant", "outcome"],
            )
            .beginning_at_zero(&[
                ["authorization_code", "success"],
                ["refresh_token", "success"],
                ["client_credentials", "success"],
            ]),
            tokens: Counter::new("vestibule_tokens_total", "Tokens given, by kind.", ["kind"])
                .beginning_at_zero(&[["access"], ["id"], ["refresh"]]),
            refreshes: Counter::new(
                "vestibule_refreshes_total",
                "Refresh tokens presented by a client that proved itself, by outcome.",
                ["outcome"],
            )
            .beginning_at_zero(&[["success"], ["reused"]]),
            revocations: Counter::new(
                "vestibule_revocations_total",
                "Token families revoked, by reason.",
                ["reason"],
            )
            .beginning_at_zero(&[["requested"], ["refresh_reuse"], ["code_reuse"]]),
            client_authentications: Counter::new(
                "vestibule_client_authentications_total",
                "Clients that were to prove themselves, by method and outcome.",
                ["method", "outcome"],
            ),
            federation: Counter::new(
                "vestibule_federation_sign_ins_total",
                "Sign-ins at other providers, by protocol and outcome.",
                ["protocol", "outcome"],
            )
            .beginning_at_zero(&[
                ["oidc", "success"],
                ["oidc", "failure"],
                ["saml", "success"],
                ["saml", "failure"],
            ]),
            federation_requests: Timing::new(
                "vestibule_federation_request_seconds",
                "Requests to other providers, by protocol.",
                ["protocol"],
            )
            .beginning_at_zero(&[["oidc"], ["saml"]]),
            messages: Counter::new(
                "vestibule_messages_total",
                "Attempts to send a message, by medium and outcome.",
                ["medium", "outcome"],
            )
            .beginning_at_zero(&[
                ["email", "sent"],
                ["sms", "sent"],
                ["email", "failed"],
                ["sms", "failed"],
            ]),
            outbox_waiting: Gauge::new("vestibule_outbox_waiting", "Messages that wait to be sent."),
            outbox_oldest: Gauge::new(
                "vestibule_outbox_oldest_seconds",
                "Age of the oldest message that waits to be sent.",
            ),
            signatures: Timing::new(
                "vestibule_signature_seconds",
                "Signing a token, by algorithm.",
                ["algorithm"],
            )
            .beginning_at_zero(&[["RS256"], ["ES256"], ["EdDSA"]]),
            audit_stream: Counter::new(
                "vestibule_audit_stream_events_total",
                "Audit events for the stream, by outcome.",
                ["outcome"],
            )
            .beginning_at_zero(&[["written"], ["failed"]]),
            audit_left_out: Counter::new(
                "vestibule_audit_left_out_total",
                "Events of anonymous callers beyond the limit: counted here, not kept as rows.",
                ["action"],
            ),
        }
    }

    pub(super) fn register(&self, registry: &Registry) {
        self.token_requests.register(registry);
        self.tokens.register(registry);
        self.refreshes.register(registry);
        self.revocations.register(registry);
        self.client_authentications.register(registry);
        self.federation.register(registry);
        self.federation_requests.register(registry);
        self.messages.register(registry);
        self.outbox_waiting.register(registry);
        self.outbox_oldest.register(registry);
        self.signatures.register(registry);
        self.audit_stream.register(registry);
        self.audit_left_out.register(registry);
    }
}
