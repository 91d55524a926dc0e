package kz.qadam.reporting.asof;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import kz.qadam.chassis.database.Database;
import kz.qadam.chassis.problem.Fault;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;

/**
 * Reads the parameters {@code asOf} and {@code on}, and settles the point in time that they name: after that no batch can come
 * to lie before it, so that the same question has the same answer for ever.
 */
@ApplicationScoped
public class PointsInTime {

    /** What the parameter {@code asOf} means, for the description of every question. */
    public static final String AS_OF =
            "What was known then: an instant with offset, or a date for the end of that local day. The same question"
                    + " with a past asOf has the same answer for ever. Who sees only what is published is answered as of"
                    + " the newest batch when the instant lies after it, and asOf in the answer says so.";

    /** What the parameter {@code on} means. */
    public static final String ON =
            "What had happened by the end of this day; the local day of asOf, or today, if absent.";

    /** A batch later than the newest instant cannot come to lie before it, so that what it settles needs no lock. */
    private static final String SETTLED = """
            select coalesce(greatest(settled_through, instant) >= :asOf, false) from intake_clock
            """;

    private static final String LOCK = "select clock_timestamp() >= :asOf from intake_clock for update";

    private static final String SETTLE = """
            update intake_clock set settled_through = greatest(settled_through, :asOf)
             where clock_timestamp() >= :asOf
            """;

    private static final String STAMP = """
            select greatest(clock_timestamp(), instant + interval '1 microsecond',
                            settled_through + interval '1 microsecond')
              from intake_clock for share
            """;

    private static final int MOST_REMEMBERED = 10_000;

    private final Database database;
    private final Clock clock;
    private final ZoneId zone;
    private final Batches batches;

    /** What is settled stays so. */
    private final Cache<Instant, Batch> settled =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    PointsInTime(
            Database database,
            Clock clock,
            @ConfigProperty(name = "qadam.zone") ZoneId zone,
            @ConfigProperty(name = "qadam.newest-remembered-for") Duration rememberFor,
            @ConfigProperty(name = "qadam.intake-behind-after") Duration behindAfter) {
        this.database = database;
        this.clock = clock;
        this.zone = zone;
        this.batches = new Batches(database, rememberFor, behindAfter);
    }

    /**
     * Settles a question.
     *
     * @param asOf an instant with offset, or a date for the end of that local day; null for what is known now
     * @param on a date; null for the local day of {@code asOf}
     * @throws Problem 400 if one cannot be read, 422 if {@code asOf} lies in the future
     */
    public PointInTime of(String asOf, String on) {
        return asOf == null ? present(batches.newest().batch(), on) : at("asOf", asOf, on);
    }

    /**
     * Puts a question without settling anything: it takes no lock and writes nothing, so that everybody may ask. An instant
     * after the newest batch, up to which nobody has settled what is known, becomes the instant of that batch.
     *
     * @throws Problem as in {@link #of}
     */
    public PointInTime unsettled(String asOf, String on) {
        PointInTime moment = unsettledIfKnown(asOf, on);
        if (moment != null) {
            return moment;
        }
        Instant instant = TimeParameters.instant("asOf", asOf, zone);
        Batch then = batches.at(instant);
        settled.put(instant, then);
        return past(then, instant, on);
    }

    /**
     * The same, if no more than the newest batch has to be known for it; otherwise null.
     *
     * @throws Problem as in {@link #of}
     */
    public PointInTime unsettledIfKnown(String asOf, String on) {
        if (asOf == null) {
            return present(batches.newest().batch(), on);
        }
        if (on != null) {
            TimeParameters.day("on", on);
        }
        Instant instant = TimeParameters.instant("asOf", asOf, zone);
        PointInTime moment = atHand(instant, on, batches.newest());
        if (moment != null && !instant.equals(moment.asOf()) && instant.isAfter(clock.instant())) {
            throw inTheFuture("asOf");
        }
        return moment;
    }

    /** The same of a question that was answered before, if it can be told without asking the database; otherwise null. */
    public PointInTime remembered(String asOf, String on) {
        Batches.Newest newest = batches.justSeen();
        if (asOf == null) {
            return newest == null ? null : present(newest.batch(), on);
        }
        return atHand(TimeParameters.instant("asOf", asOf, zone), on, newest);
    }

    /** @param newest null if it is not known */
    private PointInTime atHand(Instant instant, String on, Batches.Newest newest) {
        Batch then = settled.getIfPresent(instant);
        if (then != null) {
            return past(then, instant, on);
        }
        if (newest == null || !newest.isBy(instant)) {
            return null;
        }
        Instant asOf = newest.isSettledFor(instant) ? instant : newest.batch().instant();
        return past(newest.past(), asOf, on == null ? dayOf(instant) : TimeParameters.day("on", on));
    }

    /**
     * Settles a question about the past.
     *
     * @param name of the parameter that says the instant
     */
    public PointInTime at(String name, String asOf, String on) {
        if (on != null) {
            TimeParameters.day("on", on);
        }
        Instant instant = TimeParameters.instant(name, asOf, zone);
        Batch then = settled.getIfPresent(instant);
        if (then == null) {
            settle(name, instant);
            then = batches.at(instant);
            settled.put(instant, then);
        }
        return past(then, instant, on);
    }

    private PointInTime present(Batch newest, String on) {
        LocalDate day = on == null ? LocalDate.now(clock.withZone(zone)) : TimeParameters.day("on", on);
        return new PointInTime(
                newest.number(), newest.instant(), day, newest.dataThrough(), newest.behind(), newest.halted(), false);
    }

    private PointInTime past(Batch then, Instant instant, String on) {
        return past(then, instant, on == null ? dayOf(instant) : TimeParameters.day("on", on));
    }

    private static PointInTime past(Batch then, Instant asOf, LocalDate on) {
        return new PointInTime(then.number(), asOf, on, then.dataThrough(), then.behind(), false, true);
    }

    /**
     * The instant of something that is kept beside the batches, such as that somebody has read records. Like a batch it
     * lies after every instant that is settled, and until this transaction ends no later one is: so a question about the
     * past always sees it or never.
     */
    public static Instant stamp(Handle database) {
        return database.createQuery(STAMP).mapTo(OffsetDateTime.class).one().toInstant();
    }

    /** The local day of an instant. */
    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** This instance has committed a batch: it is seen at once. A batch of another instance is seen at the next look. */
    public void batchCommitted() {
        batches.batchCommitted();
    }

    /** After this no batch can come to lie at or before the instant. */
    private void settle(String name, Instant asOf) {
        boolean settled = database.transaction(handle -> handle.createQuery(SETTLED)
                .bind("asOf", asOf)
                .mapTo(Boolean.class)
                .one());
        if (!settled && !database.transaction(handle -> settle(handle, asOf))) {
            throw inTheFuture(name);
        }
    }

    private static Problem inTheFuture(String name) {
        return new Problem(ProblemType.RULE_VIOLATED, Fault.parameter(name, "in-the-future", name));
    }

    private static boolean settle(Handle handle, Instant asOf) {
        boolean past =
                handle.createQuery(LOCK).bind("asOf", asOf).mapTo(Boolean.class).one();
        return past && handle.createUpdate(SETTLE).bind("asOf", asOf).execute() == 1;
    }
}
