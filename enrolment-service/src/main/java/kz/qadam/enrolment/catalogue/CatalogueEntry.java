package kz.qadam.enrolment.catalogue;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import kz.qadam.chassis.events.kafka.Traces;

/** An entry of the catalogue, of which each version is published. */
@MappedSuperclass
abstract class CatalogueEntry extends PanacheEntityBase {

    @Id
    public String code;

    public int version;
    public Instant recordedAt;
    public String trace;

    /** The kind of entry, as it is written in the subject and in the event type. */
    abstract String subjectKind();

    /** The whole state, in the form of the event contract. */
    abstract Object eventData();

    /** Starts the next version. */
    void startVersion(Instant now) {
        version++;
        recordedAt = now;
        trace = Traces.current();
    }

    String subject() {
        return subjectKind() + "/" + code;
    }
}
