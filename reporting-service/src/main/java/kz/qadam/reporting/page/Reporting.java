package kz.qadam.reporting.page;

import java.util.List;

/** How many institutions report, so that a low figure is not taken for little done. */
public record Reporting(List<String> sentences, List<State> states, List<Row> rows, Source source) {

    /**
     * How many are in a state.
     *
     * @param from where its part of the bar begins
     */
    public record State(String code, String name, String institutions, String from, Bar bar) {}

    /** A region's. */
    public record Row(
            String name, String active, String reported, String zero, String silent, String never, boolean isShown) {}

    static Reporting of(Answers answers, View view, Speech speech) {
        Answers.Coverage coverage = answers.coverage();
        Answers.Count count = view.region() == null
                ? coverage.all()
                : coverage.regions().stream()
                        .filter(place -> place.region().equals(view.region()))
                        .findFirst()
                        .map(Answers.Place::institutions)
                        .orElse(new Answers.Count(0, 0, 0, 0, 0));
        return new Reporting(
                List.of(sentence(count, coverage.days(), speech)),
                states(count, speech),
                coverage.regions().stream()
                        .map(place -> row(place, answers, view, speech))
                        .toList(),
                Source.of(view, "/v1/progress/coverage"));
    }

    private static String sentence(Answers.Count count, int days, Speech speech) {
        if (count.active() == 0) {
            return speech.say("coverage.none");
        }
        return speech.say(
                count.reported() == count.active() ? "coverage.all" : "coverage.sum",
                speech.number(count.reported()),
                speech.number(count.active()),
                days,
                speech.number(count.silent() + count.never()),
                speech.number(count.zero()));
    }

    private static List<State> states(Answers.Count count, Speech speech) {
        long all = count.active();
        return List.of(
                state("reported", count.reported(), 0, all, speech),
                state("zero", count.zero(), count.reported(), all, speech),
                state("silent", count.silent(), count.reported() + count.zero(), all, speech),
                state("never", count.never(), count.reported() + count.zero() + count.silent(), all, speech));
    }

    private static State state(String code, long institutions, long before, long all, Speech speech) {
        return new State(
                code,
                speech.say("coverage." + code),
                speech.number(institutions),
                Bar.of(before, all).length(),
                Bar.of(institutions, all));
    }

    private static Row row(Answers.Place place, Answers answers, View view, Speech speech) {
        Answers.Count count = place.institutions();
        String name = answers.regions().cells().stream()
                .filter(cell -> cell.key().equals(place.region()))
                .findFirst()
                .map(cell -> speech.name(cell.names()))
                .orElseGet(() -> speech.say("unknown"));
        return new Row(
                name,
                speech.number(count.active()),
                speech.number(count.reported()),
                speech.number(count.zero()),
                speech.number(count.silent()),
                speech.number(count.never()),
                place.region().equals(view.region()));
    }
}
