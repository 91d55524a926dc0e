package kz.qadam.chassis.submissions.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import kz.qadam.chassis.base.database.Database;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/** Deletes content that has expired, or that an erasure does not leave. The numbers stay. */
@ApplicationScoped
public class ExpiredFiles {

    private static final Logger LOG = Logger.getLogger(ExpiredFiles.class);

    /** The time limit; large files have many parts. */
    private static final Duration MOST = Duration.ofMinutes(10);

    /** Whether nobody could decrypt a file for so long, although it was tried all the time (see {@link Jobs}). */
    private static final String LOST = """
            (status in ('waiting', 'running') and unreadable_since < clock_timestamp() - :lost * interval '1 second'
             and worked_at > clock_timestamp() - interval '1 hour')
            """;

    private static final String DELETE = """
            with expired as (
                update import_job
                   set file_name = null, expired = true, stored = 0,
                       status = case status when 'finished' then status else 'failed' end,
                       finished_at = coalesce(finished_at, :now)
                 where not expired and (%s)
                returning id)
            delete from import_part where job in (select id from expired)
            """;

    private static final String EXPIRED =
            DELETE.formatted("expires_at <= :now and (status = 'finished' or %s)".formatted(LOST));

    private static final String LOST_NOW = DELETE.formatted(LOST);

    private static final String JUDGED_AND_ERASED = DELETE.formatted("""
            status = 'finished' and exists (
                select from import_erasure e
                 where import_job.received_in is null or import_job.received_in < e.received_before)
            """);

    private static final String ERASE = "insert into import_erasure default values on conflict do nothing";

    /** A file whose reception ends later is not one of those that were received before. */
    private static final String ERASED = """
            delete from import_erasure e
             where e.received_before < pg_snapshot_xmin(pg_current_snapshot())
               and not exists (
                select from import_job j
                 where not j.expired and j.status <> 'receiving'
                   and (j.received_in is null or j.received_in < e.received_before))
            """;

    /**
     * A file whose reception is interrupted is deleted at once; this deletes the files of processes that ended during
     * the reception.
     */
    private static final String ABANDONED = """
            delete from import_job
             where status = 'receiving' and worked_at < clock_timestamp() - interval '1 hour'
            """;

    private static final String UNJUDGED = """
            select exists (select from import_job
                            where status in ('waiting', 'running') and %s is not true
                              and (received_in is null or received_in < cast(:before as xid8)))
            """.formatted(LOST);

    private final Database database;
    private final double lostAfter;

    ExpiredFiles(Database database, ImportsConfig config) {
        this.database = database;
        this.lostAfter = config.lostAfter().toSeconds();
    }

    /** Deletes what has expired at this instant, and the errors that an erasure does not leave. */
    public void tidy(Instant now) {
        database.transaction(MOST, handle -> {
            int parts = delete(handle, EXPIRED, now) + deleteErrorsOfJudgedFiles(handle, now);
            handle.execute(ERASED);
            int files = handle.execute(ABANDONED);
            LOG.debugf(
                    "Deleted %d parts of expired files and %d files that were never completely received", parts, files);
            return null;
        });
    }

    /**
     * Whether a file is not judged yet whose reception ended before a transaction. Lost files are left out.
     *
     * @param before the number of the transaction, an xid8
     */
    public boolean hasUnjudged(Handle handle, String before) {
        return handle.createQuery(UNJUDGED)
                .bind("before", before)
                .bind("lost", lostAfter)
                .mapTo(Boolean.class)
                .one();
    }

    /** How many files have content that is not deleted yet. */
    public int countKept(Handle handle) {
        return handle.createQuery("select count(*) from import_job where not expired")
                .mapTo(Integer.class)
                .one();
    }

    /**
     * Deletes the errors of all files that have been received, since they may name an erased person: those of a judged
     * file at once, those of another one by a later {@link #tidy} when it is judged. Rows that wait are not touched.
     */
    public void deleteErrorsOfReceivedFiles(Handle handle, Instant now) {
        handle.execute(ERASE);
        deleteErrorsOfJudgedFiles(handle, now);
    }

    /** Deletes the files that nobody has been able to decrypt for a day: they may hold the number of an erased person. */
    public void deleteUndecryptable(Handle handle, Instant now) {
        delete(handle, LOST_NOW, now);
    }

    private static int deleteErrorsOfJudgedFiles(Handle handle, Instant now) {
        return handle.createUpdate(JUDGED_AND_ERASED).bind("now", now).execute();
    }

    private int delete(Handle handle, String sql, Instant now) {
        return handle.createUpdate(sql).bind("now", now).bind("lost", lostAfter).execute();
    }
}
