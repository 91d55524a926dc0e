package kz.qadam.enrolment;

import static kz.qadam.enrolment.Caller.anybody;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Stream;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class OpenApiTest {

    private static JsonNode api() throws JsonProcessingException {
        return new ObjectMapper()
                .readTree(anybody().get("/q/openapi?format=json").asString());
    }

    private static List<JsonNode> operations(String... methods) throws JsonProcessingException {
        return api().get("paths").properties().stream()
                .flatMap(path -> Stream.of(methods).map(path.getValue()::get))
                .filter(operation -> operation != null)
                .toList();
    }

    @Test
    void every_operation_explains_itself() throws JsonProcessingException {
        assertThat(api().get("openapi").asText()).startsWith("3.1");
        assertThat(operations("get", "put", "post")).hasSizeGreaterThan(15).allSatisfy(operation -> {
            assertThat(operation.path("operationId").asText()).isNotBlank();
            assertThat(operation.path("summary").asText()).isNotBlank();
            assertThat(operation.path("description").asText()).isNotBlank();
            assertThat(operation.path("tags")).isNotEmpty();
        });
    }

    @Test
    void every_write_says_what_it_takes_whom_it_trusts_and_how_it_fails() throws JsonProcessingException {
        assertThat(operations("put", "post")).allSatisfy(operation -> {
            assertThat(operation.at("/requestBody/content"))
                    .isNotEmpty()
                    .allSatisfy(content -> assertThat(content.path("schema")).isNotEmpty());
            assertThat(operation.path("security")).isNotEmpty();
            assertThat(operation.path("responses").has("400")).isTrue();
            assertThat(operation.path("responses").has("401")).isTrue();
            assertThat(operation.path("responses").has("403")).isTrue();
        });
    }

    @Test
    void examples_name_nobody_who_could_be_alive() throws JsonProcessingException {
        String text = api().toString();

        assertThat(text.replace("991231100010", "").replace("991231200017", ""))
                .doesNotContainPattern("[0-9]{12}[^0-9]\"?iin");
        assertThat(text).contains("991231100010");
    }
}
