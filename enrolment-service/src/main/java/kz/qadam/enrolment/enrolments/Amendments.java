package kz.qadam.enrolment.enrolments;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.chassis.http.batch.ItemReader;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.submissions.submission.Outcome;
import kz.qadam.chassis.submissions.submission.ParsedItem;
import kz.qadam.enrolment.catalogue.LegalBasisRule;
import kz.qadam.enrolment.catalogue.NamedCatalogueEntries;
import org.jdbi.v3.core.Handle;

/** Records submitted withdrawals or corrections; each of them sees the result of those before it. */
final class Amendments<A extends Record & Amendment> extends EnrolmentSubmissionKind<A> {

    private final LegalBasisRule basisRule;

    Amendments(String name, ItemReader<A> reader, EnrolmentPublisher publisher, LegalBasisRule basisRule, Clock clock) {
        super(name, reader, publisher, clock);
        this.basisRule = basisRule;
    }

    @Override
    public Result<EnrolmentView, Effect> record(Handle transaction, List<ParsedItem<A>> items, boolean isDryRun) {
        Instant now = now();
        NamedCatalogueEntries catalogue = NamedCatalogueEntries.readAndLockCoursesAndCohorts(
                transaction,
                items.stream().map(ParsedItem::actingFor).toList(),
                named(items, Amendment::course),
                named(items, Amendment::cohort));
        LocalDate today = AlmatyTime.dayOf(now);
        Set<LegalBasisRule.Sending> withoutBasis = basisRule.findWithoutBasis(
                transaction, items.stream().map(EnrolmentRules::sending).toList(), today);
        List<ParsedItem<A>> judged = items.stream()
                .map(item -> judged(item, catalogue, withoutBasis, today))
                .toList();
        var enrolments = LockedEnrolments.of(
                transaction,
                judged.stream().filter(item -> item.problem().isEmpty()).toList());
        List<Outcome<EnrolmentView>> outcomes = judged.stream()
                .map(item -> item.outcome(() -> enrolments.amend(item, now)))
                .toList();
        publisher().addAll(transaction, enrolments.save());
        Effect effect = isDryRun ? Effect.of(transaction, enrolments.changes(), visibleInstitution(items)) : null;
        return new Result<>(outcomes, effect);
    }

    private static <A> List<String> named(List<ParsedItem<A>> items, Function<A, String> code) {
        return items.stream().map(item -> code.apply(item.content())).toList();
    }

    /** Returns the item; if it breaks rules, with a problem that lists all of them. */
    private ParsedItem<A> judged(
            ParsedItem<A> item,
            NamedCatalogueEntries catalogue,
            Set<LegalBasisRule.Sending> withoutBasis,
            LocalDate today) {
        return EnrolmentRules.standing(item, catalogue)
                .or(item::problem)
                .or(() -> {
                    List<Fault> broken = new ArrayList<>(item.content().brokenRules(item.fields(), catalogue, today));
                    EnrolmentRules.basis(item, withoutBasis).ifPresent(broken::add);
                    return item.fields().problem(broken);
                })
                .map(item::rejected)
                .orElse(item);
    }

    @Override
    public Map<String, Object> details(EnrolmentView view) {
        return Map.of("version", view.version());
    }
}
