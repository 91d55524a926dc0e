package kz.qadam.chassis.submission;

import java.util.List;

/**
 * The result of recording items, also of a dry run, which keeps nothing.
 *
 * @param outcomes the outcome of each item, in their order
 * @param effect the effect of the items that are kept, or would be; null if it was not requested
 */
public record RecordingResult<V, E>(List<Outcome<V>> outcomes, E effect) {}
