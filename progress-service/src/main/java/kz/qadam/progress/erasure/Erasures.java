package kz.qadam.progress.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.chassis.events.kafka.OutboxEvent;
import kz.qadam.chassis.http.security.Actor;
import kz.qadam.chassis.http.security.Submitter;
import kz.qadam.chassis.submissions.imports.ExpiredFiles;
import kz.qadam.chassis.trail.ActorAction;
import kz.qadam.chassis.trail.Trail;
import kz.qadam.progress.outbox.ProgressPublisher;
import org.jdbi.v3.core.Handle;

/**
 * Takes in which learners are blocked by an erasure, and erased. When a learner is erased, the texts of its completions are overwritten,
 * and the new references are published, so that every service orders the completions as before.
 */
@ApplicationScoped
public class Erasures {

    private static final String TYPE = "kz.qadam.learner.completions-erased.v1";

    /** A learner who is erased does not become a blocked one again. */
    private static final String BLOCK = """
            insert into blocked_learner (learner, person, by_erasure, erased)
            select id, :person, true, :erased from unnest(:learners) as l (id) order by id
            on conflict (learner) do update set person = excluded.person, by_erasure = true, erased = excluded.erased
             where not blocked_learner.by_erasure or excluded.erased and not blocked_learner.erased
            """;

    private static final String PERSONS = """
            select distinct person from blocked_learner where erased and learner = any(:learners) order by person
            """;

    private static final String IDS =
            "select learner from blocked_learner where erased and person = :person order by learner";

    private static final String ERASE = "select * from erase_completions(:learners)";

    private static final String NEXT_VERSION = """
            update blocked_learner set version = version + 1 where person = :person returning version
            """;

    /** How the trail names that the texts of a learner were overwritten. */
    private static final ActorAction ERASURE =
            new ActorAction("erase a learner", Actor.ofWork("erasures", Submitter.OFFICE));

    /** A completion under its new reference. */
    public record ErasedCompletion(UUID completionId, String reference) {}

    /** The data of the event. */
    public record Published(
            UUID learnerId, List<UUID> learners, List<ErasedCompletion> completions, int version, Instant recordedAt) {}

    private static final String ADOPT = """
            insert into blocked_learner (learner, person, by_erasure, erased, version)
            select id, :person, true, true, :version from unnest(:learners) as l (id) order by id
            on conflict (learner) do update
               set person = excluded.person, by_erasure = true, erased = true,
                   version = greatest(blocked_learner.version, excluded.version)
            """;

    private static final TableColumns<ErasedCompletion> COMPLETIONS =
            TableColumns.of(ErasedCompletion.class, Map.of("reference", "new_reference"));

    private final ProgressPublisher publisher;
    private final ExpiredFiles files;
    private final Clock clock;
    private final Trail trail;

    Erasures(ProgressPublisher publisher, ExpiredFiles files, Clock clock, Trail trail) {
        this.publisher = publisher;
        this.files = files;
        this.clock = clock;
        this.trail = trail;
    }

    /** Takes in the events, in any order and any number of times. */
    public void take(Handle handle, Collection<LearnerErased> arrived) {
        for (LearnerErased one : arrived) {
            boolean isNew = handle.createUpdate(BLOCK)
                            .bindArray("learners", UUID.class, one.learners())
                            .bind("person", one.learnerId())
                            .bind("erased", one.isErased())
                            .execute()
                    > 0;
            if (isNew && one.isErased()) {
                erase(handle, one.learnerId());
            }
        }
    }

    /**
     * Takes over that learners were erased, after the database went back to a backup, and erases them again: it may have their
     * texts again.
     */
    public void adopt(Handle handle, Collection<Published> published) {
        for (Published one : published) {
            handle.createUpdate(ADOPT)
                    .bindArray("learners", UUID.class, one.learners())
                    .bind("person", one.learnerId())
                    .bind("version", one.version())
                    .execute();
            erase(handle, one.learnerId());
        }
    }

    /** Overwrites the texts that have arrived under learners who are erased already; other learners are left out. */
    public void eraseAgain(Handle handle, Collection<UUID> learners) {
        handle.createQuery(PERSONS)
                .bindArray("learners", UUID.class, learners)
                .mapTo(UUID.class)
                .list()
                .forEach(person -> erase(handle, person));
    }

    /**
     * The errors of files go too, since they may hold the references. Rows that wait stay: they hold no identification
     * number, and what they report is reported after the erasure.
     */
    private void erase(Handle handle, UUID person) {
        Instant now = clock.instant();
        List<UUID> learners =
                handle.createQuery(IDS).bind("person", person).mapTo(UUID.class).list();
        List<ErasedCompletion> completions = handle.createQuery(ERASE)
                .bindArray("learners", UUID.class, learners)
                .map(COMPLETIONS)
                .list();
        files.deleteErrorsOfReceivedFiles(handle, now);
        int version = handle.createQuery(NEXT_VERSION).bind("person", person).mapTo(Integer.class).list().stream()
                .max(Comparator.naturalOrder())
                .orElseThrow();
        publisher.add(
                handle,
                List.of(new OutboxEvent(
                        person.toString(),
                        TYPE,
                        "erasure/" + person,
                        version,
                        now,
                        new Published(person, learners, completions, version, now),
                        null)));
        trail.addWrite(handle, ERASURE, person.toString(), completions.size());
    }
}
