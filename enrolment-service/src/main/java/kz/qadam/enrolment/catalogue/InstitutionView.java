package kz.qadam.enrolment.catalogue;

import kz.qadam.chassis.batch.Fields;
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
                pattern = "^[0-9]{12}$",
                examples = "060140000013")
        String bin,

        @Schema(required = true, examples = "school") InstitutionKind kind,

        @Schema(required = true) Names names,

        @Schema(
                nullable = true,
                description = "ISO 3166-2:KZ. It is where an enrolment counts that names no region itself.",
                examples = "KZ-75")
        String region,

        @Schema(description = "Only an active one may enrol.", examples = "active")
        InstitutionStatus status) {

    static InstitutionView read(String code, Fields fields) {
        Codes.same(fields, code);
        fields.require("kind", "names");
        String region = fields.text("region", 20);
        if (region != null && !Region.isCode(region)) {
            fields.broken("region", "unknown-region");
        }
        var wanted = new InstitutionView(
                code,
                bin(fields),
                fields.oneOf("kind", InstitutionKind.class),
                Names.read(fields, "names"),
                region,
                fields.oneOf("status", InstitutionStatus.class));
        fields.problem().ifPresent(problem -> {
            throw problem;
        });
        return wanted;
    }

    private static String bin(Fields fields) {
        String bin = fields.freeText("bin", 100);
        if (bin == null) {
            return null;
        }
        if (!Bin.areTwelveDigits(bin)) {
            return fields.unreadable("bin", "bin");
        }
        if (!Bin.hasRightCheckDigit(bin)) {
            fields.broken("bin", "check-digit");
        }
        return bin;
    }

    static InstitutionView of(Institution it) {
        return new InstitutionView(it.code, it.bin, it.kind, it.names, it.region, it.status);
    }
}
