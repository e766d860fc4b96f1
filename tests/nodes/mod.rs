//! Several nodes on one database behave as one.
