package kz.qadam.trail;

import java.util.Map;

/**
 * How the records of a past read are found again.
 *
 * @param address path and query; null if they cannot be found
 * @param isAsOf whether the answer is that of then; otherwise it is that of now, and records that were added, changed or
 *     erased since make a difference
 * @param narrowedBy members that each record must have, if it has them at all
 * @param obstacle why the records cannot be found; null if they can
 */
record RepeatedRead(String address, boolean isAsOf, Map<String, String> narrowedBy, String obstacle) {

    /** What is said of a learner whose records certainly were in the answer. */
    static final String AS_KNOWN_THEN = "as known then";

    static RepeatedRead by(String address, boolean isAsOf, Map<String, String> narrowedBy) {
        return new RepeatedRead(address, isAsOf, narrowedBy, null);
    }

    static RepeatedRead impossible(String obstacle) {
        return new RepeatedRead(null, false, Map.of(), obstacle);
    }

    boolean isPossible() {
        return obstacle == null;
    }

    /** What is said of each record that is found. */
    String certainty() {
        return isAsOf ? AS_KNOWN_THEN : "as known now";
    }
}
