package kz.qadam.chassis.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.database.Database;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/** Encrypts the headers that an earlier version stored in plain text, and removes their column with its content. */
@ApplicationScoped
public class HeaderSealing {

    private static final Logger LOG = Logger.getLogger(HeaderSealing.class);

    /** The time limit; it is long since the table is rewritten. */
    private static final Duration MOST = Duration.ofHours(1);

    private static final String IS_THERE = """
            select exists (select from pg_attribute
                            where attrelid = 'import_job'::regclass and attname = 'header' and not attisdropped)
            """;

    private record Open(UUID job, List<String> header) {}

    private final Database database;
    private final FileParts parts;

    HeaderSealing(Database database, FileParts parts) {
        this.database = database;
        this.parts = parts;
    }

    /** Does nothing if it has been done before. */
    public void seal() {
        if (database.<Boolean>transaction(HeaderSealing::hasHeaderColumn)) {
            database.transaction(MOST, this::sealAll);
        }
    }

    /** Another instance that starts at the same time waits for the lock, and then finds nothing to do. */
    private Void sealAll(Handle handle) {
        handle.execute("lock table import_job in access exclusive mode");
        if (!hasHeaderColumn(handle)) {
            return null;
        }
        List<Open> all = handle.createQuery(
                        "select id, header from import_job where header is not null and not expired")
                .map((row, context) -> new Open(row.getObject("id", UUID.class), List.of((String[])
                        row.getArray("header").getArray())))
                .list();
        for (Open open : all) {
            long bytes = parts.addHeader(handle, open.job(), open.header());
            handle.execute("update import_job set stored = stored + ? where id = ?", bytes, open.job());
        }
        // Also rewrites the table. In the same transaction, since later nothing would show that this is still missing.
        handle.execute("select drop_plain_headers()");
        LOG.infof("Sealed the headers of %d files", all.size());
        return null;
    }

    private static boolean hasHeaderColumn(Handle handle) {
        return handle.createQuery(IS_THERE).mapTo(Boolean.class).one();
    }
}
