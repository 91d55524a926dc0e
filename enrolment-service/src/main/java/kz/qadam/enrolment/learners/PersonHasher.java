package kz.qadam.enrolment.learners;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import kz.qadam.chassis.base.crypto.KeyRing;

/** Keyed hashes (HMAC-SHA-256) by which a person is found. Without the key nobody can guess numbers by trying. */
final class PersonHasher {

    private final KeyRing keys;
    private final Map<String, Mac> macs = new TreeMap<>();

    /** To be used by one thread only, because a Mac has a state. */
    PersonHasher(KeyRing keys) {
        this.keys = keys;
        keys.keys().forEach((id, key) -> macs.put(id, mac(key)));
    }

    /** The hash with the current key. */
    ByteBuffer hash(Identity.Personal person) {
        return hash(macs.get(keys.current()), person);
    }

    /** The hash with each listed key, by the id of the key. */
    Map<String, ByteBuffer> hashes(Identity.Personal person) {
        Map<String, ByteBuffer> hashes = new TreeMap<>();
        macs.forEach((id, mac) -> hashes.put(id, hash(mac, person)));
        return hashes;
    }

    private static ByteBuffer hash(Mac mac, Identity.Personal person) {
        return ByteBuffer.wrap(mac.doFinal(person.canonical().getBytes(StandardCharsets.UTF_8)));
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256", e);
        }
    }
}
