package kz.qadam.enrolment.keys;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import kz.qadam.chassis.events.kafka.Outbox;
import kz.qadam.chassis.events.kafka.OutboxEvent;
import kz.qadam.chassis.events.kafka.StatePublisher;
import kz.qadam.chassis.events.keys.KeyConfirmation;
import kz.qadam.chassis.events.keys.PartnerKeyTopic;
import kz.qadam.chassis.http.security.PartnerKey;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/** Publishes each state of each key to the services that keep copies, and confirms that they are complete. */
@Singleton
class KeyPublisher extends StatePublisher {

    private static final String NAME = "institution-keys";
    private static final String SUBJECT = "institution-key/";

    private static final String NEWEST = """
            select %s, coalesce(revoked_at, created_at) as recorded_at, trace from institution_key
             where id = any(:ids) order by id
            """.formatted(OwnKeys.STATE);

    /** One statement reads both, so that each state is either waiting or counted and sent. */
    private static final String STATES = """
            select case when exists (select from outbox_event where publisher = :publisher)
                          or exists (select from republish_request where publisher = :publisher)
                        then null
                        else (select coalesce(sum(version), 0) from institution_key) end
            """;

    KeyPublisher(Outbox outbox) {
        super(outbox, NAME, PartnerKeyTopic.TOPIC, SUBJECT, NEWEST, KeyPublisher::event);
    }

    private static OutboxEvent event(ResultSet row, StatementContext context) throws SQLException {
        PartnerKey key = OwnKeys.COLUMNS.map(row, context);
        String subject = SUBJECT + key.id();
        Instant recordedAt = row.getObject("recorded_at", OffsetDateTime.class).toInstant();
        return new OutboxEvent(
                subject, PartnerKeyTopic.DESCRIBED, subject, key.version(), recordedAt, key, row.getString("trace"));
    }

    /** Adds a confirmation if nothing waits to be sent; returns whether it did. */
    boolean confirm(Handle handle, Instant through) {
        Optional<Long> states = handle.createQuery(STATES)
                .bind("publisher", NAME)
                .mapTo(Long.class)
                .findOne();
        states.ifPresent(number -> add(handle, List.of(confirmation(through, number))));
        return states.isPresent();
    }

    private static OutboxEvent confirmation(Instant through, long states) {
        var confirmation = new KeyConfirmation(through, states, through.getEpochSecond());
        return new OutboxEvent(
                KeyConfirmation.SUBJECT,
                KeyConfirmation.TYPE,
                KeyConfirmation.SUBJECT,
                confirmation.version(),
                through,
                confirmation,
                null);
    }
}
