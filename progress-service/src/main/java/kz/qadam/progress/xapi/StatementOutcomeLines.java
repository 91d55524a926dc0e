package kz.qadam.progress.xapi;

import java.util.List;
import kz.qadam.chassis.http.page.PageWords;

/** Statements in a list for people, with the texts of the list. */
record StatementOutcomeLines(PageWords words, List<StatementOutcomeLine> all) {

    static StatementOutcomeLines of(PlatformPageContext context, List<StatementOutcomeRows.Listed> listed) {
        return new StatementOutcomeLines(
                context.desk().words("statement-line"),
                listed.stream()
                        .map(one -> StatementOutcomeLine.of(one, context))
                        .toList());
    }
}
