package kz.qadam.chassis.events.kafka;

import jakarta.enterprise.inject.Vetoed;
import java.util.ArrayList;
import java.util.List;
import kz.qadam.chassis.base.background.BackgroundLoops;

/** Loops that a test ends. */
@Vetoed
final class ToyLoops extends BackgroundLoops {

    private final List<Runnable> ends = new ArrayList<>();

    @Override
    public void endWithService(Thread thread, Runnable askToEnd) {
        ends.add(() -> {
            askToEnd.run();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    void end() {
        ends.forEach(Runnable::run);
        ends.clear();
    }
}
