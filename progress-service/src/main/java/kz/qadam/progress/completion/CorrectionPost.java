package kz.qadam.progress.completion;

import java.math.BigDecimal;
import java.time.LocalDate;
import kz.qadam.chassis.batch.Fields;
import kz.qadam.chassis.table.Columns;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The statement that a completion said something wrong. What is null stays. */
@Schema(
        name = "CorrectionPost",
        description =
                "A completion said something wrong. What is left out stays as it is; null, and an empty cell of a CSV,"
                        + " are as left out.")
public record CorrectionPost(
        @Schema(description = "Needed from the office only; a partner's is in its token.", examples = "school-42")
        String institution,

        @Schema(
                required = true,
                minLength = 1,
                maxLength = 100,
                examples = "C-2026-0001",
                description = "Your reference of the completion (tried first), or its id.")
        String completion,

        @Schema(
                minLength = 1,
                maxLength = 100,
                examples = "E-2026-0002",
                description =
                        "The reference of the right enrolment (tried first), or its id. If it is not known yet, the"
                                + " completion is pending until it comes.")
        String enrolment,

        @Schema(examples = "2026-05-30", description = "The right day; not after today.")
        LocalDate completedOn,

        @Schema(minimum = "0", maximum = "1", examples = "0.91")
        BigDecimal score,

        @Schema(maxLength = 200, examples = "AI-2026-000123")
        String certificate,

        @Schema(
                required = true,
                minLength = 1,
                maxLength = 500,
                examples = "the date was that of the certificate",
                description = "Kept in the history; it is not published.")
        String reason,

        @Schema(
                minimum = "1",
                examples = "1",
                description = "The version that you have read. If the completion has changed since, nothing is changed:"
                        + " 409 version-conflict.")
        Integer version) {

    static final String EXAMPLE = """
            {"completion": "C-2026-0001", "completedOn": "2026-05-30", "reason": "the date was that of the certificate", "version": 1}""";

    static final String CSV_EXAMPLE = """
            completion,completedOn,reason
            C-2026-0001,30.05.2026,the date was that of the certificate
            """;

    static final Columns COLUMNS = Columns.of(
            "institution", "completion", "enrolment", "completedOn", "score", "certificate", "reason", "version");

    /** Reads one; what is wrong is noted in the fields. */
    static CorrectionPost read(Fields fields, LocalDate today) {
        fields.require("completion", "reason");
        var post = new CorrectionPost(
                fields.freeText("institution", 100),
                fields.freeText("completion", 100),
                fields.freeText("enrolment", 100),
                fields.date("completedOn"),
                fields.decimal("score"),
                fields.freeText("certificate", 200),
                fields.freeText("reason", 500),
                fields.whole("version", 1, Integer.MAX_VALUE));
        CompletionPost.check(fields, post.completedOn, post.score, today);
        return post;
    }

    /**
     * The content with what this says.
     *
     * @param sameEnrolment whether it only calls the same enrolment by its other name
     */
    Content appliedTo(Content content, boolean sameEnrolment) {
        return new Content(
                enrolment == null || sameEnrolment ? content.enrolment() : enrolment,
                completedOn == null ? content.completedOn() : completedOn,
                score == null ? content.score() : score,
                certificate == null ? content.certificate() : certificate);
    }
}
