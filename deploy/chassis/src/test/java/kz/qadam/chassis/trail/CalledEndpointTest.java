package kz.qadam.chassis.trail;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kz.qadam.chassis.submissions.submission.SingleItemParameters;
import kz.qadam.chassis.testing.EndpointRules;
import kz.qadam.chassis.testing.UnsaidResource;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the trail names endpoints, and that each of them says whether it is recorded. */
class CalledEndpointTest {

    abstract static class Inherited {

        @PUT
        @Path("{id}/resolution")
        @RecordedInTrail(TrailKind.WRITE)
        @RolesAllowed("office")
        public void resolve() {}

        @GET
        @Path("{id}/narrowed")
        @RecordedInTrail(value = TrailKind.READ, undeclared = Colours.class)
        @RolesAllowed("office")
        public void narrowed(@RestQuery int limit) {}

        @GET
        @PermitAll
        public void list() {}

        @GET
        @Path("{code}/parts/{id}")
        @NotInTrail("An example")
        @RolesAllowed("office")
        public void parts(
                @RestPath String code,
                @RestPath String id,
                @RestQuery("limit") int most,
                @BeanParam SingleItemParameters query) {}

        @GET
        @Path("{partId}")
        @NotInTrail("An example")
        @RolesAllowed("office")
        public void part(@RestPath String partId) {}

        @GET
        @Path("by/{owner}")
        @NotInTrail("An example")
        @RolesAllowed("office")
        public void of(@RestPath UUID owner) {}
    }

    static final class Colours implements Supplier<Set<String>> {

        @Override
        public Set<String> get() {
            return Set.of("red", "green");
        }
    }

    @Path("/v1/things")
    static final class Things extends Inherited {}

    private static CalledEndpoint endpoint(String method) {
        return CalledEndpoint.of(
                Things.class,
                Stream.of(Inherited.class.getMethods())
                        .filter(one -> one.getName().equals(method))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void an_inherited_endpoint_is_named_by_the_path_of_its_service() {
        assertThat(endpoint("resolve"))
                .isEqualTo(new CalledEndpoint(
                        "PUT /v1/things/{id}/resolution", TrailKind.WRITE, false, Set.of(), Set.of()));
    }

    @Test
    void an_open_endpoint_needs_no_entry() {
        assertThat(endpoint("list")).isEqualTo(new CalledEndpoint("GET /v1/things", null, true, Set.of(), Set.of()));
    }

    @Test
    void an_endpoint_knows_its_parameters() {
        assertThat(endpoint("parts").parameters()).containsExactlyInAnyOrder("limit", "dryRun");
        assertThat(endpoint("parts").codes()).containsExactly("code");
    }

    @Test
    void parameters_that_are_not_declared_one_by_one_are_known_too() {
        assertThat(endpoint("narrowed").parameters()).containsExactlyInAnyOrder("limit", "red", "green");
    }

    @ParameterizedTest
    @CsvSource({
        "parts, code, school-42, school-42",
        "parts, code, 991231100010,",
        "parts, code, Алия Омарова,",
        "parts, code, Aliya.Omarova@example.kz,",
        "part, partId, 0199a1c2-7b11-7c3e-8d11-991231100010, 0199a1c2-7b11-7c3e-8d11-991231100010",
        "part, partId, R-1,",
        "of, owner, 0199a1c2-7b11-7c3e-8d11-991231100010, 0199a1c2-7b11-7c3e-8d11-991231100010",
        "of, owner, Aliya,"
    })
    void a_subject_is_an_id_or_a_code(String method, String parameter, String value, String subject) {
        assertThat(endpoint(method).subject(Map.of(parameter, List.of(value)))).isEqualTo(Optional.ofNullable(subject));
    }

    @Test
    void a_closed_endpoint_that_does_not_say_whether_it_is_recorded_is_found_by_the_rule_of_architecture() {
        assertThat(EndpointRules.EVERY_CLOSED_ENDPOINT_SAYS_WHETHER_IT_IS_RECORDED
                        .evaluate(new ClassFileImporter().importClasses(UnsaidResource.class, Inherited.class))
                        .getFailureReport()
                        .getDetails())
                .singleElement()
                .asString()
                .contains("UnsaidResource.read()");
    }
}
