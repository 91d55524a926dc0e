package kz.qadam.reporting.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.qadam.chassis.events.archive.LostSegments;
import kz.qadam.chassis.events.restore.RestoreListener;
import org.jdbi.v3.core.Handle;

/**
 * After the database went back to a backup, batches go on above all numbers that were given since: a number that somebody has
 * noted never means anything else. What is read from Kafka again gets batches of now.
 */
@ApplicationScoped
class BatchNumbersAfterRestore implements RestoreListener {

    /** More than there are from one seal to the next. */
    private static final long LEFT_OUT = 100_000;

    private static final String NEWEST = "select instant from intake_batch order by number desc limit 1";

    /** An empty batch, which is behind until everything is taken in again. */
    private static final String GO_ON = """
            with clock as (
                update intake_clock
                   set number = greatest(number, :sealed) + :leftOut,
                       instant = greatest(clock_timestamp(), instant + interval '1 microsecond',
                                          settled_through + interval '1 microsecond')
                returning number, instant)
            insert into intake_batch (number, instant, events, data_through, behind)
            select number, instant, 0, (select data_through from intake_batch order by number desc limit 1), true from clock
            """;

    @Override
    public List<String> restored(Handle database, LostSegments lost) {
        Optional<Instant> newest =
                database.createQuery(NEWEST).mapTo(Instant.class).findOne();
        database.createUpdate(GO_ON)
                .bind("sealed", lost.endOf("events"))
                .bind("leftOut", LEFT_OUT)
                .execute();
        return newest
                .map(
                        "Figures as of an instant after %s and before now are those of that instant from now on"
                                ::formatted)
                .stream()
                .toList();
    }
}
