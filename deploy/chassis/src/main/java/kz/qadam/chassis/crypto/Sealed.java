package kz.qadam.chassis.crypto;

/**
 * What is encrypted, with what is needed beside the key to open it. It is kept, and never compared.
 *
 * @param keyId the key it stands under
 */
@SuppressWarnings("ArrayRecordComponent")
public record Sealed(String keyId, byte[] nonce, byte[] bytes) {}
