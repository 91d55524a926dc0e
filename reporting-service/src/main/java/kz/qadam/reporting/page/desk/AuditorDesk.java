package kz.qadam.reporting.page.desk;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.stream.Stream;
import kz.qadam.chassis.http.desk.DeskPages;
import kz.qadam.chassis.http.desk.DeskRequest;
import kz.qadam.chassis.http.desk.Home;
import kz.qadam.chassis.http.desk.HomeLink;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.Unrecorded;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The home of auditors, and the panel of this service. */
@Path("/desk")
public class AuditorDesk {

    private static final String WAITS = "It counts what waits, and shows nothing of people.";

    private static final String SERVICE = "reporting";
    private static final Home HOME = new Home("auditor", SERVICE, List.of("enrolment", "progress"));

    /** Who sees a region reads its records, and no trail. */
    private static final List<HomeLink> LINKS_OF_A_REGION =
            List.of(new HomeLink("figures", "/"), new HomeLink("audit", "/audit"));

    private static final List<HomeLink> LINKS = Stream.concat(
                    LINKS_OF_A_REGION.stream(),
                    Stream.of(
                            new HomeLink("enrolment-trail", "/enrolment-trail"),
                            new HomeLink("completion-trail", "/completion-trail"),
                            new HomeLink("trail", "/trail")))
            .toList();

    private final DeskPages pages;
    private final Caller caller;

    AuditorDesk(DeskPages pages, Caller caller) {
        this.pages = pages;
        this.caller = caller;
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

    /** The home of auditors. */
    @GET
    @Path("/auditor")
    @RolesAllowed({Role.AUDITOR, Role.AUDITOR_OF_A_REGION})
    @Unrecorded(WAITS)
    @Operation(hidden = true)
    public RestResponse<String> home(@BeanParam DeskRequest asked) {
        return pages.home(HOME, caller.isAuditor() ? LINKS : LINKS_OF_A_REGION, asked);
    }

    /** What waits here, for the homes of other services. */
    @GET
    @Path("/panels/reporting/tasks")
    @RolesAllowed({Role.PARTNER, Role.OFFICE, Role.AUDITOR, Role.AUDITOR_OF_A_REGION})
    @Unrecorded(WAITS)
    @Operation(hidden = true)
    public RestResponse<String> panel(@BeanParam DeskRequest asked) {
        return pages.panel(SERVICE, asked);
    }

    /** Their scripts, styles and icons. */
    @GET
    @PermitAll
    @Path("/{page:auditor|panels/reporting}/{file}")
    @Operation(hidden = true)
    public RestResponse<byte[]> file(
            @RestPath String file, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return pages.file(file, ifNoneMatch);
    }
}
