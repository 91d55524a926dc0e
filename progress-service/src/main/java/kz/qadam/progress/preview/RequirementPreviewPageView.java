package kz.qadam.progress.preview;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.NumberFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskForm;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.problem.Problem;

/**
 * What the page of a preview shows.
 *
 * @param preview null if nothing was asked, or it is refused
 */
record RequirementPreviewPageView(DeskContext context, DeskForm form, RequirementPreviewView preview) {

    private static final String COURSES = "requirement.courses";

    private static final List<String> FIELDS =
            List.of("cohort", COURSES, "requirement.minCourses", "requirement.hours", "validFrom");

    private static final Pattern SEPARATORS = Pattern.compile("[\\s,;]+");

    static RequirementPreviewPageView of(DeskContext context, Map<String, String> sent) {
        return new RequirementPreviewPageView(context, DeskForm.of(FIELDS, sent), null);
    }

    /** The members of the body that a program sends for the same preview. */
    ItemFields fields() {
        ObjectNode body = form.body();
        ObjectNode requirement = body.withObjectProperty("requirement");
        if (!form.value(COURSES).isEmpty()) {
            var courses = requirement.putArray("courses");
            Stream.of(SEPARATORS.split(form.value(COURSES), -1))
                    .filter(code -> !code.isEmpty())
                    .forEach(courses::add);
        }
        return ItemFields.ofForm(body);
    }

    RequirementPreviewPageView with(RequirementPreviewView shown) {
        return new RequirementPreviewPageView(context, form, shown);
    }

    RequirementPreviewPageView refused(Problem why) {
        return new RequirementPreviewPageView(context, form.refused(why, context.language(), this::label), null);
    }

    /** The name of a field in an address: without the object that it is in. */
    public String parameter(String field) {
        return field.substring(field.lastIndexOf('.') + 1);
    }

    public List<String> formFields() {
        return FIELDS;
    }

    /** What a field is called. */
    public String label(String field) {
        return context.tell(Message.of("requirement-preview.field." + field));
    }

    public boolean isRequired(String field) {
        return !field.startsWith("requirement.");
    }

    public boolean isDay(String field) {
        return field.equals("validFrom");
    }

    /** What the requirement would do, in sentences. */
    public Map<String, String> sentences() {
        Map<String, String> sentences = new LinkedHashMap<>();
        sentences.put("then", say("becomes", preview.trainedNow(), preview.trainedThen(), preview.learners()));
        sentences.put("lose", counted("lose", preview.becomeUntrained()));
        sentences.put("gain", counted("gain", preview.becomeTrained()));
        sentences.put("otherwise", counted("otherwise", preview.onAnotherDay()));
        return sentences;
    }

    private String counted(String key, int people) {
        return people == 0 ? say(key + ".nobody") : say(key, people);
    }

    private String say(String key, Object... arguments) {
        return context.tell(Message.of("requirement-preview." + key, arguments));
    }

    public String number(int number) {
        return NumberFormat.getIntegerInstance(context.language().locale()).format(number);
    }
}
