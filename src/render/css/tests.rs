use super::*;

fn standard(source: &str) -> Result<Sheet, Refusal> {
    parse(source, Rules::Standard)
}

#[test]
fn a_sheet_is_written_anew_from_what_was_understood() {
    let sheet = standard(
        "/* </style> url( */ .card , .page>.card:HOVER { Color : RED; padding:0 1rem\n; background: linear-gradient( 45deg , #FFF 0%, rgba(0,0,0,.5) ) ; }\n\
         @media (min-width:40em) and (prefers-color-scheme: DARK) { .label { font-family: 'Open Sans', Georgia, var(--font) } }",
    )
    .expect("a sheet");
    assert_eq!(
        sheet.text(),
        ".card,.page>.card:hover{color:#ff0000;padding:0 1rem;background:linear-gradient(45deg,#ffffff 0%,rgba(0, 0, 0, 0.5));}\
         @media (min-width:40em) and (prefers-color-scheme:dark){.label{font-family:\"Open Sans\",Georgia,var(--font);}}"
    );
    assert_eq!(standard(&sheet.text()).expect("the same").text(), sheet.text());
}

#[test]
fn a_sheet_follows_the_scheme_of_its_page() {
    let sheet = standard(
        "@media (prefers-color-scheme: dark) {.label{color:#fff}} @media (prefers-color-scheme: light) and (max-width: 30rem) {.label{color:#000}}",
    )
    .expect("a sheet");
    assert_eq!(sheet.published(ColorScheme::Dark), "html .label{color:#ffffff;}");
    assert_eq!(sheet.published(ColorScheme::Light), "@media (max-width:30rem){html .label{color:#000000;}}");
    assert!(sheet.published(ColorScheme::Auto).starts_with("@media (prefers-color-scheme:dark){html .label"));
}

#[test]
fn what_could_load_hide_or_move_is_refused_with_its_line() {
    for (css, line, why) in [
        (".card{background:url(x)}", 1, "url("),
        (".card{background:URL('x')}", 1, "url("),
        ("\n.card{background:\\75rl(x)}", 2, "backslash"),
        ("@import 'x';", 1, "@import"),
        ("\n\n@\\69mport 'x';", 3, "backslash"),
        ("@font-face{font-family:x}", 1, "@font-face"),
        ("@supports (display:grid){.card{color:red}}", 1, "@supports"),
        (".card{width:expression(alert(1))}", 1, "program"),
        (".card{background:image-set('x' 1x)}", 1, "load nothing"),
        (".card{behavior:x}", 1, "program"),
        (".label{position:absolute}", 1, "could move"),
        (".label{opacity:0}", 1, "could hide"),
        (".label{display:none}", 1, "display"),
        (".lead{display:none}", 1, "takes one of block, inline"),
        (".field-error{visibility:hidden}", 1, "could hide"),
        (".place{font-size:0}", 1, "takes 11"),
        (".place{font-size:1px}", 1, "takes 11"),
        (".place{transform:scale(0)}", 1, "could move"),
        (".place{clip-path:inset(50%)}", 1, "could hide"),
        (".place{content:'x'}", 1, "could hide or replace"),
        (".place{color:transparent}", 1, "nothing is seen"),
        (".place{color:rgba(0,0,0,0)}", 1, "nothing is seen"),
        (".place{color:#0000}", 1, "nothing is seen"),
        (".place{text-indent:-999px}", 1, "could hide"),
        (".place{margin:-999px}", 1, "hide or move"),
        (".place{margin-left:99999px}", 1, "hide or move"),
        (".card{padding-top:400vh}", 1, "hide or move"),
        (".alert{max-height:0}", 1, "not permitted for"),
        (".alert{height:1px}", 1, "hide or move"),
        (".alert{width:1px}", 1, "hide or move"),
        (".alert{box-shadow:inset 0 0 0 40px #000}", 1, "cover"),
        (".field,.card-header{color:#fff}", 1, "color is not permitted"),
        (".button{color:#fff}", 1, "color is not permitted"),
        (".label{font-size:1ch}", 1, "takes no lengths"),
        (".page-footer{font-size:4em}", 1, "takes no lengths"),
        (".page-footer{padding-top:12.5em}", 1, "hide or move"),
        (".input{box-shadow:0 0 0 80rem #fff}", 1, "in px"),
        (".input{box-shadow:0 0 0 9px #fff}", 1, "cover"),
        (".card{box-shadow:0 30px 0 0 #fff}", 1, "cover"),
        (".side{width:100%}", 1, "not permitted for"),
        (".side{max-width:100%}", 1, "not permitted for"),
        (".side{outline:2px solid red}", 1, "not permitted for"),
        (".side{box-shadow:0 0 4px red}", 1, "not permitted for"),
        (".input{outline:20px solid #fff}", 1, "hide or move"),
        (".input{outline-offset:5px}", 1, "hide or move"),
        (".label{line-height:0}", 1, "1 to 3"),
        (".label{letter-spacing:-2em}", 1, "hide or move"),
        (".input:focus{outline:none}", 1, "must be seen"),
        (".input{outline:0 solid red}", 1, "must be seen"),
        (".input:focus{outline:2px solid transparent}", 1, "must be seen"),
        (".label{--text:red}", 1, "belongs to the tokens"),
        (".label{color:var(--nothing)}", 1, "no token"),
        (".label{color:var(--shadow)}", 1, "no token"),
        (".label{color:red !important}", 1, "!important"),
        ("input[value^=a]{color:red}", 1, "attributes"),
        (".input[value]{color:red}", 1, "attributes"),
        ("input{color:red}", 1, "element"),
        ("#code{color:red}", 1, "id"),
        ("*{color:red}", 1, "everything"),
        (".label::after{color:red}", 1, "pseudo"),
        (".label:nth-child(1){color:red}", 1, "takes no"),
        (".label:has(.input){color:red}", 1, "takes no"),
        (".visually-hidden{color:red}", 1, "no class .visually-hidden"),
        (".lable{color:red}", 1, "did you mean label?"),
        ("<!-- .label{color:red} -->", 1, "no place"),
        (".label{color:red}}", 1, "not opened"),
        ("</style><script>", 1, "no block"),
        (".label{color:red;;position:fixed}", 1, "could move"),
        (".label color:red", 1, "no block"),
        ("@media (min-width:1px){@media (max-width:2px){.label{color:red}}}", 1, "inside of @media"),
        ("@media print{.label{color:red}}", 1, "@media takes"),
        ("@media (device-width:1px){.label{color:red}}", 1, "@media takes"),
        (".label{font-family:\"a;}b\"}", 1, "installed families"),
        (".label{font-family:'x\n}", 1, "does not end"),
        (".label{padding:1e30px}", 1, "too large"),
        (".label{width:calc(100% - 9999px)}", 1, "takes a length"),
        (".label{color:red}\n.label\u{0}{color:red}", 2, "control"),
        (".card{background:linear-gradient(url(x),red)}", 1, "url("),
        (".card{filter:blur(9px)}", 1, "could hide"),
        (".card{a{b{c{d{e{f{g{h{}}}}}}}}}", 1, "deep"),
    ] {
        let refusal = standard(css).err().unwrap_or_else(|| panic!("{css} was taken"));
        assert!(refusal.reason.contains(why), "{css}: {refusal}");
        assert_eq!(refusal.line, line, "{css}: {refusal}");
    }
    let long = format!("/*{}*/", "x".repeat(10 * 1024 * 1024));
    assert!(standard(&long).expect_err("ten megabytes").reason.contains("64 KB"));
}

fn legible(css: &str) -> Result<(), Refusal> {
    legible_with(css, |_| ())
}

fn legible_with(css: &str, change: impl Fn(&mut crate::model::branding::Layout)) -> Result<(), Refusal> {
    let library = crate::render::theme::Library::built_in().expect("the themes");
    let mut theme = library.theme(None).as_ref().clone();
    change(&mut theme.layout);
    standard(css)?.check_legible(&theme)
}

#[test]
fn what_nobody_could_read_is_refused_in_every_state_and_width() {
    for css in [
        // A rule that seldom applies does not take the place of the one that does.
        ".page{background:#565c6d}.place:active,.bar:active{color:#fff}",
        ".page{background:#565c6d}@media (min-width:9999px){.place{color:#fff}}",
        ".page{background:#565c6d}.logo .place{color:#fff}",
        // Below 30 rem the card is see-through.
        ".page{background:#14161d}.place,.bar,.bar-name,.nav-link{color:#fff}",
        // Not drawn.
        ".page,.card{background-image:linear-gradient(#000,#000);background-size:0 0}.label{color:#fff}",
        ".card{background:linear-gradient(#000,#000)}.card,.label{color:#fff}",
        // Boxes that a text stands in.
        ".field{background:#14161d}",
        ".card-header{background:#14161d}",
        ".alert{background:#b3261e}",
        ".button{background:#fff}",
        // Texts without a class of the contract.
        ".entry{background:#565c6d;color:#fff}.entry-title,.entry-detail{color:#fff}",
        ".lead{background:var(--link);color:var(--surface)}",
        ".check-label{background:var(--link);color:var(--surface)}",
        ".aside{background:var(--link);color:var(--surface)}",
        ".input:focus{outline:2px solid #fff}",
        ".input{outline-color:#fefefe}",
    ] {
        let refusal = legible(css).err().unwrap_or_else(|| panic!("{css} was taken"));
        assert!(refusal.reason.contains("nobody could read"), "{css}: {refusal}");
    }
    for css in [
        ".button-primary{color:#fff;background-color:#337ab7}.button-primary:hover{color:#fff;background-color:#286090}",
        ".method:hover{color:#fff;background-color:#31b0d5}",
        ".place{color:#333}",
        ".card{background-color:#fafafa}",
        ".input:focus{outline:2px solid #123456}",
    ] {
        let css = format!("@media (prefers-color-scheme:light){{{css}}}");
        legible(&css).unwrap_or_else(|refusal| panic!("{css}: {refusal}"));
    }
}

#[test]
fn texts_that_no_sheet_can_name_are_measured_with_what_they_stand_on() {
    use super::classes::{CLASSES, HIDDEN};
    let named = CLASSES.iter().filter(|class| class.also.is_none() && class.front.is_some());
    let rules: String =
        named.map(|class| format!(".{}{{color:#fff;background-color:#14161d}}", class.name)).collect();
    let css = format!("@media (prefers-color-scheme:light){{{rules}}}");
    let library = crate::render::theme::Library::built_in().expect("the themes");
    let faint = standard(&css).expect("it is sound").faint(&library.theme(None), 4.5).expect("it ends");
    for class in HIDDEN {
        assert!(faint.iter().any(|faint| faint.class == class.name), "{}: {faint:?}", class.name);
    }
}

#[test]
fn a_card_that_is_everywhere_or_on_a_picture_is_measured_as_it_is_shown() {
    use crate::model::branding::{Background, Placement};
    let css = "@media (prefers-color-scheme:light){.card{background:#16181e;color:#fff}.place{color:#333}}";
    let full = legible_with(css, |layout| layout.placement = Some(Placement::Full));
    full.expect_err("the card's background is taken away");
    let css = ".page{background:#000}.place{color:#fff}";
    legible_with(css, |layout| layout.background = Some(Background::Image))
        .expect_err("white on the surface");
}

/// Three classes with gradients of many stops through which the others are seen: each would multiply the next.
#[test]
fn the_measure_ends() {
    let stops = |count: usize, seed: usize| {
        let stops: Vec<String> = (0..count)
            .map(|at| format!("rgba({},{},{},0.5)", (at * 7 + seed) % 256, at % 256, seed))
            .collect();
        format!("background-image:linear-gradient({})", stops.join(","))
    };
    let many = |count| {
        format!(".page{{{}}}.card{{{}}}.choice{{{}}}", stops(count, 1), stops(count, 2), stops(count, 3))
    };
    assert!(legible(&many(300)).expect_err("300 stops").reason.contains("at most 16 stops"));
    assert!(
        legible(&many(16)).expect_err("too many together").reason.contains("colours could come together")
    );
    let layers = ["linear-gradient(rgba(1,2,3,0.1),rgba(3,2,1,0.1))"; 12].join(",");
    let same = format!(".page,.card,.choice{{background-image:{layers}}}").repeat(100);
    legible(&same).expect("the same colours over and over");
}

/// The example of Cognito's own documentation.
const COGNITO_EXAMPLE: &str = "
.logo-customizable { max-width: 60%; max-height: 30%; }
.banner-customizable { padding: 25px 0px 25px 0px; background-color: lightgray; }
.label-customizable { font-weight: 400; }
.textDescription-customizable { padding-top: 10px; padding-bottom: 10px; display: block; font-size: 16px; }
.idpDescription-customizable { padding-top: 10px; padding-bottom: 10px; display: block; font-size: 16px; }
.legalText-customizable { color: #747474; font-size: 11px; }
.submitButton-customizable { font-size: 14px; font-weight: bold; margin: 20px 0px 10px 0px; height: 40px; width: 100%; color: #fff; background-color: #337ab7; }
.submitButton-customizable:hover { color: #fff; background-color: #286090; }
.errorMessage-customizable { padding: 5px; font-size: 14px; width: 100%; background: #F5F5F5; border: 2px solid #D64958; color: #D64958; }
.inputField-customizable { width: 100%; height: 34px; color: #555; background-color: #fff; border: 1px solid #ccc; }
.inputField-customizable:focus { border-color: #66afe9; outline: 0; }
.idpButton-customizable { height: 40px; width: 100%; text-align: center; margin-bottom: 15px; color: #fff; background-color: #5bc0de; border-color: #46b8da; }
.idpButton-customizable:hover { color: #fff; background-color: #31b0d5; }
.socialButton-customizable { border-radius: 2px; height: 40px; margin-bottom: 15px; padding: 1px; text-align: left; width: 100%; }
.redirect-customizable { text-align: center; }
.passwordCheck-notValid-customizable { color: #DF3312; }
.passwordCheck-valid-customizable { color: #19BF00; }
.background-customizable { background-color: #fff; }
";

#[test]
fn cognitos_own_example_is_taken_and_keeps_the_focus_ring() {
    let sheet = parse(COGNITO_EXAMPLE, Rules::Cognito).expect("Cognito's example");
    assert_eq!(sheet, standard(COGNITO_EXAMPLE).expect("by our rules as well"));
    assert!(!sheet.text().contains("outline"));
    assert!(sheet.text().contains(".banner-customizable{padding:25px 0 25px 0;background-color:#d3d3d3;}"));
    for (css, why) in [
        (".card{color:red}", "no class .card"),
        (".label-customizable{padding:1px}", "do not take padding"),
        (".label-customizable .legalText-customizable{color:red}", "single classes"),
        ("@media (min-width:1px){.label-customizable{color:red}}", "@media"),
    ] {
        assert!(parse(css, Rules::Cognito).expect_err(css).reason.contains(why), "{css}");
    }
    let long = COGNITO_EXAMPLE.repeat(3);
    assert!(parse(&long, Rules::Cognito).expect_err("too long").reason.contains("3 KB"));
    standard(&long).expect("our limit is another");
}

/// Sheets put together at random from good and bad pieces: what is taken is stable and holds nothing dangerous.
#[test]
fn whatever_is_taken_is_understood_to_itself_and_harmless() {
    const PIECES: [&str; 52] = [
        ".card",
        ".label",
        ".inputField-customizable",
        ":hover",
        ">",
        " ",
        ",",
        "{",
        "}",
        ";",
        ":",
        "color",
        "red",
        "#fff",
        "#12345678",
        "background",
        "linear-gradient(",
        "radial-gradient(circle at center,",
        ")",
        "(",
        "0",
        "1px",
        "50%",
        "2rem",
        "-1px",
        "1e9px",
        "url(",
        "url(x)",
        "@import",
        "@media",
        "(min-width:",
        "prefers-color-scheme",
        "dark",
        "and",
        "\\",
        "<",
        "</style>",
        "<!--",
        "/*",
        "*/",
        "'",
        "\"",
        "font-family",
        "Georgia",
        "var(--text)",
        "var(",
        "!important",
        "border",
        "solid",
        "\n",
        "padding",
        "rgba(1,2,3,0.5)",
    ];
    const VALUES: [&str; 34] = [
        "red",
        "#abc",
        "#11223344",
        "rgb(1 2 3 / 40%)",
        "hsl(10, 20%, 30%)",
        "var(--accent)",
        "0",
        "1px",
        "33.3%",
        "0.07em",
        "12pt",
        "2.75rem",
        "auto",
        "none",
        "solid",
        "bold",
        "700",
        "1.35",
        "center",
        "left",
        "cover",
        "inset",
        "uppercase",
        "Georgia",
        "'Noto Sans'",
        "linear-gradient(12.5deg, #123 7%, var(--glow) 60%)",
        "radial-gradient(circle at 10% 20%, red, blue 3rem)",
        "conic-gradient(from 0.25turn, red, transparent)",
        "-1px",
        "url(x)",
        "calc(1px)",
        "italic",
        "underline",
        "block",
    ];
    // The constants of Knuth's MMIX generator.
    let mut seed: u64 = 20_261_121;
    let mut next = move |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % below
    };
    let good =
        [".card{color:red;}", ".label{padding:1px 2px}", "@media (min-width:10px){.title{font-size:20px}}"];
    let mut taken = 0;
    for _ in 0..60_000 {
        let mut css = String::new();
        for _ in 0..next(14) {
            if next(3) == 0 {
                css.push_str(good[next(good.len())]);
            } else {
                css.push_str(PIECES[next(PIECES.len())]);
            }
        }
        // Good rules with a few characters changed.
        if next(2) == 0 {
            css = format!(".card{{background:linear-gradient(45deg,red,#fff 20%);border:1px solid {css}}}");
        }
        // A property with a value of pieces.
        if next(3) == 0 {
            let property = properties::PROPERTIES[next(properties::PROPERTIES.len())].name;
            let value: Vec<&str> = (0..=next(4)).map(|_| VALUES[next(VALUES.len())]).collect();
            css = format!(".card{{{property}:{}}}", value.join(if next(3) == 0 { "," } else { " " }));
        }
        let Ok(sheet) = standard(&css) else { continue };
        taken += 1;
        let text = sheet.text();
        assert_eq!(
            standard(&text).unwrap_or_else(|refusal| panic!("{css:?} → {text:?}: {refusal}")).text(),
            text
        );
        for scheme in [ColorScheme::Auto, ColorScheme::Light, ColorScheme::Dark] {
            let published = sheet.published(scheme).to_ascii_lowercase();
            for bad in ["<", "url(", "@import", "\\", "expression", "/*"] {
                assert!(!published.contains(bad), "{css:?} → {published:?}");
            }
            assert_eq!(published.matches('{').count(), published.matches('}').count(), "{css:?}");
        }
    }
    assert!(taken > 1000, "only {taken} of them were taken");
}
