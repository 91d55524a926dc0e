package kz.qadam.chassis.events.operation;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.events.kafka.ParkedEvent;

/** Why an event is stuck, in a sentence for the office. The words of the service stay for those who run the system. */
enum StuckCause {
    FORM("It has no |Its header |Its key |Its id |Its data is not "),
    SOURCE("Its source |No other service |It is signed by another key "),
    CONTRADICTION("An event with the same id said something else"),
    CONTENT("Its content cannot be taken in"),
    NUMBER(ParkedEvent.LOOKS_LIKE_NUMBER),
    SIZE("RecordTooLargeException"),
    NOT_SENT("(?!)"),
    VALUE("(?!)");

    private final Pattern beginning;

    /** @param beginning with what the reason of the service begins */
    StuckCause(String beginning) {
        this.beginning = Pattern.compile(beginning);
    }

    /** Why an event was not taken in; by default one of its members is not as agreed. */
    static StuckCause ofUnreadable(String reason) {
        return of(reason, VALUE);
    }

    /** Why an event was not sent. */
    static StuckCause ofUnsent(String reason) {
        return of(reason, NOT_SENT);
    }

    private static StuckCause of(String reason, StuckCause otherwise) {
        return Stream.of(values())
                .filter(one -> one.beginning.matcher(reason).lookingAt())
                .findFirst()
                .orElse(otherwise);
    }

    Message text() {
        return Message.of("desk.stuck.cause." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
