package kz.qadam.progress.evaluation;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.base.background.BackgroundLoop;
import kz.qadam.chassis.base.background.BackgroundLoops;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.progress.catalogue.Catalogue;
import kz.qadam.progress.catalogue.CatalogueCache;
import kz.qadam.progress.completion.CompletionRejudging;
import kz.qadam.progress.learner.JudgingTransaction;
import kz.qadam.progress.outbox.ProgressPublisher;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Judges some learners of a cohort again in one transaction, and locks each of them. The progress is stored in the same
 * transaction: after a crash the evaluation goes on from there, and another instance may take the next step.
 */
@ApplicationScoped
class EvaluationSteps {

    private static final Logger LOG = Logger.getLogger(EvaluationSteps.class);

    /** How long a step may take; the first step also counts all learners concerned. */
    private static final Duration TIME_LIMIT = Duration.ofMinutes(10);

    /**
     * The evaluations of one cohort are run in their order, by any instance: otherwise the last published event could
     * have older versions of the catalogue.
     */
    private static final String NEXT = """
            select * from evaluation
             where finished_at is null
               and not exists (select from evaluation earlier
                    where earlier.cohort = evaluation.cohort and earlier.finished_at is null
                      and earlier.id < evaluation.id)
             order by id limit 1 for update skip locked
            """;

    private static final String LEARNERS_CONCERNED = """
             from learner_cohort l
             where cohort = :cohort and (:after::uuid is null or learner_id > :after::uuid)
               and (:courses::text[] is null
                    or exists (select from completion c where c.learner_id = l.learner_id and c.cohort = l.cohort
                                                          and c.status = 'accepted' and c.course = any(:courses::text[])))
            """;

    private static final String BEGIN = """
            update evaluation set begun = true, begun_at = :now, total = :total where id = :id
            """;

    private static final String STEP = """
            update evaluation
               set after_learner = :after, learners = learners + :judged, changed = changed + :changed,
                   changed_by = pg_current_xact_id()
             where id = :id
            """;

    private static final String FINISH = """
            update evaluation set finished_at = :now, changed_by = pg_current_xact_id() where id = :id
            """;

    private static final String VERSION = """
            insert into cohort_evaluated values (:cohort, 1)
            on conflict (cohort) do update set version = cohort_evaluated.version + 1 returning version
            """;

    private final Database database;
    private final CatalogueCache catalogues;
    private final CompletionRejudging reevaluation;
    private final ProgressPublisher events;
    private final EvaluationConfig config;
    private final Clock clock;
    private volatile BackgroundLoop loop;

    EvaluationSteps(
            Database database,
            CatalogueCache catalogues,
            CompletionRejudging reevaluation,
            ProgressPublisher events,
            EvaluationConfig config,
            Clock clock) {
        this.database = database;
        this.catalogues = catalogues;
        this.reevaluation = reevaluation;
        this.events = events;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, BackgroundLoops loops) {
        loop = loops.start("evaluator", config.every(), this::next);
    }

    /** After a commit that has requested an evaluation. */
    void wake() {
        BackgroundLoop started = loop;
        if (started != null) {
            started.wake();
        }
    }

    /**
     * Runs one step.
     *
     * @return whether there was work
     */
    boolean next() {
        return database.transaction(TIME_LIMIT, handle -> {
            Catalogue catalogue = catalogues.lockAndRead(handle);
            Optional<Evaluation> next =
                    handle.createQuery(NEXT).map(Evaluation.MAPPER).findOne();
            next.ifPresent(evaluation -> step(handle, catalogue, evaluation));
            return next.isPresent();
        });
    }

    private void step(Handle handle, Catalogue catalogue, Evaluation evaluation) {
        Instant now = clock.instant();
        if (!evaluation.begun()) {
            begin(handle, evaluation, now);
        }
        List<UUID> learners = bindConcerned(
                        handle.createQuery(
                                "select learner_id" + LEARNERS_CONCERNED + " order by learner_id limit :most"),
                        evaluation)
                .bind("most", config.learnersAtOnce())
                .mapTo(UUID.class)
                .list();
        if (learners.isEmpty()) {
            finish(handle, evaluation, now);
            return;
        }
        int changed = reevaluation.forCatalogue(
                new JudgingTransaction(handle, catalogue, now, evaluation.cause(), null),
                evaluation.cohort(),
                learners);
        handle.createUpdate(STEP)
                .bind("after", learners.get(learners.size() - 1))
                .bind("judged", learners.size())
                .bind("changed", changed)
                .bind("id", evaluation.id())
                .execute();
    }

    private static void begin(Handle handle, Evaluation evaluation, Instant now) {
        int total = bindConcerned(handle.createQuery("select count(*)" + LEARNERS_CONCERNED), evaluation)
                .mapTo(Integer.class)
                .one();
        handle.createUpdate(BEGIN)
                .bind("now", now)
                .bind("total", total)
                .bind("id", evaluation.id())
                .execute();
    }

    private void finish(Handle handle, Evaluation evaluation, Instant now) {
        int version = handle.createQuery(VERSION)
                .bind("cohort", evaluation.cohort())
                .mapTo(Integer.class)
                .one();
        handle.createUpdate(FINISH).bind("now", now).bind("id", evaluation.id()).execute();
        events.add(handle, List.of(evaluation.finishedEvent(version, now)));
        LOG.logf(
                evaluation.learners() == 0 ? Level.DEBUG : Level.INFO,
                "Judged %d learners of %s again: %d changed",
                evaluation.learners(),
                evaluation.cohort(),
                evaluation.changed());
    }

    private static <S extends SqlStatement<S>> S bindConcerned(S statement, Evaluation evaluation) {
        return statement
                .bind("cohort", evaluation.cohort())
                .bindByType("after", evaluation.afterLearner(), UUID.class)
                .bindByType("courses", evaluation.courses(), String[].class);
    }
}
