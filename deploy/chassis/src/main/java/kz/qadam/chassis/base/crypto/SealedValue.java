package kz.qadam.chassis.base.crypto;

/**
 * An encrypted value, with all that is needed besides the key to decrypt it. It is stored, and never compared.
 *
 * @param keyId the id of the key that encrypted it
 */
@SuppressWarnings("ArrayRecordComponent")
public record SealedValue(String keyId, byte[] nonce, byte[] bytes) {}
