package kz.qadam.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A course of the catalogue, and the cohorts that it is meant for. */
record Course(String code, String area, int hours, List<String> cohorts, LocalizedName titles) {

    static final List<Course> ALL = Table.read(
            "courses.csv",
            cells -> new Course(
                    cells[0],
                    cells[1],
                    Integer.parseInt(cells[2]),
                    List.of(cells[3].split(" ")),
                    new LocalizedName(cells[4], cells[5], cells[6])));

    private static final Map<Cohort, List<Course>> BY_COHORT = Arrays.stream(Cohort.values())
            .collect(Collectors.toMap(
                    cohort -> cohort,
                    cohort -> ALL.stream()
                            .filter(course -> course.cohorts.contains(cohort.code()))
                            .toList()));

    /** The courses for a cohort. */
    static List<Course> of(Cohort cohort) {
        return BY_COHORT.get(cohort);
    }
}
