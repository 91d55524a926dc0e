package kz.qadam.progress.xapi;

import java.util.ArrayList;
import java.util.List;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskForm;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.version.Precondition;
import kz.qadam.progress.xapi.reading.PlatformProfile;

/**
 * What the page shows on which somebody says what a course of a platform is.
 *
 * @param saved the platform as it is now
 * @param known what came of the course; null if somebody has said already what it is, or nothing came
 * @param ours the codes of our courses
 * @param would what the form would say; null if nothing was sent, or it is refused
 */
record PlatformCoursePageView(
        PlatformPageContext at,
        PlatformRows.Saved saved,
        UnnamedCourses.Unnamed known,
        List<String> ours,
        DeskForm form,
        Would would) {

    static final List<String> FIELDS = List.of("platform", "activity", "course", "as");

    private static final String NOT_OURS = "not-ours";

    /**
     * What a form would do.
     *
     * @param isOther whether somebody has changed the platform since it was confirmed
     */
    record Would(PlatformView.Trial trial, boolean isOther) {}

    /** @throws Problem 422 if the form does not say what the course is */
    void requireChoice() {
        if (!isNotOurs() && !ours.contains(form.value("course"))) {
            throw new Problem(ProblemType.RULE_VIOLATED, Fault.at("/course", "which-course"));
        }
    }

    private boolean isNotOurs() {
        return form.value("as").equals(NOT_OURS);
    }

    private PlatformProfile profile() {
        return saved.profile().naming(form.value("activity"), isNotOurs() ? null : form.value("course"));
    }

    /** @param precondition null: it is only tried */
    Platforms.Wanted wanted(Precondition precondition) {
        return new Platforms.Wanted(at.institution(), saved.name(), profile(), precondition, false);
    }

    PlatformCoursePageView with(PlatformView.Trial trial, boolean isOther) {
        return new PlatformCoursePageView(at, saved, known, ours, form, new Would(trial, isOther));
    }

    PlatformCoursePageView refused(Problem why) {
        return new PlatformCoursePageView(
                at, saved, known, ours, form.refused(why, context().language(), this::label), null);
    }

    public DeskContext context() {
        return at.desk();
    }

    /** What the platform calls the course. */
    public String name() {
        return known == null || known.title() == null ? form.value("activity") : known.title();
    }

    /** Whether the profile does not say so yet. */
    public boolean isChange() {
        return !saved.profile().equals(profile());
    }

    /** What would follow, in sentences. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add(isNotOurs() ? say("not-ours", name()) : say("ours", name(), form.value("course")));
        if (known != null) {
            sentences.add(say(isNotOurs() ? "forgotten" : "before", known.statements()));
        }
        if (would.trial().waitingCounted() > 0) {
            sentences.add(say("waiting-count", would.trial().waitingCounted()));
        }
        if (would.trial().waitingDropped() > 0) {
            sentences.add(say("waiting-dropped", would.trial().waitingDropped()));
        }
        return sentences;
    }

    public String label(String field) {
        return say("field." + field);
    }

    public String back() {
        return at.address(PlatformPage.PATH);
    }

    private String say(String key, Object... arguments) {
        return context().tell(Message.of("platform-course." + key, arguments));
    }
}
