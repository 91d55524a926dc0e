package kz.qadam.reporting.page;

import kz.qadam.reporting.figures.CohortFigures;
import kz.qadam.reporting.figures.TargetProgress;

/**
 * The bullet graph of a cohort, which compares it with its plan and its target.
 *
 * @param address the dashboard of this cohort alone; if this is shown already, the dashboard of all cohorts
 * @param target null if there is none
 * @param mark null if the status is not published
 * @param asOf the day of published figures, and whether they are weekly; null for exact ones, and in a trial
 * @param bar null without a target, since only a count is shown then
 * @param sentence the content of the graph in words
 */
public record BulletGraph(
        String code,
        String name,
        String address,
        boolean isShown,
        CountText trained,
        String target,
        String percent,
        String expected,
        CountText enrolled,
        String recent,
        String required,
        StatusMark mark,
        Bar bar,
        String sentence,
        String asOf) {

    static BulletGraph of(CohortFigures cohort, DashboardFigures figures, DashboardSelection selection, PageText text) {
        boolean isShown = cohort.cohort().equals(selection.cohort());
        boolean hasTarget = cohort.target() != null;
        TargetProgress targetProgress = cohort.targetProgress();
        return new BulletGraph(
                cohort.cohort(),
                text.name(cohort.names()),
                selection.ofCohort(isShown ? null : cohort.cohort()).address(),
                isShown,
                text.people(cohort.counts().trained()),
                hasTarget ? text.number(cohort.target()) : null,
                text.percent(targetProgress.percent()),
                text.number(targetProgress.expected()),
                text.people(cohort.counts().enrolled()),
                text.number(targetProgress.recentPerMonth()),
                text.number(targetProgress.requiredPerMonth()),
                StatusMark.of(targetProgress.status(), text),
                hasTarget ? Bar.of(cohort.counts().trained(), targetProgress.expected(), cohort.target()) : null,
                sentence(cohort, text),
                asOf(cohort, figures, text));
    }

    private static String sentence(CohortFigures cohort, PageText text) {
        if (cohort.targetProgress().expected() == null) {
            return text.say("bullet.no-target");
        }
        return cohort.counts().trained() == null
                ? text.say("bullet.too-few", text.number(cohort.targetProgress().expected()))
                : Headline.compareWithPlan("bullet", cohort, text);
    }

    private static String asOf(CohortFigures cohort, DashboardFigures figures, PageText text) {
        return figures.release() == null || figures.release().isOfTrial()
                ? null
                : figures.release()
                        .cohort(cohort.cohort())
                        .map(new ReleaseText(figures.release(), text)::ofCohort)
                        .orElse(null);
    }
}
