package kz.qadam.reporting.release.attack;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The report of an attack, in Markdown.
 *
 * @param scenes in how many scenes the rule was attacked
 * @param pilots how many pilots were attacked
 */
record AttackReport(
        int scenes,
        int pilots,
        AttackOutcome rule,
        PilotResult inPilots,
        List<AttackOutcome> controls,
        List<DisclosureAttack.AveragingRow> averages) {

    /** A control is broken if so many numbers are found to the person. */
    static final long ENOUGH = 5;

    /** Whether nothing is found but what is admitted, and every control is broken. */
    boolean isAsItMustBe() {
        return rule.found() == 0
                && inPilots.found().isEmpty()
                && controls.stream().allMatch(one -> one.exact() >= ENOUGH)
                && averages.stream()
                        .allMatch(
                                one -> one.result().isBetterThanGuessing() == (one.publication() != Publication.RULE));
    }

    String markdown() {
        return """
            # The attack on what is published

            The attacker is an institution. It knows the rule, all releases and its own records; it posts and revokes, \
            and enrols people of others. In %d scenes with overlaps and many small institutions, every world that \
            may be true is published in every step. Worlds that publish the same cannot be told apart. A number from 0 \
            to 9 is hidden only if each number from 0 to 9 remains possible; for one given person, both answers.

            ## The rule

            | the attacker | looks for | worlds | found, admitted | found, not admitted |
            |---|---|---:|---:|---:|
            %s

            ## What is admitted

            In scenes: of so many worlds in which it may be, in how many it was found. In pilots: in which share of \
            the numbers of places (each place, cohort, measure and month end; only the published ones, except of the tenth \
            and of numbers that appear) there is such a case for anybody.

            | admitted | worlds | found | share in pilots |
            |---|---:|---:|---:|
            %s

            ## Pilots

            %d pilots of two years with all regions, four cohorts, corrections, revocations, late reports and merges, \
            published by the service's own code at month ends and week ends; each institution in turn looks on. Of %d \
            numbers of places %d were published; with %d more numbers of the country. %d times an institution did not \
            know one to nine people of a place; found by looking on: %d times, not admitted. Of %d pairs of a published \
            number and an insider, %d show without any action that the others are few beside the holders.

            ## Controls

            The same code attacks figures that must be broken, until %d numbers are found to the person.

            | published | worlds | excluded some | to the person | most by an attacker who |
            |---|---:|---:|---:|---|
            %s

            ## Averages

            One to nine people do not change for 24 releases, while five other regions grow. The attacker takes the \
            mean of what the country has more than its regions. A correlation of 0 with the truth is guessing.

            | published | the people are | histories | correlation | better than guessing |
            |---|---|---:|---:|---|
            %s

            ## What was found

            %s

            %s
            """.formatted(
                        scenes,
                        lines(rule.outcomes().stream().map(AttackReport::row).toList()),
                        lines(Arrays.stream(Admitted.values()).map(this::row).toList()),
                        pilots,
                        inPilots.numbers(),
                        inPilots.published(),
                        inPilots.countries(),
                        inPilots.few(),
                        inPilots.found().size(),
                        inPilots.insiders(),
                        inPilots.passive(),
                        ENOUGH,
                        lines(controls.stream().map(AttackReport::row).toList()),
                        lines(averages.stream().map(AttackReport::row).toList()),
                        lines(found()),
                        isAsItMustBe()
                                ? "**Nothing was found but what is admitted, and every control is broken.**"
                                : "**Something was found that is not admitted, or a control is not broken.**");
    }

    private List<String> found() {
        List<String> found = rule.outcomes().stream()
                .flatMap(one -> one.examples().stream().map(example -> "- %s: %s".formatted(one.scenario(), example)))
                .collect(Collectors.toList());
        inPilots.found().stream().limit(ENOUGH).forEach(one -> found.add("- " + one));
        return found.isEmpty() ? List.of("Nothing that is not admitted.") : found;
    }

    private static String row(Outcome one) {
        long admitted =
                one.admitted().values().stream().mapToLong(Long::longValue).sum();
        return "| %s | %s | %d | %d | %d |".formatted(one.scenario(), one.target(), one.tried(), admitted, one.found());
    }

    private String row(Admitted kind) {
        double share = inPilots.share(kind);
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %s |",
                kind.title(),
                rule.triedAs(kind),
                rule.admitted(kind),
                Double.isNaN(share) ? "" : String.format(Locale.ROOT, "%.2f %%", 100 * share));
    }

    private static String row(AttackOutcome one) {
        return "| %s | %d | %d | %d | %s |"
                .formatted(
                        one.publication().title(),
                        one.tried(),
                        one.found(),
                        one.exact(),
                        one.worst().scenario());
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

    private static String lines(List<String> lines) {
        return String.join("\n", lines);
    }
}
