package kz.qadam.reporting.release;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.LongStream;
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

    /**
     * The releases that are to be made, the oldest first: all whose periods are over; in a trial only the newest of
     * them.
     *
     * @param last the number of the last release that was made; 0 before the first
     */
    public List<ReleaseDate> due(long last, Instant now) {
        long newest = rhythm.newest(now, startsOn, zone);
        long next = Math.max(last + 1, first().number());
        long from = rhythm.makesUpMissed() ? next : Math.max(next, newest);
        return LongStream.rangeClosed(from, newest).mapToObj(this::date).toList();
    }

    /**
     * How many releases should be public and are not made. A trial is never late.
     *
     * @param last the number of the last release that was made; 0 before the first
     */
    public long late(long last, Instant now) {
        return rhythm.makesUpMissed()
                ? due(last, now).stream()
                        .filter(date -> !date.publicFrom().isAfter(now))
                        .count()
                : 0;
    }

    /** The last instant of a day, in the precision of the database. */
    public Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS);
    }

    /** The ends of the months from the first day of the programme to the first release. */
    public List<LocalDate> monthEndsBefore(ReleaseDate first) {
        return Stream.iterate(
                        startsOn.withDayOfMonth(startsOn.lengthOfMonth()),
                        end -> end.isBefore(first.on()),
                        end -> end.plusDays(1).withDayOfMonth(end.plusDays(1).lengthOfMonth()))
                .toList();
    }
}
