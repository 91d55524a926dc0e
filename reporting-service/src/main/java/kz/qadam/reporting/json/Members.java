package kz.qadam.reporting.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import kz.qadam.chassis.kafka.UnreadableEvent;

/**
 * The members of an event's data, one by one. Only the recount reads events so: it counts a second time by other code than
 * the intake, which also means that it reads them by other code. What it reads has been accepted by the intake.
 */
public final class Members {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode json;

    private Members(JsonNode json) {
        this.json = json;
    }

    /** Reads what the intake has accepted. */
    public static Members ofKnown(String data) {
        try {
            return new Members(JSON.readTree(data));
        } catch (JsonProcessingException e) {
            throw new UnreadableEvent("Its data is not JSON.");
        }
    }

    public boolean has(String name) {
        return json.hasNonNull(name);
    }

    public String text(String name) {
        return required(name, JsonNode::isTextual).textValue();
    }

    public UUID uuid(String name) {
        return UUID.fromString(text(name));
    }

    public LocalDate date(String name) {
        return LocalDate.parse(text(name));
    }

    public long whole(String name, long least) {
        return required(name, value -> value.isIntegralNumber() && value.longValue() >= least)
                .longValue();
    }

    public boolean flag(String name) {
        return required(name, JsonNode::isBoolean).booleanValue();
    }

    public Members object(String name) {
        return new Members(required(name, JsonNode::isObject));
    }

    public <T> List<T> objects(String name, Function<Members, T> read) {
        return elements(name).map(one -> read.apply(new Members(one))).toList();
    }

    public List<String> texts(String name) {
        return elements(name).map(JsonNode::textValue).toList();
    }

    private Stream<JsonNode> elements(String name) {
        return StreamSupport.stream(required(name, JsonNode::isArray).spliterator(), false);
    }

    private JsonNode required(String name, Predicate<JsonNode> is) {
        JsonNode value = json.path(name);
        if (!is.test(value)) {
            throw new UnreadableEvent(name + " is missing, or not what the contract says.");
        }
        return value;
    }
}
