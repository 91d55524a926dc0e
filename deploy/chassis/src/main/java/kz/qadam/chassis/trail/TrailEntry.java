package kz.qadam.chassis.trail;

import java.time.Instant;
import java.util.UUID;
import kz.qadam.chassis.security.Actor;

/**
 * An entry of the trail; a row of the table {@code trail}, without the number of its transaction.
 *
 * @param action the method and path template of the endpoint, such as {@code POST /v1/things}, or a name of its own
 * @param outcome {@link #DONE}, {@link #UNCHANGED}, or the code of the problem
 * @param status the status of the answer; null if there was no answer yet
 * @param actor null if nobody was verified
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
        String action,
        String outcome,
        Integer status,
        Actor actor,
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
