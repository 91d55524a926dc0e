package kz.qadam.enrolment.enrolments;

import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskForm;
import kz.qadam.chassis.http.problem.Problem;

/** The fields of a form in which the office says whom it means; the form may have others. */
public record PersonSearchForm(DeskContext context, DeskForm form) {

    /** The form with what is wrong with it, and without the numbers that were sent. */
    public PersonSearchForm refused(Problem why) {
        return new PersonSearchForm(
                context, form.refused(why, context.language(), this::label).without(PersonCriteria.NUMBERS));
    }

    /** What a field is called. */
    public String label(String field) {
        return say("field." + field);
    }

    public String say(String key) {
        return context.tell(Message.of("persons." + key));
    }

    /** Whether the form also takes the reference of an enrolment. */
    public boolean isByReference() {
        return form.values().containsKey("reference");
    }

    /** Whether the person is named by anything but the usual number. */
    public boolean hasOther() {
        return PersonCriteria.FIELDS.stream()
                .skip(1)
                .anyMatch(field -> !form.value(field).isEmpty() || form.fault(field) != null);
    }
}
