package kz.qadam.progress.completion;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import kz.qadam.chassis.http.batch.FreeText;
import kz.qadam.chassis.http.batch.ItemReader;
import kz.qadam.chassis.http.batch.OwnCode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A correction of a completion. A member that is null is not changed. */
// Else OpenAPI would name the details first.
@JsonPropertyOrder({"institution", "completion", "enrolment", "completedOn"})
@Schema(
        name = "CorrectionPost",
        description = "A correction of a completion. Members that are left out, null, or an empty cell of a CSV stay"
                + " unchanged.")
public record CorrectionPost(
        @Schema(
                description = "Only the office has to name it; a partner's institution is in its token.",
                examples = "school-42")
        @Size(min = 1, max = 100)
        @FreeText(mayHonourPerson = true)
        String institution,

        @Schema(examples = "C-2026-0001", description = "Your reference of the completion (tried first), or its id.")
        @NotNull
        @Size(min = 1, max = 100)
        @OwnCode
        String completion,

        @Schema(
                examples = "E-2026-0002",
                description =
                        "The reference of the right enrolment (tried first), or its id. If it is not known yet, the"
                                + " completion is pending until it comes.")
        @Size(min = 1, max = 100)
        @OwnCode
        String enrolment,

        @Schema(examples = "2026-05-30", description = "The right day; not after today.") @PastOrPresent
        LocalDate completedOn,

        @JsonUnwrapped CompletionDetails details,

        @Schema(
                examples = "the date was that of the certificate",
                description = "Kept in the history; it is not published, and must not name a person.")
        @NotNull
        @Size(min = 1, max = 500)
        @FreeText
        String reason,

        @Schema(
                examples = "1",
                description = "The version that you have read. If the completion has changed since, it is not"
                        + " corrected: 409 version-conflict.")
        @Min(1)
        Integer version)
        implements CompletionSubmissionKind.Post {

    static final ItemReader<CorrectionPost> READER = ItemReader.of(CorrectionPost.class);

    static final String EXAMPLE = """
            {"completion": "C-2026-0001", "completedOn": "2026-05-30", "reason": "the date was that of the certificate", "version": 1}""";

    static final String CSV_EXAMPLE = """
            completion,completedOn,reason
            C-2026-0001,30.05.2026,the date was that of the certificate
            """;

    /**
     * Applies this correction to the content of a completion.
     *
     * @param sameEnrolment whether the correction only names the present enrolment in the other way
     */
    CompletionContent appliedTo(CompletionContent content, boolean sameEnrolment) {
        return new CompletionContent(
                enrolment == null || sameEnrolment ? content.enrolment() : enrolment,
                completedOn == null ? content.completedOn() : completedOn,
                details.over(content.details()));
    }

    @Override
    public String reference() {
        return completion;
    }
}
