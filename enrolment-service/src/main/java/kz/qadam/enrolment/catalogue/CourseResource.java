package kz.qadam.enrolment.catalogue;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.list.Page;
import kz.qadam.chassis.http.list.PageQuery;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.http.version.Precondition;
import kz.qadam.chassis.submissions.submission.BatchAnswer;
import kz.qadam.chassis.submissions.submission.BatchParameters;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The courses for which learners are enrolled. */
@Path("/v1/courses")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Courses")
public class CourseResource {

    private final Batch batch;
    private final CatalogueEntryQueries<CourseView, Course> courses;
    private final CatalogueEntryImport<CourseView, Course> file;

    CourseResource(Batch batch, CatalogueTransaction transaction) {
        this.batch = batch;
        this.courses = entries(transaction);
        this.file = file(batch, transaction);
    }

    static CatalogueEntryQueries<CourseView, Course> entries(CatalogueTransaction transaction) {
        return new CatalogueEntryQueries<>(Course.class, Course::new, transaction);
    }

    static CatalogueEntryImport<CourseView, Course> file(Batch batch, CatalogueTransaction transaction) {
        return new CatalogueEntryImport<>(
                entries(transaction), transaction, batch, CourseView.COLUMNS, CourseView::read);
    }

    /** All courses, page by page. */
    @GET
    @PermitAll
    @Operation(
            operationId = "listCourses",
            summary = "All courses",
            description = "In the order of last change. The last page has a cursor too: follow it later to get the"
                    + " courses changed since.")
    @APIResponse(responseCode = "200", description = "A page")
    public RestResponse<Page<CourseView>> courses(@BeanParam PageQuery page) {
        return courses.page(page);
    }

    /** One course. */
    @GET
    @Path("/{code}")
    @PermitAll
    @Operation(
            operationId = "getCourse",
            summary = "One course",
            description = "The current version. The ETag names it; a change needs this ETag.")
    @APIResponse(responseCode = "200", description = "The course")
    public RestResponse<CourseView> course(@RestPath String code) {
        return courses.one(code);
    }

    /** Creates or replaces a course. */
    @PUT
    @RecordedInTrail(TrailKind.WRITE)
    @Path("/{code}")
    @RolesAllowed(Role.OFFICE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putCourse",
            summary = "Create or change a course",
            description =
                    "Creates a course that does not exist. Replaces an existing course as a whole if If-Match names"
                            + " the ETag that you read. Equal content changes nothing. The hours of a course cannot"
                            + " change once a learner is enrolled for it (409).")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = CourseView.class), example = CourseView.EXAMPLE))
    @APIResponse(responseCode = "200", description = "The course in its current version")
    @APIResponse(
            responseCode = "201",
            description = "The new course",
            content = @Content(schema = @Schema(implementation = CourseView.class)))
    @APIResponse(
            responseCode = "409",
            description = "The hours cannot change, because a learner is enrolled for the course",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "#/components/schemas/Problem"),
                            example = """
                                    {"type": "https://qadam.kz/problems/in-use", "title": "In use, so it cannot change", \
                                    "status": 409}"""))
    @APIResponse(responseCode = "412")
    @APIResponse(responseCode = "422")
    @APIResponse(responseCode = "428")
    public RestResponse<CourseView> put(
            @RestPath String code,
            @Parameter(description = Precondition.DESCRIPTION) @RestHeader("If-Match") String ifMatch,
            byte[] body) {
        return courses.put(code, batch.single(body), CourseView::read, ifMatch);
    }

    /** Creates and replaces the courses of a file. */
    @POST
    @RecordedInTrail(TrailKind.WRITE)
    @Path("/batch")
    @RolesAllowed(Role.OFFICE)
    @Consumes({MediaType.APPLICATION_JSON, Batch.NDJSON, Batch.CSV, Batch.XLSX})
    @Produces({MediaType.APPLICATION_JSON, Batch.CSV})
    @ResponseStatus(BatchAnswer.STATUS)
    @Operation(
            operationId = "putCourses",
            summary = "Create or change the courses of a file",
            description = CatalogueEntryImport.DESCRIPTION)
    @RequestBody(content = @Content(mediaType = Batch.CSV, example = CourseView.CSV))
    @APIResponse(
            responseCode = "207",
            description = "The verdict on every item: accepted, duplicate or rejected",
            content = @Content(schema = @Schema(implementation = BatchAnswer.class)))
    public BatchAnswer putAll(byte[] body, @BeanParam BatchParameters query) {
        return file.put(body, query);
    }
}
