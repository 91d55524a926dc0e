package kz.qadam.enrolment.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import kz.qadam.chassis.http.batch.FreeText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A milestone of the programme and the day on which it is due. */
@Embeddable
record Milestone(
        @Schema(examples = "digital-nation") @NotNull @Size(min = 1, max = 100) @FreeText(mayHonourPerson = true)
        String code,

        @Column(name = "day") @Schema(examples = "2028-09-08") @NotNull
        LocalDate on) {}
