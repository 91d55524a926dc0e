package kz.qadam.progress.outbox;

import java.time.Instant;

/**
 * Something that happened, to be told to the other services.
 *
 * @param subject what it is about; {@code version} counts per subject
 * @param data a record that becomes the JSON data
 * @param trace the traceparent of its cause, or null
 */
public record Fact(String key, String type, String subject, long version, Instant time, Object data, String trace) {

    /** That everybody in a cohort was judged again. It is sent after all completions that were added before it. */
    public static final String COHORT_EVALUATED = "kz.qadam.cohort.evaluated.v1";

    /** How much was taken in. It says nothing about single completions, so that no evaluation waits for it. */
    public static final String INTAKE_TALLIED = "kz.qadam.intake.tallied.v1";
}
