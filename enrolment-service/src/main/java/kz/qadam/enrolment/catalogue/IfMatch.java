package kz.qadam.enrolment.catalogue;

import java.util.stream.Stream;
import kz.qadam.chassis.language.Text;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * The precondition of a replacement, as RFC 9110 has it: nobody overwrites what he has not seen.
 *
 * @param header null if there was none
 */
record IfMatch(String header) {

    static final String DESCRIPTION = "The ETag of what was read, or *. Needed to change what is there.";

    /** @throws Problem 412 if the caller believes that there is something */
    void meetsNothing() {
        if (header != null) {
            throw new Problem(ProblemType.PRECONDITION_FAILED, Text.of("nothing-here-yet"));
        }
    }

    /** @throws Problem 428 if there is no such header */
    void required() {
        if (header == null) {
            throw new Problem(ProblemType.PRECONDITION_REQUIRED);
        }
    }

    /** @throws Problem 412 if it names another version */
    void meets(int version) {
        boolean met = header.strip().equals("*")
                || Stream.of(header.split(",")).map(String::strip).anyMatch(tag(version)::equals);
        if (!met) {
            throw new Problem(ProblemType.PRECONDITION_FAILED);
        }
    }

    /** An answer with the strong ETag of this version. */
    static <V> RestResponse<V> tagged(RestResponse.Status status, int version, V view) {
        return ResponseBuilder.create(status, view).header("ETag", tag(version)).build();
    }

    /** An answer about something new, which says where it is. */
    static <V> RestResponse<V> created(String path, int version, V view) {
        return ResponseBuilder.create(RestResponse.Status.CREATED, view)
                .header("Location", path)
                .header("ETag", tag(version))
                .build();
    }

    private static String tag(int version) {
        return '"' + Integer.toString(version) + '"';
    }
}
