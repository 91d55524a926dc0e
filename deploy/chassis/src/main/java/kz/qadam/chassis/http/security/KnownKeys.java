package kz.qadam.chassis.http.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The keys that are neither revoked nor expired, as they were read last.
 *
 * @param byId each with the identity that it gives to a caller; never changed
 * @param until where the next reading begins
 * @param confirmedAt until when all changes are known for certain; null if this is not known
 */
record KnownKeys(Map<String, KnownKey> byId, long until, Instant confirmedAt) {

    static final KnownKeys NONE = new KnownKeys(Map.of(), 0, null);

    /** A key, and the identity that it gives to a caller. */
    record KnownKey(PartnerKey key, SecurityIdentity identity) {

        static KnownKey of(PartnerKey key) {
            QuarkusSecurityIdentity.Builder identity =
                    QuarkusSecurityIdentity.builder().setPrincipal(new KeyPrincipal(key));
            key.role().ifPresent(identity::addRole);
            return new KnownKey(key, identity.build());
        }

        boolean isLive(Instant now) {
            return now.isBefore(key.expiresAt());
        }
    }

    KnownKeys with(PartnerKeySource.Changes changes, Instant now) {
        Map<String, KnownKey> next = changes.keys().isEmpty() ? byId : changed(changes, now);
        return new KnownKeys(next, changes.until(), changes.confirmedAt());
    }

    private Map<String, KnownKey> changed(PartnerKeySource.Changes changes, Instant now) {
        Map<String, KnownKey> next = new HashMap<>(byId);
        for (PartnerKey key : changes.keys()) {
            if (key.revoked()) {
                next.remove(key.id().toString());
            } else {
                next.put(key.id().toString(), KnownKey.of(key));
            }
        }
        next.values().removeIf(known -> !known.isLive(now));
        return next;
    }

    Optional<KnownKey> find(String id, Instant now) {
        return Optional.ofNullable(byId.get(id)).filter(known -> known.isLive(now));
    }

    /** Whether a key may have been revoked this long ago without being known here as revoked. */
    boolean isOutdated(Instant now, Duration after) {
        return confirmedAt == null || confirmedAt.plus(after).isBefore(now);
    }
}
