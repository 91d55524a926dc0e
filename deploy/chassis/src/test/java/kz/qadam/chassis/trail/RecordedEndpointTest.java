package kz.qadam.chassis.trail;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import kz.qadam.chassis.testing.EndpointRules;
import kz.qadam.chassis.testing.UnsaidResource;
import org.junit.jupiter.api.Test;

/** How the trail names endpoints, and that each of them says whether it is recorded. */
class RecordedEndpointTest {

    abstract static class Inherited {

        @PUT
        @Path("{id}/resolution")
        @Recorded(TrailKind.WRITE)
        @RolesAllowed("office")
        public void resolve() {}

        @GET
        @PermitAll
        public void list() {}
    }

    @Path("/v1/things")
    static final class Things extends Inherited {}

    private static RecordedEndpoint endpoint(String method) throws NoSuchMethodException {
        return RecordedEndpoint.of(Things.class, Inherited.class.getMethod(method));
    }

    @Test
    void an_inherited_endpoint_is_named_by_the_path_of_its_service() throws NoSuchMethodException {
        assertThat(endpoint("resolve"))
                .isEqualTo(new RecordedEndpoint("PUT /v1/things/{id}/resolution", TrailKind.WRITE, false));
    }

    @Test
    void an_open_endpoint_needs_no_entry() throws NoSuchMethodException {
        assertThat(endpoint("list")).isEqualTo(new RecordedEndpoint("GET /v1/things", null, true));
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
