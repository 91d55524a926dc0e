package kz.qadam.reporting.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import kz.qadam.chassis.events.event.ErasedReference;
import kz.qadam.chassis.events.kafka.CloudEvent;

/** Compares the contents of two events with the same id. */
final class EventContent {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final String REFERENCE = "reference";

    private EventContent() {}

    /** Whether the newer event has the attributes of the older one and repeats its data. */
    static boolean isRepeated(CloudEvent older, CloudEvent newer) {
        return older.type().equals(newer.type())
                && older.source().equals(newer.source())
                && older.subject().equals(newer.subject())
                && isRepeated(older.data(), newer.data());
    }

    /**
     * Whether the newer text contains all of the older one: each member of the older text is in the newer text with an
     * equal value. The newer text may have further members, since a publisher may add some and publish again. Texts
     * that are not JSON must be equal. An erasure may have replaced the reference of one of the two.
     */
    private static boolean isRepeated(String older, String newer) {
        if (older.equals(newer)) {
            return true;
        }
        try {
            JsonNode before = JSON.readTree(older);
            JsonNode after = JSON.readTree(newer);
            return isRepeated(before, isReferenceErased(before, after) ? withReferenceOf(before, after) : after);
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static boolean isReferenceErased(JsonNode older, JsonNode newer) {
        return older.path(REFERENCE).isTextual()
                && newer.path(REFERENCE).isTextual()
                && ErasedReference.replaces(
                        older.get(REFERENCE).textValue(), newer.get(REFERENCE).textValue());
    }

    private static JsonNode withReferenceOf(JsonNode older, JsonNode newer) {
        return ((ObjectNode) newer).set(REFERENCE, older.get(REFERENCE));
    }

    private static boolean isRepeated(JsonNode older, JsonNode newer) {
        if (newer == null) {
            return false;
        }
        if (older.isObject() && newer.isObject()) {
            return older.properties().stream().allMatch(member -> isRepeated(member, newer));
        }
        if (older.isArray() && newer.isArray()) {
            return isRepeatedInOrder(older, newer);
        }
        if (older.isNumber() && newer.isNumber()) {
            return older.decimalValue().compareTo(newer.decimalValue()) == 0;
        }
        return older.equals(newer);
    }

    private static boolean isRepeated(Map.Entry<String, JsonNode> member, JsonNode newer) {
        return isRepeated(member.getValue(), newer.get(member.getKey()));
    }

    private static boolean isRepeatedInOrder(JsonNode older, JsonNode newer) {
        if (older.size() != newer.size()) {
            return false;
        }
        for (int i = 0; i < older.size(); i++) {
            if (!isRepeated(older.get(i), newer.get(i))) {
                return false;
            }
        }
        return true;
    }
}
