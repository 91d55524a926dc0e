package kz.qadam.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Requests that are made out of an OpenAPI document. */
class ApiDocumentTest {

    private static final String DOCUMENT = """
            {"paths": {
               "/things/{id}": {
                 "parameters": [{"name": "id", "in": "path", "required": true}],
                 "get": {
                   "operationId": "thing", "summary": "One thing", "security": [{"token": ["keeper"]}],
                   "parameters": [
                     {"name": "by", "in": "query", "required": true, "schema": {"$ref": "#/components/schemas/By"}},
                     {"name": "owner", "in": "query", "example": "somebody & co"},
                     {"name": "If-Match", "in": "header"}],
                   "responses": {
                     "200": {"description": "It", "content": {"application/json": {}, "text/csv": {}}},
                     "404": {"description": "None", "content": {"application/problem+json": {}}}}}},
               "/things": {
                 "post": {
                   "requestBody": {"content": {"application/json": {
                     "schema": {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}},
                     "example": [{"name": "a"}]}}},
                   "responses": {"201": {"description": "Kept"}}}}},
             "components": {"schemas": {
               "By": {"enum": ["size", "colour"]},
               "Thing": {"properties": {"name": {"type": "string"}, "maker": {"$ref": "#/components/schemas/Maker"}}},
               "Maker": {"properties": {"code": {"type": "string"}}}}}}
            """;

    private final List<ApiOperation> operations = ApiDocument.operations(DOCUMENT);
    private final ApiOperation reading = operations.get(0);
    private final ApiOperation posting = operations.get(1);

    @Test
    void an_operation_says_who_may_call_it_and_what_it_answers() {
        assertThat(reading).hasToString("GET /things/{id}");
        assertThat(reading.isSecured()).isTrue();
        assertThat(reading.roles()).containsExactly("keeper");
        assertThat(reading.mediaTypes()).containsExactly("application/json", "text/csv");
        assertThat(reading.answers()).containsOnlyKeys("200", "404");
        assertThat(posting.isSecured()).isFalse();
    }

    @Test
    void there_is_a_request_for_each_value_of_what_is_needed_and_for_each_optional_parameter() {
        assertThat(reading.requests(Map.of("id", List.of("7"))))
                .extracting(ApiRequest::address)
                .containsExactlyInAnyOrder(
                        "/things/7?by=size&",
                        "/things/7?by=colour&",
                        "/things/7?by=size&owner=somebody+%26+co&",
                        "/things/7?by=colour&owner=somebody+%26+co&");
    }

    @Test
    void a_request_is_labelled_by_what_distinguishes_it_and_not_by_its_values() {
        assertThat(reading.requests(Map.of("id", List.of("7"))))
                .extracting(ApiRequest::label, ApiRequest::plain)
                .contains(
                        tuple("/things/{id}?by=size", "/things/{id}?by=size"),
                        tuple("/things/{id}?by=size&owner", "/things/{id}?by=size"));
    }

    @Test
    void given_values_can_take_the_place_of_examples() {
        assertThat(reading.withoutExamplesOf(Set.of("owner")).requests(Map.of("owner", List.of("me"))))
                .extracting(ApiRequest::address)
                .contains("/things/1?by=size&owner=me&")
                .noneMatch(address -> address.contains("somebody"));
    }

    @Test
    void one_address_has_the_chosen_parameters_and_those_that_are_needed() {
        assertThat(reading.address(Map.of("id", "7", "owner", "me", "unheard-of", "1")))
                .isEqualTo("/things/7?by=size&owner=me&");
    }

    @Test
    void the_members_of_a_body_are_those_of_its_items_and_of_their_members() {
        assertThat(posting.body().members()).containsExactly("name", "maker.code");
        assertThat(posting.body().example().path(0).path("name").asText()).isEqualTo("a");
    }
}
