package kz.qadam.peer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/** Records completions, judges their learners, and writes events into the outbox, all in one transaction. */
@Service
class Recording {

    private record Name(String institution, String name) {}

    /** The outcome for one completion. */
    record Outcome(boolean isNew, boolean isConflict, Completion completion) {}

    private final Completions completions;
    private final Enrolments enrolments;
    private final LearnerCohorts learners;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Clock clock;

    Recording(
            Completions completions,
            Enrolments enrolments,
            LearnerCohorts learners,
            Outbox outbox,
            ObjectMapper json,
            Clock clock) {
        this.completions = completions;
        this.enrolments = enrolments;
        this.learners = learners;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
    }

    @Transactional
    public Outcome record(CompletionPost post) {
        var there = completions.findByInstitutionAndReference(post.institution(), post.reference());
        if (there.isPresent()) {
            completions.tally(post.institution(), LocalDate.now(clock), 0, 0, 1);
            return new Outcome(false, !there.get().isSame(post), there.get());
        }
        Enrolment enrolment = enrolments.named(post.institution(), post.enrolment()).orElse(null);
        Completion completion = completions.save(Completion.of(post, enrolment, clock.instant()));
        if (enrolment != null) {
            tell("kz.qadam.completion.recorded.v1", completion);
            if (!learners.existsById(LearnerCohort.keyOf(completion))) {
                train(completion);
            }
        }
        completions.tally(
                post.institution(), LocalDate.now(clock), enrolment == null ? 0 : 1, enrolment == null ? 1 : 0, 0);
        return new Outcome(true, false, completion);
    }

    /** Reads everything that is needed once for all completions. */
    @Transactional
    public List<Outcome> record(List<CompletionPost> posts) {
        Set<String> institutions = posts.stream().map(CompletionPost::institution).collect(Collectors.toSet());
        Map<Name, Completion> there = completions
                .findByInstitutionInAndReferenceIn(
                        institutions, posts.stream().map(CompletionPost::reference).toList())
                .stream()
                .collect(Collectors.toMap(c -> new Name(c.institution, c.reference), c -> c, (a, b) -> a, HashMap::new));
        Map<Name, Enrolment> named = enrolments
                .named(institutions, posts.stream().map(CompletionPost::enrolment).collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(e -> new Name(e.institution, e.reference), e -> e));
        Map<String, int[]> tallies = new TreeMap<>();
        List<Outcome> outcomes = new ArrayList<>();
        List<Completion> fresh = new ArrayList<>();
        for (CompletionPost post : posts) {
            int[] tally = tallies.computeIfAbsent(post.institution(), code -> new int[3]);
            Name reference = new Name(post.institution(), post.reference());
            Completion known = there.get(reference);
            if (known != null) {
                tally[2]++;
                outcomes.add(new Outcome(false, !known.isSame(post), known));
                continue;
            }
            Enrolment enrolment = named.get(new Name(post.institution(), post.enrolment()));
            Completion completion = Completion.of(post, enrolment, clock.instant());
            there.put(reference, completion);
            fresh.add(completion);
            tally[enrolment == null ? 1 : 0]++;
            outcomes.add(new Outcome(true, false, completion));
        }
        completions.saveAll(fresh);
        follow(fresh.stream().filter(one -> one.counts).toList());
        tallies.forEach((institution, tally) ->
                completions.tally(institution, LocalDate.now(clock), tally[0], tally[1], tally[2]));
        return outcomes;
    }

    private void follow(List<Completion> accepted) {
        accepted.forEach(one -> tell("kz.qadam.completion.recorded.v1", one));
        Set<LearnerCohort.Key> trained = learners
                .findAllById(accepted.stream().map(LearnerCohort::keyOf).collect(Collectors.toSet()))
                .stream()
                .map(LearnerCohort::getId)
                .collect(Collectors.toCollection(HashSet::new));
        accepted.stream().filter(one -> trained.add(LearnerCohort.keyOf(one))).forEach(this::train);
    }

    private void train(Completion completion) {
        learners.save(LearnerCohort.trainedBy(completion));
        tell("kz.qadam.learner.trained.v1", completion);
    }

    private void tell(String type, Completion completion) {
        outbox.save(OutboxEvent.of(
                completion.learnerId.toString(),
                type,
                type.contains("learner") ? completion.learnerId + "/" + completion.cohort : completion.id.toString(),
                completion.recordedAt,
                json.writeValueAsString(CompletionView.of(completion))));
    }
}
