package kz.qadam.peer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.UUID;
import org.springframework.data.domain.Persistable;

@Entity
@Table(name = "outbox")
class OutboxEvent implements Persistable<UUID> {

    @Id
    UUID id;

    @Column(insertable = false, updatable = false)
    Long seq;

    String key;
    String type;
    String subject;
    Instant time;
    String data;

    @Transient
    private boolean fresh;

    static OutboxEvent of(String key, String type, String subject, Instant time, String data) {
        var event = new OutboxEvent();
        event.fresh = true;
        event.id = UUID.randomUUID();
        event.key = key;
        event.type = type;
        event.subject = subject;
        event.time = time;
        event.data = data;
        return event;
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return fresh;
    }
}
