package kz.qadam.progress.xapi;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
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
 * Counts statements by what became of them. Most of what a platform sends has no row of its own, and is counted in memory;
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

    private static final TableColumns<Sum> SUMS = TableColumns.of(Sum.class);

    private static final String ADD = """
            insert into xapi_count (%1$s) select * from %2$s order by institution, day, outcome, verb, type
            on conflict (institution, day, outcome, verb, type) do update
               set statements = xapi_count.statements + excluded.statements
            """.formatted(SUMS.names(), SUMS.rows("added"));

    private final Database database;
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

    /** Adds what was counted since the last time. */
    synchronized void write() {
        Map<Counted, Long> taken = new HashMap<>();
        counts.keySet().forEach(what -> taken.put(what, counts.remove(what)));
        if (!taken.isEmpty()) {
            try {
                database.transaction(handle -> add(handle, taken));
            } catch (RuntimeException e) {
                taken.forEach((what, many) -> counts.merge(what, many, Long::sum));
                throw e;
            }
        }
    }

    private static int add(Handle handle, Map<Counted, Long> taken) {
        List<Sum> sums = taken.entrySet().stream()
                .map(one -> Sum.of(one.getKey(), one.getValue()))
                .toList();
        return SUMS.bind(handle.createUpdate(ADD), sums).execute();
    }
}
