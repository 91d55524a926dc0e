package kz.qadam.chassis.http.problem;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.base.language.Message;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Problem details according to RFC 9457, in the reader's language. OpenAPI shows the schema of ProblemSchemas. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Problem")
public record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        List<ErrorBody> errors,
        Integer moreFaults,
        @JsonIgnore String moreInWords) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** One thing wrong with an input. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Fault")
    public record ErrorBody(String pointer, String parameter, String column, String code, String detail) {}

    public static ProblemBody of(Problem problem, Language language) {
        return of(problem, language, Problem.MOST_FAULTS);
    }

    /**
     * The same.
     *
     * @param most the most faults that are listed; the others are only counted
     */
    public static ProblemBody of(Problem problem, Language language, int most) {
        ProblemType type = problem.type();
        List<Fault> listed =
                problem.errors().subList(0, Math.min(problem.errors().size(), most));
        int more = problem.moreFaults() + problem.errors().size() - listed.size();
        return new ProblemBody(
                type.url(),
                type.title().in(language),
                type.status(),
                problem.detail().map(detail -> detail.in(language)).orElse(null),
                listed.stream().map(fault -> fault.in(language)).toList(),
                more == 0 ? null : more,
                more == 0 ? null : Message.of("more-faults", more).in(language));
    }

    /** The problem as one line for people. */
    public static String sentence(Problem problem, Language language) {
        return of(problem, language).sentence();
    }

    /** The same. */
    public String sentence() {
        Stream<String> words = errors.isEmpty()
                ? Stream.of(detail == null ? title : detail)
                : errors.stream().map(ErrorBody::detail);
        return Stream.concat(words, Stream.ofNullable(moreInWords)).collect(Collectors.joining(" "));
    }
}
