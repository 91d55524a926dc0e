package kz.qadam.reporting.figures;

import io.quarkus.agroal.DataSource;
import io.quarkus.arc.InjectableInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.qadam.chassis.base.background.Warnings;
import kz.qadam.chassis.base.database.Database;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Where exact figures are read: in a streaming standby of PostgreSQL, if one is configured ({@code quarkus.datasource.standby})
 * and has the batch that is asked about, and else in the primary. A batch is one transaction, and figures depend on nothing
 * later: so both give the same answer.
 */
@ApplicationScoped
class FigureDatabase {

    private static final Logger LOG = Logger.getLogger(FigureDatabase.class);
    private static final Duration WARN_EVERY = Duration.ofSeconds(30);
    private static final Duration LEFT_ALONE = Duration.ofSeconds(5);
    private static final String HAS_BATCH =
            "select :batch = 0 or exists (select from intake_batch where number >= :batch)";

    private final Database primary;
    private final Optional<Database> standby;
    private volatile long failedAt = System.nanoTime() - LEFT_ALONE.toNanos();
    private final Warnings warnings =
            new Warnings(LOG, "Figures could not be read in the standby, and were read in the primary", WARN_EVERY);

    @Inject
    FigureDatabase(Database primary, @DataSource("standby") InjectableInstance<javax.sql.DataSource> standby) {
        this(
                primary,
                Stream.of(standby.getHandle())
                        .filter(one -> one.getBean().isActive())
                        .map(one -> new Database(one.get()))
                        .findFirst());
    }

    FigureDatabase(Database primary, Optional<Database> standby) {
        this.primary = primary;
        this.standby = standby;
    }

    /** Reads what depends on a batch, and on those before it, in a transaction that changes nothing. */
    <T> T read(long batch, Function<Handle, T> question) {
        return standby.filter(one -> System.nanoTime() - failedAt >= LEFT_ALONE.toNanos())
                .flatMap(one -> readThere(one, batch, question))
                .orElseGet(() -> primary.transaction(question));
    }

    /** Empty if the standby has not got there yet, or fails. */
    private <T> Optional<T> readThere(Database there, long batch, Function<Handle, T> question) {
        try {
            return there.transaction(handle -> {
                boolean hasBatch = handle.createQuery(HAS_BATCH)
                        .bind("batch", batch)
                        .mapTo(Boolean.class)
                        .one();
                return hasBatch ? Optional.of(question.apply(handle)) : Optional.empty();
            });
        } catch (JdbiException e) {
            // Not each request waits until it is known that nobody answers.
            failedAt = System.nanoTime();
            warn(e);
            return Optional.empty();
        }
    }

    private synchronized void warn(JdbiException e) {
        warnings.add(e.getClass().getSimpleName(), Database.loggable(e));
        warnings.write();
    }
}
