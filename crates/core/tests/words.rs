//! The rules of the Danish word list beyond what the keys need of it: words a tired person can type, tell apart and
//! bear to read. How the words were chosen is in `workbook/words-da.md`; not here: how words become keys.

const LIST: &str = include_str!("../../../workbook/words-da.txt");

/// Stems that no word may hold anywhere: violence, death, illness, medicine, drugs, drink, police, means and places
/// of harm.
const NOWHERE: &str = "
    alkohol angst astma begrav benzin betjent bombe cancer cognac daemon dealer depress diagnose djaevel doktor dolk
    drab drukn dynamit epilep fange feber fixer gevaer granat gravsten hekse helved heroin hospital hypnose idiot
    injek jernbane kanyle kirke kirurg klinge klippe knallert kniv kokain kriger krigs kulilte ligkist lynch
    maskingev medicin morder mordet narko nazi neger nerve overdosis paranoi patron perron pistol politi porno
    promille psyk religi revolver saks selvmord sheriff skizo skyde slagte spion spirit sprit strangul sygdom
    sygehus tablet terror tobak tortur traume trussel tvang vanvid vodka voldelig whisky
";

/// Words that are harmless as part of another one but not by themselves, or that mean something else to some readers.
const NOT_ALONE: &str = "
    afsked alene altan arrest bange bede bider bitter blod bolle brand bror chip cider dille drikke dumme engel
    falde fattig fjende flaske flyve gift grav gravid grim hade hamp hash helium himmel hoppe hvidvin isolere jage
    joint kabel kanon kiste klatre knald knytte kode krig kvalme levnet magt malt mission monster motor normal offer
    orkan pille pirke portvin pulver radar reb rotte rus savne sele seler signal silo skud skyld slag slange slips
    smerte snaps snor sorg spejl springe spyd straf stress sult sump syg synd syre system taber tinde tjener
    tragedie trist tudse tvivl tyv tyve umulig urne usynlig vold vred vrede
";

fn words() -> Vec<&'static str> {
    LIST.lines().collect()
}

#[test]
fn every_word_has_four_to_eight_plain_letters_that_are_on_any_keyboard() {
    for word in words() {
        assert!((4..=8).contains(&word.len()), "{word} must be short enough to copy and long enough to tell apart");
        assert!(word.bytes().all(|letter| letter.is_ascii_lowercase()), "{word} must need no Danish keyboard");
    }
}

#[test]
fn the_list_is_in_order_of_bytes_and_ends_with_a_line_end() {
    let words = words();
    assert_eq!(words.len(), 2048, "a word stands for eleven bits");
    assert!(words.is_sorted(), "a change to the list is then seen at once");
    assert!(LIST.ends_with('\n') && !LIST.contains('\r'), "the list is the same bytes everywhere");
}

#[test]
fn no_two_words_differ_by_one_letter_or_by_two_that_changed_places() {
    let words = words();
    for (at, one) in words.iter().enumerate() {
        for other in &words[at + 1..] {
            assert!(!alike(one, other), "{one} and {other} are easily taken for each other");
        }
    }
}

/// One letter more, less or other, or two neighbours that changed places.
fn alike(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let same = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[same..], &other[same..]);
    let same = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    match (&one[..one.len() - same], &other[..other.len() - same]) {
        ([], [_]) | ([_], [] | [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

#[test]
fn what_looks_alike_is_found() {
    for (one, other) in [("kande", "pande"), ("lejr", "lejre"), ("lejre", "lejr"), ("blues", "bluse"), ("hale", "hals")]
    {
        assert!(alike(one, other), "{one} and {other}");
    }
    for (one, other) in [("gulerod", "havre"), ("kande", "kande"), ("malke", "alken"), ("kande", "pandel")] {
        assert!(!alike(one, other), "{one} and {other}");
    }
}

#[test]
fn no_word_hurts_frightens_or_names_a_means() {
    for word in words() {
        for stem in NOWHERE.split_whitespace() {
            assert!(!word.contains(stem), "{word} holds {stem}");
        }
        assert!(
            !NOT_ALONE.split_whitespace().any(|other| other == word),
            "{word} is on the list of words we do not give anyone"
        );
    }
}

#[test]
fn no_word_is_another_word_with_an_ending() {
    let all = words();
    for word in &all {
        for ending in ["e", "n", "r", "s", "t", "en", "er", "et", "ene", "erne", "ede", "te"] {
            let longer = format!("{word}{ending}");
            assert!(!all.contains(&longer.as_str()), "{word} and {longer} are one word to the reader");
        }
    }
}
