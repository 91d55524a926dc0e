package kz.qadam.chassis.events.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The AsyncAPI document of a service: what the service says of its topics, and the types of events sent to them. */
final class AsyncApiDocument {

    /** Where the schema of a type says in which records of Kafka its data are. */
    private static final String RECORD = "/$defs/record";

    private final ObjectNode document;

    /** @param topics the document without its messages */
    AsyncApiDocument(ObjectNode topics) {
        document = topics.deepCopy();
    }

    /**
     * Adds a type of events, as its schema describes it. The description of the record is the summary; without one, that of
     * the type. What names no topic is no message of this document.
     *
     * @throws IllegalStateException if the service says nothing of this topic
     */
    void add(String type, JsonNode schema) {
        JsonNode topic = schema.at(RECORD + "/properties/topic/const");
        if (topic.isMissingNode()) {
            return;
        }
        JsonNode summary = schema.at(RECORD + "/description");
        ObjectNode message = document.withObject("/components/messages").putObject(type);
        message.put("name", type);
        message.set("title", schema.required("title"));
        message.set("summary", summary.isMissingNode() ? schema.required("description") : summary);
        message.withObject("/bindings/kafka").set("key", schema.requiredAt(RECORD + "/properties/key"));
        message.set("headers", reference("#/components/schemas/CloudEventHeaders"));
        message.set("payload", reference("./" + type + "/schema.json"));
        channel(topic).withObject("/messages").set(type, reference("#/components/messages/" + type));
    }

    private JsonNode channel(JsonNode address) {
        return document.get("channels")
                .valueStream()
                .filter(channel -> channel.get("address").equals(address))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No channel has the address " + address));
    }

    private static ObjectNode reference(String to) {
        return JsonNodeFactory.instance.objectNode().put("$ref", to);
    }

    String text() {
        return document.toPrettyString() + "\n";
    }
}
