package kz.qadam.chassis.testing;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import kz.qadam.chassis.base.time.SystemClock;

/** The clock of the system, until a test moves it. */
@Alternative
@Priority(1)
@Singleton
public class MovableClock extends Clock {

    private volatile Duration ahead = Duration.ZERO;

    /** From now on this clock is ahead of that of the system by so much. */
    public void move(Duration by) {
        ahead = by;
    }

    @Override
    public Instant instant() {
        return SystemClock.UTC.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(SystemClock.UTC.withZone(zone), ahead);
    }
}
