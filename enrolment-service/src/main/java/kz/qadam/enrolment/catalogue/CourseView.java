package kz.qadam.enrolment.catalogue;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import kz.qadam.chassis.http.batch.FreeText;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.batch.ItemReader;
import kz.qadam.chassis.http.table.Columns;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A course, in an answer and in the body of a request. */
@Schema(name = "Course", description = "A course for which learners are enrolled.")
record CourseView(
        @Schema(examples = "AI-101") @Size(min = 1, max = 100) @FreeText(mayHonourPerson = true)
        String code,

        @NotNull LocalizedName titles,

        @Schema(
                description = "Academic hours. They cannot change once a learner is enrolled: use a new code then.",
                examples = "36")
        @NotNull
        @Min(1)
        @Max(10_000)
        Integer hours,

        @Schema(description = "The area, by the orientations of the Digital Code.", examples = "ai") @NotNull
        SubjectArea area) {

    private static final ItemReader<CourseView> READER = ItemReader.of(CourseView.class);

    static final String EXAMPLE = """
            {"code": "AI-101", "titles": {"kk": "Жасанды интеллект негіздері", "ru": "Основы ИИ", \
            "en": "Foundations of AI"}, "hours": 36, "area": "ai"}""";

    static final String CSV = """
            code,nameKk,nameRu,nameEn,hours,area,version
            AI-101,Жасанды интеллект негіздері,Основы ИИ,Foundations of AI,36,ai,
            """;

    /** What a table of courses may have. */
    static final Columns COLUMNS = READER.columns();

    /** Its fields collect the faults. */
    static CourseView read(ItemFields fields) {
        return READER.read(fields);
    }
}
