package kz.qadam.enrolment.catalogue;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import kz.qadam.chassis.batch.Fields;
import kz.qadam.chassis.batch.Form;
import kz.qadam.chassis.batch.FreeText;
import kz.qadam.enrolment.numbers.Bin;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An institution as it is, and as it is sent to be.
 *
 * @param status null where it was sent without one: a new institution is active, a known one stays what it is
 */
@Schema(name = "Institution", description = "Who enrols learners and reports completions.")
record InstitutionView(
        @Schema(examples = "school-42") String code,

        @Schema(
                nullable = true,
                description = "The business identification number: twelve digits, the last a check digit.",
                examples = "060140000013")
        @Pattern(regexp = "^[0-9]{12}$", message = "bin")
        @FreeText
        String bin,

        @Schema(examples = "school") @NotNull InstitutionKind kind,

        @NotNull Names names,

        @Schema(
                nullable = true,
                description = "ISO 3166-2:KZ. It is where an enrolment counts that names no region itself.",
                examples = "KZ-75")
        @Size(min = 1, max = 20)
        String region,

        @Schema(description = "Only an active one may enrol.", examples = "active")
        InstitutionStatus status) {

    private static final Form<InstitutionView> FORM = Form.of(InstitutionView.class);

    static InstitutionView read(String code, Fields fields) {
        Codes.same(fields, code);
        InstitutionView wanted = FORM.read(fields);
        if (wanted.region != null && !Region.isCode(wanted.region)) {
            fields.broken("region", "unknown-region");
        }
        if (wanted.bin != null && !Bin.hasRightCheckDigit(wanted.bin)) {
            fields.broken("bin", "check-digit");
        }
        fields.throwProblem();
        return wanted;
    }

    static InstitutionView of(Institution it) {
        return new InstitutionView(it.code, it.bin, it.kind, it.names, it.region, it.status);
    }
}
