package kz.qadam.demo;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The content of a sandbox for developers of partners: institutions of every kind, courses, and identification numbers
 * that belong to nobody.
 */
public final class Sandbox {

    private static final List<Institution> INSTITUTIONS = List.of(
            Institution.SCHOOL_42,
            Institution.of(DemoInstitutionKind.SCHOOL, Region.of("KZ-61"), 7),
            Institution.of(DemoInstitutionKind.SCHOOL, Region.of("KZ-35"), 12),
            Institution.of(DemoInstitutionKind.UNIVERSITY, Region.of("KZ-71"), 1),
            Institution.of(DemoInstitutionKind.UNIVERSITY, Region.of("KZ-75"), 2),
            Institution.of(DemoInstitutionKind.AGENCY, Region.of("KZ-71"), 1),
            Institution.of(DemoInstitutionKind.AGENCY, Region.of("KZ-63"), 2),
            Institution.of(DemoInstitutionKind.COMPANY, Region.of("KZ-23"), 1),
            Institution.of(DemoInstitutionKind.COMPANY, Region.of("KZ-79"), 2),
            Institution.of(DemoInstitutionKind.TRAINING_CENTRE, Region.of("KZ-59"), 1));

    private static final List<Course> COURSES = Course.ALL.stream()
            .filter(course -> List.of("AI-101", "AI-201", "DG-101", "DG-301", "PE-202", "BD-401")
                    .contains(course.code()))
            .toList();

    private static final List<Person> PEOPLE =
            IntStream.range(0, 10).mapToObj(Person::new).toList();

    private Sandbox() {}

    /** Creates the content through the public API; existing content is not changed. */
    public static void seed(Access access) throws IOException, InterruptedException {
        var office = new DemoOffice(access);
        for (Institution institution : INSTITUTIONS) {
            office.opens(institution);
        }
        for (Course course : COURSES) {
            office.offers(course);
        }
    }

    /** The content as tables. */
    public static String contents() {
        return """
                Institutions:
                %s
                Courses:
                %s
                Cohorts:
                %s
                IINs with a right check digit and a day of birth before 1900, which belong to nobody:
                %s
                """.formatted(
                table(
                        INSTITUTIONS,
                        one -> "%-20s %s  %s"
                                .formatted(
                                        one.code(),
                                        one.region().code(),
                                        one.names().en())),
                table(
                        COURSES,
                        one -> "%-20s %2d h   %s"
                                .formatted(one.code(), one.hours(), one.titles().en())),
                table(List.of(Cohort.values()), Cohort::code),
                table(PEOPLE, Person::iin));
    }

    private static <T> String table(List<T> things, Function<T, String> row) {
        return things.stream().map(row).collect(Collectors.joining("\n  ", "  ", ""));
    }
}
