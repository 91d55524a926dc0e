package kz.qadam.chassis.events.archive;

import java.util.Optional;
import kz.qadam.chassis.base.crypto.SigningKey;

/**
 * The keys that this service has for its segments.
 *
 * @param next the key that takes over, if one does
 */
record SegmentSigningKeys(SigningKey key, Optional<SigningKey> next) {

    /**
     * The keys of the segment after another one: which signs it, and which it names as the next.
     *
     * @param before the segment before, if there is one
     * @param keyBefore the public key that checks it, in PEM
     * @throws IllegalStateException if neither key is the one that the segment before allows: nobody would believe them
     */
    SegmentSigningKeys after(Optional<Segment> before, Optional<String> keyBefore) {
        String due = before.flatMap(Segment::nextKey).or(() -> keyBefore).orElse(key.publicPem());
        if (due.equals(key.publicPem())) {
            return this;
        }
        return next.filter(one -> due.equals(one.publicPem()))
                .map(one -> new SegmentSigningKeys(one, Optional.empty()))
                .orElseThrow(() -> new IllegalStateException(
                        "The archive goes on with another key than that of qadam.archive.key. A new key is named by"
                                + " qadam.archive.next-key, until the former one has signed a segment that says so"));
    }
}
