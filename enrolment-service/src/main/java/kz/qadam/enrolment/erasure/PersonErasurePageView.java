package kz.qadam.enrolment.erasure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskForm;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.enrolment.learners.PersonPages;

/**
 * What the page of an erasure shows.
 *
 * @param erasure how far it is; null if none is accepted
 * @param would what the form would do; null if nothing was sent, or it is refused
 */
record PersonErasurePageView(DeskContext context, UUID learner, ErasureView erasure, DeskForm form, Would would) {

    private static final String TEXTS = "erase-person.";

    /**
     * What an erasure would concern.
     *
     * @param isOther whether something else was confirmed
     * @param effect confirms it
     */
    record Would(ErasurePreview preview, boolean isOther, String effect) {}

    /** The body of the request that erases the person. */
    ObjectNode post() {
        ObjectNode post = form.body();
        post.putObject("learner").put("learnerId", learner.toString());
        return post;
    }

    PersonErasurePageView refused(Problem why) {
        DeskForm refused = form.refused(why, context.language(), field -> say(field));
        return new PersonErasurePageView(context, learner, erasure, refused, null);
    }

    PersonErasurePageView wouldDo(ErasurePreview preview, String effect, boolean isOther) {
        return new PersonErasurePageView(context, learner, erasure, form, new Would(preview, isOther, effect));
    }

    /** Why a person can be erased, in words. */
    public Map<String, String> reasons() {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (ErasureReason one : ErasureReason.values()) {
            reasons.put(one.toString(), say("reason." + one));
        }
        return reasons;
    }

    /** Whether the person is blocked or erased, and since when. */
    public String state() {
        return erasure.erasedAt() == null
                ? say("blocked", context.day(erasure.blockedAt()))
                : say("erased", context.day(erasure.erasedAt()));
    }

    /** The records at one institution, which stay as counts. */
    public String records(ErasurePreview.AtInstitution one) {
        return say("records", one.institution(), one.enrolments(), one.completions());
    }

    public String aliases() {
        return say("aliases", would.preview.aliases().size());
    }

    public String files() {
        return say("files", would.preview.files());
    }

    /** What remains elsewhere: of who is not erased yet, if it were done now. */
    public List<ErasureView.Remainder> remains() {
        return would == null ? erasure.remains() : would.preview.remains();
    }

    public String remains(ErasureView.Remainder one) {
        String where = say("remains." + one.place().word());
        if (one.until() != null) {
            return say("remains.until", where, context.day(one.until()));
        }
        boolean isKnown = would != null || erasure.erasedAt() != null;
        return isKnown ? say("remains.for-ever", where) : where;
    }

    /** What confirms the form: what was filled in, with the digest of what is shown. */
    public Map<String, String> confirmation() {
        Map<String, String> confirmation = new LinkedHashMap<>(form.filledIn());
        confirmation.put("effect", would.effect);
        return confirmation;
    }

    private String say(String key, Object... arguments) {
        return context.tell(Message.of(TEXTS + key, arguments));
    }

    public String personAddress() {
        return context.page(PersonPages.pathOf(learner));
    }
}
