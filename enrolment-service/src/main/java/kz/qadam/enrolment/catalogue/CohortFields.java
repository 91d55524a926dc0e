package kz.qadam.enrolment.catalogue;

import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskForm;

/** The fields that the forms of a cohort have in common, with their words. */
record CohortFields(DeskContext context, DeskForm form) {

    /** What a field is called. */
    public String label(String field) {
        return say("field." + field);
    }

    public String hint(String field) {
        return say("hint." + field);
    }

    public String say(String key) {
        return context.tell(Message.of("cohorts." + key));
    }
}
