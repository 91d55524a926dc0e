package kz.qadam.reporting.page;

/**
 * A cohort beside its plan and its target.
 *
 * @param address where the dashboard shows it alone; or all again, if it does
 * @param target null if there is none
 * @param bar null without a target: then a count is all there is
 * @param sentence what is drawn, in words
 */
public record Bullet(
        String code,
        String name,
        String address,
        boolean isShown,
        String trained,
        String target,
        String percent,
        String expected,
        String enrolled,
        String recent,
        String required,
        Mark mark,
        Bar bar,
        String sentence) {

    static Bullet of(Answers.Cohort cohort, View view, Speech speech) {
        boolean isShown = cohort.cohort().equals(view.cohort());
        boolean hasTarget = cohort.target() != null;
        return new Bullet(
                cohort.cohort(),
                speech.name(cohort.names()),
                view.ofCohort(isShown ? null : cohort.cohort()).address(),
                isShown,
                speech.number(cohort.trained()),
                hasTarget ? speech.number(cohort.target()) : null,
                speech.percent(cohort.percent()),
                speech.number(cohort.expected()),
                speech.number(cohort.enrolled()),
                speech.whole(cohort.recentPerMonth()),
                speech.number(cohort.requiredPerMonth()),
                Mark.of(cohort.status(), speech),
                hasTarget ? Bar.of(cohort.trained(), cohort.expected(), cohort.target()) : null,
                cohort.trained() == null || cohort.expected() == null
                        ? speech.say("bullet.no-target")
                        : Headline.besidePlan("bullet", cohort, speech));
    }
}
