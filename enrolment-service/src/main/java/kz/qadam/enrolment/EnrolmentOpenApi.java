package kz.qadam.enrolment;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The introduction and the tags of the OpenAPI document. */
@OpenAPIDefinition(
        info = @Info(title = "Qadam: enrolments and catalogue", version = "1.0", description = """
                                Who takes which course, at which institution and in which cohort, and the catalogue \
                                that the programme office keeps.

                                **A partner institution** posts its learners' enrolments, one by one or by the file, \
                                under references of its own. A reference makes it safe to send again: the same \
                                content under the same reference changes nothing. What was answered 2xx is kept.

                                **The programme office** keeps cohorts, targets, courses and institutions. Each change \
                                is a new version, and it replaces only the version that its author has read \
                                (`If-Match`).

                                An identification number belongs in `learner/iin` and nowhere else. The service \
                                neither logs it nor gives it out: an answer names a learner by a random \
                                `learnerId`. A new reference, label or reason must not look like an e-mail address, \
                                a telephone number or the full name of a person: 422, `looks-personal`."""),
        tags = {
            @Tag(name = "Enrolments", description = "Who takes which course, where and in which cohort."),
            @Tag(name = "Withdrawals", description = "A learner has left a course."),
            @Tag(name = "Corrections", description = "A wrong enrolment is stated anew."),
            @Tag(name = "Learner merges", description = "Two learners are found to be one person."),
            @Tag(name = "Erasures", description = "The number and the texts of a person are removed; counts stay."),
            @Tag(name = "Learner vault", description = "The keys that encrypt identification numbers."),
            @Tag(name = "Programme and cohorts", description = "The targets, and what trained means."),
            @Tag(name = "Institutions", description = "Who enrols learners and reports completions."),
            @Tag(name = "Institution keys", description = "With which programs of institutions show who they are."),
            @Tag(name = "Courses", description = "The courses for which learners are enrolled."),
            @Tag(name = "Regions", description = "The regions in which enrolments and completions count."),
            @Tag(name = "Tasks", description = "What waits for the caller.")
        })
public class EnrolmentOpenApi extends Application {}
