package kz.qadam.progress.desk;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import kz.qadam.chassis.http.desk.DeskPages;
import kz.qadam.chassis.http.desk.DeskRequest;
import kz.qadam.chassis.http.desk.Home;
import kz.qadam.chassis.http.desk.HomeLink;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.Unrecorded;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The home of institutions, and the panel of this service. */
@Path("/desk")
public class InstitutionDesk {

    private static final String WAITS = "It counts what waits, and shows nothing of people.";

    private static final String SERVICE = "progress";
    private static final Home HOME = new Home("institution", SERVICE, List.of("enrolment", "reporting"));

    private static final List<HomeLink> LINKS = List.of(
            new HomeLink("enrolment-files", "/enrolment-files"),
            new HomeLink("completion-files", "/completion-files"),
            new HomeLink("figures", "/"));

    private final DeskPages pages;

    InstitutionDesk(DeskPages pages) {
        this.pages = pages;
    }

    /** Leads to the home of the caller. */
    @GET
    @RolesAllowed({
        Role.PARTNER,
        Role.OFFICE,
        Role.AUDITOR,
        Role.VIEWER,
        Role.AUDITOR_OF_A_REGION,
        Role.VIEWER_OF_A_REGION
    })
    @Unrecorded("It shows nothing.")
    @Operation(hidden = true)
    public RestResponse<Void> toHome(@BeanParam DeskRequest asked) {
        return pages.toHome(asked);
    }

    /** The home of institutions. */
    @GET
    @Path("/institution")
    @RolesAllowed(Role.PARTNER)
    @Unrecorded(WAITS)
    @Operation(hidden = true)
    public RestResponse<String> home(@BeanParam DeskRequest asked) {
        return pages.home(HOME, LINKS, asked);
    }

    /** What waits here, for the homes of other services. */
    @GET
    @Path("/panels/progress/tasks")
    @RolesAllowed({Role.PARTNER, Role.OFFICE, Role.AUDITOR, Role.AUDITOR_OF_A_REGION})
    @Unrecorded(WAITS)
    @Operation(hidden = true)
    public RestResponse<String> panel(@BeanParam DeskRequest asked) {
        return pages.panel(SERVICE, asked);
    }

    /** Their scripts, styles and icons. */
    @GET
    @PermitAll
    @Path("/{page:institution|panels/progress}/{file}")
    @Operation(hidden = true)
    public RestResponse<byte[]> file(
            @RestPath String file, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return pages.file(file, ifNoneMatch);
    }
}
