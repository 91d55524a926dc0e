package kz.qadam.enrolment.personrecords;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskForm;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.page.HtmlPage;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.enrolment.enrolments.PersonSearchForm;

/**
 * What the page shows on which the office answers a person.
 *
 * @param answer null before it was asked, and if the question is refused
 */
record PersonRecordPageView(PersonSearchForm question, PersonAnswer answer) {

    /** The fields of the question, as programs send them. */
    static final List<String> ASKED = List.of(
            "person.iin",
            "person.document.country",
            "person.document.number",
            "person.learnerId",
            "requestedBy",
            "request");

    private static final String LANGUAGE = "language";

    static PersonRecordPageView of(DeskContext context, Map<String, String> sent) {
        List<String> fields = Stream.concat(ASKED.stream(), Stream.of(LANGUAGE)).toList();
        return new PersonRecordPageView(new PersonSearchForm(context, DeskForm.of(fields, sent)), null);
    }

    /** The question as programs send it. */
    ItemFields asked() {
        return DeskForm.of(ASKED, question.form().values()).fields();
    }

    PersonRecordPageView refused(Problem why) {
        return new PersonRecordPageView(question.refused(why), null);
    }

    PersonRecordPageView answering(PersonRecordView record) {
        return new PersonRecordPageView(
                question,
                new PersonAnswer(context(), context().in(question.form().value(LANGUAGE)), record));
    }

    public DeskContext context() {
        return question.context();
    }

    /** Who may ask, in words. */
    public Map<String, String> requesters() {
        Map<String, String> requesters = new LinkedHashMap<>();
        Stream.of("self", "representative").forEach(one -> requesters.put(one, say("requested-by." + one)));
        return requesters;
    }

    /** The languages of the answer, each in itself. */
    public Map<String, String> languages() {
        Map<String, String> names = new LinkedHashMap<>();
        HtmlPage.OFFERED.forEach(
                one -> names.put(one.tag(), Message.of("upload.language").in(one)));
        return names;
    }

    private String say(String key) {
        return context().tell(Message.of("person-records." + key));
    }

    /** The form for the next person. */
    public String again() {
        return context().page(PersonRecordPage.PATH);
    }
}
