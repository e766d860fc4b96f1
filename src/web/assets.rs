//! Static files, and the few addresses that every web server is asked for.

use actix_web::http::header::{CACHE_CONTROL, ETAG, IF_NONE_MATCH};
use actix_web::{HttpRequest, HttpResponse, web};

use super::get_or_head;
use crate::render::assets::{self, Asset};

/// Mounts `/assets/…`, `/favicon.ico` and `/robots.txt`; only at the root, never below a pool.
pub fn routes(config: &mut web::ServiceConfig) {
    config
        .service(web::resource("/assets/{path:.+}").route(get_or_head().to(asset)))
        .service(web::resource("/favicon.ico").route(get_or_head().to(favicon)))
        .service(web::resource("/robots.txt").route(get_or_head().to(robots)));
}

async fn asset(request: HttpRequest, path: web::Path<String>) -> HttpResponse {
    assets::asset(&path).map_or_else(|| HttpResponse::NotFound().finish(), |found| serve(&request, found))
}

async fn favicon(request: HttpRequest) -> HttpResponse {
    let address = assets::url("img/favicon.svg");
    let found = address.as_deref().and_then(|address| assets::asset(address.strip_prefix(assets::PREFIX)?));
    match found {
        Some(found) => serve(&request, Asset { immutable: false, ..found }),
        None => HttpResponse::NotFound().finish(),
    }
}

/// Sign-in pages in a search result would only help those who imitate them.
async fn robots() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("User-agent: *\nDisallow: /\n")
}

fn serve(request: &HttpRequest, asset: Asset) -> HttpResponse {
    let caching =
        if asset.immutable { "public, max-age=31536000, immutable" } else { "public, max-age=3600" };
    let known = request.headers().get_all(IF_NONE_MATCH).filter_map(|value| value.to_str().ok());
    let is_known = known.flat_map(|value| value.split(',')).any(|tag| {
        let tag = tag.trim();
        tag == "*" || tag.trim_start_matches("W/") == asset.etag
    });
    let mut response = if is_known { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    response.insert_header((CACHE_CONTROL, caching)).insert_header((ETAG, asset.etag));
    if is_known {
        return response.finish();
    }
    response.content_type(asset.content_type).body(asset.bytes.into_owned())
}
