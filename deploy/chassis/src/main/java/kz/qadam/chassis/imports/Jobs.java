package kz.qadam.chassis.imports;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.security.Submitter;
import org.jdbi.v3.core.Handle;

/** The table of import jobs: one row for each file that was sent. */
@ApplicationScoped
class Jobs {

    private static final String COLUMNS = """
            id, kind, sender, file_name, separator, trace, status, received, processed, accepted, pending,
            refused, duplicate, conflict, rejected, created_at, started_at, finished_at, expires_at, expired
            """;

    private static final String BEGIN = """
            insert into import_job (id, kind, sender, file_name, separator, trace, created_at, expires_at)
            values (:id, :kind, :sender, :fileName, :separator, :trace, :now, :expiresAt)
            """;

    private static final String RECEIVED = """
            update import_job
               set received = received + :rows, stored = stored + :stored, worked_at = clock_timestamp()
             where id = :id and status = 'receiving'
            """;

    private static final String READY = """
            update import_job set status = 'waiting', worked_at = clock_timestamp()
             where id = :id and status = 'receiving'
            """;

    /**
     * The next job to work on. A file that cannot be decrypted is tried from time to time, since its key may be listed
     * again.
     */
    private static final String NEXT = """
            select %s from import_job
             where status in ('waiting', 'running') and kind = any(:kinds)
               and (unreadable_since is null or worked_at <= clock_timestamp() - interval '1 minute')
             order by (select max(own.served_at) from import_job own
                        where coalesce(own.sender, '') = coalesce(import_job.sender, '')) nulls first,
                      worked_at
             limit 1 for update skip locked
            """.formatted(COLUMNS);

    private static final String SERVED = """
            update import_job set worked_at = clock_timestamp(), served_at = clock_timestamp() where id = :id
            """;

    private static final String UNREADABLE = """
            update import_job set unreadable_since = clock_timestamp() where id = :id and unreadable_since is null
            """;

    private static final String SHARE = """
            select count(*) filter (where status in ('receiving', 'waiting', 'running')) as files,
                   coalesce(sum(received - processed) filter (where status in ('receiving', 'waiting', 'running')), 0)
                       as rows,
                   coalesce(sum(stored), 0) as bytes
              from import_job where coalesce(sender, '') = coalesce(cast(:sender as text), '') and not expired
            """;

    private static final String ADVANCE = """
            update import_job
               set processed = processed + :processed, accepted = accepted + :accepted, pending = pending + :pending,
                   refused = refused + :refused, duplicate = duplicate + :duplicate, conflict = conflict + :conflict,
                   rejected = rejected + :rejected, started_at = coalesce(started_at, :now),
                   status = case when processed + :processed = received then 'finished' else 'running' end,
                   finished_at = case when processed + :processed = received then cast(:now as timestamptz) end,
                   stored = stored + :stored, unreadable_since = null,
                   worked_at = clock_timestamp(), served_at = clock_timestamp()
             where id = :id
            """;

    private static final String FIND = """
            select %s from import_job
             where id = :id and kind = :kind and sender is not distinct from :sender and status <> 'receiving'
            """.formatted(COLUMNS);

    private static final String BEFORE = """
            select %s from import_job
             where kind = :kind and sender is not distinct from :sender and status <> 'receiving'
               and (:before::uuid is null or id < :before::uuid)
             order by id desc limit :most
            """.formatted(COLUMNS);

    private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

    private final ImportsConfig config;
    private final Clock clock;

    Jobs(ImportsConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** Inserts a job that is not visible before it is ready. */
    UUID begin(Handle handle, String kind, Submitter submitter, String fileName, char separator, String trace) {
        UUID id = IDS.generate();
        Instant now = clock.instant();
        handle.createUpdate(BEGIN)
                .bind("id", id)
                .bind("kind", kind)
                .bind("sender", submitter.institution())
                .bind("fileName", fileName)
                .bind("separator", String.valueOf(separator))
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
        noteTurn(handle, id);
        return handle.createUpdate(UNREADABLE).bind("id", id).execute() == 1;
    }

    /** What the service stores of all files of a submitter. */
    SenderShare share(Handle handle, Submitter submitter) {
        return handle.createQuery(SHARE)
                .bind("sender", submitter.institution())
                .map((row, context) -> new SenderShare(row.getLong("files"), row.getLong("rows"), row.getLong("bytes")))
                .one();
    }

    /** Makes a received job visible. Returns false if it was already deleted, since its reception took too long. */
    boolean makeVisible(Handle handle, UUID id) {
        return handle.createUpdate(READY).bind("id", id).execute() == 1;
    }

    void deleteUnfinished(Handle handle, UUID id) {
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
                .map((row, context) -> of(row))
                .findOne();
    }

    /**
     * Adds the number of judged rows by verdict.
     *
     * @param stored by how many bytes the stored size has changed
     */
    void addJudged(Handle handle, UUID id, Map<String, Long> verdicts, long stored) {
        handle.createUpdate(ADVANCE)
                .bind("id", id)
                .bind("stored", stored)
                .bind(
                        "processed",
                        verdicts.values().stream().mapToLong(Long::longValue).sum())
                .bind("accepted", verdicts.getOrDefault("accepted", 0L))
                .bind("pending", verdicts.getOrDefault("pending", 0L))
                .bind("refused", verdicts.getOrDefault("refused", 0L))
                .bind("duplicate", verdicts.getOrDefault("duplicate", 0L))
                .bind("conflict", verdicts.getOrDefault("conflict", 0L))
                .bind("rejected", verdicts.getOrDefault("rejected", 0L))
                .bind("now", clock.instant())
                .execute();
    }

    Optional<Job> find(Handle handle, String kind, Submitter submitter, UUID id) {
        return handle.createQuery(FIND)
                .bind("id", id)
                .bind("kind", kind)
                .bind("sender", submitter.institution())
                .map((row, context) -> of(row))
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
                .map((row, context) -> of(row))
                .list();
    }

    long unfinished(Handle handle) {
        return handle.createQuery("select count(*) from import_job where status in ('waiting', 'running')")
                .mapTo(Long.class)
                .one();
    }

    long unreadable(Handle handle) {
        return handle.createQuery(
                        "select count(*) from import_job where status in ('waiting', 'running') and unreadable_since is not null")
                .mapTo(Long.class)
                .one();
    }

    private static Job of(ResultSet row) throws SQLException {
        return new Job(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                new Submitter(Optional.ofNullable(row.getString("sender"))),
                row.getString("file_name"),
                row.getString("separator").charAt(0),
                row.getString("trace"),
                row.getString("status"),
                new Job.Tally(
                        row.getInt("received"),
                        row.getInt("processed"),
                        row.getInt("accepted"),
                        row.getInt("pending"),
                        row.getInt("refused"),
                        row.getInt("duplicate"),
                        row.getInt("conflict"),
                        row.getInt("rejected")),
                instant(row, "created_at"),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                instant(row, "expires_at"),
                row.getBoolean("expired"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
