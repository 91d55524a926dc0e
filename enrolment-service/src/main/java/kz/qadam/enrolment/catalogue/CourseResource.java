package kz.qadam.enrolment.catalogue;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import kz.qadam.chassis.batch.Batch;
import kz.qadam.chassis.list.ChangeOrder;
import kz.qadam.chassis.list.Cursor;
import kz.qadam.chassis.list.Page;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.security.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** The courses for which learners are enrolled. */
@Path("/v1/courses")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Courses")
public class CourseResource {

    private final Batch batch;
    private final CatalogueTransaction transaction;

    CourseResource(Batch batch, CatalogueTransaction transaction) {
        this.batch = batch;
        this.transaction = transaction;
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
    public RestResponse<Page<CourseView>> courses(
            @Parameter(description = "Where an earlier page ended.") @RestQuery String cursor,
            @Parameter(description = "How many, 1 to 1000; 100 if left out.") @RestQuery Integer limit,
            UriInfo place) {
        return ChangeOrder.page(Course.class, "course", CourseView::of, Cursor.parse(cursor), Page.limit(limit))
                .at(place);
    }

    /** One course. */
    @GET
    @Path("/{code}")
    @PermitAll
    @Operation(
            operationId = "getCourse",
            summary = "One course",
            description = "The current version. The ETag names it; a change needs this ETag.")
    @APIResponse(
            responseCode = "200",
            description = "The course",
            content = @Content(schema = @Schema(implementation = CourseView.class)))
    public RestResponse<CourseView> course(@RestPath String code) {
        Course course = Course.<Course>findByIdOptional(code).orElseThrow(() -> Problem.unknownCode("course", code));
        return tagged(Status.OK, course);
    }

    /** Creates or replaces a course. */
    @PUT
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
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = CourseView.class)))
    @APIResponse(
            responseCode = "200",
            description = "The course in its current version",
            content = @Content(schema = @Schema(implementation = CourseView.class)))
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
        Codes.check(code);
        var wanted = CourseView.read(code, batch.single(body).fields());
        var precondition = new Precondition(ifMatch);
        return transaction.run(now -> {
            Optional<Course> known = Course.locked(code);
            if (known.isEmpty()) {
                precondition.requireAbsent();
                var course = Course.create(wanted, now);
                course.persistAndFlush();
                transaction.publish(course);
                return tagged(Status.CREATED, course);
            }
            precondition.requirePresent();
            var course = known.get();
            if (!course.hasSameContent(wanted)) {
                precondition.requireMatch(course.version);
                course.replaceWith(wanted, now);
                transaction.publish(course);
            }
            return tagged(Status.OK, course);
        });
    }

    private static RestResponse<CourseView> tagged(Status status, Course course) {
        return Precondition.tagged(status, course.version, CourseView.of(course));
    }
}
