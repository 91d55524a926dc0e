package kz.qadam.chassis.events.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class AsyncApiDocumentTest {

    private static final String SCHEMA = """
            {"title": "Thing painted", "description": "A thing has a colour. It keeps it.",
             "$defs": {"record": {"properties": {
                 "topic": {"const": "things"}, "key": {"type": "string", "description": "{thing}"}}}}}
            """;

    private final AsyncApiDocument document = new AsyncApiDocument((ObjectNode) json("""
            {"channels": {"all-things": {"address": "things", "messages": {}}}, "components": {"messages": {}}}
            """));

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void a_type_is_a_message_of_the_topic_that_its_schema_names() {
        document.add("painted", json(SCHEMA));

        assertThat(json(document.text())).isEqualTo(json("""
                {"channels": {"all-things": {"address": "things",
                     "messages": {"painted": {"$ref": "#/components/messages/painted"}}}},
                 "components": {"messages": {"painted": {
                     "name": "painted", "title": "Thing painted", "summary": "A thing has a colour. It keeps it.",
                     "bindings": {"kafka": {"key": {"type": "string", "description": "{thing}"}}},
                     "headers": {"$ref": "#/components/schemas/CloudEventHeaders"},
                     "payload": {"$ref": "./painted/schema.json"}}}}}
                """));
    }

    @Test
    void the_description_of_the_record_is_its_summary() {
        document.add(
                "painted", json(SCHEMA.replace("{\"properties\"", "{\"description\": \"Short.\", \"properties\"")));

        assertThat(json(document.text())
                        .at("/components/messages/painted/summary")
                        .asText())
                .isEqualTo("Short.");
    }

    @Test
    void a_schema_without_a_topic_is_no_message() {
        document.add("painted", json("{\"title\": \"Thing painted\"}"));

        assertThat(json(document.text()).at("/components/messages")).isEmpty();
    }

    @Test
    void a_topic_of_which_the_service_says_nothing_is_refused() {
        assertThatThrownBy(() -> document.add("painted", json(SCHEMA.replace("things", "unsaid"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("No channel has the address \"unsaid\"");
    }
}
