//! Words for what was done, from the names kept in `revision.what`. A name is never reused and never changes its meaning.
//! Not here: the texts themselves (`locales/*/history.ftl`).

use super::erase::Erasure;
use crate::store::Words as _;
use crate::store::revision::Act;
use holdepunkt_i18n::Texts;

/// The words for a step, e.g. *linje skrevet*.
#[must_use]
pub fn what(texts: &Texts, name: &str) -> String {
    match name {
        "add-line" => texts.step_add_line(),
        "write-line" => texts.step_write_line(),
        "write-because" => texts.step_write_because(),
        "paste-lines" => texts.step_paste_lines(),
        "move-line" => texts.step_move_line(),
        "mark-line" => texts.step_mark_line(),
        "unmark-line" => texts.step_unmark_line(),
        "choose-line" => texts.step_choose_line(),
        "remove-line" => texts.step_remove_line(),
        "restore-line" => texts.step_restore_line(),
        "add-link" => texts.step_add_link(),
        "remove-link" => texts.step_remove_link(),
        "add-person" => texts.step_add_person(),
        "write-person" => texts.step_write_person(),
        "move-person" => texts.step_move_person(),
        "remove-person" => texts.step_remove_person(),
        "add-chapter" => texts.step_add_chapter(),
        "rename-chapter" => texts.step_rename_chapter(),
        "hide-chapter" => texts.step_hide_chapter(),
        "show-chapter" => texts.step_show_chapter(),
        "move-chapter" => texts.step_move_chapter(),
        "remove-chapter" => texts.step_remove_chapter(),
        "add-section" => texts.step_add_section(),
        "rename-section" => texts.step_rename_section(),
        "hide-section" => texts.step_hide_section(),
        "show-section" => texts.step_show_section(),
        "move-section" => texts.step_move_section(),
        "remove-section" => texts.step_remove_section(),
        "add-picture" => texts.step_add_picture(),
        "add-sound" => texts.step_add_sound(),
        "describe-picture" => texts.step_describe_picture(),
        "remove-picture" => texts.step_remove_picture(),
        "add-paper" => texts.step_add_paper(),
        "put-paper-away" => texts.step_put_paper_away(),
        "take-paper-out" => texts.step_take_paper_out(),
        "remove-paper" => texts.step_remove_paper(),
        "add-people" => texts.step_add_people(),
        "take-from-trash" => texts.step_take_from_trash(),
        "join-visit" => texts.step_join_visit(),
        "name-guest" => texts.step_name_guest(),
        "start-visit" => texts.step_start_visit(),
        "open-chapters" => texts.step_open_chapters(),
        "write-visit" => texts.step_write_visit(),
        "end-visit" => texts.step_end_visit(),
        "propose" => texts.step_propose(),
        "withdraw-proposal" => texts.step_withdraw_proposal(),
        "accept-proposal" => texts.step_accept_proposal(),
        "accept-proposals" => texts.step_accept_proposals(),
        "answer-proposal" => texts.step_answer_proposal(),
        "write-agreement" => texts.step_write_agreement(),
        "remove-agreement" => texts.step_remove_agreement(),
        "answer-visit" => texts.step_answer_visit(),
        "import-book" => texts.step_import_book(),
        "import-lines" => texts.step_import_lines(),
        "salvage-rows" => texts.step_salvage_rows(),
        "hand-over" => texts.step_hand_over(),
        "take-answer" => texts.step_take_answer(),
        "close-handover" => texts.step_close_handover(),
        "open-handover" => texts.step_open_handover(),
        "keep-cowriter" => texts.step_keep_cowriter(),
        "drop-cowriter" => texts.step_drop_cowriter(),
        "restore-book" => texts.step_restore_book(),
        "name-me" => texts.step_name_me(),
        "add-help-line" => texts.step_add_help_line(),
        "write-help-line" => texts.step_write_help_line(),
        "hide-help-line" => texts.step_hide_help_line(),
        "show-help-line" => texts.step_show_help_line(),
        "remove-help-line" => texts.step_remove_help_line(),
        "order-help-lines" => texts.step_order_help_lines(),
        "aim-line" => texts.step_aim_line(),
        "take-aim" => texts.step_take_aim(),
        "set-review" => texts.step_set_review(),
        "answer-review" => texts.step_answer_review(),
        "try-number" => texts.step_try_number(),
        "add-reader" => texts.step_add_reader(),
        "rename-reader" => texts.step_rename_reader(),
        "arrange-reader" => texts.step_arrange_reader(),
        "tick-for-reader" => texts.step_tick_for_reader(),
        "untick-for-reader" => texts.step_untick_for_reader(),
        "reset-reader" => texts.step_reset_reader(),
        "remove-reader" => texts.step_remove_reader(),
        "record-share" => texts.step_record_share(),
        "write-share" => texts.step_write_share(),
        "take-back-share" => texts.step_take_back_share(),
        "give-share-again" => texts.step_give_share_again(),
        "remove-share" => texts.step_remove_share(),
        _ if Erasure::of(name).is_some() => texts.history_erased(),
        _ => texts.step_other(),
    }
}

/// The words for a revision in history, where an undo says what it undid.
#[must_use]
pub fn in_history(texts: &Texts, name: &str, act: Act) -> String {
    let what = what(texts, name);
    match act {
        Act::Do => what,
        Act::Undo => texts.history_undone(&what),
        Act::Redo => texts.history_redone(&what),
    }
}
