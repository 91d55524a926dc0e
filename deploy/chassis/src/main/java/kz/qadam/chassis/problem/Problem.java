package kz.qadam.chassis.problem;

import java.util.List;
import java.util.Optional;
import kz.qadam.chassis.language.Language;
import kz.qadam.chassis.language.Text;

/** A failure that the caller can act on. It becomes RFC 9457 problem details in one place. */
public class Problem extends RuntimeException {

    private final ProblemType type;
    private final transient Text detail;
    private final transient List<Fault> errors;

    private Problem(ProblemType type, Text detail, List<Fault> errors) {
        super(detail == null ? null : detail.in(Language.EN));
        this.type = type;
        this.detail = detail;
        this.errors = List.copyOf(errors);
    }

    public Problem(ProblemType type) {
        this(type, null, List.of());
    }

    /** @param detail what is particular to this occurrence */
    public Problem(ProblemType type, Text detail) {
        this(type, detail, List.of());
    }

    /** @param errors all that is wrong, at once */
    public Problem(ProblemType type, List<Fault> errors) {
        this(type, null, errors);
    }

    public Problem(ProblemType type, Fault error) {
        this(type, null, List.of(error));
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

    public Optional<Text> detail() {
        return Optional.ofNullable(detail);
    }

    public List<Fault> errors() {
        return errors;
    }
}
