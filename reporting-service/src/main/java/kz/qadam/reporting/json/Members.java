package kz.qadam.reporting.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import kz.qadam.chassis.kafka.UnreadableEvent;

/**
 * The members of an event's data. Those that are asked for must keep their contract; others may be there and are left
 * alone, so that a publisher can add some. What is wrong is said by the member's name and never by its content.
 */
public final class Members {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final JsonMapper KNOWN = JsonMapper.builder().build();
    private static final Pattern REGION = Pattern.compile("KZ-[0-9]{2}|unknown");

    private final JsonNode json;

    private Members(JsonNode json) {
        this.json = json;
    }

    /**
     * Reads a JSON object.
     *
     * @throws UnreadableEvent if it is none
     */
    public static Members of(String data) {
        try {
            JsonNode json = JSON.readTree(data);
            if (json instanceof ObjectNode) {
                return new Members(json);
            }
        } catch (JsonProcessingException e) {
            throw new UnreadableEvent("Its data is not JSON.");
        }
        throw new UnreadableEvent("Its data is not a JSON object.");
    }

    /** Reads what was read before, and so needs no second look for repeated members. */
    public static Members ofKnown(String data) {
        try {
            return new Members(KNOWN.readTree(data));
        } catch (JsonProcessingException e) {
            throw new UnreadableEvent("Its data is not JSON.");
        }
    }

    /** The version, if it can be read at all; else null. */
    public static Long versionIn(String data) {
        try {
            JsonNode version = JSON.readTree(data).get("version");
            return version != null && version.canConvertToLong() && version.isIntegralNumber()
                    ? version.longValue()
                    : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    public boolean has(String name) {
        JsonNode value = json.get(name);
        return value != null && !value.isNull();
    }

    public String text(String name) {
        JsonNode value = required(name);
        if (!value.isTextual()
                || value.textValue().isEmpty()
                || value.textValue().indexOf('\0') >= 0) {
            throw new UnreadableEvent(name + " is not a text.");
        }
        return value.textValue();
    }

    public String text(String name, Set<String> allowed) {
        String text = text(name);
        if (!allowed.contains(text)) {
            throw new UnreadableEvent(name + " is none of the values that the contract knows.");
        }
        return text;
    }

    public String region(String name) {
        String text = text(name);
        if (!REGION.matcher(text).matches()) {
            throw new UnreadableEvent(name + " is not a region.");
        }
        return text;
    }

    public UUID uuid(String name) {
        String text = text(name);
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            throw new UnreadableEvent(name + " is not a UUID.");
        }
        throw new UnreadableEvent(name + " is not a UUID.");
    }

    public LocalDate date(String name) {
        String text = text(name);
        try {
            if (text.length() == "2026-01-31".length()) {
                return bounded(name, LocalDate.parse(text));
            }
        } catch (DateTimeException e) {
            throw new UnreadableEvent(name + " is not a date.");
        }
        throw new UnreadableEvent(name + " is not a date.");
    }

    /** As the database has it, too, and as nothing of this programme lies beyond. */
    private static LocalDate bounded(String name, LocalDate day) {
        if (day.getYear() < 1 || day.getYear() > 9998) {
            throw new UnreadableEvent(name + " lies too far away.");
        }
        return day;
    }

    public Instant instant(String name) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text(name));
            bounded(name, time.toLocalDate());
            return time.toInstant();
        } catch (DateTimeException e) {
            throw new UnreadableEvent(name + " is not an instant.");
        }
    }

    public ZoneId zone(String name) {
        try {
            return ZoneId.of(text(name));
        } catch (DateTimeException e) {
            throw new UnreadableEvent(name + " is not a time zone.");
        }
    }

    public long whole(String name, long least) {
        JsonNode value = required(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < least) {
            throw new UnreadableEvent(name + " is not a whole number from " + least + ".");
        }
        return value.longValue();
    }

    /** A number of a usual size: at most 18 digits on either side of its point. */
    public BigDecimal decimal(String name) {
        JsonNode value = required(name);
        BigDecimal number = value.isNumber() ? value.decimalValue() : null;
        if (number == null || Math.abs(number.scale()) > 18 || number.precision() > 18) {
            throw new UnreadableEvent(name + " is not a number.");
        }
        return number;
    }

    public boolean flag(String name) {
        JsonNode value = required(name);
        if (!value.isBoolean()) {
            throw new UnreadableEvent(name + " is not true or false.");
        }
        return value.booleanValue();
    }

    public Members object(String name) {
        JsonNode value = required(name);
        if (!value.isObject()) {
            throw new UnreadableEvent(name + " is not an object.");
        }
        return new Members(value);
    }

    public <T> List<T> objects(String name, Function<Members, T> read) {
        List<T> all = new ArrayList<>();
        for (JsonNode one : array(name)) {
            if (!one.isObject()) {
                throw new UnreadableEvent(name + " holds something that is not an object.");
            }
            all.add(read.apply(new Members(one)));
        }
        return all;
    }

    public List<String> texts(String name) {
        List<String> all = new ArrayList<>();
        for (JsonNode one : array(name)) {
            if (!one.isTextual()) {
                throw new UnreadableEvent(name + " holds something that is not a text.");
            }
            all.add(one.textValue());
        }
        return all;
    }

    public List<Integer> wholes(String name) {
        List<Integer> all = new ArrayList<>();
        for (JsonNode one : array(name)) {
            if (!one.isIntegralNumber() || !one.canConvertToInt()) {
                throw new UnreadableEvent(name + " holds something that is not a whole number.");
            }
            all.add(one.intValue());
        }
        return all;
    }

    /** An object whose values are whole numbers. */
    public Map<String, Long> numbers(String name) {
        Members object = object(name);
        Map<String, Long> all = new LinkedHashMap<>();
        object.json.fieldNames().forEachRemaining(key -> all.put(key, object.whole(key, 0)));
        return all;
    }

    private JsonNode array(String name) {
        JsonNode value = required(name);
        if (!value.isArray()) {
            throw new UnreadableEvent(name + " is not an array.");
        }
        return value;
    }

    private JsonNode required(String name) {
        if (!has(name)) {
            throw new UnreadableEvent(name + " is missing.");
        }
        return json.get(name);
    }
}
