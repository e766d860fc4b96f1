//! The development server's own tools.

mod alone;
mod planting;
mod providers;
mod saml_provider;
mod stand_in;
