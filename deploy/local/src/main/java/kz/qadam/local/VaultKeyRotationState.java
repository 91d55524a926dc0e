package kz.qadam.local;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** The state of a key rotation, as the service returns it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record VaultKeyRotationState(String lookup, String cipher, long learners, long remaining, boolean complete) {

    long done() {
        return learners - remaining;
    }
}
