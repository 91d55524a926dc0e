package kz.qadam.demo;

import java.time.LocalDate;

/** The requirement of a cohort from a day on; before that day, any single course is enough. */
record Requirement(LocalDate validFrom, int minCourses, int hours) {}
