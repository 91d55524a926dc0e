package kz.qadam.enrolment.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import kz.qadam.chassis.batch.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A day by which something of the programme is due. */
@Embeddable
record Milestone(
        @Schema(required = true, examples = "digital-nation")
        String code,

        @Column(name = "day") @Schema(required = true, examples = "2028-09-08")
        LocalDate on) {

    static Milestone read(Fields fields) {
        fields.require("code", "on");
        return new Milestone(fields.freeText("code", 100), fields.date("on"));
    }
}
