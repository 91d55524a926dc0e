package kz.qadam.local;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** What the service says of a change of its keys. */
@JsonIgnoreProperties(ignoreUnknown = true)
record RotationState(String lookup, String cipher, long learners, long remaining, boolean complete) {

    long done() {
        return learners - remaining;
    }
}
