package kz.qadam.progress.trail;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import kz.qadam.chassis.base.crypto.Sha256;
import kz.qadam.chassis.base.crypto.VerifyingKey;
import kz.qadam.chassis.events.event.EventJson;

/** Segments as another service seals them, with a key of their own. */
final class SealedElsewhere {

    private final KeyPair key;

    SealedElsewhere() {
        try {
            key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The manifest of a segment of enrolment-service. */
    String manifest(int number, String lines, String before) {
        return """
                # qadam-archive 1
                # stream enrolment.trail
                # epoch 1
                # number %1$d
                # lines archive_trail_1
                # range 7:7:
                # rows 1
                # late 0
                # sealed 2026-10-01T10:15:00.123456Z
                # key %2$s
                # data %3$s
                %3$s  %4$s.ndjson.gz
                %5$s  %6$s.manifest
                """.formatted(
                        number,
                        VerifyingKey.of(pem()).id(),
                        Sha256.hex(lines),
                        place(number),
                        Sha256.hex(before),
                        place(number - 1));
    }

    /** A manifest that says that the key of others signs the segments after it. */
    static String handingOver(String manifest, SealedElsewhere to) {
        String base64 = Base64.getEncoder().encodeToString(to.key.getPublic().getEncoded());
        return manifest.replaceFirst("\n# data ([0-9a-f]+)\n", "\n# data $1\n# next " + base64 + "\n")
                + "%s  keys/%s.pem\n"
                        .formatted(
                                Sha256.hex(to.pem()), VerifyingKey.of(to.pem()).id());
    }

    /** Where the files of a segment are, without their ending. */
    static String place(int number) {
        return "enrolment.trail/1/2026/%09d".formatted(number);
    }

    /** The data of the event that tells it. */
    String told(int number, String manifest) {
        return EventJson.write(Map.of(
                "segment",
                place(number),
                "manifest",
                manifest,
                "signature",
                Base64.getEncoder().encodeToString(signature(manifest)),
                "key",
                pem()));
    }

    private byte[] signature(String manifest) {
        try {
            Signature signing = Signature.getInstance("Ed25519");
            signing.initSign(key.getPrivate());
            signing.update(manifest.getBytes(StandardCharsets.UTF_8));
            return signing.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String pem() {
        return "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
                .formatted(Base64.getEncoder().encodeToString(key.getPublic().getEncoded()));
    }
}
