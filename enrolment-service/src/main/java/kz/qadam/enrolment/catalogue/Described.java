package kz.qadam.enrolment.catalogue;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import kz.qadam.chassis.kafka.Traces;

/** A thing of the catalogue, of which each version is published. */
@MappedSuperclass
abstract class Described extends PanacheEntityBase {

    @Id
    public String code;

    public int version;
    public Instant recordedAt;
    public String trace;

    /** What it is, as its subject and its event name it. */
    abstract String kind();

    /** The whole state, as the contract of its event has it. */
    abstract Object state();

    /** Begins the next version. */
    void change(Instant now) {
        version++;
        recordedAt = now;
        trace = Traces.current();
    }

    String subject() {
        return kind() + "/" + code;
    }
}
