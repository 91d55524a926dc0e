package kz.qadam.progress.xapi;

import java.util.List;
import kz.qadam.chassis.desk.DeskPlace;

/**
 * What the page of outcomes shows.
 *
 * @param lines the newest first
 * @param next the address of the next page; null if there is none
 */
record OutcomesView(PlatformPlace at, OutcomeLines lines, String next) {

    static OutcomesView of(PlatformPlace at, List<OutcomeRows.Told> told, String cursor) {
        return new OutcomesView(
                at,
                OutcomeLines.of(at, told),
                cursor == null ? null : at.address(PlatformPage.PATH + "/outcomes?cursor=" + cursor));
    }

    public DeskPlace place() {
        return at.desk();
    }
}
