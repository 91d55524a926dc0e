package kz.qadam.chassis.trail;

import java.time.Instant;
import java.util.UUID;

/**
 * An entry of the trail; a row of the table {@code trail}, without the number of its transaction.
 *
 * @param outcome {@link #DONE}, {@link #UNCHANGED}, or the code of the problem
 * @param status the status of the answer; null if there was no answer yet
 * @param subject the opaque id of the thing; null if there are several or none
 * @param items how many things; null if that is not counted
 * @param question null if nothing was read
 * @param reason a code, or null
 * @param text null if nothing was written by a person
 */
record TrailEntry(
        UUID id,
        Instant at,
        String instance,
        TrailKind kind,
        ActorAction origin,
        String outcome,
        Integer status,
        String subject,
        Integer items,
        Question question,
        String reason,
        ClearableText text) {

    /** The outcome of what was done. */
    static final String DONE = "done";

    /** The outcome of a write that found everything as it should be, or only tried. */
    static final String UNCHANGED = "unchanged";
}
