package kz.qadam.reporting.publication.release;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;

/**
 * Checks the time-zone data of the Java runtime. With data from before 2024 the days of Almaty would end an hour early:
 * releases would be made of other instants, and their bytes would differ between instances.
 */
final class TimeZoneData {

    /** Since 2024-03-01 the whole country has one offset. */
    private static final ZoneOffset OFFSET = ZoneOffset.ofHours(5);

    private static final Instant SINCE = Instant.parse("2024-02-29T19:00:00Z");

    private TimeZoneData() {}

    /** @throws IllegalStateException if the offset on 2024-03-01 is another one */
    static void require(ZoneRules almaty) {
        ZoneOffset offset = almaty.getOffset(SINCE);
        if (!offset.equals(OFFSET)) {
            throw new IllegalStateException(
                    "The time-zone data of this Java runtime is outdated: Asia/Almaty has the offset " + OFFSET
                            + " since 2024-03-01, and here it has " + offset + ". Install a newer Java, or update its"
                            + " time-zone data (at least 2024a).");
        }
    }
}
