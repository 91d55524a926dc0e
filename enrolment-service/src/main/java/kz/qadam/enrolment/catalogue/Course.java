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
import kz.qadam.chassis.language.Message;
import kz.qadam.chassis.list.ChangeOrder;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;

/** A course for which learners are enrolled. */
@Entity
class Course extends CatalogueEntry implements ChangeOrder.Changed {

    /** Used only to order the list of courses. */
    @Column(updatable = false)
    public UUID id;

    @Embedded
    public Names titles;

    public int hours;

    @Enumerated(EnumType.STRING)
    public Area area;

    @Column(insertable = false, updatable = false, columnDefinition = "xid8")
    public long changed;

    /** Locks the course. An enrolment takes a shared lock on the same row, so it waits until a change has ended. */
    static Optional<Course> locked(String code) {
        return findByIdOptional(code, LockModeType.PESSIMISTIC_WRITE);
    }

    static Course create(CourseView wanted, Instant now) {
        var course = new Course();
        course.code = wanted.code();
        course.id = Generators.timeBasedEpochGenerator().generate();
        course.hours = wanted.hours();
        course.replaceWith(wanted, now);
        return course;
    }

    boolean hasSameContent(CourseView wanted) {
        return titles.equals(wanted.titles()) && hours == wanted.hours() && area == wanted.area();
    }

    void replaceWith(CourseView wanted, Instant now) {
        if (hours != wanted.hours() && hasEnrolments()) {
            throw new Problem(ProblemType.IN_USE, Message.of("hours-in-use", code));
        }
        startVersion(now);
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
    String subjectKind() {
        return "course";
    }

    @Override
    Object eventData() {
        return new State(code, titles, hours, area, version);
    }

    /** The data of {@code kz.qadam.catalogue.course-described.v1}. */
    record State(String code, Names titles, int hours, Area area, int version) {}
}
