package kz.qadam.reporting.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.chassis.http.security.Actor;
import kz.qadam.chassis.http.security.Submitter;
import kz.qadam.chassis.trail.ActorAction;
import kz.qadam.chassis.trail.Trail;
import kz.qadam.reporting.rollup.fact.Completion;
import kz.qadam.reporting.rollup.fact.CompletionsErased;
import kz.qadam.reporting.rollup.fact.CompletionsErased.ErasedCompletion;
import kz.qadam.reporting.rollup.fact.Enrolment;
import kz.qadam.reporting.rollup.fact.Fact;
import kz.qadam.reporting.rollup.fact.LearnerErased;
import kz.qadam.reporting.rollup.fact.Trained;
import org.jdbi.v3.core.Handle;

/**
 * Overwrites the texts of erased learners in the event log and in the facts: those that a batch finds there, and those
 * that it brings, since a topic may be behind another one.
 */
public final class ErasedTexts {

    private static final String BLOCK = """
            insert into blocked_learner (learner, by_erasure, erased)
            select id, true, :erased from unnest(:learners) as l (id) order by id
            on conflict (learner) do update set by_erasure = true, erased = excluded.erased
             where not blocked_learner.by_erasure or excluded.erased and not blocked_learner.erased
            """;

    private static final String ENROLMENTS = """
            insert into erased_enrolment (enrolment) select id from unnest(:enrolments) as e (id) order by id
            on conflict do nothing
            """;

    private static final TableColumns<ErasedCompletion> COLUMNS =
            TableColumns.of(ErasedCompletion.class, Map.of("completionId", "completion"));

    private static final String COMPLETIONS = """
            insert into erased_completion (%s, version) select *, :version from %s order by completion
            on conflict (completion) do update set reference = excluded.reference, version = excluded.version
             where erased_completion.version < excluded.version
            """.formatted(COLUMNS.names(), COLUMNS.rows("renamed"));

    private static final String IS_ANYBODY_ERASED = "select exists (select from blocked_learner where erased)";

    private static final String ERASE = """
            select erase_texts(:learners, :enrolments, :completions) is null
             where exists (select from blocked_learner where erased and learner = any(:learners))
                or exists (select from erased_enrolment where enrolment = any(:enrolments))
                or exists (select from erased_completion where completion = any(:completions))
            """;

    /** How the trail names that the texts of a learner were overwritten. */
    private static final ActorAction ERASURE =
            new ActorAction("erase a learner", Actor.ofWork("erasures", Submitter.OFFICE));

    private final Trail trail;
    private final List<UUID> learners = new ArrayList<>();
    private final List<UUID> enrolments = new ArrayList<>();
    private final List<UUID> completions = new ArrayList<>();

    private ErasedTexts(Trail trail) {
        this.trail = trail;
    }

    /**
     * Takes in the erasures among the facts of a whole event log that had no effect yet: an earlier version of this service
     * may have kept events that it did not know. To be called when all facts are written. Of the others nothing is done
     * again.
     */
    public static void applyMissedErasures(Handle database, Collection<Fact> replayed, Trail trail) {
        var texts = new ErasedTexts(trail);
        replayed.forEach(fact -> texts.applyMissed(database, fact));
        texts.overwrite(database);
    }

    /** To be called when the facts of the batch are written. */
    static void overwrite(Handle database, Collection<Fact> arrived, Trail trail) {
        var texts = new ErasedTexts(trail);
        arrived.forEach(fact -> texts.note(database, fact));
        if (database.createQuery(IS_ANYBODY_ERASED).mapTo(Boolean.class).one()) {
            texts.overwrite(database);
        }
    }

    private void applyMissed(Handle database, Fact fact) {
        if (fact instanceof LearnerErased one && block(database, one) + forget(database, one) > 0) {
            addErased(database, one);
        } else if (fact instanceof CompletionsErased one && rename(database, one) > 0) {
            addErased(database, one);
        }
    }

    private void note(Handle database, Fact fact) {
        if (fact instanceof LearnerErased one) {
            block(database, one);
            forget(database, one);
            addErased(database, one);
        } else if (fact instanceof CompletionsErased one) {
            rename(database, one);
            addErased(database, one);
        } else if (fact instanceof Completion one) {
            completions.add(one.id());
        } else if (fact instanceof Enrolment one) {
            enrolments.add(one.id());
        } else if (fact instanceof Trained one) {
            learners.add(one.learner());
        }
    }

    /** Returns how many rows this has changed, like the next two. */
    private static int rename(Handle database, CompletionsErased one) {
        return COLUMNS.bind(database.createUpdate(COMPLETIONS), one.completions())
                .bind("version", one.version())
                .execute();
    }

    private static int block(Handle database, LearnerErased one) {
        return database.createUpdate(BLOCK)
                .bindArray("learners", UUID.class, one.learners())
                .bind("erased", one.erases())
                .execute();
    }

    private static int forget(Handle database, LearnerErased one) {
        return one.erases()
                ? database.createUpdate(ENROLMENTS)
                        .bindArray("enrolments", UUID.class, one.enrolments())
                        .execute()
                : 0;
    }

    private void addErased(Handle database, CompletionsErased one) {
        learners.addAll(one.learners());
        one.completions().forEach(renamed -> completions.add(renamed.completionId()));
        trail.addWrite(
                database, ERASURE, one.learnerId().toString(), one.completions().size());
    }

    private void addErased(Handle database, LearnerErased one) {
        if (one.erases()) {
            learners.addAll(one.learners());
            enrolments.addAll(one.enrolments());
            trail.addWrite(
                    database,
                    ERASURE,
                    one.learnerId().toString(),
                    one.enrolments().size());
        }
    }

    private void overwrite(Handle database) {
        database.createQuery(ERASE)
                .bindArray("learners", UUID.class, learners)
                .bindArray("enrolments", UUID.class, enrolments)
                .bindArray("completions", UUID.class, completions)
                .mapTo(Boolean.class)
                .findOne();
    }
}
