package kz.qadam.chassis.http.version;

import java.util.stream.Stream;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * The precondition of a replacement by RFC 9110: a caller replaces only the version that it has read.
 *
 * @param header the header If-Match; null if the request had none
 */
public record Precondition(String header) {

    public static final String DESCRIPTION = "The ETag that you read, or *. Required to change what exists.";

    /**
     * What a form says by the version that it was filled in about.
     *
     * @param version null or empty: there was nothing to replace
     */
    public static Precondition ofForm(String version) {
        return new Precondition(version == null || version.isEmpty() ? null : '"' + version + '"');
    }

    /**
     * Whether a request only creates, by its header If-None-Match.
     *
     * @param ifNoneMatch null if the request had none
     * @throws Problem 400 for anything else than {@code *}
     */
    public static boolean createsOnly(String ifNoneMatch) {
        if (ifNoneMatch != null && !ifNoneMatch.strip().equals("*")) {
            throw Problem.badParameter("If-None-Match", "only-to-create", "If-None-Match");
        }
        return ifNoneMatch != null;
    }

    /**
     * Requires that the request wants to replace nothing.
     *
     * @throws Problem 412 if the request has the header, though there is nothing to replace
     */
    public void requireAbsent() {
        if (header != null) {
            throw new Problem(ProblemType.PRECONDITION_FAILED, Message.of("nothing-here-yet"));
        }
    }

    /**
     * Requires that the request says what it replaces.
     *
     * @throws Problem 428 if the request has no such header
     */
    public void requirePresent() {
        if (header == null) {
            throw new Problem(ProblemType.PRECONDITION_REQUIRED);
        }
    }

    /**
     * Requires that the request replaces this version.
     *
     * @throws Problem 412 if the header names another version
     */
    public void requireMatch(int version) {
        boolean matches = header != null
                && (header.strip().equals("*")
                        || Stream.of(header.split(",")).map(String::strip).anyMatch(tag(version)::equals));
        if (!matches) {
            throw new Problem(ProblemType.PRECONDITION_FAILED);
        }
    }

    /** An answer with the strong ETag of this version. */
    public static <V> RestResponse<V> tagged(RestResponse.Status status, int version, V view) {
        return ResponseBuilder.create(status, view).header("ETag", tag(version)).build();
    }

    /** An answer about a new entry, with its path in Location. */
    public static <V> RestResponse<V> created(String path, int version, V view) {
        return ResponseBuilder.create(RestResponse.Status.CREATED, view)
                .header("Location", path)
                .header("ETag", tag(version))
                .build();
    }

    private static String tag(int version) {
        return '"' + Integer.toString(version) + '"';
    }
}
