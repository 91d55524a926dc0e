package kz.qadam.reporting.page;

import kz.qadam.reporting.figures.CohortFigures;

/**
 * The bullet graph of a cohort, which compares it with its plan and its target.
 *
 * @param address the dashboard of this cohort alone; if this is shown already, the dashboard of all cohorts
 * @param target null if there is none
 * @param bar null without a target, since only a count is shown then
 * @param sentence the content of the graph in words
 */
public record BulletGraph(
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
        StatusMark mark,
        Bar bar,
        String sentence) {

    static BulletGraph of(CohortFigures cohort, PageView view, PageText text) {
        boolean isShown = cohort.cohort().equals(view.cohort());
        boolean hasTarget = cohort.target() != null;
        return new BulletGraph(
                cohort.cohort(),
                text.name(cohort.names()),
                view.ofCohort(isShown ? null : cohort.cohort()).address(),
                isShown,
                text.number(cohort.trained()),
                hasTarget ? text.number(cohort.target()) : null,
                text.percent(cohort.percent()),
                text.number(cohort.expected()),
                text.number(cohort.enrolled()),
                text.number(cohort.recentPerMonth()),
                text.number(cohort.requiredPerMonth()),
                StatusMark.of(cohort.status(), text),
                hasTarget ? Bar.of(cohort.trained(), cohort.expected(), cohort.target()) : null,
                cohort.trained() == null || cohort.expected() == null
                        ? text.say("bullet.no-target")
                        : Headline.compareWithPlan("bullet", cohort, text));
    }
}
