package kz.qadam.chassis.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import kz.qadam.chassis.database.Database;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/** Deletes expired content, also of files that can no longer be decrypted. The numbers stay. */
@ApplicationScoped
public class ExpiredFiles {

    private static final Logger LOG = Logger.getLogger(ExpiredFiles.class);

    /** The time limit; large files have many parts. */
    private static final Duration MOST = Duration.ofMinutes(10);

    private static final String EXPIRED = """
            with expired as (
                update import_job
                   set file_name = null, expired = true, stored = 0,
                       status = case status when 'finished' then status else 'failed' end,
                       finished_at = coalesce(finished_at, :now)
                 where not expired and expires_at <= :now
                   and (status = 'finished' or (status in ('waiting', 'running') and unreadable_since is not null))
                returning id)
            delete from import_part where job in (select id from expired)
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
                            where status in ('receiving', 'waiting', 'running') and unreadable_since is null)
            """;

    /** Of a file that is being judged only the errors are deleted, so that judging it can continue. */
    private static final String JUDGED = """
            with gone as (
                update import_job
                   set file_name = null, expired = true, stored = 0,
                       status = case status when 'finished' then status else 'failed' end,
                       finished_at = coalesce(finished_at, :now)
                 where not expired
                   and (status in ('finished', 'failed') or (status <> 'receiving' and unreadable_since is not null))
                returning id)
            delete from import_part where content = 'errors' or job in (select id from gone)
            """;

    private final Database database;

    ExpiredFiles(Database database) {
        this.database = database;
    }

    /** Deletes what has expired at this instant. */
    public void tidy(Instant now) {
        database.transaction(MOST, handle -> {
            int parts = handle.createUpdate(EXPIRED).bind("now", now).execute();
            int files = handle.execute(ABANDONED);
            LOG.debugf(
                    "Deleted %d parts of expired files and %d files that were never completely received", parts, files);
            return null;
        });
    }

    /** Whether a file is not judged yet. Files that cannot be decrypted are left out. */
    public static boolean hasUnjudged(Handle handle) {
        return handle.createQuery(UNJUDGED).mapTo(Boolean.class).one();
    }

    /** How many files have content that is not deleted yet. */
    public static int countKept(Handle handle) {
        return handle.createQuery("select count(*) from import_job where not expired")
                .mapTo(Integer.class)
                .one();
    }

    /**
     * Deletes the content of all files that are judged or cannot be decrypted, and the errors of the others, before they
     * expire. To be called when a person's data must not remain in them.
     */
    public static void deleteJudged(Handle handle, Instant now) {
        handle.createUpdate(JUDGED).bind("now", now).execute();
    }
}
