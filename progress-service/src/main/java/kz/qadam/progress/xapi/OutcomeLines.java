package kz.qadam.progress.xapi;

import java.util.List;
import kz.qadam.chassis.http.page.PageTexts;

/** Statements in a list for people, with the texts of the list. */
record OutcomeLines(PageTexts words, List<OutcomeLine> all) {

    static OutcomeLines of(PlatformPlace place, List<OutcomeRows.Told> told) {
        return new OutcomeLines(
                place.desk().words("statement-line"),
                told.stream().map(one -> OutcomeLine.of(one, place)).toList());
    }
}
