package kz.qadam.enrolment.enrolments;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kz.qadam.chassis.http.batch.FreeText;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.batch.ItemReader;
import kz.qadam.chassis.http.batch.OwnCode;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.submissions.submission.ParsedItem;
import kz.qadam.enrolment.catalogue.NamedCatalogueEntries;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The correction of a wrong enrolment. A member that is null stays as it was. */
@Schema(
        name = "EnrolmentCorrection",
        description = "The correction of a wrong enrolment. Members that are left out stay as they are.")
record CorrectionPost(
        @Schema(description = "A partner leaves it out: it follows from the token.", examples = "school-42")
        @Size(min = 1, max = 100)
        @FreeText(mayHonourPerson = true)
        String institution,

        @Schema(description = "The reference of the enrolment (tried first) or its id.", examples = "E-1")
        @NotNull
        @Size(min = 1, max = 100)
        @OwnCode
        String enrolment,

        @Schema(examples = "AI-101") @Size(min = 1, max = 100) @FreeText(mayHonourPerson = true)
        String course,

        @Schema(examples = "pupils") @Size(min = 1, max = 100) @FreeText(mayHonourPerson = true)
        String cohort,

        @Schema(description = "ISO 3166-2:KZ", examples = "KZ-71")
        @Size(min = 1, max = 100)
        @FreeText(mayHonourPerson = true)
        String region,

        @Schema(examples = "2026-02-02") LocalDate enrolledOn,

        @JsonUnwrapped EnrolmentAttributes attributes,

        @Schema(
                description = "The reason, for the record; it is not published, and must not name a person.",
                examples = "Typed in the wrong row")
        @NotNull
        @Size(min = 1, max = 1_000)
        @FreeText
        String reason,

        @Schema(
                description = "The version that you read. If it is no longer current: 409 version-conflict.",
                examples = "1")
        @Min(1)
        Integer version)
        implements Amendment {

    static final ItemReader<CorrectionPost> READER = ItemReader.of(CorrectionPost.class);

    static final String EXAMPLE = """
            {"enrolment": "E-1", "region": "KZ-71", "reason": "Typed in the wrong row", "version": 1}""";

    static final String CSV = """
            enrolment,enrolledOn,reason
            E-1,2026-02-02,Typed in the wrong row
            """;

    @Override
    public List<Fault> brokenRules(ItemFields fields, NamedCatalogueEntries catalogue, LocalDate today) {
        return EnrolmentRules.content(fields, course, cohort, region, enrolledOn, catalogue, today);
    }

    /** If the correction was applied before, nothing changes, whatever version it names. */
    @Override
    public Change applyTo(Enrolment before, ParsedItem<?> item, Instant now) {
        EnrolmentContent corrected = corrected(before);
        if (corrected.equals(before.content())) {
            return new Change.Unchanged();
        }
        if (version != null && version != before.version()) {
            return new Change.Refused(new Problem(
                    ProblemType.VERSION_CONFLICT, item.fields().fault("version", "not-current", before.version())));
        }
        return new Change.Changed(
                200, before.corrected(corrected, VersionOrigin.of(VersionOrigin.Event.CORRECTED, reason, item, now)));
    }

    /** A region that equals the derived one is not a correction. */
    private EnrolmentContent corrected(Enrolment before) {
        EnrolmentContent content = before.content();
        return new EnrolmentContent(
                content.learnerId(),
                course == null ? content.course() : course,
                cohort == null ? content.cohort() : cohort,
                region == null || region.equals(before.region()) ? content.sentRegion() : region,
                enrolledOn == null ? content.enrolledOn() : enrolledOn,
                attributes.over(content.attributes()));
    }
}
