//! placeholder replaced on merge
