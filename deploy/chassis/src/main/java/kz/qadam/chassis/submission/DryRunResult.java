package kz.qadam.chassis.submission;

import java.util.List;

/**
 * The result of a dry run. Nothing was kept.
 *
 * @param outcomes the outcome of each item, in their order
 * @param effect the effect of the items that would be kept; in an atomic batch with a rejected item, the effect of no
 *     items
 */
public record DryRunResult<V, E>(List<Outcome<V>> outcomes, E effect) {}
