package kz.qadam.demo;

import java.time.LocalDate;

/** What trained means in a cohort from a day on; before it, any one course does. */
record Requirement(LocalDate validFrom, int minCourses, int hours) {}
