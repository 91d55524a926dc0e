package kz.qadam.reporting.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.qadam.reporting.catalogue.Programme;
import kz.qadam.reporting.forecast.Forecast;

/**
 * A release: everything that is published about one instant. It never changes, and it is all that public answers are
 * made from.
 *
 * @param number days since the programme began, plus one; in a trial, minutes: so that gaps show
 * @param through what was known and had happened at this instant
 * @param on the local day of {@code through}
 * @param rule the version of {@link DisclosureRule}
 * @param rhythm how often releases are made
 * @param because the codes of the reasons for which the figures were provisional
 * @param programme null while it was not known
 * @param cohorts in the order of their codes
 * @param total the forecast of the cohorts that have a target, together
 * @param before only in the first release: the earlier month ends
 * @param records SHA-256 of the manifest of the segment that has the last event which was known: what was counted is sealed
 *     in it and in those before it; null if no event was, and in releases that were made before events were sealed
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Release(
        long number,
        Instant through,
        LocalDate on,
        Instant publicFrom,
        Instant nextRelease,
        int rule,
        ReleaseRhythm rhythm,
        List<String> because,
        Programme programme,
        List<ReleasedCohort> cohorts,
        Forecast total,
        MonthEndTables monthEnd,
        List<PastMonthEndCounts> before,
        String records) {

    /** A cohort; empty if it did not exist at the release. */
    public Optional<ReleasedCohort> cohort(String code) {
        return cohorts.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /**
     * The same figures once more, in a trial: nothing has become known since, and the day is the same, so that counting
     * again would give the same.
     */
    public Release repeated(ReleaseDate date) {
        return new Release(
                date.number(),
                date.through(),
                date.on(),
                date.publicFrom(),
                date.nextPublicFrom(),
                rule,
                rhythm,
                because,
                programme,
                cohorts.stream().map(one -> one.knownAt(date.through())).toList(),
                total,
                monthEnd.knownAt(date.through()),
                List.of(),
                records);
    }

    /** The release with what it was counted from. */
    public Release countedFrom(String manifest) {
        return new Release(
                number,
                through,
                on,
                publicFrom,
                nextRelease,
                rule,
                rhythm,
                because,
                programme,
                cohorts,
                total,
                monthEnd,
                before,
                manifest);
    }

    /** Whether the release is of a trial, where enrolment-service takes numbers that nobody has. */
    public boolean isOfTrial() {
        return rhythm != ReleaseRhythm.DAILY;
    }
}
