package kz.qadam.progress.completion;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import kz.qadam.progress.catalogue.Catalogue;
import kz.qadam.progress.learner.Cause;
import kz.qadam.progress.learner.Judgement;
import kz.qadam.progress.learner.Judgement.Judged;
import kz.qadam.progress.learner.LearnerCohort;
import kz.qadam.progress.outbox.Outbox;
import org.jdbi.v3.core.Handle;

/** What follows when completions have changed: their learners are judged, and it all is told. */
@ApplicationScoped
class Consequences {

    private final Judgement judgement;
    private final Outbox outbox;

    Consequences(Judgement judgement, Outbox outbox) {
        this.judgement = judgement;
        this.outbox = outbox;
    }

    /** In the transaction that has written the changes. */
    void follow(Handle handle, Catalogue catalogue, List<Change> changes, Cause cause, Instant now, String trace) {
        tell(handle, changes, judge(handle, catalogue, changes, cause, now, trace), cause, now, trace);
    }

    /** Judges the learners whom the changes concern, also those whom they concerned before. */
    Judged judge(Handle handle, Catalogue catalogue, List<Change> changes, Cause cause, Instant now, String trace) {
        NavigableSet<LearnerCohort> who = new TreeSet<>();
        for (Change change : changes) {
            change.after().who().ifPresent(who::add);
            Optional.ofNullable(change.before()).flatMap(Completion::who).ifPresent(who::add);
        }
        return judgement.judge(handle, catalogue, who, cause, now, trace);
    }

    /** Tells of changes whose learners are judged already. */
    void tell(Handle handle, List<Change> changes, Judged judged, Cause cause, Instant now, String trace) {
        outbox.add(
                handle,
                changes.stream()
                        .flatMap(change -> Stream.ofNullable(change.after().enrolled())
                                .map(e -> CompletionFacts.of(
                                        change,
                                        Objects.requireNonNull(judged.versions().get(e.who())),
                                        cause,
                                        now,
                                        trace)))
                        .toList());
    }

    /** After the commit. */
    void told() {
        outbox.wake();
    }
}
