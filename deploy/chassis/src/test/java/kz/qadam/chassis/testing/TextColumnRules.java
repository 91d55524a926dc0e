package kz.qadam.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.chassis.base.database.Database;
import org.junit.jupiter.api.Test;

/**
 * Every column that can hold text is either free of texts that may name a learner, or overwritten when a learner is
 * erased. A new column has to be named in the test of its service, so that nobody forgets it.
 */
public abstract class TextColumnRules {

    /**
     * Codes, types, names of keys and instances. A dead letter's value is overwritten by the service's function, and the
     * text of the trail by {@code clear_trail_text}, which the service's function calls.
     */
    private static final Set<String> OF_THE_CHASSIS = names("""
            archive_anchor.digest archive_anchor.manifest archive_anchor.public_key archive_anchor.signature
            archive_anchor.stream
            archive_confirmation.stream
            archive_segment.digest archive_segment.manifest archive_segment.packed archive_segment.signature
            archive_segment.public_key archive_segment.stream
            dead_letter.copied_at dead_letter.event_id dead_letter.event_source dead_letter.event_time
            dead_letter.event_type dead_letter.key dead_letter.outcome dead_letter.reason dead_letter.resolution_reason
            dead_letter.resolved_by dead_letter.subject dead_letter.topic
            flyway_schema_history.description flyway_schema_history.installed_by flyway_schema_history.script
            flyway_schema_history.type flyway_schema_history.version
            import_job.file_name import_job.kind import_job.sender import_job.separator import_job.status import_job.trace
            import_part.content import_part.key_id import_part.nonce import_part.sealed
            intake_offset.cluster_id intake_offset.topic intake_offset.topic_id
            intake_position.halted intake_position.instance intake_position.topic
            lease.name lease.owner
            outbox_event.key outbox_event.parked outbox_event.publisher outbox_event.subject outbox_event.trace
            outbox_event.type
            relay_held.mail
            republish_request.parked republish_request.publisher republish_request.subject
            sent_compared.publisher sent_event.key sent_event.publisher sent_event.subject sent_event.type
            archive_epoch.stream archive_epoch.abandoned sent_begun.topic
            sent_topic.topic sent_topic.topic_id
            table_profile.document table_profile.institution table_profile.kind table_profile.name
            trail.action trail.actor trail.asked trail.institution trail.instance trail.kind trail.outcome trail.reason
            trail.region trail.roles trail.subject trail.text trail.text_digest trail.text_salt
            trail_block.hash trail_block.hash_before trail_block.hashes trail_block.instance
            trail_head.hash trail_head.instance trail_head.service
            """);

    private static final String COLUMNS = """
            select c.table_name || '.' || c.column_name
              from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
             where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
               and not exists (select from pg_inherits where inhrelid = c.table_name::regclass)
               and (c.data_type in ('text', 'bytea', 'json', 'jsonb', 'character varying')
                    or (c.data_type = 'ARRAY' and c.udt_name in ('_text', '_varchar', '_json', '_jsonb')))
            """;

    private static final String SOURCE = """
            select prosrc from pg_proc where proname = :function and pronamespace = 'public'::regnamespace
            """;

    private final Database database = CDI.current().select(Database.class).get();

    /** The columns of the service's tables that hold no text about a learner, such as {@code course.code}. */
    protected abstract Set<String> free();

    /** The columns that the function overwrites, such as {@code enrolment.reference}. */
    protected abstract Set<String> erased();

    /** The owner's function that erases. */
    protected abstract String function();

    @Test
    void every_text_column_is_free_of_personal_texts_or_erased() {
        Set<String> declared = new TreeSet<>(free());
        declared.addAll(erased());
        declared.addAll(OF_THE_CHASSIS);

        assertThat(columns()).isNotEmpty().isSubsetOf(declared);
    }

    @Test
    void the_function_names_every_erased_column() {
        String source = database.transaction(handle -> handle.createQuery(SOURCE)
                .bind("function", function())
                .mapTo(String.class)
                .one());

        assertThat(erased()).allSatisfy(column -> {
            String[] parts = column.split("\\.", -1);
            assertThat(source)
                    .containsPattern("(?s)(update|delete from) " + parts[0] + "\\b[^;]*\\b" + parts[1] + "\\b");
        });
    }

    private List<String> columns() {
        return database.transaction(
                handle -> handle.createQuery(COLUMNS).mapTo(String.class).list());
    }

    /** Names that are written with spaces between them. */
    protected static Set<String> names(String text) {
        return Stream.of(text.strip().split("\\s+", -1)).collect(Collectors.toUnmodifiableSet());
    }
}
