//! A pool's and a client's look on its way to the page: levels put together, pictures at addresses of their own.

use actix_web::http::header::{CACHE_CONTROL, ETAG, IF_NONE_MATCH};
use actix_web::web::{self, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse};

use super::edge;
use super::pool_host::RequestedPool;
use super::{WebError, get_or_head};
use crate::directory::clients;
use crate::model::branding::{Branding, ColorScheme, SharedText};
use crate::model::ids::ClientId;
use crate::model::pool::PoolSettings;
use crate::render::contexts::ErrorKind;
use crate::render::{Frame, Pictures, images};

/// Mounts `/branding/{hash}.png` and `/branding/{client}/{hash}.png`, at the root and below each pool.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(web::resource("/branding/{file}").route(get_or_head().to(of_pool)))
        .service(web::resource("/branding/{client}/{file}").route(get_or_head().to(of_client)));
}

/// Gives a page the look of its pool.
pub(super) fn dress(frame: &mut Frame, settings: &PoolSettings) {
    let branding = &settings.branding;
    if branding.is_plain() {
        return;
    }
    let at = format!("{}/branding/", frame.base);
    frame.pictures = addresses(&at, branding, &Pictures::default());
    frame.branding = Some(with_scheme(branding.clone(), settings.compatibility.cognito));
}

/// Lays a client's look over that of its pool.
pub(super) fn lay_over(frame: &mut Frame, client: &ClientId, upper: &Branding, cognito: bool) {
    let at = format!("{}/branding/{client}/", frame.base);
    frame.pictures = addresses(&at, upper, &frame.pictures);
    let lower = frame.branding.take().unwrap_or_default();
    frame.branding = Some(with_scheme(lower.under(upper), cognito));
}

/// Cognito's classic pages are light; a sheet made for them must not meet dark colours.
fn with_scheme(mut branding: Branding, cognito: bool) -> Branding {
    if cognito && branding.css.is_some() && branding.layout.scheme.is_none() {
        branding.layout.scheme = Some(ColorScheme::Light);
    }
    branding
}

fn addresses(at: &str, branding: &Branding, lower: &Pictures) -> Pictures {
    let address = |picture: &Option<SharedText>, lower: &Option<String>| match picture {
        Some(picture) => Some(format!("{at}{}.{}", picture.hash(), images::extension(picture))),
        None => lower.clone(),
    };
    Pictures {
        logo: address(&branding.logo, &lower.logo),
        favicon: address(&branding.favicon, &lower.favicon),
        background: address(&branding.background_image, &lower.background),
    }
}

async fn of_pool(request: HttpRequest, pool: RequestedPool) -> Result<HttpResponse, WebError> {
    serve(&request, &pool.pool.settings.branding)
}

async fn of_client(request: HttpRequest, pool: RequestedPool) -> Result<HttpResponse, WebError> {
    let not_found = || WebError::not_found(ErrorKind::NotFound);
    let client = request.match_info().get("client").unwrap_or_default();
    let id = ClientId::parse(client).map_err(|_| not_found())?;
    let env = edge::env(&request);
    let client = clients::serving(&env, &pool.pool, &id).await?.ok_or_else(not_found)?;
    serve(&request, &client.settings.branding)
}

/// The picture of this name. The name is the digest of what it has been made of, so it may be kept for ever.
fn serve(request: &HttpRequest, branding: &Branding) -> Result<HttpResponse, WebError> {
    // By name: below a pool's path the pool is a parameter as well.
    let file = request.match_info().get("file").unwrap_or_default();
    let not_found = || WebError::not_found(ErrorKind::NotFound);
    let (hash, _) = file.split_once('.').ok_or_else(not_found)?;
    let mut pictures = branding.pictures();
    let (_, picture) = pictures.find(|(_, picture)| picture.hash() == hash).ok_or_else(not_found)?;
    let etag = format!("\"{hash}\"");
    let known = request.headers().get_all(IF_NONE_MATCH).filter_map(|value| value.to_str().ok());
    let is_known =
        known.flat_map(|value| value.split(',')).any(|tag| tag.trim().trim_start_matches("W/") == etag);
    let mut response = if is_known { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    response
        .insert_header((CACHE_CONTROL, "public, max-age=31536000, immutable"))
        .insert_header((ETAG, etag));
    if is_known {
        return Ok(response.finish());
    }
    let (kind, bytes) = images::content(picture).ok_or_else(not_found)?;
    Ok(response.content_type(kind).body(bytes))
}
