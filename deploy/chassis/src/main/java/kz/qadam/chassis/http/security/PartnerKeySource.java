package kz.qadam.chassis.http.security;

import java.time.Instant;
import java.util.List;

/** The keys of institutions, according to the service's own database. */
public interface PartnerKeySource {

    /**
     * What has changed since an earlier call.
     *
     * @param keys in their newest state
     * @param until where the next call begins
     * @param confirmedAt until when all changes are known for certain; null if this is not known
     */
    record Changes(List<PartnerKey> keys, long until, Instant confirmedAt) {}

    /**
     * Reads the keys that have changed; called from a thread that may wait.
     *
     * @param since where an earlier call ended; 0: all keys
     */
    Changes changedSince(long since);
}
