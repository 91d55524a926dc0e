package kz.qadam.progress.xapi;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import kz.qadam.chassis.base.crypto.KeyFile;
import kz.qadam.chassis.base.crypto.KeyRing;
import kz.qadam.chassis.base.crypto.SealedValue;
import kz.qadam.chassis.base.crypto.Sealing;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.progress.xapi.reading.PlatformAccount;
import org.jboss.logging.Logger;

/**
 * Under what accounts are kept: a keyed digest by which each is found again, and its name, sealed. Who has the database
 * alone learns no name from either, not even by trying.
 */
@Singleton
class PlatformAccountKeys {

    private static final Logger LOG = Logger.getLogger(PlatformAccountKeys.class);
    private static final String HMAC = "HmacSHA256";
    private static final int NAME_BASED = 0x50;

    private record Keys(SecretKeySpec lookup, Sealing cipher) {

        static Keys in(Path path) {
            KeyFile file = KeyFile.read(path);
            KeyRing lookup = file.ring("lookup");
            return new Keys(new SecretKeySpec(lookup.key(lookup.current()), HMAC), new Sealing(file.ring("cipher")));
        }
    }

    private final Optional<Keys> keys;

    @Inject
    PlatformAccountKeys(PlatformAccountsConfig config) {
        this.keys = config.keys().filter(PlatformAccountKeys::isThere).map(Keys::in);
    }

    /** An installation of an earlier version runs on without its keys, until its operator makes them. */
    private static boolean isThere(Path file) {
        boolean isThere = Files.exists(file);
        if (!isThere) {
            LOG.errorf("There is no key file %s: no statements and no links of accounts are taken (503)", file);
        }
        return isThere;
    }

    /**
     * Fails if this installation has no keys for accounts.
     *
     * @throws Problem {@link ProblemType#UNAVAILABLE}
     */
    void require() {
        keys();
    }

    /** The digest under which an account is kept, in hexadecimal. */
    String digest(String institution, PlatformAccount account) {
        return HexFormat.of().formatHex(hash("account", institution, account.platform(), account.name()));
    }

    /** The id of a statement that came without one: the same for the same statement. */
    UUID statementId(String institution, String identity) {
        ByteBuffer hash = ByteBuffer.wrap(hash("statement", institution, identity));
        hash.put(6, (byte) ((hash.get(6) & 0x0f) | NAME_BASED));
        hash.put(8, (byte) ((hash.get(8) & 0x3f) | 0x80));
        return new UUID(hash.getLong(0), hash.getLong(8));
    }

    SealedValue seal(String digest, String name) {
        return keys().cipher().seal(bytes(name), bytes(digest));
    }

    /** @throws IllegalStateException if it was sealed for another account, or its key is no longer listed */
    String open(String digest, SealedValue sealed) {
        return new String(keys().cipher().open(sealed, bytes(digest)), StandardCharsets.UTF_8);
    }

    private byte[] hash(String... parts) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(keys().lookup());
            for (String part : parts) {
                byte[] bytes = bytes(part);
                mac.update(bytes(bytes.length + ":"));
                mac.update(bytes);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
        }
    }

    private Keys keys() {
        return keys.orElseThrow(() -> new Problem(ProblemType.UNAVAILABLE, Message.of("no-account-keys")));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
