package kz.qadam.chassis.problem;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.stream.Collectors;

/**
 * What Jackson could not read, as one fault. Only our own words go out: Jackson's messages name classes and repeat what
 * was sent.
 */
final class JsonFaults {

    private JsonFaults() {}

    /** Whether our own answer could not be written or our own class is at fault, rather than what was read. */
    static boolean ours(JsonProcessingException failure) {
        boolean reading = failure.getProcessor() instanceof JsonParser
                || cause(failure, StreamConstraintsException.class) != null;
        return failure instanceof InvalidDefinitionException || !reading;
    }

    static Fault of(JsonProcessingException failure) {
        if (cause(failure, StreamConstraintsException.class) instanceof StreamConstraintsException limit) {
            return limit.getMessage().contains("depth")
                    ? Fault.at("", "too-deep", "is nested too deeply")
                    : Fault.at(pointer(failure), "too-long", "is longer than any value may be");
        }
        if (cause(failure, JsonParseException.class) instanceof JsonParseException syntax)
            return syntax(failure, syntax);
        if (failure instanceof UnrecognizedPropertyException) {
            return Fault.at(pointer(failure), "unknown-member", "is not a known member");
        }
        if (failure instanceof InvalidFormatException format && format.getValue() instanceof String) {
            return Fault.at(pointer(failure), "malformed", "cannot be read as " + kind(format.getTargetType()));
        }
        if (failure instanceof MismatchedInputException mismatch) return mismatch(mismatch);
        return Fault.at(pointer(failure), "malformed", "is not acceptable");
    }

    private static Fault syntax(JsonProcessingException failure, JsonParseException syntax) {
        if (syntax.getOriginalMessage().startsWith("Duplicate field")) {
            JsonParser parser = syntax.getProcessor();
            JsonPointer place = parser == null
                    ? JsonPointer.empty()
                    : parser.getParsingContext().pathAsPointer();
            return Fault.at(place.toString(), "doubled-member", "is given twice");
        }
        var where = syntax.getLocation();
        return Fault.at(
                pointer(failure),
                "malformed",
                where == null
                        ? "is not well-formed JSON"
                        : "is not well-formed JSON at line %d, column %d"
                                .formatted(where.getLineNr(), where.getColumnNr()));
    }

    private static Fault mismatch(MismatchedInputException mismatch) {
        String message = mismatch.getOriginalMessage();
        if (message.startsWith("No content to map")) return Fault.at("", "missing", "A JSON body is needed.");
        if (message.startsWith("Missing required") || message.startsWith("Cannot map `null`")) {
            return Fault.at(pointer(mismatch), "missing", "is needed");
        }
        if (message.startsWith("Trailing token"))
            return Fault.at("", "malformed", "More follows after the JSON value.");
        return Fault.at(pointer(mismatch), "wrong-type", "is not " + kind(mismatch.getTargetType()));
    }

    /** What was expected, in words; never the name of a class. */
    private static String kind(Class<?> target) {
        if (target == null) return "a value of the right type";
        return switch (target.getSimpleName()) {
            case "String" -> "a string";
            case "boolean", "Boolean" -> "true or false";
            case "int", "Integer", "long", "Long", "BigInteger" -> "a whole number";
            case "double", "Double", "BigDecimal" -> "a number";
            case "LocalDate" -> "a date such as 2026-05-31";
            case "Instant", "OffsetDateTime" -> "an instant with offset, such as 2026-05-31T10:00:00Z";
            case "UUID" -> "a UUID";
            default -> target.isEnum() ? "one of the values offered" : "a value of the right type";
        };
    }

    private static String pointer(JsonProcessingException failure) {
        return failure instanceof JsonMappingException mapping
                ? mapping.getPath().stream().map(JsonFaults::token).collect(Collectors.joining())
                : "";
    }

    private static String token(JsonMappingException.Reference reference) {
        String name = reference.getFieldName();
        return "/"
                + (name == null ? reference.getIndex() : name.replace("~", "~0").replace("/", "~1"));
    }

    private static Throwable cause(Throwable failure, Class<? extends Throwable> type) {
        Throwable at = failure;
        while (at != null && !type.isInstance(at)) at = at.getCause();
        return at;
    }
}
