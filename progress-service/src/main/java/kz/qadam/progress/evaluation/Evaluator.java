package kz.qadam.progress.evaluation;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import kz.qadam.chassis.background.BackgroundLoops;

/** Runs evaluations in the background, step by step, while posts are taken in. */
@ApplicationScoped
class Evaluator {

    void start(@Observes StartupEvent event, BackgroundLoops loops, EvaluationSteps steps, EvaluationConfig config) {
        loops.start("evaluator", config.every(), steps::next);
    }
}
