package kz.qadam.reporting.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import kz.qadam.reporting.release.MonthEndTables;
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
                : text.say(isWeekly(cohort.code()) ? "release.weekly" : "release.monthly", text.day(cohort.on()));
    }

    /** The day of the total: that of its newest cohort. */
    String ofTotal() {
        return release.isOfTrial()
                ? known()
                : lastWeekEnd(cohort -> cohort.description().targetOn(cohort.on()) != null)
                        .map(on -> text.say("release.weekly", text.day(on)))
                        .orElseGet(this::monthEnd);
    }

    /** The day of the cohorts that are published weekly; empty if there are none. */
    Optional<LocalDate> lastWeekEnd() {
        return lastWeekEnd(cohort -> true);
    }

    private Optional<LocalDate> lastWeekEnd(Predicate<ReleasedCohort> isCounted) {
        return release.cohorts().stream()
                .filter(cohort -> isWeekly(cohort.code()))
                .filter(isCounted)
                .map(ReleasedCohort::on)
                .max(LocalDate::compareTo);
    }

    /** Whether the country is published weekly in a cohort; otherwise monthly. */
    boolean isWeekly(String cohort) {
        return release.monthEnd()
                .cohort(cohort)
                .map(MonthEndTables.OfCohort::isWeekly)
                .orElse(false);
    }

    /** A day; in a trial, which releases every minute, also the time. */
    String asOf(Instant through, LocalDate on) {
        return release.isOfTrial() ? text.instant(through) : text.day(on);
    }
}
