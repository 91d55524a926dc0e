package kz.qadam.progress.trained;

import java.time.LocalDate;

/**
 * A requirement that is in force from a day on. Of two with the same day, the higher version is in force.
 *
 * @param version the number in the order in which versions were recorded
 */
public record RequirementVersion(int version, LocalDate validFrom, Requirement requirement) {}
