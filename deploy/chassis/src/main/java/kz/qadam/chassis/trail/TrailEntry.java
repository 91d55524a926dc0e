package kz.qadam.chassis.trail;

import java.time.Instant;
import java.util.UUID;

/**
 * An entry of the trail; a row of the table {@code trail}, without the number of its transaction.
 *
 * @param outcome {@link #DONE}, {@link #UNCHANGED}, {@link #REPEATED}, {@link #NOTHING_NEW}, {@link #COUNTED},
 *     {@link #CONTRADICTS}, or the code of the problem
 * @param status the status of the answer; null if there was no answer yet
 * @param subject the opaque id of the thing; null if there are several or none
 * @param items how many things, or how many requests if the entry is about several; null if that is not counted
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
        RecordedQuestion question,
        String reason,
        SaltedText text) {

    /** The outcome of what was done. */
    static final String DONE = "done";

    /** The outcome of a write that found everything as it should be, or only tried. */
    static final String UNCHANGED = "unchanged";

    /** The outcome of several requests that were answered like an earlier one of their minute. */
    static final String REPEATED = "repeated";

    /** The outcome of requests for what is new in a list that were answered with nothing. */
    static final String NOTHING_NEW = "nothing-new";

    /** The outcome of requests of which only the number was kept. */
    static final String COUNTED = "counted";

    /** The outcome of an anchor that contradicts one that arrived before. */
    static final String CONTRADICTS = "contradicts";
}
