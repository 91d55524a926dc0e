package kz.qadam.enrolment;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How the service introduces itself. */
@OpenAPIDefinition(
        info = @Info(title = "Qadam: enrolments and catalogue", version = "1.0", description = """
                                Who takes which course, at which institution and in which cohort, and the catalogue \
                                that the programme office keeps.

                                **A partner institution** posts its learners' enrolments, one by one or by the file, \
                                under references of its own. A reference makes sending safe: the same sent again \
                                changes nothing. Whatever was answered 2xx is kept.

                                **The programme office** keeps cohorts, targets, courses and institutions. Each change \
                                is a new version, and replaces only what its author has seen (`If-Match`).

                                An identification number goes into `learner/iin` and nowhere else. It is neither \
                                logged nor given out again: learners are known by a random `learnerId`."""),
        tags = {
            @Tag(name = "Enrolments", description = "Who takes which course, where and in which cohort."),
            @Tag(name = "Withdrawals", description = "A learner has left a course."),
            @Tag(name = "Corrections", description = "An enrolment said something wrong."),
            @Tag(name = "Learner merges", description = "Two learners turn out to be one person."),
            @Tag(name = "Learner vault", description = "The keys under which identification numbers are kept."),
            @Tag(name = "Programme and cohorts", description = "What is to be reached, and what trained means."),
            @Tag(name = "Institutions", description = "Who enrols learners and reports completions."),
            @Tag(name = "Courses", description = "What learners are enrolled for."),
            @Tag(name = "Regions", description = "Where it counts.")
        })
public class EnrolmentService extends Application {}
