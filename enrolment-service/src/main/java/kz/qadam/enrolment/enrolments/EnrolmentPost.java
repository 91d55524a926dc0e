package kz.qadam.enrolment.enrolments;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import kz.qadam.chassis.base.crypto.DerivedCode;
import kz.qadam.chassis.http.batch.DerivedInTables;
import kz.qadam.chassis.http.batch.FreeText;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.batch.ItemReader;
import kz.qadam.chassis.http.batch.OwnCode;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.table.Columns;
import kz.qadam.chassis.http.table.Columns.Column;
import kz.qadam.chassis.http.table.Columns.Need;
import kz.qadam.chassis.http.table.NextTableLayout;
import kz.qadam.chassis.submissions.submission.Outcome;
import kz.qadam.enrolment.catalogue.NamedCatalogueEntries;
import kz.qadam.enrolment.learners.Identity;
import kz.qadam.enrolment.learners.LearnerIdentityPost;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A submitted enrolment. */
@Schema(name = "NewEnrolment", description = "A learner takes a course at an institution, in a cohort.")
record EnrolmentPost(
        @Schema(
                description =
                        "Your own reference; never use it for another enrolment. It makes it safe to send again. It"
                                + " must not name a person. In a table without this column it is derived from learner,"
                                + " course and cohort.",
                examples = "E-1")
        @NotNull(message = "missing/reference")
        @DerivedInTables
        @Size(min = 1, max = 100)
        @OwnCode
        String reference,

        @Schema(
                description = "A partner leaves it out: it follows from the token. The office must name one.",
                examples = "school-42")
        @Size(min = 1, max = 100)
        @FreeText(mayHonourPerson = true)
        String institution,

        @Schema(examples = "AI-101") @NotNull @Size(min = 1, max = 100) @FreeText(mayHonourPerson = true)
        String course,

        @Schema(examples = "pupils") @NotNull @Size(min = 1, max = 100) @FreeText(mayHonourPerson = true)
        String cohort,

        @NotNull(message = "missing/identity") LearnerIdentityPost learner,

        @Schema(description = "ISO 3166-2:KZ. If left out, the region of the institution.", examples = "KZ-75")
        @Size(min = 1, max = 100)
        @FreeText(mayHonourPerson = true)
        String region,

        @Schema(
                description = "The local day on which the learner joined; at most a year ahead.",
                examples = "2026-02-01")
        @NotNull
        LocalDate enrolledOn,

        @JsonUnwrapped EnrolmentAttributes attributes)
        implements EnrolmentSubmissionKind.Post {

    static final ItemReader<EnrolmentPost> READER = ItemReader.of(EnrolmentPost.class);

    /** A sheet without references may say of its rows, too, when they were completed: the answer is the table to send. */
    static final Columns COLUMNS = READER.columns()
            .leadingTo(new NextTableLayout(
                    "enrolment",
                    List.of(
                            new Column("completedOn", "/completedOn", Need.NO, Columns.Type.DAY, "31.05.2026", false),
                            new Column("score", "/score", Need.NO, Columns.Type.NUMBER, "0,87", false),
                            new Column("certificate", "/certificate", Need.NO, Columns.Type.TEXT, "", false)),
                    List.of("course", "cohort", "region", "enrolledOn")));

    /** An example to try out. Its number is of a birth in 1899, so it belongs to nobody. */
    static final String EXAMPLE = """
            {"reference": "E-1", "course": "AI-101", "cohort": "pupils", "learner": {"iin": "991231100010"}, \
            "enrolledOn": "2026-02-01"}""";

    static final String CSV = """
            reference,course,cohort,iin,documentCountry,documentNumber,region,enrolledOn
            E-1,AI-101,pupils,991231100010,,,,2026-02-01
            E-2,AI-101,pupils,991231200017,,,KZ-71,2026-02-01
            E-3,AI-101,pupils,,UZ,AA 1234567,,01.02.2026
            """;

    /** The learner; null if it cannot be read. */
    Identity identity() {
        return learner == null ? null : learner.identity();
    }

    /**
     * The rules of the catalogue, of identities and of the calendar that it breaks.
     *
     * @param enrolling the institution that enrols; null if it could not be read
     * @param identity the learner; null if it cannot be read
     * @param mayName whether the learner of a learnerId exists for the submitter
     */
    List<Fault> brokenRules(
            ItemFields fields,
            String enrolling,
            Identity identity,
            NamedCatalogueEntries catalogue,
            Predicate<UUID> mayName,
            Predicate<Identity.Personal> mayAdmit,
            LocalDate today) {
        List<Fault> broken = new ArrayList<>();
        if (enrolling != null) {
            EnrolmentRules.institution(fields, enrolling, catalogue).ifPresent(broken::add);
        }
        broken.addAll(EnrolmentRules.content(fields, course, cohort, region, enrolledOn, catalogue, today));
        if (identity instanceof Identity.Surrogate known && !mayName.test(known.learnerId())) {
            broken.add(fields.object("learner").orElseThrow().fault("learnerId", "unknown-learner"));
        }
        if (identity instanceof Identity.Personal person) {
            if (person.hasImpossibleNumber()) {
                broken.add(fields.object("learner").orElseThrow().fault("iin", "no-day-of-birth"));
            } else if (!mayAdmit.test(person)) {
                broken.add(numberFault(fields.object("learner").orElseThrow(), "not-synthetic"));
            }
        }
        return broken;
    }

    /** That its learner is blocked. */
    static Fault blockedFault(ItemFields fields) {
        return numberFault(fields.object("learner").orElseThrow(), Outcome.Rejected.BLOCKED);
    }

    private static Fault numberFault(ItemFields learner, String key) {
        return learner.object("document")
                .map(document -> document.fault("number", key))
                .orElseGet(() -> learner.fault("iin", key));
    }

    /**
     * The same under the reference that is derived for it: it always is the same for one person, course and cohort at an
     * institution.
     *
     * @param first the learner that the person was first known as, before any merge
     */
    EnrolmentPost underDerivedReference(String enrolling, UUID first) {
        String derived = DerivedCode.of("e-", enrolling, first.toString(), course, cohort);
        return new EnrolmentPost(derived, institution, course, cohort, learner, region, enrolledOn, attributes);
    }

    EnrolmentContent content(UUID learnerId) {
        return new EnrolmentContent(
                learnerId, course, cohort, region, enrolledOn, attributes.over(EnrolmentAttributes.NONE));
    }
}
