package kz.qadam.chassis.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import kz.qadam.chassis.language.Language;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Problem details as RFC 9457 has them, in the language of whoever reads them. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Problem", description = "Problem details (RFC 9457): what went wrong, and every place where.")
public record ProblemBody(
        @Schema(
                description = "A URL that names the kind of problem and opens its page.",
                examples = "https://qadam.kz/problems/rule-violated")
        String type,

        @Schema(examples = "Readable, but refused") String title,

        @Schema(examples = "422") int status,

        String detail,

        @Schema(description = "All faults at once, each with its place and a stable code.")
        List<ErrorBody> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** One thing wrong with an input. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Fault", description = "One thing wrong with an input.")
    public record ErrorBody(String pointer, String parameter, String column, String code, String detail) {}

    public static ProblemBody of(Problem problem, Language language) {
        ProblemType type = problem.type();
        return new ProblemBody(
                type.url(),
                type.title().in(language),
                type.status(),
                problem.detail().map(detail -> detail.in(language)).orElse(null),
                problem.errors().stream().map(fault -> fault.in(language)).toList());
    }

    /** What is wrong, for people, in one line. */
    public static String sentence(Problem problem, Language language) {
        return of(problem, language).sentence();
    }

    /** The same. */
    public String sentence() {
        if (errors.isEmpty()) {
            return detail == null ? title : detail;
        }
        return String.join(" ", errors.stream().map(ErrorBody::detail).toList());
    }
}
