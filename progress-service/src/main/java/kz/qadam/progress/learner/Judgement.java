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
import kz.qadam.progress.trained.Completed;
import kz.qadam.progress.trained.TrainedRule;
import kz.qadam.progress.trained.TrainedRule.Trained;
import org.jdbi.v3.core.Handle;

/** Applies rule 2 to learners whom something has happened to, and says what it changed. */
@ApplicationScoped
public class Judgement {

    /**
     * In the transaction that has written what happened, for each by its cause; they stay locked until it ends.
     *
     * @param written the accepted completions that this transaction has written, of each: of who is new here, there are no
     *     others, so that nothing has to be read
     * @param gainers to whom nothing else has happened: what was before is only read if it matters
     */
    public Judged judge(
            Handle handle,
            Catalogue catalogue,
            SortedSet<LearnerCohort> who,
            Map<LearnerCohort, List<Completed>> written,
            Set<LearnerCohort> gainers,
            Function<LearnerCohort, Cause> cause,
            Instant now,
            String trace) {
        if (who.isEmpty()) {
            return Judged.NOBODY;
        }
        Map<LearnerCohort, Optional<Trained>> judged = new HashMap<>();
        Map<LearnerCohort, TrainedState> ifNew = new HashMap<>();
        for (LearnerCohort one : who) {
            judged.put(one, rule(catalogue, one, written));
            ifNew.put(one, TrainedState.NONE.after(judged.get(one)));
        }
        SortedSet<LearnerCohort> known = new TreeSet<>(who);
        known.removeAll(LearnerCohorts.enter(handle, ifNew));
        Map<LearnerCohort, TrainedState> before = LearnerCohorts.lock(handle, known);
        Set<LearnerCohort> staying = known.stream()
                .filter(one -> gainers.contains(one)
                        && before.get(one).stays(catalogue, one.cohort(), written.getOrDefault(one, List.of())))
                .collect(Collectors.toSet());
        SortedSet<LearnerCohort> open = new TreeSet<>(known);
        open.removeAll(staying);
        Map<LearnerCohort, List<Completed>> completions = LearnerCohorts.accepted(handle, open);
        open.forEach(one -> judged.put(one, rule(catalogue, one, completions)));

        Map<LearnerCohort, Judged.Turn> turns = new HashMap<>();
        Map<LearnerCohort, TrainedState> changed = new HashMap<>();
        List<OutboxEvent> facts = new ArrayList<>();
        for (LearnerCohort one : who) {
            TrainedState state = before.getOrDefault(one, TrainedState.NONE);
            TrainedState next = staying.contains(one) ? state : state.after(judged.get(one));
            turns.put(one, new Judged.Turn(state, next));
            if (next.version() != state.version()) {
                if (known.contains(one)) {
                    changed.put(one, next);
                }
                Cause why = cause.apply(one);
                facts.add(judged.get(one)
                        .map(t -> TrainedFacts.trained(one, t, next.version(), catalogue, why, now, trace))
                        .orElseGet(() -> TrainedFacts.noLonger(one, next.version(), catalogue, why, now, trace)));
            }
        }
        LearnerCohorts.change(handle, changed);
        return new Judged(turns, facts);
    }

    private static Optional<Trained> rule(
            Catalogue catalogue, LearnerCohort one, Map<LearnerCohort, List<Completed>> completions) {
        return TrainedRule.judge(
                catalogue.days(),
                catalogue.cohort(one.cohort()).requirements(),
                completions.getOrDefault(one, List.of()));
    }
}
