package kz.qadam.trail;

import java.util.Map;
import java.util.Optional;

/**
 * How the records of a past read are found again.
 *
 * @param address path and query; null if they cannot be found
 * @param certainty what is said of each record that is found
 * @param narrowedBy members that each record must have, if it has them at all
 * @param obstacle why the records cannot be found; null if they can
 */
record RepeatedRead(String address, String certainty, Map<String, String> narrowedBy, String obstacle) {

    /** What is said of a learner whose records certainly were in the answer. */
    static final String AS_KNOWN_THEN = "as known then";

    /** What is said if records that were added, changed or erased since make a difference. */
    static final String AS_KNOWN_NOW = "as known now";

    /** What is said if the settings of the service have a part in the answer, and may have been others then. */
    static final String MAY = "may have been shown";

    static RepeatedRead by(String address, String certainty, Map<String, String> narrowedBy) {
        return new RepeatedRead(address, certainty, narrowedBy, null);
    }

    static RepeatedRead impossible(String obstacle) {
        return new RepeatedRead(null, null, Map.of(), obstacle);
    }

    boolean isPossible() {
        return obstacle == null;
    }

    /** Why there may have been other records; empty if there is no such reason. */
    Optional<String> doubt() {
        return Optional.of("the settings of then were not kept; whom it shows by those of now is listed")
                .filter(reason -> MAY.equals(certainty));
    }
}
