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
import kz.qadam.chassis.language.Message;

/**
 * Turns a failure of Jackson into one fault. The message is our own: Jackson's messages name classes and repeat the
 * content.
 */
final class JsonFaults {

    private JsonFaults() {}

    /** Whether our own answer or class caused the failure, and not the input. */
    static boolean isOurs(JsonProcessingException failure) {
        boolean reading = failure.getProcessor() instanceof JsonParser
                || cause(failure, StreamConstraintsException.class) != null;
        return failure instanceof InvalidDefinitionException || !reading;
    }

    static Fault of(JsonProcessingException failure) {
        if (cause(failure, StreamConstraintsException.class) instanceof StreamConstraintsException limit) {
            return limit.getMessage().contains("depth")
                    ? Fault.at("", "too-deep")
                    : Fault.at(pointer(failure), "too-long");
        }
        if (cause(failure, JsonParseException.class) instanceof JsonParseException syntax)
            return syntax(failure, syntax);
        if (failure instanceof UnrecognizedPropertyException) {
            return Fault.at(pointer(failure), "unknown-member");
        }
        if (failure instanceof InvalidFormatException format && format.getValue() instanceof String) {
            return Fault.at(pointer(failure), "malformed/kind", kind(format.getTargetType()));
        }
        if (failure instanceof MismatchedInputException mismatch) return mismatch(mismatch);
        return Fault.at(pointer(failure), "malformed/kind", kind(null));
    }

    private static Fault syntax(JsonProcessingException failure, JsonParseException syntax) {
        if (syntax.getOriginalMessage().startsWith("Duplicate field")) {
            JsonParser parser = syntax.getProcessor();
            JsonPointer place = parser == null
                    ? JsonPointer.empty()
                    : parser.getParsingContext().pathAsPointer();
            return Fault.at(place.toString(), "doubled-member");
        }
        var where = syntax.getLocation();
        return where == null
                ? Fault.at(pointer(failure), "malformed")
                : Fault.at(pointer(failure), "malformed/at", where.getLineNr(), where.getColumnNr());
    }

    private static Fault mismatch(MismatchedInputException mismatch) {
        String message = mismatch.getOriginalMessage();
        if (message.startsWith("No content to map")) return Fault.at("", "missing/body");
        if (message.startsWith("Missing required") || message.startsWith("Cannot map `null`")) {
            return Fault.at(pointer(mismatch), "missing/member");
        }
        if (message.startsWith("Trailing token")) return Fault.at("", "malformed/trailing");
        return Fault.at(pointer(mismatch), "wrong-type/kind", kind(mismatch.getTargetType()));
    }

    /** The expected kind of value, in words and not as the name of a class. */
    private static Message kind(Class<?> target) {
        String name = target == null ? "" : target.getSimpleName();
        return Message.of(
                switch (name) {
                    case "String" -> "kind.string";
                    case "boolean", "Boolean" -> "kind.boolean";
                    case "int", "Integer", "long", "Long", "BigInteger" -> "kind.whole";
                    case "double", "Double", "BigDecimal" -> "kind.number";
                    case "LocalDate" -> "kind.date";
                    case "Instant", "OffsetDateTime" -> "kind.instant";
                    case "UUID" -> "kind.uuid";
                    default -> target != null && target.isEnum() ? "kind.enum" : "kind.other";
                });
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
