package kz.qadam.chassis.submission;

import java.util.List;

/**
 * What recording some items brought about.
 *
 * @param outcomes what became of each, in their order
 * @param effect what all of them together do; null if nobody asked for it
 */
public record Recorded<V, E>(List<Outcome<V>> outcomes, E effect) {}
