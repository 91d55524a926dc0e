package kz.qadam.enrolment.catalogue;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import kz.qadam.chassis.http.batch.Fields;
import kz.qadam.chassis.http.batch.Form;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A course, in an answer and in the body of a request. */
@Schema(name = "Course", description = "A course for which learners are enrolled.")
record CourseView(
        @Schema(examples = "AI-101") String code,

        @NotNull Names titles,

        @Schema(
                description = "Academic hours. They cannot change once a learner is enrolled: use a new code then.",
                examples = "36")
        @NotNull
        @Min(1)
        @Max(10_000)
        Integer hours,

        @Schema(description = "The area, by the orientations of the Digital Code.", examples = "ai") @NotNull
        Area area) {

    private static final Form<CourseView> FORM = Form.of(CourseView.class);

    static CourseView read(String code, Fields fields) {
        Codes.matchPath(fields, code);
        return FORM.readOrThrow(fields);
    }
}
