package kz.qadam.chassis.http.problem;

import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.base.language.Message;

/** A failure that the caller can correct. {@link ProblemResponses} renders it as RFC 9457 problem details. */
public class Problem extends RuntimeException {

    /** How many faults one problem lists; further faults are only counted. */
    public static final int MOST_FAULTS = 100;

    private final ProblemType type;
    private final transient Message detail;
    private final transient List<Fault> errors;
    private final int moreFaults;
    private final Duration retryAfter;

    private Problem(ProblemType type, Message detail, List<Fault> errors, int moreFaults, Duration retryAfter) {
        super(detail == null ? null : detail.in(Language.EN));
        this.type = type;
        this.detail = detail;
        this.errors = List.copyOf(errors.subList(0, Math.min(errors.size(), MOST_FAULTS)));
        this.moreFaults = moreFaults + errors.size() - this.errors.size();
        this.retryAfter = retryAfter;
    }

    public Problem(ProblemType type) {
        this(type, null, List.of(), 0, null);
    }

    /** @param detail what is particular to this occurrence */
    public Problem(ProblemType type, Message detail) {
        this(type, detail, List.of(), 0, null);
    }

    /**
     * A problem that lasts longer than is usual for its type.
     *
     * @param detail what is particular to this occurrence
     * @param retryAfter how long to wait before the same request is sent again
     */
    public Problem(ProblemType type, Message detail, Duration retryAfter) {
        this(type, detail, List.of(), 0, retryAfter);
    }

    /** @param errors all faults */
    public Problem(ProblemType type, List<Fault> errors) {
        this(type, null, errors, 0, null);
    }

    /**
     * A problem with more faults than are listed.
     *
     * @param errors the listed faults
     * @param moreFaults the number of further faults
     */
    public Problem(ProblemType type, List<Fault> errors, int moreFaults) {
        this(type, null, errors, moreFaults, null);
    }

    public Problem(ProblemType type, Fault error) {
        this(type, null, List.of(error), 0, null);
    }

    public static Problem notFound() {
        return new Problem(ProblemType.NOT_FOUND);
    }

    /** A body that cannot be read as a whole: 400. */
    public static Problem unreadable(String key, Object... arguments) {
        return new Problem(ProblemType.INVALID_REQUEST, Fault.at("", key, arguments));
    }

    /** A parameter of the query that cannot be read: 400. */
    public static Problem badParameter(String parameter, String key, Object... arguments) {
        return new Problem(ProblemType.INVALID_REQUEST, Fault.parameter(parameter, key, arguments));
    }

    /** A code in a filter or a path that the catalogue does not have: 404. */
    public static Problem unknownCode(String parameter, String code) {
        return new Problem(ProblemType.UNKNOWN_CODE, Fault.parameter(parameter, "unknown-code", parameter, code));
    }

    public ProblemType type() {
        return type;
    }

    /** The headers of the answer: those of the type, with this problem's own Retry-After if it has one. */
    Map<String, String> headers() {
        if (retryAfter == null) {
            return type.headers();
        }
        Map<String, String> headers = new HashMap<>(type.headers());
        headers.put(HttpHeaders.RETRY_AFTER, String.valueOf(retryAfter.toSeconds()));
        return headers;
    }

    public Optional<Message> detail() {
        return Optional.ofNullable(detail);
    }

    /** The listed faults, at most {@link #MOST_FAULTS}. */
    public List<Fault> errors() {
        return errors;
    }

    /** The number of faults that are not listed. */
    public int moreFaults() {
        return moreFaults;
    }
}
