package kz.qadam.enrolment.catalogue;

import kz.qadam.chassis.batch.Fields;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A course as it is, and as it is sent to be. */
@Schema(name = "Course", description = "What learners are enrolled for.")
record CourseView(
        @Schema(examples = "AI-101") String code,

        @Schema(required = true) Names titles,

        @Schema(
                required = true,
                minimum = "1",
                description =
                        "Academic hours. They cannot change once somebody is enrolled: a new content is a new code.",
                examples = "36")
        Integer hours,

        @Schema(required = true, description = "The orientation of the Digital Code.", examples = "ai")
        Area area) {

    static CourseView read(String code, Fields fields) {
        Codes.same(fields, code);
        fields.require("titles", "hours", "area");
        var wanted = new CourseView(
                code, Names.read(fields, "titles"), fields.whole("hours", 1, 10_000), fields.oneOf("area", Area.class));
        fields.problem().ifPresent(problem -> {
            throw problem;
        });
        return wanted;
    }

    static CourseView of(Course it) {
        return new CourseView(it.code, it.titles, it.hours, it.area);
    }
}
