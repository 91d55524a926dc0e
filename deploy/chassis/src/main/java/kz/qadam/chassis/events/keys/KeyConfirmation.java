package kz.qadam.chassis.events.keys;

import java.time.Instant;

/**
 * The owner of the keys says that every change which it has answered is in Kafka, before this event.
 *
 * @param through the changes up to this instant
 * @param states how many states of keys there are: a copy with fewer has missed one
 * @param version grows with each confirmation
 */
public record KeyConfirmation(Instant through, long states, long version) {

    /** The type of the event. */
    public static final String TYPE = "kz.qadam.institution-keys.confirmed.v1";

    /** The subject of all confirmations. */
    public static final String SUBJECT = "institution-keys";
}
