package kz.qadam.reporting.publication;

import com.fasterxml.uuid.Generators;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.Optional;
import kz.qadam.reporting.asof.PointInTime;
import org.hibernate.annotations.Immutable;

/** Figures that the office published under a name. The row is an original: nothing changes it, not even a rebuild. */
@Entity
@Immutable
class Publication extends PublicationColumns {

    /** The {@code sub} of the token. */
    public String publishedBy;

    /** The public answer of {@code GET /v1/progress}, byte for byte. */
    public byte[] body;

    static Publication of(String name, PointInTime time, byte[] body, Instant publishedAt, String publishedBy) {
        var publication = new Publication();
        publication.name = name;
        publication.id = Generators.timeBasedEpochGenerator().generate();
        publication.asOf = time.asOf();
        publication.onDay = time.on();
        publication.batch = time.batch();
        publication.publishedAt = publishedAt;
        publication.publishedBy = publishedBy;
        publication.body = body;
        return publication;
    }

    /** @param until finds the publication only if it was published by then; null: always */
    static Optional<Publication> findKnown(String name, Instant until) {
        return Publication.<Publication>findByIdOptional(name)
                .filter(publication -> until == null || !publication.publishedAt.isAfter(until));
    }

    boolean isOf(PointInTime time) {
        return asOf.equals(time.asOf()) && onDay.equals(time.on());
    }
}
