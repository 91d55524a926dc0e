package kz.qadam.enrolment.catalogue;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.qadam.chassis.language.Language;
import org.jdbi.v3.core.Handle;

/** The entries of the catalogue that a batch names, read once for the whole batch. */
public final class Catalogue {

    /** The facts about an institution that an enrolment depends on; region is null if it has none. */
    public record InstitutionSummary(InstitutionStatus status, String region) {}

    private static final String INSTITUTIONS = """
            select code, status, region from institution where code = any(:codes)
            """;

    private static final String COURSES = """
            select code from course where code = any(:codes) order by code
            """;

    private static final String COHORTS = """
            select code from cohort where code = any(:codes) and not withdrawn order by code
            """;

    private final Map<String, InstitutionSummary> institutions = new HashMap<>();
    private final Set<String> courses;
    private final Set<String> cohorts;

    private Catalogue(
            Handle database,
            Set<String> institutions,
            String coursesSql,
            Set<String> courses,
            String cohortsSql,
            Set<String> cohorts) {
        database.createQuery(INSTITUTIONS)
                .bindArray("codes", String.class, institutions)
                .map((row, context) -> this.institutions.put(
                        row.getString(1),
                        new InstitutionSummary(InstitutionStatus.valueOf(row.getString(2)), row.getString(3))))
                .list();
        this.courses = codes(database, coursesSql, courses);
        this.cohorts = codes(database, cohortsSql, cohorts);
    }

    /** Reads the entries with these codes. A code that is null is ignored. */
    public static Catalogue read(
            Handle database, Collection<String> institutions, Collection<String> courses, Collection<String> cohorts) {
        return new Catalogue(
                database, withoutNull(institutions), COURSES, withoutNull(courses), COHORTS, withoutNull(cohorts));
    }

    /**
     * Reads the same, and locks courses and cohorts: until this transaction ends, nobody can change the hours of these
     * courses or withdraw these cohorts. A later change then sees the new enrolments.
     */
    public static Catalogue readAndLock(
            Handle database, Collection<String> institutions, Collection<String> courses, Collection<String> cohorts) {
        return new Catalogue(
                database,
                withoutNull(institutions),
                COURSES + " for share",
                withoutNull(courses),
                COHORTS + " for key share",
                withoutNull(cohorts));
    }

    /** The codes and names of all cohorts, as one text in the instructions of a template. */
    public static String cohorts(Language language) {
        return Cohort.inOrder().stream()
                .map(cohort -> cohort.code + " (" + cohort.names.in(language) + ")")
                .collect(Collectors.joining(", "));
    }

    private static Set<String> withoutNull(Collection<String> codes) {
        Set<String> result = new HashSet<>(codes);
        result.remove(null);
        return result;
    }

    private static Set<String> codes(Handle database, String sql, Set<String> wanted) {
        return database.createQuery(sql)
                .bindArray("codes", String.class, wanted)
                .mapTo(String.class)
                .set();
    }

    public Optional<InstitutionSummary> institution(String code) {
        return Optional.ofNullable(institutions.get(code));
    }

    public boolean hasCourse(String code) {
        return courses.contains(code);
    }

    public boolean hasCohort(String code) {
        return cohorts.contains(code);
    }

    public static boolean hasRegion(String code) {
        return Region.isCode(code);
    }
}
