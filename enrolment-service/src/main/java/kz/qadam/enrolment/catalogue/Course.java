package kz.qadam.enrolment.catalogue;

import com.fasterxml.uuid.Generators;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.list.ChangeOrder;
import kz.qadam.chassis.language.Text;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;

/** What learners are enrolled for. */
@Entity
class Course extends Described implements ChangeOrder.Changed {

    /** Only its place in the list needs it. */
    @Column(updatable = false)
    public UUID id;

    @Embedded
    public Names titles;

    public int hours;

    @Enumerated(EnumType.STRING)
    public Area area;

    @Column(insertable = false, updatable = false, columnDefinition = "xid8")
    public long changed;

    /** Whoever enrols holds a share of this lock, so that no first enrolment slips in beside a change. */
    static Optional<Course> locked(String code) {
        return findByIdOptional(code, LockModeType.PESSIMISTIC_WRITE);
    }

    static Course begin(CourseView wanted, Instant now) {
        var course = new Course();
        course.code = wanted.code();
        course.id = Generators.timeBasedEpochGenerator().generate();
        course.hours = wanted.hours();
        course.become(wanted, now);
        return course;
    }

    boolean says(CourseView wanted) {
        return titles.equals(wanted.titles()) && hours == wanted.hours() && area == wanted.area();
    }

    void become(CourseView wanted, Instant now) {
        if (hours != wanted.hours() && hasEnrolments()) {
            throw new Problem(ProblemType.IN_USE, Text.of("hours-in-use", code));
        }
        change(now);
        titles = wanted.titles();
        hours = wanted.hours();
        area = wanted.area();
    }

    private boolean hasEnrolments() {
        return Panache.getSession()
                .createNativeQuery("select exists (select from enrolment where course = :course)", Boolean.class)
                .setParameter("course", code)
                .getSingleResult();
    }

    @Override
    public long changed() {
        return changed;
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    String kind() {
        return "course";
    }

    @Override
    Object state() {
        return new State(code, titles, hours, area, version);
    }

    /** {@code kz.qadam.catalogue.course-described.v1}. */
    record State(String code, Names titles, int hours, Area area, int version) {}
}
