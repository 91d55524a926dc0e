package kz.qadam.progress.learner;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;

/**
 * What the page of learners shows.
 *
 * @param cohorts that can be chosen
 * @param cohort that was chosen; null: all
 * @param trained {@code true} or {@code false}, if it was chosen; null: all
 * @param next the cursor of the next learners; null if there are none
 */
record LearnersPageView(
        DeskContext context,
        List<InstitutionLearnerView> learners,
        SortedSet<String> cohorts,
        String cohort,
        String trained,
        String next) {

    public String enrolments(InstitutionLearnerView one) {
        return String.join(", ", one.enrolments());
    }

    public String courses(InstitutionLearnerView one) {
        return String.join(", ", one.courses());
    }

    /** Whether the learner is trained, or what is still missing. */
    public String state(InstitutionLearnerView one) {
        if (one.trained()) {
            return one.trainedOn() == null ? say("trained") : say("trained-on", context.day(one.trainedOn()));
        }
        return one.missing() == null ? say("no-requirement") : missing(one.missing());
    }

    private String missing(LearnerProgressView.Missing missing) {
        List<String> parts = new ArrayList<>();
        if (!missing.courses().isEmpty()) {
            parts.add(say("missing.courses", String.join(", ", missing.courses())));
        }
        if (missing.moreCourses() > 0) {
            parts.add(say("missing.more-courses", missing.moreCourses()));
        }
        if (missing.hours() > 0) {
            parts.add(say("missing.hours", missing.hours()));
        }
        return say("missing", String.join("; ", parts));
    }

    public boolean isCohort(String code) {
        return code.equals(cohort);
    }

    public boolean isTrained(String choice) {
        return choice.equals(trained);
    }

    public String table() {
        return context.root() + OwnLearnersPage.PATH + "/table?" + choice();
    }

    public String nextPage() {
        return context.page(OwnLearnersPage.PATH) + "&" + choice() + "&cursor=" + next;
    }

    private String choice() {
        return "cohort=" + (cohort == null ? "" : cohort) + "&trained=" + (trained == null ? "" : trained);
    }

    private String say(String key, Object... arguments) {
        return context.tell(Message.of("learners." + key, arguments));
    }
}
