package kz.qadam.reporting.page;

import java.util.List;
import kz.qadam.reporting.figures.CohortFigures;
import kz.qadam.reporting.figures.Rates;

/** The funnel of people: enrolled, completed a course, trained. */
public record Funnel(List<String> sentences, List<Step> steps, DataLinks source) {

    /** From so many enrolled people on, rounding to tens changes a share by less than one percent. */
    private static final long FEWEST_FOR_A_SHARE = 1_000;

    /**
     * A step of the funnel.
     *
     * @param share the share of the enrolled people; a dash if it is not known, or if published counts are too rough
     */
    public record Step(String code, String name, CountText people, String share, Bar bar) {}

    static Funnel of(DashboardFigures figures, DashboardSelection selection, PageText text) {
        if (selection.region() == null) {
            CohortFigures cohort = figures.cohort(selection.cohortOrTotal());
            DataLinks source = DataLinks.of(selection, selection.apiPath(""));
            return of(
                    cohort.counts().enrolled(),
                    cohort.counts().completed(),
                    cohort.counts().trained(),
                    source,
                    text);
        }
        DataLinks source = DataLinks.ofBreakdown(selection, "region");
        return figures.region(selection.region())
                .map(cell -> of(
                        cell.counts().enrolled(),
                        cell.counts().completed(),
                        cell.counts().trained(),
                        source,
                        text))
                .orElseGet(() -> of(0L, 0L, 0L, source, text));
    }

    private static Funnel of(Long enrolled, Long completed, Long trained, DataLinks source, PageText text) {
        return new Funnel(
                List.of(
                        text.isPublished()
                                ? published(enrolled, completed, trained, text)
                                : exact(enrolled, completed, trained, text)),
                List.of(
                        step("enrolled", enrolled, enrolled, text),
                        step("completed", completed, enrolled, text),
                        step("trained", trained, enrolled, text)),
                source);
    }

    private static String exact(Long enrolled, Long completed, Long trained, PageText text) {
        return enrolled == 0
                ? text.say("funnel.none")
                : text.say(
                        "funnel.sum",
                        text.number(enrolled),
                        text.number(completed),
                        text.number(trained),
                        share(trained, enrolled, text));
    }

    /** A measure is only published if the wider ones are. */
    private static String published(Long enrolled, Long completed, Long trained, PageText text) {
        if (enrolled == null) {
            return text.say("funnel.too-few");
        }
        if (completed == null) {
            return text.say("funnel.too-few-completed", text.number(enrolled));
        }
        if (trained == null) {
            return text.say("funnel.too-few-trained", text.number(enrolled), text.number(completed));
        }
        return text.say("funnel.sum/published", text.number(enrolled), text.number(completed), text.number(trained));
    }

    private static Step step(String code, Long people, Long enrolled, PageText text) {
        return new Step(
                code,
                text.say("funnel." + code),
                text.people(people),
                share(people, enrolled, text),
                Bar.of(people, enrolled == null ? 0 : enrolled));
    }

    private static String share(Long part, Long whole, PageText text) {
        boolean isKnown = part != null && whole != null && (!text.isPublished() || whole >= FEWEST_FOR_A_SHARE);
        return text.percent(isKnown ? Rates.percent(whole, part) : null);
    }
}
