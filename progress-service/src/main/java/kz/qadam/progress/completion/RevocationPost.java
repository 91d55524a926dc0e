package kz.qadam.progress.completion;

import kz.qadam.chassis.batch.Fields;
import kz.qadam.chassis.table.Columns;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The statement that a completion never was. */
@Schema(name = "RevocationPost", description = "The statement that a completion never was. It is final.")
public record RevocationPost(
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
                required = true,
                minLength = 1,
                maxLength = 500,
                examples = "entered for the wrong person",
                description = "Kept for the auditor; it is not published.")
        String reason) {

    /** One item, and a table, as a developer would first try them. */
    static final String EXAMPLE = """
            {"completion": "C-1", "reason": "entered for the wrong person"}""";

    static final String CSV = """
            completion,reason
            C-1,entered for the wrong person
            """;

    static final Columns COLUMNS = Columns.of("institution", "completion", "reason");

    static RevocationPost read(Fields fields) {
        fields.require("completion", "reason");
        return new RevocationPost(
                fields.freeText("institution", 100),
                fields.freeText("completion", 100),
                fields.freeText("reason", 500));
    }
}
