package kz.qadam.demo;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Creates the catalogue and the plans as the programme office. A repetition changes nothing. */
final class DemoOffice {

    private final Api enrolment;

    DemoOffice(Access access) {
        this.enrolment = new Api(access.enrolment(), access.office());
    }

    void opens(Institution institution) throws IOException, InterruptedException {
        enrolment.create(
                "/v1/institutions/" + institution.code(),
                Map.of(
                        "kind", institution.kind().code(),
                        "names", institution.names(),
                        "region", institution.region().code(),
                        "status", "active"));
    }

    void offers(Course course) throws IOException, InterruptedException {
        enrolment.create(
                "/v1/courses/" + course.code(),
                Map.of("titles", course.titles(), "hours", course.hours(), "area", course.area()));
    }

    /** Lets the programme begin on the first day of the plan, with the given milestones. */
    void plans(DemoPlan plan) throws IOException, InterruptedException {
        enrolment.replace(
                "/v1/programme",
                Map.of(
                        "startsOn", plan.startsOn().toString(),
                        "horizon", plan.horizon().toString(),
                        "milestones", enrolment.get("/v1/programme").get("milestones"),
                        "zone", "Asia/Almaty"));
    }

    void requires(Cohort cohort, Requirement requirement) throws IOException, InterruptedException {
        Map<String, Object> version = new HashMap<>();
        version.put("target", cohort.target());
        version.put("requirement", Map.of("minCourses", requirement.minCourses(), "hours", requirement.hours()));
        version.put("validFrom", requirement.validFrom().toString());
        version.put("reason", "One course is a beginning; two make a civil servant fit for it");
        enrolment.replace("/v1/cohorts/" + cohort.code(), version);
    }
}
