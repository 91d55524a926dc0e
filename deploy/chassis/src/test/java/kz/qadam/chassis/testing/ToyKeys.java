package kz.qadam.chassis.testing;

import com.fasterxml.uuid.Generators;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import kz.qadam.chassis.http.security.PartnerKey;
import kz.qadam.chassis.http.security.PartnerKeySource;

/** The keys of a service without a database. */
@ApplicationScoped
public class ToyKeys implements PartnerKeySource {

    /** A key as a program has it. */
    public record Held(UUID id, String secret) {

        /** The header Authorization. */
        public String shown() {
            return basic(id + ":" + secret);
        }
    }

    private final Map<UUID, PartnerKey> keys = new ConcurrentHashMap<>();
    private final Clock clock;
    private volatile Instant confirmedAt;

    ToyKeys(Clock clock) {
        this.clock = clock;
        this.confirmedAt = clock.instant();
    }

    /** A header Authorization of the scheme Basic. */
    public static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    /** A new key that works for an hour. */
    public Held make(String institution) {
        return make(institution, null);
    }

    /** The same, for one thing only. */
    public Held make(String institution, String only) {
        UUID id = Generators.timeBasedEpochGenerator().generate();
        byte[] bits = new byte[32];
        bits[0] = (byte) keys.size();
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        Instant expiry = clock.instant().plus(Duration.ofHours(1));
        keys.put(id, new PartnerKey(id, institution, PartnerKey.digest(secret), expiry, false, 1, only));
        return new Held(id, secret);
    }

    public void revoke(Held held) {
        keys.computeIfPresent(
                held.id(),
                (id, key) -> new PartnerKey(id, key.institution(), key.sha256(), key.expiresAt(), true, 2, key.only()));
    }

    /** All changes until now are known. */
    public void confirm() {
        confirmedAt = clock.instant();
    }

    @Override
    public Changes changedSince(long since) {
        return new Changes(List.copyOf(keys.values()), since + 1, confirmedAt);
    }
}
