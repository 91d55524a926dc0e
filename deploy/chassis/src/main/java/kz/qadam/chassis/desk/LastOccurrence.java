package kz.qadam.chassis.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.base.time.AlmatyTime;

/**
 * What happened last of one kind, such as the last file that came.
 *
 * @param what in words
 * @param day null: it has not happened yet, and the words say so
 * @param time in Almaty; null: only the day is known
 * @param link the path of the page that shows it; null: the caller may open none
 */
public record LastOccurrence(Message what, LocalDate day, LocalTime time, String link) {

    static final Comparator<LastOccurrence> NEWEST_FIRST = Comparator.comparing(
                    LastOccurrence::day, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(LastOccurrence::time, Comparator.nullsFirst(Comparator.naturalOrder()))
            .reversed();

    /** What happened at an instant. */
    public static LastOccurrence at(Instant instant, Message what, String link) {
        return new LastOccurrence(what, AlmatyTime.dayOf(instant), LocalTime.ofInstant(instant, AlmatyTime.ZONE), link);
    }

    /** What happened on a day. */
    public static LastOccurrence on(LocalDate day, Message what, String link) {
        return new LastOccurrence(what, day, null, link);
    }

    /** What has not happened yet. */
    public static LastOccurrence never(Message what, String link) {
        return new LastOccurrence(what, null, null, link);
    }
}
