package kz.qadam.chassis.testing;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import kz.qadam.chassis.http.security.AccessScope;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

/** Endpoints that tell what their caller may see. */
@Path("/scopes")
public class AccessScopeResource {

    private final Caller caller;

    AccessScopeResource(Caller caller) {
        this.caller = caller;
    }

    @GET
    @Path("/records")
    @Operation(hidden = true)
    @RolesAllowed({Role.PARTNER, Role.OFFICE, Role.AUDITOR, Role.AUDITOR_OF_A_REGION})
    public String records(@RestQuery String institution, @RestQuery String region) {
        return text(caller.scope().at(institution).in(region));
    }

    @GET
    @Path("/figures")
    @Operation(hidden = true)
    @RolesAllowed({Role.VIEWER, Role.OFFICE, Role.AUDITOR, Role.AUDITOR_OF_A_REGION, Role.VIEWER_OF_A_REGION})
    public String figures(@RestQuery String region) {
        return text(caller.scopeOfFigures().in(region));
    }

    @GET
    @Path("/institutions")
    @Operation(hidden = true)
    @RolesAllowed({Role.OFFICE, Role.OFFICE_OF_A_REGION})
    public String institutions() {
        return text(caller.scope());
    }

    @GET
    @Path("/nation")
    @Operation(hidden = true)
    @RolesAllowed({Role.VIEWER, Role.AUDITOR})
    public String nation() {
        return "everything";
    }

    @GET
    @Path("/public")
    @Operation(hidden = true)
    @PermitAll
    public String seenBy() {
        return caller.isViewer() || caller.isAuditor() ? "exact" : "published";
    }

    private static String text(AccessScope scope) {
        return "%s of %s".formatted(scope.institution(), scope.region());
    }
}
