package kz.qadam.reporting.release;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** How often releases are made. */
public enum ReleaseRhythm {
    /** Of the end of each local day, public from 06:00 of the next day. A week ends on Sunday. */
    DAILY {
        @Override
        ReleaseDate date(long number, LocalDate startsOn, ZoneId zone) {
            LocalDate on = startsOn.plusDays(number - 1);
            return new ReleaseDate(
                    number,
                    lastInstantBefore(on.plusDays(1).atStartOfDay(zone).toInstant()),
                    on,
                    on.plusDays(1).atTime(PUBLIC_FROM).atZone(zone).toInstant(),
                    on.plusDays(2).atTime(PUBLIC_FROM).atZone(zone).toInstant(),
                    on.getDayOfWeek() == DayOfWeek.SUNDAY,
                    on.equals(on.withDayOfMonth(on.lengthOfMonth())));
        }

        @Override
        long newest(Instant now, LocalDate startsOn, ZoneId zone) {
            return ChronoUnit.DAYS.between(startsOn, LocalDate.ofInstant(now, zone));
        }

        @Override
        boolean makesUpMissed() {
            return true;
        }
    },
    /** For trials: of each minute, public at its end. Each minute counts as the end of a day, a week and a month. */
    EACH_MINUTE {
        @Override
        ReleaseDate date(long number, LocalDate startsOn, ZoneId zone) {
            Instant end = startsOn.atStartOfDay(zone).toInstant().plus(number, ChronoUnit.MINUTES);
            Instant through = lastInstantBefore(end);
            return new ReleaseDate(
                    number,
                    through,
                    LocalDate.ofInstant(through, zone),
                    end,
                    end.plus(1, ChronoUnit.MINUTES),
                    true,
                    true);
        }

        @Override
        long newest(Instant now, LocalDate startsOn, ZoneId zone) {
            return ChronoUnit.MINUTES.between(startsOn.atStartOfDay(zone).toInstant(), now);
        }

        @Override
        boolean makesUpMissed() {
            return false;
        }
    };

    private static final LocalTime PUBLIC_FROM = LocalTime.of(6, 0);

    /**
     * The date of a release.
     *
     * @param number days, or minutes, since the programme began, plus one: so that gaps show
     */
    abstract ReleaseDate date(long number, LocalDate startsOn, ZoneId zone);

    /** The number of the newest release whose period is over; below 1 before the end of the first period. */
    abstract long newest(Instant now, LocalDate startsOn, ZoneId zone);

    /** Whether releases that were missed are made later. */
    abstract boolean makesUpMissed();

    /** The last instant of a period, in the precision of the database. */
    private static Instant lastInstantBefore(Instant next) {
        return next.minus(1, ChronoUnit.MICROS);
    }
}
