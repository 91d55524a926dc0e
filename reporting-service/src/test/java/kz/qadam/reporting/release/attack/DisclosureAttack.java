package kz.qadam.reporting.release.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * Attacks the rule and its controls in full, and reports what was found. The exit code is 1 if the rule is broken, or if
 * a control is not.
 */
public final class DisclosureAttack {

    /** The twenty regions and {@code unknown}. */
    private static final int REGIONS = 21;

    private static final int PILOTS = 3;
    private static final int HISTORIES = 5_000;
    private static final long SEED = 2_026;

    private DisclosureAttack() {}

    /**
     * Runs the attack.
     *
     * @param arguments the file for the report, and how many pilots are attacked
     */
    public static void main(String[] arguments) throws IOException {
        int pilots = arguments.length > 1 ? Integer.parseInt(arguments[1]) : PILOTS;
        List<AttackOutcome> outcomes = new ArrayList<>();
        for (Publication publication : Publication.values()) {
            outcomes.add(AttackOutcome.of(publication, REGIONS, pilots, SEED));
        }
        List<AveragingRow> averages = new ArrayList<>();
        for (Publication publication : EnumSet.of(Publication.VERSION_2, Publication.COUNTRY_OF_EXACT_REGIONS)) {
            for (AveragingAttack.Secret secret : AveragingAttack.Secret.values()) {
                averages.add(new AveragingRow(
                        publication, secret, AveragingAttack.run(publication, secret, HISTORIES, SEED)));
            }
        }
        AttackReport report = new AttackReport(REGIONS, pilots, outcomes, averages);
        Files.writeString(Path.of(arguments[0]), report.markdown());
        System.out.println(report.markdown());
        System.exit(report.isAsItMustBe() ? 0 : 1);
    }

    /** One run of the statistical attack. */
    record AveragingRow(Publication publication, AveragingAttack.Secret secret, AveragingAttack.Result result) {}
}
