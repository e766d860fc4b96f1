//! The account pages: what whoever is signed in may see and change of their own account.

pub(super) mod providers;
