package kz.qadam.chassis.trail;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import kz.qadam.chassis.base.background.BackgroundLoop;
import kz.qadam.chassis.base.background.BackgroundLoops;
import kz.qadam.chassis.base.database.Database;
import org.jboss.logging.Logger;

/** Writes what waits, and what was counted when its time is over; all of it before the process ends. */
@ApplicationScoped
class TrailWriting {

    private static final Logger LOG = Logger.getLogger(TrailWriting.class);

    private final WaitingTrailEntries waiting;
    private final Denials denials;
    private final RepeatedRequests repeated;
    private final UnverifiedRequests unverified;
    private final EmptyListRequests polls;
    private final TrailConfig config;
    private long minuteFrom = System.nanoTime();
    private long hourFrom = System.nanoTime();

    TrailWriting(
            WaitingTrailEntries waiting,
            Denials denials,
            RepeatedRequests repeated,
            UnverifiedRequests unverified,
            EmptyListRequests polls,
            TrailConfig config) {
        this.waiting = waiting;
        this.denials = denials;
        this.repeated = repeated;
        this.unverified = unverified;
        this.polls = polls;
        this.config = config;
    }

    void start(@Observes StartupEvent event, BackgroundLoops loops) {
        BackgroundLoop loop =
                loops.start(new BackgroundLoop("trail", config.writeEvery(), this::write, this::writeAll));
        waiting.onMany(loop::wake);
    }

    private boolean write() {
        long now = System.nanoTime();
        if (isOver(minuteFrom, config.countOver(), now)) {
            minuteFrom = now;
            denials.endMinute(false);
            repeated.endMinute(false);
            unverified.endMinute();
        }
        if (isOver(hourFrom, config.countPollsOver(), now)) {
            hourFrom = now;
            polls.endHour();
        }
        return waiting.write();
    }

    private static boolean isOver(long from, Duration time, long now) {
        return now - from >= time.toNanos();
    }

    private void writeAll() {
        denials.endMinute(true);
        repeated.endMinute(true);
        unverified.endMinute();
        polls.endHour();
        try {
            boolean more = true;
            while (more) {
                more = waiting.write();
            }
        } catch (RuntimeException e) {
            LOG.errorf(Database.loggable(e), "%d entries of the trail are lost", waiting.size());
        }
    }
}
