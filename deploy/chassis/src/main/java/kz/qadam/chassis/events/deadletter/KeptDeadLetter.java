package kz.qadam.chassis.events.deadletter;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.http.list.ChangeOrder;
import org.hibernate.annotations.Generated;
import org.hibernate.generator.EventType;

/** A stored dead letter without its content, which the intake writes and only a retry reads. */
@Entity
@Table(name = "dead_letter")
class KeptDeadLetter extends PanacheEntityBase implements ChangeOrder.Changed {

    @Id
    public UUID id;

    public String topic;
    public int partition;
    public long recordOffset;
    public String eventId;
    public String eventType;
    public String subject;
    public String reason;
    public Instant receivedAt;

    /** Null: it is open. */
    public Instant resolvedAt;

    public String outcome;
    public String resolutionReason;
    public String resolvedBy;

    @Generated(event = EventType.UPDATE, sql = "pg_current_xact_id()")
    @Column(columnDefinition = "xid8")
    public long changed;

    /** Locks the row until the end of the transaction. */
    static Optional<KeptDeadLetter> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    void resolve(Resolution resolution, String by, Instant now) {
        resolvedAt = now;
        outcome = resolution.action().outcome();
        resolutionReason = resolution.reason();
        resolvedBy = by;
    }

    @Override
    public long changed() {
        return changed;
    }

    @Override
    public UUID id() {
        return id;
    }
}
