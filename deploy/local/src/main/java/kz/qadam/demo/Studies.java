package kz.qadam.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Simulates the members of one cohort: they take courses, and finish most of them. */
final class Studies {

    /** Courses that end within this number of days after the last day have started before it. */
    private static final int DAYS_AFTER = 45;

    private static final double GROWTH_A_DAY = 0.35 / 365;
    private static final double HOURS_A_DAY = 0.8;
    private static final double DILIGENCE_WHERE_IT_LAGS = 0.45;
    private static final double AT_ANOTHER_INSTITUTION = 0.08;
    private static final double LEAVES = 0.2;

    /** The place and day of a completion. */
    private record Occasion(Partner partner, LocalDate day) {

        boolean isReported() {
            return partner.reportsOf(day);
        }
    }

    private final DemoPlan plan;
    private final Cohort cohort;
    private final Random chance;
    private final Draw<LocalDate> days;
    private final Draw<Partner> places;

    Studies(DemoPlan plan, Cohort cohort, List<Partner> partners, Random chance) {
        this.plan = plan;
        this.cohort = cohort;
        this.chance = chance;
        this.days = new Draw<>(
                plan.startsOn().datesUntil(plan.until().plusDays(DAYS_AFTER)).toList(), this::weight);
        this.places = new Draw<>(
                partners.stream()
                        .filter(partner -> partner.institution().kind().trains(cohort))
                        .toList(),
                Partner::size);
    }

    private double weight(LocalDate day) {
        return cohort.season().weight(day) * (1 + GROWTH_A_DAY * ChronoUnit.DAYS.between(plan.startsOn(), day));
    }

    void of(Person person, DemoReports reports) {
        List<Course> taken = new ArrayList<>();
        Occasion occasion = anywhere();
        take(person, another(taken), occasion, reports);
        while (chance.nextDouble() < cohort.zeal(taken.size())) {
            occasion = chance.nextDouble() < AT_ANOTHER_INSTITUTION ? anywhere() : at(occasion.partner());
            take(person, another(taken), occasion, reports);
        }
    }

    private void take(Person person, Course course, Occasion occasion, DemoReports reports) {
        LocalDate begun = begun(course, occasion);
        if (begun.isAfter(plan.until())) {
            return;
        }
        var enrolment = reports.enrolled(occasion.partner().institution(), person, cohort, course, begun);
        boolean over = !occasion.day().isAfter(plan.until());
        if (chance.nextDouble() < diligence(occasion.partner())) {
            if (over) {
                reports.finished(enrolment, occasion.day());
            }
        } else if (over && chance.nextDouble() < LEAVES) {
            reports.left(enrolment, occasion.day());
        }
    }

    private LocalDate begun(Course course, Occasion occasion) {
        long days = Math.round(course.hours() / HOURS_A_DAY * (0.7 + 0.6 * chance.nextDouble()));
        LocalDate begun = occasion.day().minusDays(days);
        LocalDate joined = occasion.partner().joinedOn();
        return begun.isBefore(joined) ? joined : begun;
    }

    private double diligence(Partner partner) {
        return partner.institution().region().lags()
                ? DILIGENCE_WHERE_IT_LAGS * cohort.diligence()
                : cohort.diligence();
    }

    /**
     * A random partner and day. Partners that join late have fewer days, so the programme grows with the number of its
     * institutions.
     */
    private Occasion anywhere() {
        return first(() -> new Occasion(places.next(chance), days.next(chance)), Occasion::isReported);
    }

    private Occasion at(Partner partner) {
        return first(() -> new Occasion(partner, days.next(chance)), Occasion::isReported);
    }

    private Course another(List<Course> taken) {
        List<Course> all = Course.of(cohort);
        Course course = first(() -> all.get(chance.nextInt(all.size())), one -> !taken.contains(one));
        taken.add(course);
        return course;
    }

    private static <T> T first(Supplier<T> draw, Predicate<T> wanted) {
        return Stream.generate(draw).filter(wanted).findFirst().orElseThrow();
    }
}
