package kz.qadam.enrolment.enrolments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.submissions.submission.ParsedItem;
import kz.qadam.enrolment.catalogue.InstitutionStatus;
import kz.qadam.enrolment.catalogue.LegalBasisRule;
import kz.qadam.enrolment.catalogue.NamedCatalogueEntries;

/** The rules for new and corrected enrolments. A value that is null is not checked. */
final class EnrolmentRules {

    private static final int YEARS_AHEAD = 1;

    private EnrolmentRules() {}

    /** A partner whose institution is not active sends nothing, and is answered nothing about what it sends. */
    static Optional<Problem> standing(ParsedItem<?> item, NamedCatalogueEntries catalogue) {
        return item.submitter()
                .institution()
                .flatMap(catalogue::institution)
                .filter(own -> own.status() != InstitutionStatus.ACTIVE)
                .map(own -> new Problem(ProblemType.RULE_VIOLATED, notActive(item.fields(), own.status())));
    }

    /** Only an active institution may enrol learners. */
    static Optional<Fault> institution(ItemFields fields, String code, NamedCatalogueEntries catalogue) {
        Optional<NamedCatalogueEntries.InstitutionSummary> institution = catalogue.institution(code);
        if (institution.isEmpty()) {
            return Optional.of(fields.fault("institution", "unknown-institution"));
        }
        InstitutionStatus status = institution.get().status();
        return status == InstitutionStatus.ACTIVE ? Optional.empty() : Optional.of(notActive(fields, status));
    }

    private static Fault notActive(ItemFields fields, InstitutionStatus status) {
        return fields.fault("institution", "institution-" + status.name().toLowerCase(Locale.ROOT));
    }

    /** What an item needs a basis for: its institution, and the cohort that it names, or null. */
    static LegalBasisRule.Sending sending(ParsedItem<? extends EnrolmentSubmissionKind.Post> item) {
        return new LegalBasisRule.Sending(item.actingFor(), item.content().cohort());
    }

    /**
     * Where the installation requires a basis, an institution enrols only in cohorts for which it has declared one.
     *
     * @param withoutBasis those that have declared none
     */
    static Optional<Fault> basis(
            ParsedItem<? extends EnrolmentSubmissionKind.Post> item, Set<LegalBasisRule.Sending> withoutBasis) {
        return withoutBasis.contains(sending(item))
                ? Optional.of(item.fields().fault("cohort", "basis-needed"))
                : Optional.empty();
    }

    static List<Fault> content(
            ItemFields fields,
            String course,
            String cohort,
            String region,
            LocalDate enrolledOn,
            NamedCatalogueEntries catalogue,
            LocalDate today) {
        List<Fault> broken = new ArrayList<>();
        if (course != null && !catalogue.hasCourse(course)) {
            broken.add(fields.fault("course", "unknown-course"));
        }
        if (cohort != null && !catalogue.hasCohort(cohort)) {
            broken.add(fields.fault("cohort", "unknown-cohort"));
        }
        if (region != null && !NamedCatalogueEntries.hasRegion(region)) {
            broken.add(fields.fault("region", "unknown-region"));
        }
        if (enrolledOn != null && enrolledOn.isAfter(today.plusYears(YEARS_AHEAD))) {
            broken.add(fields.fault("enrolledOn", "too-far-ahead"));
        }
        return broken;
    }
}
