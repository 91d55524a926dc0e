package kz.qadam.reporting.page;

import java.time.Instant;
import java.time.LocalDate;
import kz.qadam.reporting.release.MonthEnd;
import kz.qadam.reporting.release.Release;
import kz.qadam.reporting.release.ReleasedCohort;

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

    /** The day of the country in a cohort. */
    String ofCohort(ReleasedCohort cohort) {
        return release.isOfTrial()
                ? known()
                : text.say(isDaily(cohort.code()) ? "release.daily" : "release.monthly", text.day(cohort.on()));
    }

    /** The day of the total: that of its newest cohort. */
    String ofTotal() {
        boolean isDaily = release.cohorts().stream()
                .anyMatch(
                        cohort -> isDaily(cohort.code()) && cohort.description().targetOn(cohort.on()) != null);
        return isDaily ? known() : monthEnd();
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
