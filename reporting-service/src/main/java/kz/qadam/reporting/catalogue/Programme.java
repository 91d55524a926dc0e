package kz.qadam.reporting.catalogue;

import java.time.LocalDate;
import java.util.List;

/** The programme in its newest version. */
public record Programme(
        String code, long version, LocalDate startsOn, LocalDate horizon, List<Milestone> milestones, String zone) {

    /** A day by which a goal of the programme is due. */
    public record Milestone(String code, LocalDate on) {}
}
