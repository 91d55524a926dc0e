package kz.qadam.reporting.release.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The result of attacking one way to publish.
 *
 * @param targets how many counts of one to nine people were attacked
 * @param byBounds how many questions were answered by bounds alone
 * @param byExamples how many questions were answered by examples
 * @param programs how many integer programs were solved
 * @param found what was disclosed
 */
record AttackOutcome(
        Publication publication, long targets, long byBounds, long byExamples, long programs, List<Finding> found) {

    /** After so many disclosures, a way to publish is broken. */
    private static final int ENOUGH = 5;

    /** Attacks some pilots; a way that is broken is not attacked any more. */
    static AttackOutcome of(Publication publication, int regions, int pilots, long firstSeed) {
        AttackResult result = new AttackResult(ENOUGH);
        List<RegionProgram> programs = new ArrayList<>();
        IntStream.range(0, pilots).forEach(i -> {
            if (!result.isEnough()) {
                RegionProgram program = new RegionProgram();
                programs.add(program);
                attack(publication, new PilotReleases(new Pilot(regions, firstSeed + i)), program, result);
            }
        });
        return new AttackOutcome(
                publication,
                result.targets(),
                result.byBounds(),
                result.byExamples(),
                programs.stream().mapToLong(RegionProgram::size).sum(),
                result.found());
    }

    private static void attack(
            Publication publication, PilotReleases pilot, RegionProgram program, AttackResult result) {
        for (AttackedCohort cohort : AttackedCohort.all(publication, pilot)) {
            new Attack(publication, cohort, program, result).run();
        }
    }
}
