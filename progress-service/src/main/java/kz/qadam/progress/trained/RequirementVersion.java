package kz.qadam.progress.trained;

import java.time.LocalDate;

/**
 * A requirement from a day on. Of two with the same day the higher version holds.
 *
 * @param version in the order in which they were recorded
 */
public record RequirementVersion(int version, LocalDate validFrom, Requirement requirement) {}
