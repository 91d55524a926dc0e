package kz.qadam.progress.completion;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import kz.qadam.chassis.base.crypto.DerivedCode;
import kz.qadam.chassis.http.batch.DerivedInTables;
import kz.qadam.chassis.http.batch.FreeText;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.batch.ItemReader;
import kz.qadam.chassis.http.batch.OwnCode;
import kz.qadam.chassis.http.batch.SelfChecking;
import kz.qadam.chassis.http.table.Columns;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The statement that an enrolment's course was finished. */
// Else OpenAPI would name the details first.
@JsonPropertyOrder({"reference", "institution", "enrolment", "completedOn"})
@Schema(name = "CompletionPost", description = "The statement that an enrolment's course was finished.")
public record CompletionPost(
        @Schema(
                examples = "C-1",
                description = "Your own reference, which no other of your completions may ever have. It makes it safe"
                        + " to send the completion again. It must not name a person. In a table without this column it"
                        + " is derived from the enrolment.")
        @NotNull(message = "missing/reference")
        @DerivedInTables
        @Size(min = 1, max = 100)
        @OwnCode
        String reference,

        @Schema(
                description = "Only the office has to name it; a partner's institution is in its token.",
                examples = "school-42")
        @Size(min = 1, max = 100)
        @FreeText(mayHonourPerson = true)
        String institution,

        @Schema(
                examples = "E-1",
                description = "The reference of your enrolment (tried first), or its id. The enrolment may come later:"
                        + " until then the completion is pending. Required without an account.")
        @Size(min = 1, max = 100)
        @OwnCode
        String enrolment,

        @Schema(
                examples = "2026-05-31",
                description = "The local day on which the course was finished; not after today.")
        @NotNull
        @PastOrPresent
        LocalDate completedOn,

        @JsonUnwrapped CompletionDetails details,

        @JsonUnwrapped NamedByPlatformAccount by)
        implements CompletionSubmissionKind.Post, SelfChecking {

    static final ItemReader<CompletionPost> READER = ItemReader.of(CompletionPost.class);

    /** Of enrolment and account each row has one. */
    static final Columns COLUMNS = new Columns(READER.columns().all().stream()
            .map(column -> List.of("enrolment", NamedByPlatformAccount.ACCOUNT).contains(column.name())
                    ? new Columns.Column(
                            column.name(),
                            column.pointer(),
                            Columns.Need.ONE_OF_THESE,
                            column.type(),
                            column.example(),
                            column.isForNumbers())
                    : column)
            .toList());

    /** Examples of one item and of a table, simple enough for a first try. */
    static final String EXAMPLE = """
            {"reference": "C-1", "enrolment": "E-1", "completedOn": "2026-05-31", "score": 0.87}""";

    static final String CSV = """
            reference,enrolment,completedOn,score
            C-1,E-1,2026-05-31,0.87
            C-2,E-2,31.05.2026,
            """;

    /**
     * The same under the reference that is derived for it: it always is the same for one enrolment.
     *
     * @param of the reference of the enrolment
     */
    CompletionPost underDerivedReference(String reporting, String of) {
        return new CompletionPost(derivedReference(reporting, of), institution, enrolment, completedOn, details, by);
    }

    /** The same of this enrolment. */
    CompletionPost of(String named, String under) {
        return new CompletionPost(under, institution, named, completedOn, details, by);
    }

    @Override
    public void check(ItemFields completion) {
        NamedByPlatformAccount.check(completion);
    }

    static String derivedReference(String reporting, String of) {
        return DerivedCode.of("x-", reporting, of);
    }

    CompletionContent content() {
        return new CompletionContent(enrolment, completedOn, details);
    }
}
