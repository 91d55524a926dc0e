package kz.qadam.reporting.publication;

import com.fasterxml.uuid.Generators;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import kz.qadam.reporting.release.Release;
import org.hibernate.annotations.Immutable;

/** The name of a release. The row is an original: nothing changes it, not even a rebuild. */
@Entity
@Immutable
class Publication extends PublicationHead {

    /** The {@code sub} of the token. */
    public String publishedBy;

    /** The public answer of {@code GET /v1/progress}, byte for byte. */
    public byte[] body;

    static Publication of(String name, Release release, byte[] body, Instant publishedAt, String publishedBy) {
        var publication = new Publication();
        publication.name = name;
        publication.id = Generators.timeBasedEpochGenerator().generate();
        publication.asOf = release.through();
        publication.onDay = release.on();
        publication.release = release.number();
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

    /**
     * Whether it is what a request asks for.
     *
     * @param named the release that the request asks for; null if there is none
     * @param asked the instant in the request
     * @param askedOn the day in the request; null for the local day of the instant
     */
    boolean isOf(Release named, Instant asked, LocalDate askedOn) {
        return release == null
                ? asOf.equals(asked) && onDay.equals(askedOn)
                : named != null && release == named.number();
    }
}
