package kz.qadam.enrolment.merges;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskForm;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.enrolment.catalogue.NamedCatalogueEntries;
import kz.qadam.enrolment.enrolments.SplitEnrolments.Divided;
import kz.qadam.enrolment.enrolments.SplitEnrolments.Why;

/**
 * What the page of a split shows.
 *
 * @param merge what would be undone
 * @param given the fields that were marked: the enrolments that the office gives to the absorbed learner
 * @param would what the form would do; null if nothing was sent, or it is refused
 */
record SplitPageView(DeskContext context, Merge merge, DeskForm form, List<String> given, Would would) {

    /** The field of an enrolment that the office gives to the absorbed learner. */
    private static final String GIVEN = "enrolment-";

    /**
     * What a split would do.
     *
     * @param isOther whether something else was confirmed
     * @param effect confirms it
     */
    record Would(SplitPreview preview, boolean isOther, String effect) {}

    /** @param sent the names of the fields that were sent: a box that is not marked is not */
    static List<String> given(Set<String> sent) {
        return sent.stream().filter(field -> field.startsWith(GIVEN)).sorted().toList();
    }

    /** The body of the request that undoes the merge. */
    ObjectNode post() {
        ObjectNode post = form.body()
                .put("absorbed", merge.absorbed().toString())
                .put("surviving", merge.surviving().toString());
        var enrolments = post.putArray("enrolments");
        given.forEach(field -> enrolments.add(field.substring(GIVEN.length())));
        return post;
    }

    SplitPageView refused(Problem why) {
        return new SplitPageView(
                context,
                merge,
                form.refused(why, context.language(), field -> context.tell(Message.of("split-person." + field))),
                given,
                null);
    }

    SplitPageView wouldDo(SplitPreview preview, String effect, boolean isOther) {
        return new SplitPageView(context, merge, form, given, new Would(preview, isOther, effect));
    }

    /** Who was merged into whom, when and why. */
    public String merged() {
        return say(
                "merged", id(merge.absorbed()), id(merge.surviving()), context.day(merge.decidedAt()), merge.reason());
    }

    /** The enrolment in short. */
    public String line(Divided one) {
        return String.join(
                " · ",
                one.institution(),
                one.course(),
                NamedCatalogueEntries.cohortName(one.cohort(), context.language()),
                context.day(one.enrolledOn()));
    }

    /** Why it is of which learner. */
    public String because(Divided one) {
        return say("because." + one.because().word());
    }

    /** Whether it was of the absorbed learner before the merge, so that nobody decides it. */
    public boolean isOwn(Divided one) {
        return one.because() == Why.OWN;
    }

    public boolean isAbsorbed(Divided one) {
        return one.learnerId().equals(merge.absorbed());
    }

    public String field(Divided one) {
        return GIVEN + one.id();
    }

    /** What a box says: whose the enrolment would be. */
    public String give(Divided one) {
        return say("give", one.reference());
    }

    /** How the counts change. */
    public List<String> effects() {
        return would.preview.effect().words(context.language());
    }

    /** Who goes with the absorbed learner. */
    public String follow() {
        return say(
                "follow", would.preview.follow().stream().map(SplitPageView::id).collect(Collectors.joining(", ")));
    }

    private static String id(UUID learner) {
        return learner.toString();
    }

    private String say(String key, Object... arguments) {
        return context.tell(Message.of("split-person." + key, arguments));
    }
}
