package kz.qadam.chassis.submission;

import java.util.List;

/**
 * What would become of items, and what they would do. Nothing of it was kept.
 *
 * @param outcomes of each item, in their order
 * @param effect of what would be kept: where one is rejected and all or none is to be kept, the effect of nothing
 */
public record DryRunResult<V, E>(List<Outcome<V>> outcomes, E effect) {}
