package kz.qadam.chassis.events.event;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Collection;
import java.util.List;
import kz.qadam.chassis.events.kafka.UnreadableEventException;

/**
 * The data of events as records. A member that the record declares must be present with its type, unless it is marked
 * as {@link MayBeNull} or {@link MayBeAbsent}; unknown members are ignored, so that a publisher can add members. A
 * reason names the member and never repeats its content.
 *
 * <p>A text is not empty; a date is {@code "2026-05-31"}; an instant has its offset; a whole number is not negative.
 * Further rules are checked by the record's constructor, with {@link #require}.
 */
public final class EventJson {

    private static final JsonMapper KNOWN = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module().configureReadAbsentAsNull(true))
            .addModule(EventValues.module())
            .defaultSetterInfo(JsonSetter.Value.forValueNulls(Nulls.FAIL, Nulls.FAIL))
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    /** Also refuses duplicate members, which costs time. */
    private static final JsonMapper NEW =
            KNOWN.rebuild().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private EventJson() {}

    /**
     * Reads an event that arrives.
     *
     * @throws UnreadableEventException if the event violates its contract
     */
    public static <T> T read(String data, Class<T> type) {
        return read(NEW, data, type);
    }

    /** Reads what {@link #read} has accepted before. */
    public static <T> T readAgain(String data, Class<T> type) {
        return read(KNOWN, data, type);
    }

    private static <T> T read(JsonMapper json, String data, Class<T> type) {
        try {
            T event = json.readValue(data, type);
            if (event != null) {
                return event;
            }
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
        throw new UnreadableEventException("Its data is not a JSON object.");
    }

    /** The version, if it can be read at all; else null. */
    public static Long versionIn(String data) {
        try {
            JsonNode version = NEW.readTree(data).get("version");
            return version != null && version.canConvertToLong() && version.isIntegralNumber()
                    ? version.longValue()
                    : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /** Writes an event, its members in the order of the record's components. */
    public static String write(Object event) {
        try {
            return KNOWN.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /**
     * For the constructor of a record: refuses an event unless a condition is true.
     *
     * @param reason names the member without its content
     * @throws UnreadableEventException if the condition is false
     */
    public static void require(boolean condition, String reason) {
        if (!condition) {
            throw new UnreadableEventException(reason);
        }
    }

    private static UnreadableEventException unreadable(JsonProcessingException e) {
        if (e instanceof ValueInstantiationException refused) {
            return refused.getCause() instanceof UnreadableEventException own
                    ? own
                    : new UnreadableEventException(refused.getCause().getMessage());
        }
        if (!(e instanceof JsonMappingException wrong) || isNotJson(wrong)) {
            return new UnreadableEventException("Its data is not JSON.");
        }
        List<JsonMappingException.Reference> path = wrong.getPath();
        if (path.isEmpty()) {
            return new UnreadableEventException("Its data is not a JSON object.");
        }
        String member = path.get(path.size() - 1).getFieldName();
        return member == null
                ? new UnreadableEventException(
                        path.get(path.size() - 2).getFieldName() + " contains a value that " + reason(wrong) + ".")
                : new UnreadableEventException(member + " " + reason(wrong) + ".");
    }

    /** Jackson reports JSON that ends within an object as a failure of a member. */
    private static boolean isNotJson(JsonMappingException wrong) {
        return wrong.getCause() instanceof JsonProcessingException
                && !(wrong.getCause() instanceof JsonMappingException);
    }

    private static String reason(JsonMappingException wrong) {
        if (wrong instanceof EventValues.WrongValue value) {
            return value.getOriginalMessage();
        }
        if (wrong instanceof InvalidNullException) {
            return "is missing";
        }
        return wrong instanceof MismatchedInputException other
                        && other.getTargetType() != null
                        && Collection.class.isAssignableFrom(other.getTargetType())
                ? "is not an array"
                : "is not an object";
    }
}
