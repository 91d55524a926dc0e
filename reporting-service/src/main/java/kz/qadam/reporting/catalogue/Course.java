package kz.qadam.reporting.catalogue;

import static kz.qadam.chassis.events.event.EventJson.require;

import java.util.Set;
import kz.qadam.reporting.rollup.Dimension;

/** A course; the data of {@code kz.qadam.catalogue.course-described.v1}. */
public record Course(String code, LocalizedName titles, long hours, String area, long version)
        implements CatalogueEvent {

    private static final Set<String> AREAS = MemberNames.known(Dimension.AREA);

    public Course {
        require(hours >= 1, "hours is not a whole number from 1.");
        require(AREAS.contains(area), "area is not a value of the contract.");
    }
}
