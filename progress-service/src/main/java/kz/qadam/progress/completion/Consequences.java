package kz.qadam.progress.completion;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.progress.catalogue.Almaty;
import kz.qadam.progress.catalogue.Catalogue;
import kz.qadam.progress.learner.Cause;
import kz.qadam.progress.learner.Judged;
import kz.qadam.progress.learner.Judgement;
import kz.qadam.progress.learner.LearnerCohort;
import kz.qadam.progress.outbox.CompletionPublisher;
import kz.qadam.progress.tally.Tallies;
import kz.qadam.progress.tally.TallyDelta;
import kz.qadam.progress.trained.Completed;
import org.jdbi.v3.core.Handle;

/** What follows when completions have changed: their learners are judged, and it all is told. */
@ApplicationScoped
class Consequences {

    private final Judgement judgement;
    private final CompletionPublisher publisher;
    private final Tallies tallies;

    Consequences(Judgement judgement, CompletionPublisher publisher, Tallies tallies) {
        this.judgement = judgement;
        this.publisher = publisher;
        this.tallies = tallies;
    }

    /** In the transaction that has written the changes: judges the learners whom they concern, and whom they did. */
    Judged follow(Handle handle, Catalogue catalogue, List<Change> changes, Cause cause, Instant now, String trace) {
        return follow(handle, catalogue, changes, List.of(), cause, now, trace);
    }

    /** The same, and judges these learners whatever the changes are. */
    Judged follow(
            Handle handle,
            Catalogue catalogue,
            List<Change> changes,
            Collection<LearnerCohort> also,
            Cause cause,
            Instant now,
            String trace) {
        List<Telling> tellings = Telling.of(handle, changes);
        noteUntold(handle, changes, tellings, now);
        TreeSet<LearnerCohort> who =
                tellings.stream().flatMap(Telling::concerned).collect(Collectors.toCollection(TreeSet::new));
        Set<LearnerCohort> gainers = gainers(who, tellings, also);
        who.addAll(also);
        Set<LearnerCohort> merged = merged(tellings);
        Judged judged = judgement.judge(
                handle,
                catalogue,
                who,
                written(catalogue, tellings),
                gainers,
                one -> merged.contains(one) ? Cause.MERGED : cause,
                now,
                trace);
        publisher.add(
                handle,
                Stream.concat(
                                tellings.stream().map(telling -> CompletionFacts.of(telling, judged, trace)),
                                judged.facts().stream())
                        .toList());
        return judged;
    }

    /** What is revoked before anybody was told of it is missing where others count, and waits no more. */
    private void noteUntold(Handle handle, List<Change> changes, List<Telling> tellings, Instant now) {
        List<Change> revoked =
                changes.stream().filter(change -> change.after().isRevoked()).toList();
        if (revoked.isEmpty()) {
            return;
        }
        Map<UUID, Telling> told = tellings.stream()
                .collect(Collectors.toMap(telling -> telling.change().after().id(), Function.identity(), (a, b) -> b));
        tallies.note(
                handle,
                Almaty.dayOf(now),
                revoked.stream()
                        .map(change -> TallyDelta.ofUntold(
                                change.after().institution(),
                                Telling.untoldChange(
                                        change, told.get(change.after().id())))));
    }

    /** What counts towards training of what was written, by whom. */
    private static Map<LearnerCohort, List<Completed>> written(Catalogue catalogue, List<Telling> tellings) {
        Map<UUID, Completion> accepted = new LinkedHashMap<>();
        for (Telling telling : tellings) {
            Completion one = telling.change().after();
            if (one.standing().status() == Status.ACCEPTED) {
                accepted.put(one.id(), one);
            } else {
                accepted.remove(one.id());
            }
        }
        return accepted.values().stream()
                .collect(Collectors.groupingBy(
                        one -> one.enrolled().who(),
                        Collectors.mapping(one -> one.completed(catalogue.hours()), Collectors.toList())));
    }

    /** Those of whom it is enough to know what they have gained. */
    private static Set<LearnerCohort> gainers(
            Collection<LearnerCohort> who, List<Telling> tellings, Collection<LearnerCohort> also) {
        Set<LearnerCohort> gainers = new HashSet<>(who);
        tellings.stream().flatMap(Telling::losing).forEach(gainers::remove);
        also.forEach(gainers::remove);
        return gainers;
    }

    /** Both the learners who were one person all along, whatever else has happened to the others at the same time. */
    private static Set<LearnerCohort> merged(List<Telling> tellings) {
        return tellings.stream()
                .filter(telling -> telling.change().after().origin().cause() == Cause.MERGED)
                .flatMap(Telling::concerned)
                .collect(Collectors.toSet());
    }

    /** Notes by how many more, or less, wait or are refused. */
    void stocks(Handle handle, List<Change> changes, Instant now) {
        tallies.note(
                handle,
                Almaty.dayOf(now),
                changes.stream()
                        .map(c -> TallyDelta.ofStocks(c.after().institution(), c.pendingChange(), c.refusedChange())));
    }

    /** After the commit. */
    void told() {
        publisher.wake();
    }
}
