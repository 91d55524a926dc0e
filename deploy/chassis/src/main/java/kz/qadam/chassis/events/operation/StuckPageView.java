package kz.qadam.chassis.events.operation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.events.deadletter.DeadLetterView;
import kz.qadam.chassis.events.deadletter.KeptDeadLetters;
import kz.qadam.chassis.events.kafka.ParkedEvent;

/**
 * What the page of stuck events shows.
 *
 * @param letters the events that this service could not take in, the oldest first
 * @param parked the events that it could not send, the oldest first
 * @param panels the other services, whose pages are shown as panels
 * @param mayDiscardUnsent whether the reader decides about events that were not sent
 * @param asked what somebody is asked to confirm; null if nothing
 * @param written the reason of a form that was refused; null if none was
 * @param problem why it was refused
 */
record StuckPageView(
        DeskContext context,
        List<DeadLetterView> letters,
        List<ParkedEvent> parked,
        List<String> panels,
        boolean mayDiscardUnsent,
        Asked asked,
        Written written,
        String problem) {

    /**
     * An event that is to be discarded.
     *
     * @param kind {@code unreadable} or {@code unsent}
     */
    record Asked(String kind, UUID id, String reason) {}

    /** What somebody has written about an event. */
    record Written(UUID id, String reason) {}

    StuckPageView asking(String kind, UUID id, String reason) {
        return new StuckPageView(
                context, letters, parked, panels, mayDiscardUnsent, new Asked(kind, id, reason), null, null);
    }

    StuckPageView refused(UUID id, String reason, String why) {
        return new StuckPageView(
                context, letters, parked, panels, mayDiscardUnsent, null, new Written(id, reason), why);
    }

    /** The reason that is in the form about an event. */
    public String reason(UUID id) {
        return written == null || !written.id.equals(id) ? "" : written.reason;
    }

    /** That not all unreadable events are shown; null if they are. */
    public String cut() {
        return context.cut(letters, KeptDeadLetters.MOST_SHOWN);
    }

    Optional<DeadLetterView> letter(UUID id) {
        return letters.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    Optional<ParkedEvent> event(UUID id) {
        return parked.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    public boolean isNothing() {
        return letters.isEmpty() && parked.isEmpty();
    }

    /** What one service is about. */
    public String titleOf(String service) {
        return context.say("panel." + service + ".title");
    }

    /** The part of another service. */
    public String panel(String service) {
        return context.page(StuckPage.stuckOf(service));
    }

    public String all() {
        return context.page(StuckPage.OF_ALL);
    }

    /** What an event is about. */
    public String what(String type) {
        String key = "desk.event." + (type == null ? "" : type.replaceAll("^kz\\.qadam\\.|\\.v\\d+$", ""));
        return Message.startingWith("desk.event.").stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .map(context::tell)
                .orElseGet(() -> say("unknown"));
    }

    /** Why it was not taken in. */
    public String why(DeadLetterView letter) {
        return context.tell(StuckCause.ofUnreadable(letter.reason()).text());
    }

    /** Why it was not sent. */
    public String why(ParkedEvent event) {
        return context.tell(StuckCause.ofUnsent(event.reason()).text());
    }

    public String since(DeadLetterView letter) {
        return say("since", context.day(letter.receivedAt()));
    }

    public String since(ParkedEvent event) {
        return event.heldUp() == 0
                ? say("since", context.day(event.time()))
                : say("since.holding", context.day(event.time()), event.heldUp());
    }

    private String say(String key, Object... arguments) {
        return context.tell(Message.of("desk.stuck." + key, arguments));
    }

    /** Where the decision about an event is sent. */
    public String action(String kind, UUID id) {
        return context.page(StuckPage.stuckOf(context.service()) + "/" + kind + "/" + id);
    }
}
