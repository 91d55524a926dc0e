package kz.qadam.reporting.page;

import java.util.List;

/** How many of those enrolled come to an end: three counts of people. */
public record Funnel(List<String> sentences, List<Step> steps, Source source) {

    /**
     * How many have come so far.
     *
     * @param share of those enrolled
     */
    public record Step(String code, String name, String people, String share, Bar bar) {}

    static Funnel of(Answers answers, View view, Speech speech) {
        Answers.Cohort cohort = answers.cohort(view.cohortOrTotal());
        if (view.region() == null) {
            return of(
                    cohort.enrolled(),
                    cohort.completed(),
                    cohort.trained(),
                    Source.of(view, "/v1/progress/" + view.cohortOrTotal()),
                    speech);
        }
        Source source = Source.of(view, "/v1/progress/" + view.cohortOrTotal() + "/breakdown", "by", "region");
        return answers.regions().cells().stream()
                .filter(cell -> cell.key().equals(view.region()))
                .findFirst()
                .map(cell -> of(cell.enrolled(), cell.completed(), cell.trained(), source, speech))
                .orElseGet(() -> of(0L, 0L, 0L, source, speech));
    }

    private static Funnel of(Long enrolled, Long completed, Long trained, Source source, Speech speech) {
        String sentence = enrolled == null || trained == null || enrolled == 0
                ? speech.say("funnel.none")
                : speech.say(
                        "funnel.sum",
                        speech.number(enrolled),
                        speech.number(completed),
                        speech.number(trained),
                        share(trained, enrolled, speech));
        return new Funnel(
                List.of(sentence),
                List.of(
                        step("enrolled", enrolled, enrolled, speech),
                        step("completed", completed, enrolled, speech),
                        step("trained", trained, enrolled, speech)),
                source);
    }

    private static Step step(String code, Long people, Long enrolled, Speech speech) {
        return new Step(
                code,
                speech.say("funnel." + code),
                speech.number(people),
                share(people, enrolled, speech),
                Bar.of(people, enrolled == null ? 0 : enrolled));
    }

    private static String share(Long part, Long whole, Speech speech) {
        return speech.percent(part == null || whole == null ? null : Shares.percent(part, whole));
    }
}
