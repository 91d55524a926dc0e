package kz.qadam.reporting.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** From which batch to which a dead letter was open: while it is, figures say that they are provisional. */
final class DeadLetterSpans {

    /**
     * A letter whose version cannot be read is at least the one after what is known, since each subject's events come in
     * order. One that a higher version has overtaken already is closed as soon as it is opened. After the highest version
     * of all there is none: only somebody can resolve such a letter.
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

    private static final String OVERTAKEN = """
            with superseded as (
                update dead_letter_span span
                   set closed = span.opened, outcome = 'superseded', change = pg_current_xact_id()
                 where span.id = any(:ids)
                   and exists (select from event_log known
                        where known.subject = span.subject and known.subject_version >= span.version)
                returning span.id)
            update dead_letter set resolved_at = now() where id in (select id from superseded)
            """;

    private DeadLetterSpans() {}

    /** The least version that makes up for one which is known and was not taken in; null if none can be told. */
    static Long after(Long version) {
        return version == null || version == Long.MAX_VALUE ? null : version + 1;
    }

    /** @param versions the least that makes up for each letter; null for one after what is known of its subject */
    static void open(Handle database, long batch, List<UUID> letters, List<Long> versions) {
        database.createUpdate(OPEN)
                .bind("batch", batch)
                .bindArray("ids", UUID.class, letters)
                .bindArray("versions", Long.class, versions)
                .execute();
        database.createUpdate(OVERTAKEN).bindArray("ids", UUID.class, letters).execute();
    }

    /** A later state of the subject could be read, and it is whole: nothing is missing any more. */
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
