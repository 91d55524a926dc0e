package kz.qadam.chassis.problem;

import java.util.List;

/** A failure that the caller can act on. It becomes RFC 9457 problem details in one place. */
public class Problem extends RuntimeException {

    private final ProblemType type;
    private final List<Fault> errors;

    public Problem(ProblemType type, String detail, List<Fault> errors) {
        super(detail);
        this.type = type;
        this.errors = List.copyOf(errors);
    }

    public Problem(ProblemType type, String detail) {
        this(type, detail, List.of());
    }

    public static Problem notFound() {
        return new Problem(ProblemType.NOT_FOUND, null);
    }

    /** A body that cannot be read as a whole: 400. */
    public static Problem unreadable(String code, String detail) {
        return new Problem(ProblemType.INVALID_REQUEST, null, List.of(Fault.at("", code, detail)));
    }

    /** A parameter of the query that cannot be read: 400. */
    public static Problem badParameter(String parameter, String code, String detail) {
        return new Problem(ProblemType.INVALID_REQUEST, null, List.of(Fault.parameter(parameter, code, detail)));
    }

    /** A code in a filter or a path that the catalogue does not have: 404. */
    public static Problem unknownCode(String parameter, String code) {
        return new Problem(
                ProblemType.UNKNOWN_CODE,
                null,
                List.of(Fault.parameter(parameter, "unknown-code", "There is no " + parameter + " " + code + ".")));
    }

    public ProblemType type() {
        return type;
    }

    public List<Fault> errors() {
        return errors;
    }
}
