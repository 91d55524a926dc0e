package kz.qadam.chassis.process;

import io.quarkus.scheduler.FailedExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * An {@link Error} in what is done at intervals ends the process: the scheduler would only log it, again and again. An
 * exception does not; it may be gone the next time.
 */
@ApplicationScoped
public class ScheduledErrors {

    void endProcess(@Observes FailedExecution failed) {
        for (Throwable at = failed.getException(); at != null; at = at.getCause()) {
            if (at instanceof Error) {
                EssentialThread.endProcess(
                        "The job " + failed.getExecution().getTrigger().getId(), at);
            }
        }
    }
}
