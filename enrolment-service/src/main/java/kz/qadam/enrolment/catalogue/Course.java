package kz.qadam.enrolment.catalogue;

import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;

/** A course for which learners are enrolled. */
@Entity
class Course extends ListedCatalogueEntry<CourseView> {

    @Embedded
    public LocalizedName titles;

    public int hours;

    @Enumerated(EnumType.STRING)
    public SubjectArea area;

    @Override
    CourseView view() {
        return new CourseView(code, titles, hours, area);
    }

    @Override
    String nameMember() {
        return "titles";
    }

    /** @throws Problem 409 if the hours would change after somebody was enrolled */
    @Override
    void replaceWith(CourseView wanted) {
        if (version > 0 && hours != wanted.hours() && hasEnrolments()) {
            throw new Problem(ProblemType.IN_USE, Message.of("hours-in-use", code));
        }
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
    String subjectKind() {
        return "course";
    }

    @Override
    Object eventData() {
        return new State(code, titles, hours, area, version);
    }

    /** The data of {@code kz.qadam.catalogue.course-described.v1}. */
    record State(String code, LocalizedName titles, int hours, SubjectArea area, int version)
            implements PublishedCatalogueEntry {}
}
