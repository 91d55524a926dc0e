package kz.qadam.progress.learner;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.qadam.chassis.kafka.OutboxEvent;
import kz.qadam.progress.catalogue.Catalogue;
import kz.qadam.progress.trained.AcceptedCompletion;
import kz.qadam.progress.trained.TrainedRule;
import kz.qadam.progress.trained.TrainedRule.Trained;
import org.jdbi.v3.core.Handle;

/** Judges by rule 2 whether learners are trained, and updates their trained states. */
@ApplicationScoped
public class TrainedStateUpdater {

    /**
     * Judges the learners in the transaction that has written their completions; they stay locked until it ends.
     *
     * @param written the accepted completions that this transaction has written, by learner. A learner who is new here
     *     has no others, so nothing is read
     * @param gainers learners who only gained completions: their earlier completions are read only if they matter
     * @param cause the cause of a new state
     */
    public TrainedStateChanges update(
            Handle handle,
            Catalogue catalogue,
            SortedSet<LearnerCohort> learners,
            Map<LearnerCohort, List<AcceptedCompletion>> written,
            Set<LearnerCohort> gainers,
            Function<LearnerCohort, StateCause> cause,
            Instant now,
            String trace) {
        if (learners.isEmpty()) {
            return TrainedStateChanges.NOBODY;
        }
        Map<LearnerCohort, Optional<Trained>> judged = new HashMap<>();
        Map<LearnerCohort, TrainedState> ifNew = new HashMap<>();
        for (LearnerCohort one : learners) {
            judged.put(one, judge(catalogue, one, written));
            ifNew.put(one, TrainedState.NONE.after(judged.get(one)));
        }
        SortedSet<LearnerCohort> known = new TreeSet<>(learners);
        known.removeAll(LearnerCohorts.insertNew(handle, ifNew));
        Map<LearnerCohort, TrainedState> before = LearnerCohorts.lock(handle, known);
        Set<LearnerCohort> unaffected = known.stream()
                .filter(one -> gainers.contains(one)
                        && before.get(one)
                                .isUnaffectedBy(catalogue, one.cohort(), written.getOrDefault(one, List.of())))
                .collect(Collectors.toSet());
        SortedSet<LearnerCohort> open = new TreeSet<>(known);
        open.removeAll(unaffected);
        Map<LearnerCohort, List<AcceptedCompletion>> completions = LearnerCohorts.acceptedCompletions(handle, open);
        open.forEach(one -> judged.put(one, judge(catalogue, one, completions)));

        Map<LearnerCohort, TrainedStateChanges.Change> changes = new HashMap<>();
        Map<LearnerCohort, TrainedState> changed = new HashMap<>();
        List<OutboxEvent> facts = new ArrayList<>();
        for (LearnerCohort one : learners) {
            TrainedState state = before.getOrDefault(one, TrainedState.NONE);
            TrainedState next = unaffected.contains(one) ? state : state.after(judged.get(one));
            changes.put(one, new TrainedStateChanges.Change(state, next));
            if (next.version() != state.version()) {
                if (known.contains(one)) {
                    changed.put(one, next);
                }
                StateCause why = cause.apply(one);
                facts.add(judged.get(one)
                        .map(t -> TrainedEvents.trained(one, t, next.version(), catalogue, why, now, trace))
                        .orElseGet(() -> TrainedEvents.noLonger(one, next.version(), catalogue, why, now, trace)));
            }
        }
        LearnerCohorts.update(handle, changed);
        return new TrainedStateChanges(changes, facts);
    }

    private static Optional<Trained> judge(
            Catalogue catalogue, LearnerCohort one, Map<LearnerCohort, List<AcceptedCompletion>> completions) {
        return TrainedRule.judge(
                catalogue.days(),
                catalogue.cohort(one.cohort()).requirements(),
                completions.getOrDefault(one, List.of()));
    }
}
