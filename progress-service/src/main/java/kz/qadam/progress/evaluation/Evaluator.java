package kz.qadam.progress.evaluation;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import kz.qadam.chassis.process.EssentialThread;
import org.jboss.logging.Logger;

/** Judges cohorts again in the background, step by step, while posts go on. */
@ApplicationScoped
class Evaluator {

    private static final Logger LOG = Logger.getLogger(Evaluator.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

    private final EvaluationSteps steps;
    private final EvaluationConfig config;
    private final Thread thread = EssentialThread.of("evaluator", this::run);
    private volatile boolean open = true;

    Evaluator(EvaluationSteps steps, EvaluationConfig config) {
        this.steps = steps;
        this.config = config;
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
                if (!steps.next()) {
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
}
