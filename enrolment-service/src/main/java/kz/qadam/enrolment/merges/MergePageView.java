package kz.qadam.enrolment.merges;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskForm;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.enrolment.catalogue.NamedCatalogueEntries;
import kz.qadam.enrolment.enrolments.LearnerEnrolmentsPanelView;
import kz.qadam.enrolment.enrolments.PersonCriteria;
import kz.qadam.enrolment.enrolments.PersonSearchForm;
import kz.qadam.enrolment.learners.PersonPages;

/**
 * What the page of a merge shows.
 *
 * @param learner who represents both from then on
 * @param own its enrolments
 * @param would what the form would do; null if nothing was sent, or it is refused
 */
record MergePageView(UUID learner, LearnerEnrolmentsPanelView own, PersonSearchForm question, Would would) {

    static final List<String> FIELDS =
            Stream.concat(PersonCriteria.FIELDS.stream(), Stream.of("reason")).toList();

    /**
     * What a merge would do.
     *
     * @param others the enrolments of the other learner
     * @param isOther whether something else was confirmed
     * @param effect confirms it
     */
    record Would(MergePreview preview, LearnerEnrolmentsPanelView others, boolean isOther, String effect) {}

    public DeskContext context() {
        return question.context();
    }

    public DeskForm form() {
        return question.form();
    }

    /** The body of the request that merges another learner into this one. */
    ObjectNode post(UUID other) {
        return DeskForm.of(List.of("reason"), form().values())
                .body()
                .put("absorbed", other.toString())
                .put("surviving", learner.toString());
    }

    MergePageView refused(Problem why) {
        return new MergePageView(learner, own, question.refused(why), null);
    }

    /** From here on the other learner is named by its id. */
    MergePageView wouldDo(MergePreview preview, LearnerEnrolmentsPanelView others, String effect, boolean isOther) {
        DeskForm named = DeskForm.of(
                FIELDS, Map.of("person.learnerId", preview.absorbed().toString(), "reason", form().value("reason")));
        return new MergePageView(
                learner, own, new PersonSearchForm(context(), named), new Would(preview, others, isOther, effect));
    }

    /** Who becomes whom. */
    public String becomes() {
        return say(
                "becomes",
                would.preview.absorbed().toString(),
                would.preview.surviving().toString());
    }

    /** How many enrolments move. */
    public List<String> moves() {
        return would.preview.enrolments().stream()
                .map(one -> say(
                        "moves",
                        one.institution(),
                        NamedCatalogueEntries.cohortName(one.cohort(), context().language()),
                        one.enrolments()))
                .toList();
    }

    /** How the counts change. */
    public List<String> effects() {
        return would.preview.effect().words(context().language());
    }

    private String say(String key, Object... arguments) {
        return context().tell(Message.of("merge-person." + key, arguments));
    }

    /** What confirms it: the learner and the reason, with the digest of what is shown. */
    public Map<String, String> confirmation() {
        return Map.of(
                "person.learnerId",
                would.preview.absorbed().toString(),
                "reason",
                form().value("reason"),
                "effect",
                would.effect);
    }

    public String personAddress() {
        return context().page(PersonPages.pathOf(learner));
    }
}
