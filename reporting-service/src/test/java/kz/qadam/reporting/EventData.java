package kz.qadam.reporting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** The data of an event, in the shape of the published examples; each change makes a copy. */
record EventData(ObjectNode members) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static EventData of(String json) {
        try {
            return new EventData((ObjectNode) JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    EventData with(String member, Object value) {
        ObjectNode copy = members.deepCopy();
        copy.set(member, JSON.valueToTree(value));
        return new EventData(copy);
    }

    /** With all members of another one. */
    EventData with(EventData others) {
        ObjectNode copy = members.deepCopy();
        copy.setAll(others.members);
        return new EventData(copy);
    }

    EventData without(String member) {
        ObjectNode copy = members.deepCopy();
        copy.remove(member);
        return new EventData(copy);
    }

    /** null: the member is absent, or null. */
    String text(String member) {
        return members.hasNonNull(member) ? members.get(member).asText() : null;
    }

    UUID id(String member) {
        return UUID.fromString(text(member));
    }

    long number(String member) {
        return members.get(member).longValue();
    }

    String json() {
        return members.toString();
    }
}
