package kz.qadam.reporting.projection;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.qadam.reporting.fact.Cause;
import kz.qadam.reporting.rollup.Areas;
import kz.qadam.reporting.rollup.Attributed;
import kz.qadam.reporting.rollup.Cell;
import kz.qadam.reporting.rollup.Grain;
import kz.qadam.reporting.rollup.Measure;
import kz.qadam.reporting.rollup.Reassignment;
import org.jdbi.v3.core.Handle;

/**
 * Moves whoever is enrolled and whatever is counted under a course to the course's new area. Rare: an area is mostly known
 * before anybody enrols.
 */
final class AreaChange {

    private static final int LEARNERS_AT_ONCE = 5_000;

    /** All members are read only if somebody is enrolled or anything is counted there. */
    private static final String COUNTS_ANYTHING = """
            select exists (select from rollup_cell
                    where grain = 'course' and place = any(:courses)
                      and (trained <> 0 or completions <> 0 or completed <> 0 or enrolled <> 0))
            """;

    private static final String COUNTED = """
            select measure, cohort, place, day, cause, count from rollup_cell
             cross join lateral (values ('trained', trained), ('completions', completions)) as measured (measure, count)
             where grain = 'course' and place = any(:courses) and count <> 0
            """;

    private static final String MEMBERS = """
            select learner, cohort from completion_fact where course = any(:courses) and to_batch = 9223372036854775807
            union
            select learner, cohort from enrolment_fact where course = any(:courses) and to_batch = 9223372036854775807
            """;

    private record Counted(Measure measure, String cohort, String course, LocalDate day, Cause cause, long count) {

        Attributed in(Areas areas) {
            return new Attributed(new Cell(measure, cohort, Grain.AREA, areas.of(course), day), cause);
        }
    }

    private AreaChange() {}

    /** What it changes for these courses, whose area is another than before. */
    static Map<Attributed, Long> of(Handle database, Areas before, Areas after, List<String> courses) {
        Map<Attributed, Long> changes = new HashMap<>();
        if (!countAnything(database, courses)) {
            return changes;
        }
        counted(database, courses).forEach(one -> {
            changes.merge(one.in(before), -one.count(), Long::sum);
            changes.merge(one.in(after), one.count(), Long::sum);
        });
        var reassignment = new Reassignment(before, after);
        Map<UUID, List<Member>> members = members(database, courses);
        List<UUID> learners = List.copyOf(members.keySet());
        for (int from = 0; from < learners.size(); from += LEARNERS_AT_ONCE) {
            List<UUID> some = learners.subList(from, Math.min(learners.size(), from + LEARNERS_AT_ONCE));
            List<Member> ofThem =
                    some.stream().flatMap(one -> members.get(one).stream()).toList();
            reassignment
                    .ofPeople(CompletionFacts.of(database, some), EnrolmentFacts.of(database, ofThem))
                    .forEach((cell, by) -> changes.merge(cell, by, Long::sum));
        }
        return changes;
    }

    private static boolean countAnything(Handle database, List<String> courses) {
        return database.createQuery(COUNTS_ANYTHING)
                .bindArray("courses", String.class, courses)
                .mapTo(Boolean.class)
                .one();
    }

    private static List<Counted> counted(Handle database, List<String> courses) {
        return database.createQuery(COUNTED)
                .bindArray("courses", String.class, courses)
                .map((row, context) -> new Counted(
                        Measure.valueOf(row.getString(1).toUpperCase(Locale.ROOT)),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        Cause.of(row.getString(5)),
                        row.getLong(6)))
                .list();
    }

    private static Map<UUID, List<Member>> members(Handle database, List<String> courses) {
        return database
                .createQuery(MEMBERS)
                .bindArray("courses", String.class, courses)
                .map((row, context) -> new Member(row.getObject(1, UUID.class), row.getString(2)))
                .stream()
                .collect(Collectors.groupingBy(Member::learner));
    }
}
