package kz.qadam.reporting.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The batches between which each dead letter is open. Figures are provisional while a dead letter is open. */
public final class DeadLetterSpans {

    /**
     * If the version of a letter cannot be read, it is taken as the next one after the known versions, since the events
     * of a subject arrive in order. No version follows the highest possible number: only the office can resolve such a
     * letter.
     */
    private static final String OPEN = """
            insert into dead_letter_span (id, opened, subject, version)
            select letter.id, :batch, letter.subject, coalesce(given.version, 1 + nullif(coalesce(
                       (select max(subject_version) from event_log known where known.subject = letter.subject), 0),
                       9223372036854775807))
              from unnest(:ids, :versions) as given (id, version) join dead_letter letter using (id)
            """;

    private static final String ANY_OPEN = "select exists (select from dead_letter_span where closed = still_open())";

    private static final String SUPERSEDE = """
            with superseded as (
                update dead_letter_span span
                   set closed = greatest(:batch, span.opened), outcome = 'superseded', change = pg_current_xact_id()
                  from unnest(:subjects, :versions) as newer (subject, version)
                 where span.subject = newer.subject and span.version <= newer.version
                   and span.closed = still_open()
                returning span.id)
            update dead_letter set resolved_at = now() where id in (select id from superseded)
            """;

    /** Closes a new letter at once if a higher version of its subject is known already. */
    private static final String SUPERSEDE_OUTDATED = """
            with superseded as (
                update dead_letter_span span
                   set closed = span.opened, outcome = 'superseded', change = pg_current_xact_id()
                 where span.id = any(:ids)
                   and exists (select from event_log known
                        where known.subject = span.subject and known.subject_version >= span.version)
                returning span.id)
            update dead_letter set resolved_at = now() where id in (select id from superseded)
            """;

    /** A letter whose event was read again may have been superseded by it in the same batch. */
    private static final String CLOSE = """
            with closed as (
                update dead_letter_span
                   set closed = :batch, outcome = :outcome, reason = :reason, resolved_by = :by,
                       change = pg_current_xact_id()
                 where id = any(:ids) and closed in (:batch, still_open())
                returning id)
            update dead_letter set resolved_at = now() where id in (select id from closed)
            """;

    private DeadLetterSpans() {}

    /** The least version that supersedes this one; null if there is none. */
    static Long next(Long version) {
        return version == null || version == Long.MAX_VALUE ? null : version + 1;
    }

    /** @param versions the least version that supersedes each letter; null for the next one after the known versions */
    static void open(Handle database, long batch, List<UUID> letters, List<Long> versions) {
        database.createUpdate(OPEN)
                .bind("batch", batch)
                .bindArray("ids", UUID.class, letters)
                .bindArray("versions", Long.class, versions)
                .execute();
        database.createUpdate(SUPERSEDE_OUTDATED)
                .bindArray("ids", UUID.class, letters)
                .execute();
    }

    /**
     * Closes letters that are open.
     *
     * @param by who resolved them; null for a rebuild
     * @return how many were open
     */
    public static int close(Handle database, long batch, List<UUID> letters, String outcome, String reason, String by) {
        return database.createUpdate(CLOSE)
                .bind("batch", batch)
                .bindArray("ids", UUID.class, letters)
                .bind("outcome", outcome)
                .bind("reason", reason)
                .bind("by", by)
                .execute();
    }

    /**
     * Closes the letters whose subjects have a later state now: an event carries the whole state, so nothing is
     * missing.
     */
    static void supersede(Handle database, long batch, Collection<ReceivedEvent> fresh) {
        if (!database.createQuery(ANY_OPEN).mapTo(Boolean.class).one()) {
            return;
        }
        List<String> subjects = new ArrayList<>();
        List<Long> versions = new ArrayList<>();
        for (ReceivedEvent one : fresh) {
            if (one.version() != null) {
                subjects.add(one.event().subject());
                versions.add(one.version());
            }
        }
        database.createUpdate(SUPERSEDE)
                .bind("batch", batch)
                .bindArray("subjects", String.class, subjects)
                .bindArray("versions", Long.class, versions)
                .execute();
    }
}
