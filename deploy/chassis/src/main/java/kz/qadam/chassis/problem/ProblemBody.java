package kz.qadam.chassis.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Problem details as RFC 9457 has them. */
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
        List<Fault> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public static ProblemBody of(Problem problem) {
        return of(problem.type(), problem.getMessage(), problem.errors());
    }

    public static ProblemBody of(ProblemType type, String detail, List<Fault> errors) {
        return new ProblemBody(type.url(), type.title(), type.status(), detail, errors);
    }
}
