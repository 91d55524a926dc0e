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
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import kz.qadam.chassis.database.Database;
import kz.qadam.chassis.problem.Fault;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;

/** Reads {@code asOf} and {@code on}, and settles them: what is answered once is answered so for ever. */
@ApplicationScoped
public class Moments {

    /** What the parameter {@code asOf} means, for the description of every question. */
    public static final String AS_OF =
            "What was known then: an instant with offset, or a date for the end of that local day. The same question"
                    + " with a past asOf has the same answer for ever.";

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

    Moments(
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
    public Moment of(String asOf, String on) {
        return asOf == null ? present(batches.newest(), on) : at("asOf", asOf, on);
    }

    /** The same, if it can be told without asking the database; otherwise null. */
    public Moment remembered(String asOf, String on) {
        if (asOf == null) {
            Batch batch = batches.justSeen();
            return batch == null ? null : present(batch, on);
        }
        Instant instant = instant("asOf", asOf);
        Batch then = settled.getIfPresent(instant);
        return then == null ? null : past(then, instant, on);
    }

    /**
     * Settles a question about the past.
     *
     * @param name of the parameter that says the instant
     */
    public Moment at(String name, String asOf, String on) {
        if (on != null) {
            date("on", on);
        }
        Instant instant = instant(name, asOf);
        Batch then = settled.getIfPresent(instant);
        if (then == null) {
            settle(name, instant);
            then = batches.at(instant);
            settled.put(instant, then);
        }
        return past(then, instant, on);
    }

    private Moment present(Batch newest, String on) {
        LocalDate day = on == null ? LocalDate.now(clock.withZone(zone)) : date("on", on);
        return new Moment(
                newest.number(), newest.instant(), day, newest.dataThrough(), newest.behind(), newest.halted(), false);
    }

    private Moment past(Batch then, Instant instant, String on) {
        LocalDate day = on == null ? dayOf(instant) : date("on", on);
        return new Moment(then.number(), instant, day, then.dataThrough(), then.behind(), false, true);
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

    /** This instance has committed a batch: it is seen at once, while those of others are seen when somebody looks again. */
    public void moved() {
        batches.moved();
    }

    /** After this no batch can come to lie at or before the instant. */
    private void settle(String name, Instant asOf) {
        boolean settled = database.transaction(handle -> handle.createQuery(SETTLED)
                .bind("asOf", asOf)
                .mapTo(Boolean.class)
                .one());
        if (!settled && !database.transaction(handle -> settle(handle, asOf))) {
            throw new Problem(ProblemType.RULE_VIOLATED, Fault.parameter(name, "in-the-future", name));
        }
    }

    private static boolean settle(Handle handle, Instant asOf) {
        boolean past =
                handle.createQuery(LOCK).bind("asOf", asOf).mapTo(Boolean.class).one();
        return past && handle.createUpdate(SETTLE).bind("asOf", asOf).execute() == 1;
    }

    /** To the microsecond, as the database keeps time. */
    private Instant instant(String name, String asOf) {
        try {
            if (asOf.length() == "2026-01-31".length()) {
                return date(name, asOf)
                        .plusDays(1)
                        .atStartOfDay(zone)
                        .toInstant()
                        .minus(1, ChronoUnit.MICROS);
            }
            // In a query an unescaped + arrives as a space.
            Instant instant = OffsetDateTime.parse(asOf.replace(' ', '+')).toInstant();
            return bounded(name, instant.atZone(zone).toLocalDate(), instant.truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeParseException e) {
            throw Problem.badParameter(name, "malformed/instant-or-date", name);
        }
    }

    /**
     * Reads a day.
     *
     * @throws Problem 400 if it is none
     */
    public static LocalDate day(String name, String text) {
        return date(name, text);
    }

    private static LocalDate date(String name, String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            return bounded(name, day, day);
        } catch (DateTimeParseException e) {
            throw Problem.badParameter(name, "malformed/date", name);
        }
    }

    /** The database knows other bounds than Java. */
    private static <T> T bounded(String name, LocalDate day, T value) {
        if (day.getYear() < 1 || day.getYear() > 9998) {
            throw Problem.badParameter(name, "range/years", name);
        }
        return value;
    }
}
