package kz.qadam.chassis.base.time;

import java.time.Clock;
import java.time.Duration;

/** The clock of the machine in UTC. It counts microseconds as PostgreSQL does, so that an event says the time that is stored. */
public final class SystemClock {

    public static final Clock UTC = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));

    private SystemClock() {}
}
