package kz.qadam.reporting.intake.rebuild;

import jakarta.enterprise.context.ApplicationScoped;

/** Lets tests of other features rebuild. */
@ApplicationScoped
public class Rebuilding {

    private final Rebuild rebuild;

    Rebuilding(Rebuild rebuild) {
        this.rebuild = rebuild;
    }

    public void run() {
        rebuild.run();
    }
}
