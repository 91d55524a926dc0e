package kz.qadam.progress.xapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;

/**
 * What the page of outcomes shows.
 *
 * @param lines the newest first
 * @param state what those have become that were chosen; null: all
 * @param next the address of the next page; null if there is none
 */
record StatementOutcomesPageView(PlatformPageContext at, StatementOutcomeLines lines, String state, String next) {

    static StatementOutcomesPageView of(
            PlatformPageContext at, List<StatementOutcomeRows.Listed> listed, String state, String cursor) {
        return new StatementOutcomesPageView(
                at,
                StatementOutcomeLines.of(at, listed),
                state,
                cursor == null
                        ? null
                        : at.address(StatementOutcomePage.PATH + "?cursor=" + cursor
                                + (state == null ? "" : "&state=" + state)));
    }

    public DeskContext context() {
        return at.desk();
    }

    /** What statements may have become, in words. */
    public Map<String, String> choices() {
        Map<String, String> choices = new LinkedHashMap<>();
        StatementOutcomeResource.STATES.forEach(
                one -> choices.put(one, context().tell(Message.of("statement-line.became." + one))));
        return choices;
    }

    public boolean isChosen(String one) {
        return one.equals(state);
    }

    /** Those of all pages, as a table. */
    public String table() {
        return at.file(StatementOutcomePage.PATH + "/table?lang="
                + context().language().tag() + (state == null ? "" : "&state=" + state));
    }
}
