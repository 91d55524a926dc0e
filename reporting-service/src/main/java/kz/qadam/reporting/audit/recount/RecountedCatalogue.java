package kz.qadam.reporting.audit.recount;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.qadam.chassis.events.event.EventJson;
import kz.qadam.chassis.events.event.MayBeAbsent;

/**
 * The newest description of each thing in the catalogue. The records declare the members that the recount needs, once
 * more and on purpose: the recount does not share the records by which the intake reads the same events.
 */
record RecountedCatalogue(Collection<Description> newest) {

    private static final Map<String, Class<? extends Description>> BY_EVENT_TYPE = Map.of(
            "kz.qadam.catalogue.programme-described.v1", Programme.class,
            "kz.qadam.catalogue.cohort-described.v1", Cohort.class,
            "kz.qadam.catalogue.course-described.v1", Dimensions.Course.class,
            "kz.qadam.catalogue.institution-described.v1", Dimensions.Institution.class);

    /** A description of one thing. */
    interface Description {

        String code();

        long version();
    }

    record Programme(String code, long version, List<Days> versions) implements Description {

        record Days(LocalDate startsOn, LocalDate horizon) {}

        /** The days of the last version, which is in force. */
        Days daysInForce() {
            return versions.get(versions.size() - 1);
        }
    }

    record Cohort(String code, long version, List<Version> versions) implements Description {

        record Version(long version, LocalDate validFrom, Conditions requirement) {

            Requirement toRequirement() {
                return new Requirement(
                        version,
                        validFrom,
                        requirement.courses == null ? Set.of() : Set.copyOf(requirement.courses),
                        requirement.minCourses == null ? 1 : requirement.minCourses,
                        requirement.hours == null ? 0 : requirement.hours);
            }
        }

        record Conditions(
                @MayBeAbsent List<String> courses,
                @MayBeAbsent Long minCourses,
                @MayBeAbsent Long hours) {}

        List<Requirement> requirements() {
            return versions.stream().map(Version::toRequirement).toList();
        }
    }

    static Set<String> eventTypes() {
        return BY_EVENT_TYPE.keySet();
    }

    /** Reads an event that the intake has accepted. */
    static Description read(String eventType, String data) {
        return EventJson.readAgain(data, BY_EVENT_TYPE.get(eventType));
    }

    <D extends Description> List<D> of(Class<D> type) {
        return newest.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
