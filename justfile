# Everything a change must pass. `just` alone lists the recipes.

default:
    @just --list

# fmt, lints, tests on SQLite, docs, dependencies
check: fmt lint test doc deny

fmt:
    cargo fmt --check

lint:
    cargo clippy --all-targets -- -D warnings

test *filter:
    cargo test {{filter}}

doc:
    RUSTDOCFLAGS="-D warnings" cargo doc --no-deps

deny:
    cargo deny check

# the development server with an empty database
fresh:
    cargo run -- dev --ephemeral

# what the build machine runs: with PostgreSQL, the browser and the client libraries
ci:
    bash .ci/run

# the benchmark of docs/performance.md: needs wrk and taskset (Debian packages wrk, util-linux), and a machine without other work
bench *parts:
    cargo bench --bench performance -- {{parts}}

# every page in every theme, light and dark, phone and desktop, on one sheet; needs the packages of tests/clients and a Chromium
contact-sheet folder="target/contact-sheet" *arguments:
    cargo build
    node tests/clients/contact_sheet.js {{folder}} {{arguments}}

# every page in every state, theme, mode, width and three languages against the rules of WCAG; about half an hour. With --sample: two minutes
accessibility *arguments:
    cargo build
    node tests/clients/accessibility.js {{arguments}}
