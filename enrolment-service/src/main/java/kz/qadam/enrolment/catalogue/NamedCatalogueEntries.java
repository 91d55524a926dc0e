package kz.qadam.enrolment.catalogue;

import io.quarkus.panache.common.Sort;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.chassis.base.language.Language;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The entries of the catalogue that a batch names, read once for the whole batch. */
public final class NamedCatalogueEntries {

    /** The facts about an institution that an enrolment depends on; region is null if it has none. */
    public record InstitutionSummary(String code, InstitutionStatus status, String region) {}

    private static final TableColumns<InstitutionSummary> SUMMARY = TableColumns.of(InstitutionSummary.class);

    private static final String INSTITUTIONS = """
            select %s from institution where code = any(:codes)
            """.formatted(SUMMARY.names());

    private static final String LOCKED_INSTITUTION = """
            select %s from institution where code = :code for no key update
            """.formatted(SUMMARY.names());

    private static final String COURSES = """
            select code from course where code = any(:codes) order by code
            """;

    private static final String COHORTS = """
            select code from cohort where code = any(:codes) and not withdrawn order by code
            """;

    private final Map<String, InstitutionSummary> institutions;
    private final Set<String> courses;
    private final Set<String> cohorts;

    private NamedCatalogueEntries(Query institutions, Query courses, Query cohorts) {
        this.institutions = institutions.map(SUMMARY).collectToMap(InstitutionSummary::code, Function.identity());
        this.courses = courses.mapTo(String.class).set();
        this.cohorts = cohorts.mapTo(String.class).set();
    }

    /** Reads the entries with these codes. A code that is null is ignored. */
    public static NamedCatalogueEntries read(
            Handle database, Collection<String> institutions, Collection<String> courses, Collection<String> cohorts) {
        return new NamedCatalogueEntries(
                query(database, INSTITUTIONS, institutions),
                query(database, COURSES, courses),
                query(database, COHORTS, cohorts));
    }

    /**
     * Reads the same, and locks courses and cohorts: until this transaction ends, nobody can change the hours of these
     * courses or withdraw these cohorts. A later change then sees the new enrolments.
     */
    public static NamedCatalogueEntries readAndLockCoursesAndCohorts(
            Handle database, Collection<String> institutions, Collection<String> courses, Collection<String> cohorts) {
        return new NamedCatalogueEntries(
                query(database, INSTITUTIONS, institutions),
                query(database, COURSES + " for share", courses),
                query(database, COHORTS + " for key share", cohorts));
    }

    /** Reads one institution, and locks it: what is counted of it by those who lock it too cannot change meanwhile. */
    public static Optional<InstitutionSummary> lockInstitution(Handle database, String code) {
        return database.createQuery(LOCKED_INSTITUTION)
                .bind("code", code)
                .map(SUMMARY)
                .findOne();
    }

    /** The codes and names of all cohorts, as one text in the instructions of a template. */
    public static String cohorts(Language language) {
        return Cohort.inOrder().stream()
                .map(cohort -> cohort.code + " (" + cohort.names.in(language) + ")")
                .collect(Collectors.joining(", "));
    }

    /** The codes and names of all cohorts. */
    public static Map<String, String> cohortNames(Language language) {
        Map<String, String> names = new LinkedHashMap<>();
        Cohort.inOrder().forEach(cohort -> names.put(cohort.code, cohort.names.in(language)));
        return names;
    }

    /** The codes and titles of all courses. */
    public static Map<String, String> courseTitles(Language language) {
        Map<String, String> titles = new LinkedHashMap<>();
        Course.<Course>listAll(Sort.by("code")).forEach(course -> titles.put(course.code, course.titles.in(language)));
        return titles;
    }

    /** The name of a cohort; its code if there is none, such as of one that was withdrawn. */
    public static String cohortName(String code, Language language) {
        Cohort cohort = Cohort.findById(code);
        return cohort == null ? code : cohort.names.in(language);
    }

    /** The codes and names of all regions. */
    public static Map<String, String> regions(Language language) {
        Map<String, String> names = new LinkedHashMap<>();
        Region.ALL.forEach(region -> names.put(region.code(), region.names().in(language)));
        return names;
    }

    private static Query query(Handle database, String sql, Collection<String> codes) {
        return database.createQuery(sql).bindArray("codes", String.class, new HashSet<>(codes));
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
