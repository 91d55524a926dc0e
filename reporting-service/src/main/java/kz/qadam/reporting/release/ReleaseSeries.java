package kz.qadam.reporting.release;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/**
 * The series of releases, which begins when the office opens it.
 *
 * @param startsOn the first day of the programme when the series was opened; releases are counted from it
 * @param openedAt the first release is the one of the period that contains this instant
 */
public record ReleaseSeries(ReleaseRhythm rhythm, LocalDate startsOn, Instant openedAt, ZoneId zone) {

    /** The date of a release. */
    public ReleaseDate date(long number) {
        return rhythm.date(number, startsOn, zone);
    }

    /** The first release. */
    public ReleaseDate first() {
        return date(Math.max(1, rhythm.newest(openedAt, startsOn, zone) + 1));
    }

    /** The newest release whose period is over; it may be earlier than the first one of the series. */
    public ReleaseDate newest(Instant now) {
        return date(rhythm.newest(now, startsOn, zone));
    }

    /** The ends of the months from the first day of the programme up to the month end of the first release. */
    public List<LocalDate> monthEndsBefore(ReleaseDate first) {
        return Stream.iterate(
                        startsOn.withDayOfMonth(startsOn.lengthOfMonth()),
                        end -> end.isBefore(first.monthEnd()),
                        end -> end.plusDays(1).withDayOfMonth(end.plusDays(1).lengthOfMonth()))
                .toList();
    }
}
