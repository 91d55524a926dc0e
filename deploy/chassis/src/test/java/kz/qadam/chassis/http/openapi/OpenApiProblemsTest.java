package kz.qadam.chassis.http.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import kz.qadam.chassis.testing.NoBackends;
import kz.qadam.chassis.testing.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(NoBackends.class)
@WithTestResource(TestIssuer.class)
class OpenApiProblemsTest {

    private JsonPath api;

    @BeforeEach
    void read() {
        api = given().accept("application/json").get("/q/openapi?format=json").jsonPath();
    }

    @Test
    void the_document_is_openapi_3_1_with_bearer_tokens() {
        assertThat(api.getString("openapi")).isEqualTo("3.1.0");
        assertThat(api.getString("components.securitySchemes.token.scheme")).isEqualTo("bearer");
        assertThat(api.getString("components.securitySchemes.token.bearerFormat"))
                .isEqualTo("JWT");
    }

    @Test
    void an_operation_answers_with_the_problems_of_what_it_takes() {
        assertThat(answers("/toys", "get")).containsOnlyKeys("200", "400");
        assertThat(answers("/toys", "post")).containsOnlyKeys("200", "400", "409", "413", "415");
        assertThat(answers("/toys/{id}", "get")).containsOnlyKeys("200", "404");
        assertThat(answers("/toys/office", "get")).containsOnlyKeys("200", "401", "403", "429");
        assertThat(answers("/toys/acting", "get")).containsOnlyKeys("200", "400", "401", "403", "429");
        assertThat(answers("/toys/busy", "get")).containsOnlyKeys("200");
    }

    @Test
    void each_problem_has_its_schema_and_an_example() {
        String content = "paths.'/toys'.post.responses.'409'.content.'application/problem+json'";

        assertThat(api.getString(content + ".schema.'$ref'")).isEqualTo("#/components/schemas/Problem");
        assertThat(api.getString(content + ".example.type")).endsWith("/problems/reference-conflict");
        assertThat(api.getString("components.schemas.Problem.properties.errors.items.'$ref'"))
                .isEqualTo("#/components/schemas/Fault");
        assertThat(api.getString("paths.'/toys/office'.get.responses.'403'.description"))
                .isEqualTo("The token does not allow this");
        assertThat(api.getString("paths.'/toys'.post.responses.'400'.description"))
                .isEqualTo("The request cannot be read");
    }

    @Test
    void the_document_names_the_headers_that_say_how_many_requests_are_left() {
        assertThat(api.getMap("paths.'/toys/acting'.get.responses.'429'.headers"))
                .containsOnlyKeys("Retry-After", "RateLimit-Policy", "RateLimit");
    }

    @Test
    void where_a_partner_may_call_a_key_is_as_good_as_a_token() {
        assertThat(api.getString("components.securitySchemes.key.scheme")).isEqualTo("basic");
        assertThat(api.<Map<String, Object>>getList("paths.'/toys/acting'.get.security"))
                .hasSize(2)
                .anyMatch(way -> way.containsKey("token"))
                .anyMatch(way -> way.containsKey("key"));
        assertThat(api.<Map<String, Object>>getList("paths.'/toys/office'.get.security"))
                .noneMatch(way -> way.containsKey("key"));
    }

    @Test
    void the_pages_of_problems_are_no_operations() {
        assertThat(api.getMap("paths")).doesNotContainKeys("/problems", "/problems/{code}");
    }

    @Test
    void the_document_and_its_page_are_public() {
        given().get("/q/openapi").then().statusCode(200);
        given().get("/q/swagger-ui/").then().statusCode(200);
    }

    private Map<String, Object> answers(String path, String method) {
        return api.getMap("paths.'" + path + "'." + method + ".responses");
    }
}
