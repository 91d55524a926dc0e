package kz.qadam.progress.xapi.reading;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import kz.qadam.chassis.http.batch.FreeText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A verb with the type of its object. */
@Schema(name = "VerbAndType", description = "A verb with the type of what it is about.")
public record VerbAndType(
        @Schema(examples = "http://adlnet.gov/expapi/verbs/completed")
        @NotNull
        @Size(min = 1, max = 500)
        @FreeText(mayHonourPerson = true)
        String verb,

        @Schema(examples = "https://w3id.org/xapi/cmi5/activitytype/course")
        @NotNull
        @Size(min = 1, max = 500)
        @FreeText(mayHonourPerson = true)
        String type) {}
