package kz.qadam.reporting.page;

import java.time.Instant;
import java.time.LocalDate;
import kz.qadam.reporting.release.MonthEnd;
import kz.qadam.reporting.release.Release;

/** Says which day the figures of a release are of. */
record ReleaseText(Release release, PageText text) {

    /** The number of the release, and its day. */
    String known() {
        return text.say("release.known", text.number(release.number()), asOf(release.through(), release.on()));
    }

    /** The day of the tables of the month end. */
    String monthEnd() {
        return release.isOfTrial()
                ? known()
                : text.say("release.monthly", text.day(release.monthEnd().on()));
    }

    /** The day of the country in a cohort; of the total the day of the release. */
    String ofCohort(String code) {
        return release.isOfTrial()
                ? known()
                : release.cohort(code)
                        .map(cohort -> text.say(
                                isDaily(code) ? "release.daily" : "release.monthly", text.day(cohort.on())))
                        .orElseGet(this::known);
    }

    /** Whether the country is published daily in a cohort; otherwise monthly. */
    boolean isDaily(String cohort) {
        return release.monthEnd().cohort(cohort).map(MonthEnd.OfCohort::isDaily).orElse(false);
    }

    /** A day; in a trial, which releases every minute, also the time. */
    String asOf(Instant through, LocalDate on) {
        return release.isOfTrial() ? text.instant(through) : text.day(on);
    }
}
