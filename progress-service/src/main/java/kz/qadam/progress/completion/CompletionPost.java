package kz.qadam.progress.completion;

import java.math.BigDecimal;
import java.time.LocalDate;
import kz.qadam.chassis.batch.Fields;
import kz.qadam.chassis.table.Columns;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The statement that an enrolment's course was finished. */
@Schema(name = "CompletionPost", description = "The statement that an enrolment's course was finished.")
public record CompletionPost(
        @Schema(
                required = true,
                minLength = 1,
                maxLength = 100,
                examples = "C-2026-0001",
                description = "Your own reference, unique for ever among your completions: sending it again is safe.")
        String reference,

        @Schema(description = "Needed from the office only; a partner's is in its token.", examples = "school-42")
        String institution,

        @Schema(
                required = true,
                minLength = 1,
                maxLength = 100,
                examples = "E-2026-0001",
                description =
                        "The reference of your enrolment (tried first), or its id. It may come later: until then the completion is pending.")
        String enrolment,

        @Schema(
                required = true,
                examples = "2026-05-31",
                description = "The local day on which the course was finished; not after today.")
        LocalDate completedOn,

        @Schema(minimum = "0", maximum = "1", examples = "0.87")
        BigDecimal score,

        @Schema(maxLength = 200, description = "The number of a certificate, if there is one. It is not published.")
        String certificate) {

    static final Columns COLUMNS =
            Columns.of("reference", "institution", "enrolment", "completedOn", "score", "certificate");

    /** One item, and a table, as a developer would first try them. */
    static final String EXAMPLE = """
            {"reference": "C-1", "enrolment": "E-1", "completedOn": "2026-05-31", "score": 0.87}""";

    static final String CSV = """
            reference,enrolment,completedOn,score
            C-1,E-1,2026-05-31,0.87
            C-2,E-2,31.05.2026,
            """;

    /** Reads one; what is wrong is noted in the fields. */
    static CompletionPost read(Fields fields, LocalDate today) {
        fields.require("reference", "enrolment", "completedOn");
        var post = new CompletionPost(
                fields.freeText("reference", 100),
                fields.freeText("institution", 100),
                fields.freeText("enrolment", 100),
                fields.date("completedOn"),
                fields.decimal("score"),
                fields.freeText("certificate", 200));
        check(fields, post.completedOn, post.score, today);
        return post;
    }

    /** The rules that hold for the content by itself, wherever it is stated; null is not there. */
    static void check(Fields fields, LocalDate completedOn, BigDecimal score, LocalDate today) {
        if (completedOn != null && completedOn.isAfter(today)) {
            fields.broken("completedOn", "in-the-future");
        }
        if (score != null && (score.signum() < 0 || score.compareTo(BigDecimal.ONE) > 0)) {
            fields.broken("score", "range", 0, 1);
        }
    }

    Content content() {
        return new Content(enrolment, completedOn, score, certificate);
    }
}
