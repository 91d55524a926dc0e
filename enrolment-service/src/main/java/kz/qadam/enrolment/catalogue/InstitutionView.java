package kz.qadam.enrolment.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import kz.qadam.chassis.base.numbers.CheckDigit;
import kz.qadam.chassis.http.batch.FreeText;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.batch.ItemReader;
import kz.qadam.chassis.http.table.Columns;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An institution, in an answer and in the body of a request.
 *
 * @param status null if the request has none: a new institution is active, an existing one keeps its status
 */
@Schema(name = "Institution", description = "An institution, which enrols learners and reports completions.")
record InstitutionView(
        @Schema(examples = "school-42") @Size(min = 1, max = 100) @FreeText(mayHonourPerson = true)
        String code,

        @Schema(
                nullable = true,
                description = "The business identification number: twelve digits, the last a check digit.",
                examples = "060140000013")
        @Pattern(regexp = "^[0-9]{12}$", message = "bin")
        @FreeText(mayHonourPerson = true)
        String bin,

        @Schema(
                description = "The business identification number of its owner, if it belongs to another organisation."
                        + " Institutions of one owner, and those that have the owner's number as their own, count as one"
                        + " in what is published of their people. Left out if it has no owner.",
                examples = "060140000013")
        @Pattern(regexp = "^[0-9]{12}$", message = "bin")
        @FreeText(mayHonourPerson = true)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        String owner,

        @Schema(examples = "school") @NotNull InstitutionKind kind,

        @NotNull LocalizedName names,

        @Schema(
                nullable = true,
                description = "ISO 3166-2:KZ. Enrolments that name no region count in this one.",
                examples = "KZ-75")
        @Size(min = 1, max = 20)
        String region,

        @Schema(description = "Only an active institution may enrol learners.", examples = "active")
        InstitutionStatus status) {

    private static final ItemReader<InstitutionView> READER = ItemReader.of(InstitutionView.class);

    static final String EXAMPLE = """
            {"code": "school-42", "bin": "060140000013", "kind": "school", "names": {"kk": "№42 мектеп", \
            "ru": "Школа 42", "en": "School 42"}, "region": "KZ-75"}""";

    static final String CSV = """
            code,bin,owner,kind,nameKk,nameRu,nameEn,region,status,version
            school-42,060140000013,,school,№42 мектеп,Школа 42,School 42,KZ-75,,
            """;

    /** What a table of institutions may have. */
    static final Columns COLUMNS = READER.columns();

    /** Its fields collect the faults. */
    static InstitutionView read(ItemFields fields) {
        InstitutionView wanted = READER.read(fields);
        if (wanted.region != null && !Region.isCode(wanted.region)) {
            fields.broken("region", "unknown-region");
        }
        if (wanted.bin != null && !CheckDigit.isRight(wanted.bin)) {
            fields.broken("bin", "check-digit");
        }
        if (wanted.owner != null && !CheckDigit.isRight(wanted.owner)) {
            fields.broken("owner", "check-digit");
        }
        return wanted;
    }

    /** The same; if it has no status, with this one. */
    InstitutionView orWith(InstitutionStatus usual) {
        return status == null ? new InstitutionView(code, bin, owner, kind, names, region, usual) : this;
    }
}
