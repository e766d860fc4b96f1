//! One request to a page: the facts that every page needs.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest};

use crate::authn::FlowHandle;
use crate::env::Env;
use crate::model::caller::Caller;
use crate::model::pool::UserPool;
use crate::model::user::User;
use crate::web::caller::{LanguageBackground, RequestCaller, language_with};
use crate::web::edge;
use crate::web::form::{Parameters, QueryParameters};
use crate::web::pool_host::RequestedPool;
use crate::web::{self, WebError};

/// A request to a page of a pool.
pub(super) struct Visit {
    pub(super) request: HttpRequest,
    pub(super) env: Data<Env>,
    pub(super) requested: RequestedPool,
    pub(super) caller: Caller,
    pub(super) query: Parameters,
}

impl FromRequest for Visit {
    type Error = WebError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, WebError>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let requested = RequestedPool::from_request(request, payload);
        let query = QueryParameters::from_request(request, payload).into_inner();
        let request = request.clone();
        Box::pin(async move {
            let requested = requested.await?;
            // After the pool, whose languages count.
            let RequestCaller(caller) = RequestCaller::of(&request);
            let QueryParameters(query) = query?;
            Ok(Self { env: edge::env(&request), request, requested, caller, query })
        })
    }
}

impl Visit {
    pub(super) fn pool(&self) -> &UserPool {
        &self.requested.pool
    }

    /// A link to a page of this pool, relative to the server.
    pub(super) fn link(&self, path: &str, query: &[(&str, &str)]) -> String {
        web::link(&format!("{}{path}", self.requested.base), query)
    }

    /// The language of a page for somebody who is signed in.
    pub(super) fn language_of(&self, user: &User) -> String {
        let background = LanguageBackground { asked: None, profile: user.language() };
        language_with(&self.request, background).tag
    }

    /// The flow that the address names.
    pub(super) fn handle(&self) -> Option<FlowHandle> {
        self.query.get("flow").map(FlowHandle::from_text)
    }
}
