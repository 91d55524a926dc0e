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

/** What the catalogue says about the codes that a batch names, asked once for all of them. */
public final class Catalogue {

    /** An institution, as far as an enrolment depends on it; the region is null if it has none. */
    public record Place(InstitutionStatus status, String region) {}

    private static final String INSTITUTIONS = """
            select code, status, region from institution where code = any(:codes)
            """;

    private static final String COURSES = """
            select code from course where code = any(:codes) order by code
            """;

    private static final String COHORTS = """
            select code from cohort where code = any(:codes) and not withdrawn order by code
            """;

    private final Map<String, Place> institutions = new HashMap<>();
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
                        row.getString(1), new Place(InstitutionStatus.valueOf(row.getString(2)), row.getString(3))))
                .list();
        this.courses = codes(database, coursesSql, courses);
        this.cohorts = codes(database, cohortsSql, cohorts);
    }

    /** Null among the codes is passed over. */
    public static Catalogue about(
            Handle database, Collection<String> institutions, Collection<String> courses, Collection<String> cohorts) {
        return new Catalogue(database, known(institutions), COURSES, known(courses), COHORTS, known(cohorts));
    }

    /**
     * The same; and until this transaction ends the courses keep their hours and the cohorts are not withdrawn, so that
     * who wants to change that sees what is enrolled in it.
     */
    public static Catalogue held(
            Handle database, Collection<String> institutions, Collection<String> courses, Collection<String> cohorts) {
        return new Catalogue(
                database,
                known(institutions),
                COURSES + " for share",
                known(courses),
                COHORTS + " for key share",
                known(cohorts));
    }

    /** All cohorts with their names, as a list for people to choose from. */
    public static String cohorts(Language language) {
        return Cohort.inOrder().stream()
                .map(cohort -> cohort.code + " (" + cohort.names.in(language) + ")")
                .collect(Collectors.joining(", "));
    }

    private static Set<String> known(Collection<String> codes) {
        Set<String> known = new HashSet<>(codes);
        known.remove(null);
        return known;
    }

    private static Set<String> codes(Handle database, String sql, Set<String> wanted) {
        return database.createQuery(sql)
                .bindArray("codes", String.class, wanted)
                .mapTo(String.class)
                .set();
    }

    public Optional<Place> institution(String code) {
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
