package kz.qadam.enrolment.enrolments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.submissions.submission.ParsedItem;
import kz.qadam.enrolment.catalogue.LegalBasisRule;
import kz.qadam.enrolment.catalogue.NamedCatalogueEntries;
import kz.qadam.enrolment.learners.Identity;
import kz.qadam.enrolment.learners.Learners;
import org.jdbi.v3.core.Handle;

/**
 * Decides which of many new enrolments break a rule, in the transaction that records the others.
 *
 * @param identities the learner of each item; null if it cannot be read
 */
record EnrolmentChecks(
        Handle database,
        Learners learners,
        LegalBasisRule basisRule,
        LearnersById named,
        Map<EnrolmentPost, Identity> identities,
        LocalDate today) {

    /**
     * Returns the items; each of them that cannot be recorded has a problem. It lists all broken rules; if the sender is
     * suspended, only that.
     */
    List<ParsedItem<EnrolmentPost>> judge(List<ParsedItem<EnrolmentPost>> items, NamedCatalogueEntries catalogue) {
        Set<LegalBasisRule.Sending> withoutBasis = basisRule.findWithoutBasis(
                database, items.stream().map(EnrolmentRules::sending).toList(), today);
        return items.stream()
                .map(item -> EnrolmentRules.standing(item, catalogue)
                        .or(item::problem)
                        .or(() -> item.fields().problem(brokenRules(item, catalogue, withoutBasis)))
                        .map(item::rejected)
                        .orElse(item))
                .toList();
    }

    private List<Fault> brokenRules(
            ParsedItem<EnrolmentPost> item, NamedCatalogueEntries catalogue, Set<LegalBasisRule.Sending> withoutBasis) {
        List<Fault> broken = new ArrayList<>(item.content()
                .brokenRules(
                        item.fields(),
                        item.actingFor(),
                        identities.get(item.content()),
                        catalogue,
                        learner -> named.mayName(item.submitter(), learner),
                        learners::mayAdmit,
                        today));
        EnrolmentRules.basis(item, withoutBasis).ifPresent(broken::add);
        return broken;
    }
}
