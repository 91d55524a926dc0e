package kz.qadam.chassis.desk;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.NotInTrail;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The home at this service, and the panel with what waits here for the homes at others. */
@Path(Navigation.DESK)
public class DeskResource {

    private static final String WAITS = "It counts what waits, and shows nothing of people.";

    private final HomeAndPanelRenderer renderer;
    private final Instance<Home> home;
    private final Caller caller;
    private final String service;

    DeskResource(
            HomeAndPanelRenderer renderer,
            Instance<Home> home,
            Caller caller,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.renderer = renderer;
        this.home = home;
        this.caller = caller;
        this.service = application.replace("-service", "");
    }

    /** Leads to the home of the caller. */
    @GET
    @RolesAllowed({
        Role.PARTNER,
        Role.OFFICE,
        Role.AUDITOR,
        Role.VIEWER,
        Role.AUDITOR_OF_A_REGION,
        Role.VIEWER_OF_A_REGION,
        Role.OFFICE_OF_A_REGION
    })
    @NotInTrail("It shows nothing.")
    @Operation(hidden = true)
    public RestResponse<String> toHome(@BeanParam DeskRequest asked) {
        return asked.toHome();
    }

    /** The same, asked of this service: who begins a session at one service depends on no other. */
    @GET
    @Path("/panels/{service}/home")
    @RolesAllowed({
        Role.PARTNER,
        Role.OFFICE,
        Role.AUDITOR,
        Role.VIEWER,
        Role.AUDITOR_OF_A_REGION,
        Role.VIEWER_OF_A_REGION,
        Role.OFFICE_OF_A_REGION
    })
    @NotInTrail("It shows nothing.")
    @Operation(hidden = true)
    public RestResponse<String> toHome(@RestPath("service") String named, @BeanParam DeskRequest asked) {
        requireOwn(named);
        return asked.toHome();
    }

    /** A home; each is open to its own roles alone. */
    @GET
    @Path("/{home}")
    @RolesAllowed({Role.PARTNER, Role.OFFICE, Role.AUDITOR, Role.AUDITOR_OF_A_REGION, Role.OFFICE_OF_A_REGION})
    @NotInTrail(WAITS)
    @Operation(hidden = true)
    public RestResponse<String> home(@RestPath("home") String name, @BeanParam DeskRequest asked) {
        Home own = own(name);
        if (own.roles().stream().noneMatch(caller::is)) {
            throw new Problem(ProblemType.FORBIDDEN);
        }
        return renderer.home(own, asked);
    }

    /** What waits here, for the homes of other services. */
    @GET
    @Path("/panels/{service}/tasks")
    @RolesAllowed({Role.PARTNER, Role.OFFICE, Role.AUDITOR, Role.AUDITOR_OF_A_REGION, Role.OFFICE_OF_A_REGION})
    @NotInTrail(WAITS)
    @Operation(hidden = true)
    public RestResponse<String> panel(@RestPath("service") String named, @BeanParam DeskRequest asked) {
        requireOwn(named);
        return renderer.panel(service, asked);
    }

    /** What happened here last, for the homes of other services. */
    @GET
    @Path("/panels/{service}/last")
    @RolesAllowed({Role.PARTNER, Role.OFFICE, Role.AUDITOR, Role.AUDITOR_OF_A_REGION, Role.OFFICE_OF_A_REGION})
    @NotInTrail("It says when something happened last, and shows nothing of people.")
    @Operation(hidden = true)
    public RestResponse<String> last(@RestPath("service") String named, @BeanParam DeskRequest asked) {
        requireOwn(named);
        return renderer.last(service, asked);
    }

    /** A script, style sheet or icon of the pages of this service. */
    @GET
    @PermitAll
    @Path("/panels/{service}/{file}")
    @Operation(hidden = true)
    public RestResponse<byte[]> file(
            @RestPath("service") String named,
            @RestPath String file,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        requireOwn(named);
        return renderer.file(file, ifNoneMatch);
    }

    private Home own(String name) {
        return home.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow(Problem::notFound);
    }

    private void requireOwn(String named) {
        if (!named.equals(service)) {
            throw Problem.notFound();
        }
    }
}
