package kz.qadam.reporting.release.attack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Attacks the rule and its controls in full, and reports what was found. The exit code is 1 if something is found that is
 * not admitted, or if a control is not broken.
 */
public final class DisclosureAttack {

    /** The twenty regions and {@code unknown}. */
    private static final int REGIONS = 21;

    private static final int PILOTS = 3;
    private static final int SCENES = 12;
    private static final int SCENES_OF_CONTROLS = 3;
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
        List<AttackOutcome> controls = new ArrayList<>();
        for (Publication control : EnumSet.complementOf(EnumSet.of(Publication.RULE))) {
            controls.add(AttackOutcome.untilBroken(control, Scene.some(SCENES_OF_CONTROLS, SEED), AttackReport.ENOUGH));
        }
        List<AveragingRow> averages = new ArrayList<>();
        for (Publication publication : EnumSet.of(Publication.RULE, Publication.COUNTRY_OF_EXACT_PLACES)) {
            for (AveragingAttack.Secret secret : AveragingAttack.Secret.values()) {
                averages.add(new AveragingRow(
                        publication, secret, AveragingAttack.run(publication, secret, HISTORIES, SEED)));
            }
        }
        AttackReport report = new AttackReport(
                SCENES,
                pilots,
                AttackOutcome.of(Publication.RULE, Scene.some(SCENES, SEED)),
                LongStream.range(0, pilots)
                        .mapToObj(i -> PilotAttack.on(new Pilot(REGIONS, SEED + i)))
                        .reduce(new PilotResult(), PilotResult::plus),
                controls,
                averages);
        Files.writeString(Path.of(arguments[0]), report.markdown());
        System.out.println(report.markdown());
        System.exit(report.isAsItMustBe() ? 0 : 1);
    }

    /** One run of the statistical attack. */
    record AveragingRow(Publication publication, AveragingAttack.Secret secret, AveragingAttack.Result result) {}
}
