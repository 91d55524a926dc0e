package kz.qadam.progress.completion;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import kz.qadam.chassis.http.batch.FreeText;
import kz.qadam.chassis.http.batch.ItemReader;
import kz.qadam.chassis.http.batch.OwnCode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The revocation of a completion. */
@Schema(name = "RevocationPost", description = "The statement that a completion is void. A revocation is final.")
public record RevocationPost(
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
                examples = "entered for the wrong person",
                description = "Kept for auditors; it is not published, and must not name a person.")
        @NotNull
        @Size(min = 1, max = 500)
        @FreeText
        String reason)
        implements CompletionSubmissionKind.Post {

    static final ItemReader<RevocationPost> READER = ItemReader.of(RevocationPost.class);

    /** Examples of one item and of a table, simple enough for a first try. */
    static final String EXAMPLE = """
            {"completion": "C-1", "reason": "entered for the wrong person"}""";

    static final String CSV = """
            completion,reason
            C-1,entered for the wrong person
            """;

    @Override
    public String reference() {
        return completion;
    }
}
