package kz.qadam.chassis.base.database;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import kz.qadam.chassis.base.time.SystemClock;

/** Provides the clock as a bean, so that a test can replace it. */
class ClockProducer {

    @Produces
    @Singleton
    Clock clock() {
        return SystemClock.UTC;
    }
}
