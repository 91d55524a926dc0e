package kz.qadam.reporting.release.attack;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The report of an attack, in Markdown. */
record AttackReport(
        int regions, int pilots, List<AttackOutcome> outcomes, List<DisclosureAttack.AveragingRow> averages) {

    private static final int EXAMPLES = 5;

    /** Whether the rule is not broken, and every control is. */
    boolean isAsItMustBe() {
        return outcomes.stream().allMatch(one -> one.found().isEmpty() == (one.publication() == Publication.VERSION_2))
                && averages.stream()
                        .allMatch(one ->
                                one.result().isBetterThanGuessing() == (one.publication() != Publication.VERSION_2));
    }

    String markdown() {
        return """
            # The attack on what is published

            Pilots: %d, each of two years, with %d regions (`unknown` included) and four cohorts. An outsider and each \
            institution in turn look for every count of one to nine people that they do not know: of each region \
            and of the country, at each of 24 month ends and on the days between; an outsider also for what a region \
            has more than a month before. A count is disclosed if the range that remains is 8 or narrower, or if it \
            does not contain 0 and ends below 20. A way to publish that is broken is not attacked any more. What is \
            published of a region with one institution is that institution's: its increments are not attacked.

            | published | counts attacked | questions answered by bounds | by examples | by integer programs | disclosed |
            |---|---:|---:|---:|---:|---:|
            %s

            ## What was found

            %s

            ## Averages

            One to nine people do not change for 24 releases, while five other regions grow. The attacker takes the \
            mean of what the country has more than its regions. A correlation of 0 with the truth is guessing.

            | published | the people are | histories | correlation | better than guessing |
            |---|---|---:|---:|---|
            %s

            %s
            """.formatted(
                        pilots,
                        regions,
                        outcomes.stream().map(AttackReport::row).collect(Collectors.joining("\n")),
                        outcomes.stream().map(AttackReport::found).collect(Collectors.joining("\n")),
                        averages.stream().map(AttackReport::row).collect(Collectors.joining("\n")),
                        isAsItMustBe()
                                ? "**The rule is not broken, and every control is.**"
                                : "**The rule is broken, or a control is not.**");
    }

    private static String row(AttackOutcome one) {
        return "| %s | %d | %d | %d | %d | %d |"
                .formatted(
                        one.publication().title(),
                        one.targets(),
                        one.byBounds(),
                        one.byExamples(),
                        one.programs(),
                        one.found().size());
    }

    private static String found(AttackOutcome one) {
        String examples = one.found().stream()
                .limit(EXAMPLES)
                .map(finding -> "  - " + finding)
                .collect(Collectors.joining("\n"));
        return "- %s: %s".formatted(one.publication().title(), examples.isEmpty() ? "nothing" : "\n" + examples);
    }

    private static String row(DisclosureAttack.AveragingRow one) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %d | %.3f | %s |",
                one.publication().title(),
                one.secret() == AveragingAttack.Secret.REGION ? "a region" : "all that an institution does not know",
                one.result().histories(),
                one.result().correlation(),
                one.result().isBetterThanGuessing() ? "yes" : "no");
    }
}
