//! Whose mail it is: the name, the logo and the look of pool and client.

use super::MessageRequest;
use crate::env::Env;
use crate::model::branding::Branding;
use crate::model::pool::UserPool;
use crate::render::{Brand, images};

/// The client's look over the pool's, as on the pages.
pub(super) fn of(env: &Env, pool: &UserPool, request: &MessageRequest) -> Brand {
    let lower = &pool.settings.branding;
    let at = format!("{}/branding/", env.settings.issuer(&pool.id));
    let own = request.client.as_ref().and_then(|(id, upper)| address(&format!("{at}{id}/"), upper));
    let look = match &request.client {
        Some((_, upper)) => lower.under(upper),
        None => lower.clone(),
    };
    Brand { name: pool.name.clone(), logo_url: own.or_else(|| address(&at, lower)), look }
}

/// Where the logo is served. Mail programs show no SVG, which could be stored once.
fn address(at: &str, branding: &Branding) -> Option<String> {
    let logo = branding.logo.as_ref()?;
    let extension = images::extension(logo);
    (extension != "svg").then(|| format!("{at}{}.{extension}", logo.hash()))
}
