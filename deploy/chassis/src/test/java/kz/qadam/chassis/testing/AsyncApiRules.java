package kz.qadam.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.File;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What holds for the AsyncAPI document of every service that publishes events. */
public abstract class AsyncApiRules {

    private static final File CONTRACTS = new File("src/main/resources/META-INF/resources/contracts");

    @Test
    void each_type_of_events_is_a_message_of_one_topic() {
        var document = RestAssured.get("/contracts/asyncapi.json").jsonPath();

        String[] types = CONTRACTS.list((folder, name) -> name.startsWith("kz.qadam."));
        Map<String, ?> messages = document.getMap("components.messages");
        assertThat(messages).containsOnlyKeys(types);
        assertThat(document.getMap("channels").keySet())
                .flatExtracting(channel ->
                        document.getMap("channels." + channel + ".messages").keySet())
                .containsExactlyInAnyOrder((Object[]) types);
    }
}
