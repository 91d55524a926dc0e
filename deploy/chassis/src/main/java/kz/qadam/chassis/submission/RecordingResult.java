package kz.qadam.chassis.submission;

import java.util.List;

/**
 * The result of recording items.
 *
 * @param outcomes the outcome of each item, in their order
 * @param effect the effect of all items together; null if it was not requested
 */
public record RecordingResult<V, E>(List<Outcome<V>> outcomes, E effect) {}
