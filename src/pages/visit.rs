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
use crate::web::caller::RequestCaller;
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
        let RequestCaller(caller) = match RequestCaller::from_request(request, payload).into_inner() {
            Ok(caller) => caller,
            Err(never) => match never {},
        };
        let query = QueryParameters::from_request(request, payload).into_inner();
        let request = request.clone();
        Box::pin(async move {
            let requested = requested.await?;
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

    /// The flow that the address names.
    pub(super) fn handle(&self) -> Option<FlowHandle> {
        self.query.get("flow").map(FlowHandle::from_text)
    }
}
