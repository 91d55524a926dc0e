package kz.qadam.reporting.asof;

import java.time.Clock;
import java.time.Duration;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.time.AlmatyTime;

/** Lets tests of other features have a further instance, with a memory of its own. */
public final class PointInTimeReaderFixture {

    private PointInTimeReaderFixture() {}

    public static PointInTimeResolver ofAnotherInstance(Database database) {
        return new PointInTimeResolver(
                database, Clock.systemUTC(), AlmatyTime.ZONE, Duration.ofMillis(200), Duration.ofSeconds(30));
    }
}
