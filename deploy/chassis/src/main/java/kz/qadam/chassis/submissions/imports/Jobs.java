package kz.qadam.chassis.submissions.imports;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.chassis.http.security.Submitter;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** The table of import jobs: one row for each file that was sent. */
@ApplicationScoped
class Jobs {

    private static final TableColumns<Job> JOB = TableColumns.of(Job.class);
    private static final TableColumns<StoredFileUsage> SHARES = TableColumns.of(StoredFileUsage.class);

    private static final List<String> VERDICTS =
            List.of("accepted", "pending", "refused", "duplicate", "conflict", "rejected");

    private static final String BEGIN = """
            insert into import_job (id, kind, sender, file_name, separator, lists_kept, trace, created_at, expires_at)
            values (:id, :kind, :sender, :fileName, :separator, :listsKept, :trace, :now, :expiresAt)
            """;

    private static final String RECEIVED = """
            update import_job
               set received = received + :rows, stored = stored + :stored, worked_at = clock_timestamp()
             where id = :id and status = 'receiving'
            """;

    private static final String READY = """
            update import_job
               set status = 'waiting', left_out = :leftOut, worked_at = clock_timestamp(),
                   received_in = pg_current_xact_id()
             where id = :id and status = 'receiving'
            """;

    /**
     * The next job to work on. A file that cannot be decrypted is tried from time to time, since its key may be listed
     * again.
     */
    private static final String NEXT = """
            select * from import_job
             where status in ('waiting', 'running') and kind = any(:kinds)
               and (unreadable_since is null or worked_at <= clock_timestamp() - interval '1 minute')
             order by (select max(own.served_at) from import_job own
                        where coalesce(own.sender, '') = coalesce(import_job.sender, '')) nulls first,
                      worked_at
             limit 1 for update skip locked
            """;

    private static final String SERVED = """
            update import_job set worked_at = clock_timestamp(), served_at = clock_timestamp() where id = :id
            """;

    /** Begins anew if nobody has tried for a while: an instance that has the key may not have been running. */
    private static final String UNREADABLE = """
            update import_job set unreadable_since = clock_timestamp()
             where id = :id and (unreadable_since is null or worked_at < clock_timestamp() - interval '1 hour')
            """;

    private static final String STORED = "select coalesce(sum(stored), 0) from import_job where not expired";

    private static final String SHARE = """
            select count(*) filter (where status in ('receiving', 'waiting', 'running')) as files,
                   coalesce(sum(received - processed) filter (where status in ('receiving', 'waiting', 'running')), 0)
                       as rows,
                   coalesce(sum(stored), 0) as bytes,
                   (%s) as bytes_of_all
              from import_job where coalesce(sender, '') = coalesce(cast(:sender as text), '') and not expired
            """.formatted(STORED);

    private static final String ADVANCE = """
            update import_job
               set processed = processed + :processed, %s, started_at = coalesce(started_at, :now),
                   status = case when processed + :processed = received then 'finished' else 'running' end,
                   finished_at = case when processed + :processed = received then cast(:now as timestamptz) end,
                   stored = stored + :stored, unreadable_since = null,
                   worked_at = clock_timestamp(), served_at = clock_timestamp()
             where id = :id
            """.formatted(
                    VERDICTS.stream().map("%1$s = %1$s + :%1$s"::formatted).collect(Collectors.joining(", ")));

    private static final String FIND = """
            select * from import_job
             where id = :id and kind = :kind and sender is not distinct from :sender and status <> 'receiving'
            """;

    private static final String BEFORE = """
            select * from import_job
             where kind = :kind and sender is not distinct from :sender and status <> 'receiving'
               and (:before::uuid is null or id < :before::uuid)
             order by id desc limit :most
            """;

    private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

    private final ImportsConfig config;
    private final Clock clock;

    Jobs(ImportsConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /**
     * Inserts a job that is not visible before it is ready.
     *
     * @param listsKept whether its kept rows are stored, too
     */
    UUID begin(Handle handle, String kind, IncomingFile file, char separator, boolean listsKept, String trace) {
        UUID id = IDS.generate();
        Instant now = clock.instant();
        handle.createUpdate(BEGIN)
                .bind("id", id)
                .bind("kind", kind)
                .bind("sender", file.submitter().institution())
                .bind("fileName", file.name())
                .bind("separator", String.valueOf(separator))
                .bind("listsKept", listsKept)
                .bind("trace", trace)
                .bind("now", now)
                .bind("expiresAt", now.plus(config.keep()))
                .execute();
        return id;
    }

    /** Adds received rows. */
    void addReceived(Handle handle, UUID id, int rows, long stored) {
        handle.createUpdate(RECEIVED)
                .bind("id", id)
                .bind("rows", rows)
                .bind("stored", stored)
                .execute();
    }

    /** Notes that the file and its sender had their turn, whatever the result. */
    void noteTurn(Handle handle, UUID id) {
        handle.createUpdate(SERVED).bind("id", id).execute();
    }

    /** Notes that the file cannot be decrypted. Returns whether this is the first failure. */
    boolean noteUnreadable(Handle handle, UUID id) {
        boolean isFirst = handle.createUpdate(UNREADABLE).bind("id", id).execute() == 1;
        noteTurn(handle, id);
        return isFirst;
    }

    /** What the service stores of all files of a submitter. */
    StoredFileUsage share(Handle handle, Submitter submitter) {
        return handle.createQuery(SHARE)
                .bind("sender", submitter.institution())
                .map(SHARES)
                .one();
    }

    /**
     * Makes a received job visible. Returns false if it was already deleted, since its reception took too long.
     *
     * @param leftOut how many of its rows were left out
     */
    boolean makeVisible(Handle handle, UUID id, int leftOut) {
        return handle.createUpdate(READY)
                        .bind("id", id)
                        .bind("leftOut", leftOut)
                        .execute()
                == 1;
    }

    void deleteIfReceiving(Handle handle, UUID id) {
        handle.createUpdate("delete from import_job where id = :id and status = 'receiving'")
                .bind("id", id)
                .execute();
    }

    /**
     * Locks a job that no worker has locked: the sender that was served longest ago comes first, then its file that has
     * waited longest.
     */
    Optional<Job> next(Handle handle, Collection<String> kinds) {
        return handle.createQuery(NEXT)
                .bindArray("kinds", String.class, kinds)
                .map(JOB)
                .findOne();
    }

    /**
     * Adds the number of judged rows by verdict.
     *
     * @param stored by how many bytes the stored size has changed
     */
    void addJudged(Handle handle, UUID id, Map<String, Long> verdicts, long stored) {
        Update update = handle.createUpdate(ADVANCE)
                .bind("id", id)
                .bind("stored", stored)
                .bind(
                        "processed",
                        verdicts.values().stream().mapToLong(Long::longValue).sum())
                .bind("now", clock.instant());
        VERDICTS.forEach(verdict -> update.bind(verdict, verdicts.getOrDefault(verdict, 0L)));
        update.execute();
    }

    Optional<Job> find(Handle handle, String kind, Submitter submitter, UUID id) {
        return handle.createQuery(FIND)
                .bind("id", id)
                .bind("kind", kind)
                .bind("sender", submitter.institution())
                .map(JOB)
                .findOne();
    }

    /**
     * The submitter's files, the newest first.
     *
     * @param before only files older than this; null: starts with the newest
     */
    List<Job> before(Handle handle, String kind, Submitter submitter, UUID before, int most) {
        return handle.createQuery(BEFORE)
                .bind("kind", kind)
                .bind("sender", submitter.institution())
                .bindByType("before", before, UUID.class)
                .bind("most", most)
                .map(JOB)
                .list();
    }

    /** How much of the limit for all senders is used. */
    double storedRatio(Handle handle) {
        return handle.createQuery(STORED).mapTo(Double.class).one()
                / config.stored().asLongValue();
    }

    long unfinished(Handle handle) {
        return count(handle, "true");
    }

    long unreadable(Handle handle) {
        return count(handle, "unreadable_since is not null");
    }

    /** Counts unfinished jobs. */
    private static long count(Handle handle, String condition) {
        return handle.createQuery(
                        "select count(*) from import_job where status in ('waiting', 'running') and " + condition)
                .mapTo(Long.class)
                .one();
    }
}
