package kz.qadam.chassis.events.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;

/** Reads single values of events, without any conversion between types. */
final class EventValues {

    private static final int MOST_DIGITS = 18;

    private interface Reading<T> {
        T read(JsonParser json) throws IOException;
    }

    private interface TextReading<T> {
        T read(String text) throws WrongValue;
    }

    /** A value that its member must not have; the message is the reason, to be written after the member's name. */
    static final class WrongValue extends JsonMappingException {

        private static final long serialVersionUID = 1;

        private WrongValue(String reason) {
            super(null, reason);
        }
    }

    private static final class Value<T> extends StdScalarDeserializer<T> {

        private static final long serialVersionUID = 1;

        private final transient Reading<T> reading;

        Value(Class<T> type, Reading<T> reading) {
            super(type);
            this.reading = reading;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return reading.read(json);
        }
    }

    private EventValues() {}

    static SimpleModule module() {
        SimpleModule module = new SimpleModule("values of events");
        add(module, String.class, EventValues::text);
        add(module, UUID.class, text("is not a UUID", EventValues::uuid));
        add(module, LocalDate.class, text("is not a date", EventValues::date));
        add(module, Instant.class, text("is not an instant", EventValues::instant));
        add(module, ZoneId.class, text("is not a time zone", ZoneId::of));
        add(module, BigDecimal.class, EventValues::decimal);
        add(module, Long.class, EventValues::whole);
        add(module, long.class, EventValues::whole);
        add(module, Integer.class, EventValues::smallWhole);
        add(module, int.class, EventValues::smallWhole);
        add(module, Boolean.class, EventValues::flag);
        add(module, boolean.class, EventValues::flag);
        return module;
    }

    private static <T> void add(SimpleModule module, Class<T> type, Reading<T> reading) {
        module.addDeserializer(type, new Value<>(type, reading));
    }

    /** @param otherwise the reason if the text cannot be parsed */
    private static <T> Reading<T> text(String otherwise, TextReading<T> reading) {
        return json -> {
            try {
                return reading.read(text(json));
            } catch (DateTimeException | IllegalArgumentException e) {
                throw new WrongValue(otherwise);
            }
        };
    }

    private static String text(JsonParser json) throws IOException {
        String text = json.hasToken(JsonToken.VALUE_STRING) ? json.getText() : "";
        if (text.isEmpty() || text.indexOf('\0') >= 0) {
            throw new WrongValue("is not a text");
        }
        return text;
    }

    private static UUID uuid(String text) {
        UUID id = UUID.fromString(text);
        if (!id.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("Not in full");
        }
        return id;
    }

    private static LocalDate date(String text) throws WrongValue {
        if (text.length() != "2026-01-31".length()) {
            throw new IllegalArgumentException("Not in full");
        }
        return bounded(LocalDate.parse(text));
    }

    private static Instant instant(String text) throws WrongValue {
        OffsetDateTime time = OffsetDateTime.parse(text);
        bounded(time.toLocalDate());
        return time.toInstant();
    }

    /** Limited to years of four digits, as stored by the database. */
    private static LocalDate bounded(LocalDate day) throws WrongValue {
        if (day.getYear() < 1 || day.getYear() > 9998) {
            throw new WrongValue("is out of range");
        }
        return day;
    }

    private static long whole(JsonParser json) throws IOException {
        if (!json.hasToken(JsonToken.VALUE_NUMBER_INT)
                || json.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                || json.getLongValue() < 0) {
            throw new WrongValue("is not a whole number from 0");
        }
        return json.getLongValue();
    }

    private static int smallWhole(JsonParser json) throws IOException {
        long number = whole(json);
        if (number > Integer.MAX_VALUE) {
            throw new WrongValue("is too large a number");
        }
        return (int) number;
    }

    /** A number of at most 18 digits on each side of its point. */
    private static BigDecimal decimal(JsonParser json) throws IOException {
        BigDecimal number = json.currentToken().isNumeric() ? json.getDecimalValue() : null;
        if (number == null || Math.abs(number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
            throw new WrongValue("is not a number");
        }
        return number;
    }

    private static boolean flag(JsonParser json) throws IOException {
        if (!json.currentToken().isBoolean()) {
            throw new WrongValue("is not true or false");
        }
        return json.getBooleanValue();
    }
}
