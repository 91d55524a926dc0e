package kz.qadam.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.qadam.front.Routes;
import kz.qadam.local.Service;
import kz.qadam.openapi.ApiAnswer;
import kz.qadam.openapi.ApiOperation;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** What the running services say of themselves, taken together. */
@OnSuite
class OpenApiIT {

    /** One operation of a service. */
    private record Operation(Service service, ApiOperation described) {

        @Override
        public String toString() {
            return service + " " + described;
        }
    }

    private final Qadam qadam;
    private final List<Operation> operations;

    OpenApiIT(Qadam qadam) {
        this.qadam = qadam;
        this.operations = Stream.of(Service.values())
                .flatMap(service -> ApiClient.of(qadam).operations(service).stream()
                        .map(described -> new Operation(service, described)))
                .toList();
    }

    @Test
    void every_operation_explains_itself_and_its_answers() {
        assertThat(operations)
                .hasSizeGreaterThan(30)
                .extracting(Operation::described)
                .allSatisfy(operation -> {
                    assertThat(operation.id()).isNotBlank();
                    assertThat(operation.summary()).isNotBlank();
                    assertThat(operation.answers().values())
                            .isNotEmpty()
                            .extracting(ApiAnswer::description)
                            .doesNotContain("");
                });
    }

    @Test
    void no_two_operations_of_the_suite_have_one_id() {
        assertThat(operations)
                .extracting(operation -> operation.described().id())
                .doesNotHaveDuplicates();
    }

    @Test
    void the_documents_introduce_themselves_in_one_form() {
        assertThat(Service.values()).allSatisfy(service -> {
            JsonPath info = qadam.anybody(service).get("/q/openapi?format=json").jsonPath();
            assertThat(info.getString("info.title")).startsWith("Qadam: ");
            assertThat(info.getString("info.version")).isEqualTo("1.0");
            assertThat(info.getString("info.description")).isNotBlank();
            assertThat(info.getString("info.license.name")).isEqualTo("Apache-2.0");
            assertThat(info.getString("info.contact.name")).isNotBlank();
        });
    }

    /** A page may ask its own origin alone, and begins with the first address. */
    @Test
    void a_document_names_its_own_service_first_and_then_the_front() {
        assertThat(Service.values())
                .allSatisfy(service -> assertThat(qadam.anybody(service)
                                .get("/q/openapi?format=json")
                                .jsonPath()
                                .getList("servers.url"))
                        .isEqualTo(List.of("/", qadam.front().toString())));
    }

    @Test
    void each_schema_that_a_document_of_events_names_is_served() {
        assertThat(Stream.of(Service.ENROLMENT, Service.PROGRESS)).allSatisfy(service -> {
            JsonPath document =
                    qadam.anybody(service).get("/contracts/asyncapi.json").jsonPath();
            Map<String, Map<String, Map<String, String>>> messages = document.getMap("components.messages");
            assertThat(messages.values())
                    .hasSizeGreaterThan(5)
                    .extracting(message -> message.get("payload").get("$ref"))
                    .allSatisfy(schema -> assertThat(qadam.anybody(service)
                                    .get("/contracts/" + schema.replaceFirst("^\\./", ""))
                                    .statusCode())
                            .isEqualTo(200));
        });
    }

    /** A generated class of such a name would hide that of the language. */
    @Test
    void no_schema_is_named_as_what_languages_have_themselves() {
        assertThat(Stream.of(Service.values())
                        .flatMap(service -> qadam
                                .anybody(service)
                                .get("/q/openapi?format=json")
                                .jsonPath()
                                .getMap("components.schemas")
                                .keySet()
                                .stream()))
                .isNotEmpty()
                .noneMatch(name -> Stream.of("java.lang", "java.time", "java.util")
                        .anyMatch(known -> isClass(known + "." + name)));
    }

    private static boolean isClass(String name) {
        try {
            Class.forName(name);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** A validator refuses what the type excludes, whatever the alternatives are. */
    @Test
    void a_member_with_null_as_an_alternative_may_be_null_by_its_type() {
        assertThat(Service.values()).allSatisfy(service -> {
            List<Map<String, Object>> members = qadam.anybody(service)
                    .get("/q/openapi?format=json")
                    .jsonPath()
                    .getList(
                            "components.schemas.collect { it.value.properties }.findAll { it }.collectMany { it.values() }"
                                    + ".findAll { it.type && it.anyOf && it.anyOf.any { one -> one.type == 'null' } }");
            assertThat(members)
                    .isNotEmpty()
                    .extracting(member -> member.get("type"))
                    .allSatisfy(types -> assertThat(types)
                            .asInstanceOf(InstanceOfAssertFactories.LIST)
                            .contains("null"));
        });
    }

    @Test
    void the_front_leads_every_operation_to_its_service() {
        assertThat(operations)
                .allSatisfy(operation -> assertThat(
                                Routes.serviceOf(operation.described().path()))
                        .contains(operation.service().module()));
    }

    @Test
    void the_front_leads_nobody_to_what_programs_find_at_the_ports_of_the_services() {
        assertThat(Stream.of("/q/openapi", "/q/swagger-ui", "/contracts/asyncapi.json", "/staff/q/openapi"))
                .allSatisfy(path -> assertThat(Routes.serviceOf(path)).isEmpty());
    }

    @Test
    void an_operation_asks_for_a_token_if_and_only_if_it_says_so() {
        assertThat(operations)
                .allSatisfy(operation -> assertThat(withoutToken(operation) == 401)
                        .isEqualTo(operation.described().isSecured()));
    }

    private int withoutToken(Operation operation) {
        String path = operation.described().path().replaceAll("\\{[^}]*}", "00000000-0000-4000-8000-000000000000");
        return qadam.anybody(operation.service())
                .contentType(ContentType.JSON)
                .body("{}")
                .request(operation.described().method(), path)
                .statusCode();
    }
}
