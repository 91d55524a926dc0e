package kz.qadam.progress.xapi;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kz.qadam.chassis.base.background.BackgroundLoops;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.progress.xapi.reading.VerbAndType;
import org.jdbi.v3.core.Handle;

/**
 * Counts statements by what became of them, and notes when each platform sends. Most of what a platform sends has no row of its own, and is counted in memory;
 * every few seconds, and before the instance stops, the counts are added to those of the database.
 */
@ApplicationScoped
class StatementCounts {

    /** What is counted together. */
    record Counted(String institution, LocalDate day, String verb, String type, String outcome) {

        /** A verb with a type for which no profile asks is not named: nobody knows what it may hold. */
        private static final VerbAndType OTHER = new VerbAndType("other", "other");

        static Counted of(String institution, LocalDate day, VerbAndType known, String outcome) {
            VerbAndType pair = known == null ? OTHER : known;
            return new Counted(institution, day, pair.verb(), pair.type(), outcome);
        }
    }

    /** A number to be added. */
    private record Sum(String institution, LocalDate day, String verb, String type, String outcome, long statements) {

        static Sum of(Counted what, long statements) {
            return new Sum(what.institution(), what.day(), what.verb(), what.type(), what.outcome(), statements);
        }
    }

    /** A platform that has sent something. */
    record Heard(String institution, String platform) {}

    /** When it was heard of last. */
    private record Use(String institution, String platform, Instant lastAt) {}

    private static final TableColumns<Use> USES = TableColumns.of(Use.class);
    private static final TableColumns<Sum> SUMS = TableColumns.of(Sum.class);

    private static final String ADD = """
            insert into xapi_count (%1$s) select * from %2$s order by institution, day, outcome, verb, type
            on conflict (institution, day, outcome, verb, type) do update
               set statements = xapi_count.statements + excluded.statements
            """.formatted(SUMS.names(), SUMS.rows("added"));

    private static final String NOTE = """
            insert into xapi_platform_use (%s) select * from %s order by institution, platform
            on conflict (institution, platform) do update
               set last_at = greatest(xapi_platform_use.last_at, excluded.last_at)
            """.formatted(USES.names(), USES.rows("heard"));

    private final Database database;
    private final Map<Heard, Instant> heard = new ConcurrentHashMap<>();
    private final Map<Counted, Long> counts = new ConcurrentHashMap<>();

    StatementCounts(Database database) {
        this.database = database;
    }

    void start(@Observes StartupEvent event, BackgroundLoops loops, PlatformAccountsConfig config) {
        loops.startAtIntervals("statement-counts", config.countEvery(), this::write);
    }

    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event) {
        write();
    }

    /** Counts a statement that was taken in or left out; what was rolled back is not counted. */
    void add(Counted what) {
        counts.merge(what, 1L, Long::sum);
    }

    /** Notes that a platform has sent something. */
    void note(Heard platform, Instant at) {
        heard.merge(platform, at, StatementCounts::later);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Adds what was counted since the last time. */
    synchronized void write() {
        Map<Counted, Long> taken = new HashMap<>();
        counts.keySet().forEach(what -> taken.put(what, counts.remove(what)));
        Map<Heard, Instant> lately = new HashMap<>();
        heard.keySet().forEach(platform -> lately.put(platform, heard.remove(platform)));
        if (!taken.isEmpty() || !lately.isEmpty()) {
            try {
                database.transaction(handle -> add(handle, taken) + note(handle, lately));
            } catch (RuntimeException e) {
                taken.forEach((what, many) -> counts.merge(what, many, Long::sum));
                lately.forEach(this::note);
                throw e;
            }
        }
    }

    private static int add(Handle handle, Map<Counted, Long> taken) {
        List<Sum> sums = taken.entrySet().stream()
                .map(one -> Sum.of(one.getKey(), one.getValue()))
                .toList();
        return sums.isEmpty() ? 0 : SUMS.bind(handle.createUpdate(ADD), sums).execute();
    }

    private static int note(Handle handle, Map<Heard, Instant> lately) {
        List<Use> uses = lately.entrySet().stream()
                .map(one -> new Use(one.getKey().institution(), one.getKey().platform(), one.getValue()))
                .toList();
        return uses.isEmpty() ? 0 : USES.bind(handle.createUpdate(NOTE), uses).execute();
    }
}
