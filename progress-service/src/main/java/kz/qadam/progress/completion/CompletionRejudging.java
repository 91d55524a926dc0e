package kz.qadam.progress.completion;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import kz.qadam.progress.catalogue.Catalogue;
import kz.qadam.progress.completion.Completion.CompletionChange;
import kz.qadam.progress.completion.Completion.EnrolmentMembers;
import kz.qadam.progress.completion.Completion.StateOrigin;
import kz.qadam.progress.enrolment.Enrolment;
import kz.qadam.progress.enrolment.EnrolmentCopies.EnrolmentName;
import kz.qadam.progress.learner.JudgingTransaction;
import kz.qadam.progress.learner.LearnerCohort;
import kz.qadam.progress.learner.StateChangeCause;
import kz.qadam.progress.learner.TrainedStateChanges;
import kz.qadam.progress.trained.TrainedRule.ProgrammeDays;
import org.jdbi.v3.core.Handle;

/** Judges completions again after their enrolment or the catalogue has changed. */
@ApplicationScoped
public class CompletionRejudging {

    private final LearnerJudging judging;

    CompletionRejudging(LearnerJudging judging) {
        this.judging = judging;
    }

    /**
     * Judges the completions of new or changed enrolments, whose names are locked; this includes pending completions
     * that name them.
     */
    public void forEnrolments(Handle handle, Catalogue catalogue, List<Enrolment> enrolments, Instant now) {
        if (enrolments.isEmpty()) {
            return;
        }
        Map<UUID, Enrolment> byId = new HashMap<>();
        Map<EnrolmentName, Enrolment> byName = new HashMap<>();
        for (Enrolment e : enrolments) {
            byId.put(e.id(), e);
            byName.put(new EnrolmentName(e.institution(), e.id().toString()), e);
        }
        enrolments.forEach(e -> byName.put(new EnrolmentName(e.institution(), e.reference()), e));
        List<CompletionChange> changes = new ArrayList<>();
        for (Completion before : CompletionRows.lockUnder(handle, byName.keySet(), byId.keySet())) {
            Enrolment enrolment = before.enrolled() == null
                    ? byName.get(new EnrolmentName(
                            before.institution(), before.content().enrolment()))
                    : byId.get(before.enrolled().enrolmentId());
            CompletionState state = CompletionState.of(before.content().completedOn(), enrolment, catalogue.days());
            var origin = StateOrigin.consequence(now, cause(before, enrolment));
            before.transitionTo(before.content(), state, EnrolmentMembers.of(enrolment), origin)
                    .ifPresent(changes::add);
        }
        StateChangeCause overallCause =
                changes.stream().anyMatch(c -> c.after().origin().cause() == StateChangeCause.ENROLMENT_CORRECTED)
                        ? StateChangeCause.ENROLMENT_CORRECTED
                        : StateChangeCause.ENROLMENT_KNOWN;
        publish(new JudgingTransaction(handle, catalogue, now, overallCause, null), changes, List.of());
    }

    /** The cause of a change of the enrolment. Only a merge and its undoing give an enrolment to another learner. */
    private static StateChangeCause cause(Completion before, Enrolment enrolment) {
        if (before.enrolled() == null) {
            return StateChangeCause.ENROLMENT_KNOWN;
        }
        return before.enrolled().learnerId().equals(enrolment.learnerId())
                ? StateChangeCause.ENROLMENT_CORRECTED
                : StateChangeCause.MERGED;
    }

    /**
     * Judges the completions of some learners of a cohort by the changed catalogue.
     *
     * @return how many trained states have changed
     */
    public int forCatalogue(JudgingTransaction transaction, String cohort, Collection<UUID> learners) {
        List<CompletionChange> changes = new ArrayList<>();
        ProgrammeDays days = transaction.catalogue().days();
        if (days != null) {
            var origin = StateOrigin.consequence(transaction.now(), transaction.cause());
            for (Completion before : CompletionRows.lockOutdated(transaction.handle(), cohort, learners, days)) {
                CompletionState state =
                        CompletionState.accepted(before.content().completedOn(), days);
                before.transitionTo(before.content(), state, before.enrolled(), origin)
                        .ifPresent(changes::add);
            }
        }
        return publish(
                        transaction,
                        changes,
                        learners.stream()
                                .map(id -> new LearnerCohort(id, cohort))
                                .toList())
                .changed();
    }

    private TrainedStateChanges publish(
            JudgingTransaction transaction, List<CompletionChange> changes, List<LearnerCohort> furtherLearners) {
        CompletionRows.update(
                transaction.handle(),
                changes.stream().map(CompletionChange::after).toList());
        return judging.judge(transaction, changes, furtherLearners, Stream.empty());
    }
}
