package kz.qadam.reporting.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.Map;
import kz.qadam.reporting.audit.revision.FigureChanges;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A publication with its figures, and the changes since. */
@Schema(
        name = "Published",
        description = "A publication with its figures as they were published, and the changes since.")
record PublicationWithFigures(
        @JsonUnwrapped PublicationView publication,

        @Schema(
                description = "The public body of GET /v1/progress of the release, byte for byte.",
                implementation = Map.class)
        RawValue figures,

        @Schema(
                description =
                        "How the figures have changed since, and why; only for viewer, office and auditor. With asOf:"
                                + " the changes up to that instant.",
                nullable = true)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        FigureChanges restatement) {}
