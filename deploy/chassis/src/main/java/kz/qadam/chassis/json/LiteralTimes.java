package kz.qadam.chassis.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Function;

/**
 * Reads a date only as {@code "2026-05-31"} and an instant only as {@code "2026-05-31T10:00:00+05:00"}. Jackson itself
 * also accepts numbers, numbers in strings, arrays, and the date part of an instant.
 */
final class LiteralTimes {

    private LiteralTimes() {}

    static SimpleModule module() {
        var module = new SimpleModule("literal times");
        module.addDeserializer(LocalDate.class, new OfString<>(LocalDate.class, LocalDate::parse));
        module.addDeserializer(
                Instant.class,
                new OfString<>(Instant.class, text -> OffsetDateTime.parse(text).toInstant()));
        return module;
    }

    private static final class OfString<T> extends StdScalarDeserializer<T> {

        private final transient Function<String, T> reading;

        OfString(Class<T> type, Function<String, T> reading) {
            super(type);
            this.reading = reading;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return context.reportInputMismatch(this, "is not a string");
            }
            String text = json.getText();
            try {
                return reading.apply(text);
            } catch (DateTimeException e) {
                throw context.weirdStringException(text, handledType(), "cannot be read");
            }
        }
    }
}
