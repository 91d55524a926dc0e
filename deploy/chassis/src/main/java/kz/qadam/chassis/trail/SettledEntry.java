package kz.qadam.chassis.trail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;

/**
 * An entry before which no other can be added any more.
 *
 * @param json the entry as auditors see it, without what may be cleared
 */
public record SettledEntry(Position position, Instant at, String instance, JsonNode json) {

    /**
     * A place in the order of the trail.
     *
     * @param change the transaction that added the entry, as a decimal number
     */
    public record Position(String change, UUID id) {

        /** Before all entries. */
        public static final Position START = new Position("0", new UUID(0, 0));
    }

    static SettledEntry of(String change, TrailEntry entry, ObjectNode json) {
        json.remove("text");
        json.remove("textSalt");
        return new SettledEntry(new Position(change, entry.id()), entry.at(), entry.instance(), json);
    }

    public UUID id() {
        return position.id();
    }
}
