package kz.qadam.progress.completion;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.progress.completion.Completion.CompletionChange;
import kz.qadam.progress.learner.LearnerCohort;
import kz.qadam.progress.learner.TrainedState;
import kz.qadam.progress.learner.TrainedStateChanges;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;

/** The effect of submitted items on learners and on counts. */
@Schema(name = "Effect", description = "The effect on learners and on counts.")
public record Effect(
        @Schema(description = "All learners who were judged, also those for whom nothing changes.")
        List<OnLearner> learners,

        @Schema(description = "The cohorts whose counts change.")
        List<OnCohort> cohorts) {

    /** The trained state of a learner in a cohort, before and after. */
    @Schema(name = "EffectOnLearner")
    public record OnLearner(
            UUID learnerId, @Schema(examples = "pupils") String cohort, Training before, Training after) {

        private LearnerCohort learnerCohort() {
            return new LearnerCohort(learnerId, cohort);
        }

        private OnLearner followedBy(OnLearner next) {
            return new OnLearner(learnerId, cohort, before, next.after);
        }
    }

    /** Whether a learner is trained. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "EffectOnTraining")
    public record Training(
            boolean trained,

            @Schema(
                    description = "Absent for a partner if a completion of another institution met the requirement.",
                    examples = "2026-05-31")
            LocalDate trainedOn,

            @Schema(
                    description = "Your reference of the completion that met the requirement; absent if another"
                            + " institution reported that completion.",
                    examples = "C-2026-0001")
            String by) {}

    /** By how much the counts of a cohort change. */
    @Schema(name = "EffectOnCohort")
    public record OnCohort(
            @Schema(examples = "pupils") String cohort,

            @Schema(
                    description = "By how much the number of trained people grows; negative if it falls.",
                    examples = "-1")
            int trained,

            @Schema(
                    description = "By how much the number of completions that count grows; negative if it falls.",
                    examples = "-1")
            int completions) {

        private OnCohort plus(int moreTrained, int moreCompletions) {
            return new OnCohort(cohort, trained + moreTrained, completions + moreCompletions);
        }

        private boolean isChange() {
            return trained != 0 || completions != 0;
        }
    }

    private static final String REFERENCES = """
            select id, reference from completion where id = any(:ids) and institution = any(:institutions)
            """;

    /** Derives the effect; must be called in the transaction that has written the changes. */
    static Effect of(Handle handle, Collection<CompletionChange> changes, TrainedStateChanges trained) {
        Map<UUID, String> references = references(handle, changes, trained);
        boolean isForPartner = changes.stream()
                .anyMatch(change -> Role.PARTNER.equals(change.after().origin().role()));
        List<OnLearner> learners = trained.changes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> new OnLearner(
                        one.getKey().learnerId(),
                        one.getKey().cohort(),
                        training(one.getValue().before(), references, isForPartner),
                        training(one.getValue().after(), references, isForPartner)))
                .toList();
        Map<String, OnCohort> cohorts = new TreeMap<>();
        learners.forEach(one -> add(
                cohorts,
                one.cohort(),
                (one.after().trained() ? 1 : 0) - (one.before().trained() ? 1 : 0),
                0));
        for (CompletionChange change : changes) {
            if (change.before() != null && change.before().state().counts()) {
                add(cohorts, change.before().enrolled().cohort(), 0, -1);
            }
            if (change.after().state().counts()) {
                add(cohorts, change.after().enrolled().cohort(), 0, 1);
            }
        }
        return new Effect(
                learners, cohorts.values().stream().filter(OnCohort::isChange).toList());
    }

    /** The total effect of several groups of items that were recorded one after the other. */
    static Effect total(List<Effect> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        Map<LearnerCohort, OnLearner> learners = new TreeMap<>();
        Map<String, OnCohort> cohorts = new TreeMap<>();
        for (Effect part : parts) {
            part.learners.forEach(one -> learners.merge(one.learnerCohort(), one, OnLearner::followedBy));
            part.cohorts.forEach(one -> add(cohorts, one.cohort(), one.trained(), one.completions()));
        }
        return new Effect(
                List.copyOf(learners.values()),
                cohorts.values().stream().filter(OnCohort::isChange).toList());
    }

    private static void add(Map<String, OnCohort> cohorts, String cohort, int trained, int completions) {
        cohorts.put(
                cohort, cohorts.getOrDefault(cohort, new OnCohort(cohort, 0, 0)).plus(trained, completions));
    }

    /**
     * A partner sees whether the person is trained, but not when or by which completion if another institution reported
     * it.
     */
    private static Training training(TrainedState state, Map<UUID, String> references, boolean isForPartner) {
        String by = state.isTrained() ? references.get(state.by()) : null;
        return new Training(state.isTrained(), isForPartner && by == null ? null : state.on(), by);
    }

    /** The references of the completions that made the learners trained. An institution sees only its own. */
    private static Map<UUID, String> references(
            Handle handle, Collection<CompletionChange> changes, TrainedStateChanges trained) {
        Set<UUID> by = trained.changes().values().stream()
                .flatMap(change -> Stream.of(change.before(), change.after()))
                .map(TrainedState::by)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<UUID, String> references = new HashMap<>();
        if (!by.isEmpty()) {
            handle.createQuery(REFERENCES)
                    .bindArray("ids", UUID.class, by)
                    .bindArray(
                            "institutions",
                            String.class,
                            changes.stream()
                                    .map(CompletionChange::after)
                                    .filter(after -> !after.isTombstone())
                                    .map(Completion::institution)
                                    .distinct()
                                    .toList())
                    .map((row, context) -> references.put(row.getObject(1, UUID.class), row.getString(2)))
                    .list();
        }
        return references;
    }
}
