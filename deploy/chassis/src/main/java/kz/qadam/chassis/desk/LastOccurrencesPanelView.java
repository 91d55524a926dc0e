package kz.qadam.chassis.desk;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import kz.qadam.chassis.base.language.Message;

/**
 * What happened last at one service, in words.
 *
 * @param items the newest first
 */
public record LastOccurrencesPanelView(DeskContext context, List<LastOccurrence> items, LocalDate today) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** When it happened, to the minute if that is known; null if it has not happened yet. */
    public String when(LastOccurrence one) {
        if (one.day() == null) {
            return null;
        }
        String day = one.day().equals(today) ? context.say("last.today") : context.day(one.day());
        return one.time() == null ? day : context.tell(Message.of("desk.last.at", day, TIME.format(one.time())));
    }

    public String say(LastOccurrence one) {
        return context.tell(one.what());
    }

    public String address(LastOccurrence one) {
        return context.page(one.link());
    }
}
