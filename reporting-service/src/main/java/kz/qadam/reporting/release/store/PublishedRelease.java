package kz.qadam.reporting.release.store;

import java.time.Instant;

/**
 * A public release without its document.
 *
 * @param through what was known and had happened at this instant
 * @param publishedAt it is public from this instant on
 * @param digest SHA-256 of the document, in hexadecimal digits
 */
public record PublishedRelease(long number, Instant through, Instant publishedAt, String digest) {

    static PublishedRelease of(ReleaseStore.Entry entry) {
        return new PublishedRelease(entry.number(), entry.through(), entry.publicFrom(), entry.digest());
    }
}
