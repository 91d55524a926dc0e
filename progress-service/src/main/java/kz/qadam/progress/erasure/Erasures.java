package kz.qadam.progress.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.database.TableColumns;
import kz.qadam.chassis.imports.ExpiredFiles;
import kz.qadam.chassis.kafka.OutboxEvent;
import kz.qadam.progress.outbox.CompletionPublisher;
import org.jdbi.v3.core.Handle;

/**
 * Takes in which learners are blocked and erased. When a learner is erased, the texts of its completions are overwritten,
 * and the new references are published, so that every service orders the completions as before.
 */
@ApplicationScoped
public class Erasures {

    private static final String TYPE = "kz.qadam.learner.completions-erased.v1";

    /** A learner who is erased does not become a blocked one again. */
    private static final String BLOCK = """
            insert into blocked_learner (learner, erased)
            select id, :erased from unnest(:learners) as l (id) order by id
            on conflict (learner) do update set erased = true where excluded.erased and not blocked_learner.erased
            """;

    private static final String ERASE = "select * from erase_completions(:learners)";

    /** A completion under its new reference. */
    record ErasedCompletion(UUID completionId, String reference) {}

    /** The data of the event. */
    private record Published(
            UUID learnerId, List<UUID> learners, List<ErasedCompletion> completions, int version, Instant recordedAt) {}

    private static final TableColumns<ErasedCompletion> COMPLETIONS =
            TableColumns.of(ErasedCompletion.class, Map.of("reference", "new_reference"));

    private final CompletionPublisher publisher;
    private final Clock clock;

    Erasures(CompletionPublisher publisher, Clock clock) {
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Takes in the events, in any order and any number of times. */
    public void take(Handle handle, Collection<LearnerErased> arrived) {
        for (LearnerErased one : arrived) {
            boolean isNew = handle.createUpdate(BLOCK)
                            .bindArray("learners", UUID.class, one.learners())
                            .bind("erased", one.isErased())
                            .execute()
                    > 0;
            if (isNew && one.isErased()) {
                erase(handle, one);
            }
        }
    }

    /** The content of files goes too: rows that were not kept may hold the references. */
    private void erase(Handle handle, LearnerErased one) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<ErasedCompletion> completions = handle.createQuery(ERASE)
                .bindArray("learners", UUID.class, one.learners())
                .map(COMPLETIONS)
                .list();
        ExpiredFiles.deleteJudged(handle, now);
        publisher.add(
                handle,
                List.of(new OutboxEvent(
                        one.learnerId().toString(),
                        TYPE,
                        "erasure/" + one.learnerId(),
                        1,
                        now,
                        new Published(one.learnerId(), one.learners(), completions, 1, now),
                        null)));
    }
}
