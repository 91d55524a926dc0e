package kz.qadam.enrolment.enrolments;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.qadam.chassis.submissions.submission.Outcome;
import kz.qadam.chassis.submissions.submission.ParsedItem;
import kz.qadam.enrolment.catalogue.LegalBasisRule;
import kz.qadam.enrolment.learners.Learners;
import org.jdbi.v3.core.Handle;

/** Records submitted new enrolments. */
@Singleton
class NewEnrolments extends EnrolmentSubmissionKind<EnrolmentPost> {

    private final Learners learners;
    private final LegalBasisRule basisRule;
    private final MeterProvider<Counter> verdicts;

    NewEnrolments(
            Learners learners,
            EnrolmentPublisher publisher,
            LegalBasisRule basisRule,
            Clock clock,
            MeterRegistry metrics) {
        super("enrolments", EnrolmentPost.READER, EnrolmentPost.COLUMNS, publisher, clock);
        this.learners = learners;
        this.basisRule = basisRule;
        this.verdicts = Counter.builder("qadam.enrolments")
                .description("Enrolments that were sent, by verdict")
                .withRegistry(metrics);
    }

    @Override
    public Optional<String> importPath() {
        return Optional.of(EnrolmentImportResource.PATH);
    }

    @Override
    public Optional<String> uploadPath() {
        return Optional.of(EnrolmentUploadPage.PATH);
    }

    @Override
    public Result<EnrolmentView, Effect> record(
            Handle transaction, List<ParsedItem<EnrolmentPost>> items, boolean isDryRun) {
        List<Outcome<EnrolmentView>> outcomes =
                new EnrolmentRecording(transaction, learners, publisher(), basisRule, now(), isDryRun).record(items);
        Effect effect = isDryRun ? Effect.of(transaction, changes(outcomes), visibleInstitution(items)) : null;
        return new Result<>(outcomes, effect);
    }

    private static List<Effect.EnrolmentChange> changes(List<Outcome<EnrolmentView>> outcomes) {
        List<Effect.EnrolmentChange> changes = new ArrayList<>();
        for (Outcome<EnrolmentView> outcome : outcomes) {
            if (outcome instanceof Outcome.Kept<EnrolmentView> kept) {
                EnrolmentView enrolment = kept.view();
                var member = new Effect.CohortMember(enrolment.learnerId(), enrolment.cohort());
                changes.add(new Effect.EnrolmentChange(enrolment.id(), null, member, false));
            }
        }
        return changes;
    }

    @Override
    public void committed(List<Outcome<EnrolmentView>> outcomes) {
        outcomes.forEach(
                outcome -> verdicts.withTag("verdict", outcome.verdict()).increment());
    }

    @Override
    public String derivedReference(EnrolmentView view) {
        return view.reference();
    }

    @Override
    public Map<String, Object> details(EnrolmentView view) {
        return Map.of("learnerId", view.learnerId());
    }

    @Override
    public Object preview(Result<EnrolmentView, Effect> result) {
        return EnrolmentPreview.of(result).withoutNewIds();
    }
}
