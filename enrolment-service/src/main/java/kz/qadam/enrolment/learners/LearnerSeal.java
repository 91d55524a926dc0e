package kz.qadam.enrolment.learners;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import kz.qadam.chassis.base.crypto.KeyRing;
import kz.qadam.chassis.base.crypto.SealedValue;
import kz.qadam.chassis.base.crypto.Sealing;

/** Encrypts the number of a person, bound to the learner: moved to another row, it cannot be decrypted. */
final class LearnerSeal {

    private final Sealing sealing;

    LearnerSeal(KeyRing keys) {
        this.sealing = new Sealing(keys);
    }

    SealedValue seal(UUID learner, Identity.Personal person) {
        return sealing.seal(person.canonical().getBytes(StandardCharsets.UTF_8), bytes(learner));
    }

    Identity.Personal open(UUID learner, SealedValue sealed) {
        return new Identity.Personal(new String(sealing.open(sealed, bytes(learner)), StandardCharsets.UTF_8));
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
