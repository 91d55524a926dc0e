package kz.qadam.progress.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.database.Database;
import kz.qadam.progress.catalogue.Catalogue;
import kz.qadam.progress.completion.Restanding;
import kz.qadam.progress.learner.Cause;
import kz.qadam.progress.outbox.Outbox;
import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;
import org.jdbi.v3.core.Handle;

/**
 * Judges cohorts again in the background, some learners at a time, while posts go on. Where it stands is kept in each
 * step's transaction: a killed one goes on there, and another instance may take the next step.
 */
@ApplicationScoped
class Evaluator {

    private static final Logger LOG = Logger.getLogger(Evaluator.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
    private static final TypeReference<Map<String, Integer>> VERSIONS = new TypeReference<>() {};

    private static final String NEXT = """
            select id, cohort, cause, courses, programme_version, cohort_version, course_versions, after_learner,
                   learners, changed
              from evaluation where finished_at is null order by id limit 1 for update skip locked
            """;

    private static final String CONCERNED = """
            select learner_id from learner_cohort l
             where cohort = :cohort and (:after::uuid is null or learner_id > :after::uuid)
               and (:courses::text[] is null
                    or exists (select from completion c where c.learner_id = l.learner_id and c.cohort = l.cohort
                                                          and c.status = 'accepted' and c.course = any(:courses::text[])))
             order by learner_id limit :most
            """;

    private static final String STEP = """
            update evaluation
               set begun = true, after_learner = :after, learners = learners + :judged, changed = changed + :changed
             where id = :id
            """;

    private static final String VERSION = """
            insert into cohort_evaluated values (:cohort, 1)
            on conflict (cohort) do update set version = cohort_evaluated.version + 1 returning version
            """;

    private final Database database;
    private final Restanding restanding;
    private final Outbox outbox;
    private final EvaluationConfig config;
    private final ObjectMapper json;
    private final Clock clock;
    private final Thread thread = new Thread(this::run, "evaluator");
    private volatile boolean open = true;

    Evaluator(
            Database database,
            Restanding restanding,
            Outbox outbox,
            EvaluationConfig config,
            ObjectMapper json,
            Clock clock) {
        this.database = database;
        this.restanding = restanding;
        this.outbox = outbox;
        this.config = config;
        this.json = json;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        open = false;
        thread.interrupt();
    }

    private void run() {
        while (open) {
            try {
                if (!step()) {
                    rest(config.every());
                }
            } catch (RuntimeException e) {
                LOG.error("Judging again failed; it goes on where it stands", e);
                rest(AFTER_FAILURE);
            }
        }
    }

    private void rest(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            open = false;
        }
    }

    /** Whether there was something to do. */
    private boolean step() {
        boolean done = database.transaction(handle -> {
            Catalogue catalogue = Catalogue.hold(handle);
            Optional<Evaluation> next = next(handle);
            next.ifPresent(evaluation -> step(handle, catalogue, evaluation));
            return next.isPresent();
        });
        if (done) {
            outbox.wake();
        }
        return done;
    }

    private void step(Handle handle, Catalogue catalogue, Evaluation evaluation) {
        List<UUID> learners = concerned(handle, evaluation);
        if (learners.isEmpty()) {
            finish(handle, evaluation);
            return;
        }
        int changed = restanding.byCatalogue(
                handle, catalogue, evaluation.cohort(), learners, evaluation.cause(), clock.instant());
        handle.createUpdate(STEP)
                .bind("after", learners.get(learners.size() - 1))
                .bind("judged", learners.size())
                .bind("changed", changed)
                .bind("id", evaluation.id())
                .execute();
    }

    private void finish(Handle handle, Evaluation evaluation) {
        int version = handle.createQuery(VERSION)
                .bind("cohort", evaluation.cohort())
                .mapTo(Integer.class)
                .one();
        handle.createUpdate("update evaluation set begun = true, finished_at = :now where id = :id")
                .bind("now", clock.instant())
                .bind("id", evaluation.id())
                .execute();
        outbox.add(handle, List.of(evaluation.evaluated(version, clock.instant())));
        LOG.logf(
                evaluation.learners() == 0 ? Level.DEBUG : Level.INFO,
                "Judged %d learners of %s again: %d changed",
                evaluation.learners(),
                evaluation.cohort(),
                evaluation.changed());
    }

    private List<UUID> concerned(Handle handle, Evaluation evaluation) {
        return handle.createQuery(CONCERNED)
                .bind("cohort", evaluation.cohort())
                .bindByType("after", evaluation.afterLearner(), UUID.class)
                .bindByType("courses", array(evaluation.courses()), String[].class)
                .bind("most", config.learnersAtOnce())
                .mapTo(UUID.class)
                .list();
    }

    private Optional<Evaluation> next(Handle handle) {
        return handle.createQuery(NEXT).map((row, context) -> evaluation(row)).findOne();
    }

    private Evaluation evaluation(ResultSet row) throws SQLException {
        Array courses = row.getArray("courses");
        return new Evaluation(
                row.getLong("id"),
                row.getString("cohort"),
                Cause.valueOf(row.getString("cause")),
                courses == null ? null : List.of((String[]) courses.getArray()),
                row.getInt("programme_version"),
                row.getInt("cohort_version"),
                versions(row.getString("course_versions")),
                row.getObject("after_learner", UUID.class),
                row.getInt("learners"),
                row.getInt("changed"));
    }

    private static String[] array(List<String> texts) {
        return texts == null ? null : texts.toArray(String[]::new);
    }

    private Map<String, Integer> versions(String text) {
        try {
            return json.readValue(text, VERSIONS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
