package kz.qadam.chassis.background;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The background loops of a service. They start with the service; before it stops, each loop finishes and commits its
 * current step.
 */
@ApplicationScoped
public class BackgroundLoops {

    private final List<BackgroundLoop> loops = new CopyOnWriteArrayList<>();

    /** Starts a loop. */
    public BackgroundLoop start(String name, Duration every, BackgroundLoop.Step step) {
        var loop = new BackgroundLoop(name, every, step);
        loops.add(loop);
        loop.start();
        return loop;
    }

    /** Starts a loop that does all waiting work in each step. */
    public BackgroundLoop startAtIntervals(String name, Duration every, Runnable work) {
        return start(name, every, () -> {
            work.run();
            return false;
        });
    }

    void stop(@Observes ShutdownEvent event) {
        loops.forEach(BackgroundLoop::end);
        loops.forEach(BackgroundLoop::close);
    }
}
