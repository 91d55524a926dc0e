package kz.qadam.reporting.audit.worklist;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import kz.qadam.chassis.http.batch.FreeText;
import kz.qadam.chassis.http.batch.ItemReader;
import kz.qadam.reporting.asof.PointInTimeResolver;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The request to draw a worklist. */
@Schema(name = "NewWorklist", description = "What to draw.")
record WorklistPost(
        @Schema(description = "The code of a cohort, or total.", examples = "pupils") @NotNull @Size(max = 100)
        String cohort,

        @Schema(description = "How many records.", examples = "60") @NotNull @Min(1) @Max(1000)
        Integer size,

        @Schema(description = "Any text that names no person; if absent, the service makes one.", examples = "2026-Q2")
        @Size(max = 100)
        @FreeText(mayHonourPerson = true)
        String seed,

        @Schema(description = PointInTimeResolver.AS_OF, examples = "2026-06-01T00:00:00+05:00")
        String asOf,

        @Schema(description = PointInTimeResolver.ON, examples = "2026-05-31")
        LocalDate on) {

    static final ItemReader<WorklistPost> READER = ItemReader.of(WorklistPost.class);

    static final String EXAMPLE = """
            {"cohort": "pupils", "size": 60, "seed": "2026-Q2"}""";
}
