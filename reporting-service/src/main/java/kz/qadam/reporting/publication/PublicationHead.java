package kz.qadam.reporting.publication;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import kz.qadam.chassis.http.list.ChangeOrder;
import org.hibernate.annotations.Immutable;

/** What a list says of a publication. */
@MappedSuperclass
abstract class PublicationHead extends PanacheEntityBase implements ChangeOrder.Changed {

    @Id
    public String name;

    /** Only the order of the list uses it. */
    public UUID id;

    public Instant asOf;
    public LocalDate onDay;

    /** Of figures that were published before releases existed; otherwise null. */
    public Long batch;

    /** The number of the release; null if it was published before releases existed. */
    public Long release;

    public Instant publishedAt;

    @Column(insertable = false, updatable = false, columnDefinition = "xid8")
    public long changed;

    @Override
    public long changed() {
        return changed;
    }

    @Override
    public UUID id() {
        return id;
    }

    /** A publication without its figures, of which a list would load a thousand. */
    @Entity(name = "ListedPublication")
    @Immutable
    @Table(name = "publication")
    static class Listed extends PublicationHead {}
}
