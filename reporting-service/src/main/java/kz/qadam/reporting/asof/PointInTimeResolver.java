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
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;

/**
 * Reads the parameters {@code asOf} and {@code on}, and settles the point in time that they name: after that, no batch
 * can be added at or before it, so that the same question has the same answer for ever.
 */
@ApplicationScoped
public class PointInTimeResolver {

    /** The description of the parameter {@code asOf}. */
    public static final String AS_OF =
            "Answers with what was known at this instant: an instant with offset, or a date for the end of that local"
                    + " day. The same question with a past asOf has the same answer for ever. Without a token: the"
                    + " newest public release that is not later; asOf in the answer is the instant of the release.";

    /** The description of the parameter {@code on}. */
    public static final String ON =
            "Answers with what had happened by the end of this local day. If absent: the local day of asOf, or today."
                    + " Without a token: the newest public release that is not of a later day.";

    /** Needs no lock: a new batch is always later than the newest one, so that earlier instants are settled. */
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

    private static final int MAX_REMEMBERED = 10_000;

    private final Database database;
    private final Clock clock;
    private final ZoneId zone;
    private final IntakeBatches batches;

    /** The batches of settled instants; they never change. */
    private final Cache<Instant, IntakeBatch> settled =
            Caffeine.newBuilder().maximumSize(MAX_REMEMBERED).build();

    PointInTimeResolver(
            Database database,
            Clock clock,
            @ConfigProperty(name = "qadam.zone") ZoneId zone,
            @ConfigProperty(name = "qadam.newest-remembered-for") Duration rememberFor,
            @ConfigProperty(name = "qadam.intake-behind-after") Duration behindAfter) {
        this.database = database;
        this.clock = clock;
        this.zone = zone;
        this.batches = new IntakeBatches(database, rememberFor, behindAfter);
    }

    /**
     * Reads the point in time of a question, and settles it.
     *
     * @param asOf an instant with offset, or a date for the end of that local day; null for what is known now
     * @param on a date; null for the local day of {@code asOf}
     * @throws Problem 400 if one cannot be read, 422 if {@code asOf} lies in the future
     */
    public PointInTime of(String asOf, String on) {
        return asOf == null ? present(batches.newest().batch(), on) : at("asOf", asOf, on);
    }

    /**
     * Reads the point in time of a question without settling it: it takes no lock and writes nothing, so that partners'
     * requests cannot delay the intake. An instant that is later than the newest batch and not settled is replaced by
     * the instant of that batch.
     *
     * @throws Problem as in {@link #of}
     */
    public PointInTime unsettled(String asOf, String on) {
        if (asOf == null) {
            return present(batches.newest().batch(), on);
        }
        if (on != null) {
            TimeParameterParser.day("on", on);
        }
        Instant instant = past("asOf", asOf);
        PointInTime point = pointIfKnown(instant, on, batches.newest());
        if (point != null) {
            return point;
        }
        IntakeBatch then = batches.at(instant);
        settled.put(instant, then);
        return past(then, instant, on);
    }

    /**
     * Reads an instant of the past.
     *
     * @throws Problem 400 if it cannot be read, 422 if it lies in the future
     */
    public Instant past(String name, String text) {
        Instant instant = TimeParameterParser.instant(name, text, zone);
        if (instant.isAfter(clock.instant())) {
            throw inTheFuture(name);
        }
        return instant;
    }

    private PointInTime pointIfKnown(Instant instant, String on, IntakeBatches.Newest newest) {
        IntakeBatch then = settled.getIfPresent(instant);
        if (then != null) {
            return past(then, instant, on);
        }
        if (!newest.isAtOrBefore(instant)) {
            return null;
        }
        Instant asOf = newest.isSettledFor(instant) ? instant : newest.batch().instant();
        return past(newest.asPast(), asOf, on == null ? dayOf(instant) : TimeParameterParser.day("on", on));
    }

    /**
     * Reads the point in time of a question about the past, and settles it.
     *
     * @param name the name of the parameter that carries the instant
     */
    public PointInTime at(String name, String asOf, String on) {
        if (on != null) {
            TimeParameterParser.day("on", on);
        }
        Instant instant = TimeParameterParser.instant(name, asOf, zone);
        IntakeBatch then = settled.getIfPresent(instant);
        if (then == null) {
            ensureSettled(name, instant);
            then = batches.at(instant);
            settled.put(instant, then);
        }
        return past(then, instant, on);
    }

    private PointInTime present(IntakeBatch newest, String on) {
        LocalDate day = on == null ? LocalDate.now(clock.withZone(zone)) : TimeParameterParser.day("on", on);
        return new PointInTime(
                newest.number(), newest.instant(), day, newest.dataThrough(), newest.behind(), newest.halted(), false);
    }

    private PointInTime past(IntakeBatch then, Instant instant, String on) {
        return past(then, instant, on == null ? dayOf(instant) : TimeParameterParser.day("on", on));
    }

    private static PointInTime past(IntakeBatch then, Instant asOf, LocalDate on) {
        return new PointInTime(then.number(), asOf, on, then.dataThrough(), then.behind(), false, true);
    }

    /**
     * The instant of a row that does not belong to a batch, such as an entry in the log of readings. Like the instant
     * of a batch, it is later than every settled instant, and no later instant is settled until this transaction ends:
     * so a question about the past either always sees the row or never.
     */
    public static Instant stamp(Handle database) {
        return database.createQuery(STAMP).mapTo(OffsetDateTime.class).one().toInstant();
    }

    /** The local day of an instant. */
    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /**
     * This instance has committed a batch: the next question sees it. A batch of another instance is seen a little
     * later.
     */
    public void batchCommitted() {
        batches.batchCommitted();
    }

    /** After this, no batch can be added at or before the instant. */
    private void ensureSettled(String name, Instant asOf) {
        boolean settled = database.transaction(handle -> handle.createQuery(SETTLED)
                .bind("asOf", asOf)
                .mapTo(Boolean.class)
                .one());
        if (!settled && !database.transaction(handle -> ensureSettled(handle, asOf))) {
            throw inTheFuture(name);
        }
    }

    private static Problem inTheFuture(String name) {
        return new Problem(ProblemType.RULE_VIOLATED, Fault.parameter(name, "in-the-future", name));
    }

    private static boolean ensureSettled(Handle handle, Instant asOf) {
        boolean past =
                handle.createQuery(LOCK).bind("asOf", asOf).mapTo(Boolean.class).one();
        return past && handle.createUpdate(SETTLE).bind("asOf", asOf).execute() == 1;
    }
}
