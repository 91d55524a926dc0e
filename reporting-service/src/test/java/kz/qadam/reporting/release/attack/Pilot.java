package kz.qadam.reporting.release.attack;

import static kz.qadam.reporting.release.attack.SimulatedEnrolment.NEVER;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import kz.qadam.reporting.catalogue.MemberNames;
import kz.qadam.reporting.release.Person;
import kz.qadam.reporting.rollup.Dimension;

/**
 * A simulated pilot of two years: regions with one to five institutions, a centre and a platform that teach in all of
 * them; learners at several institutions and in two regions; late reports, corrections, revocations and merges. The same seed
 * gives the same pilot.
 */
final class Pilot {

    static final int MONTHS = 24;

    /** The half months of the pilot. */
    static final int END = 2 * MONTHS;

    static final String CENTRE = "centre";
    private static final String PLATFORM = "platform";
    static final List<String> COURSES = List.of("AI-101", "BD-201", "PE-301");

    private static final int MOST_INSTITUTIONS = 5;
    private static final double COMPLETES = 0.85;
    private static final double LATE = 0.15;
    private static final double REVOKED = 0.03;
    private static final double CORRECTED = 0.03;
    private static final double MERGED = 0.01;

    private final SplittableRandom random;
    private final List<String> regions;
    private final Map<PilotCohort, List<SimulatedLearner>> learners = new EnumMap<>(PilotCohort.class);

    /** @param regions how many regions there are; with 21, the last one is {@code unknown} */
    Pilot(int regions, long seed) {
        this.random = new SplittableRandom(seed);
        this.regions = MemberNames.of(Dimension.REGION).orElseThrow().keySet().stream()
                .limit(regions)
                .toList();
        Map<String, List<String>> institutions = new java.util.TreeMap<>();
        this.regions.forEach(region -> institutions.put(
                region,
                IntStream.rangeClosed(1, 1 + random.nextInt(MOST_INSTITUTIONS))
                        .mapToObj(i -> "school-%s-%d".formatted(region, i))
                        .toList()));
        for (PilotCohort cohort : PilotCohort.values()) {
            List<SimulatedLearner> all = new ArrayList<>();
            institutions.forEach((region, some) -> all.addAll(learners(cohort, region, some)));
            learners.put(cohort, merged(all));
        }
    }

    /** The people of a cohort, by what is known at one time to have happened by another. */
    List<Person> people(PilotCohort cohort, int known, int on) {
        return learners.get(cohort).stream()
                .flatMap(learner -> learner.people(known, on))
                .toList();
    }

    private List<SimulatedLearner> learners(PilotCohort cohort, String region, List<String> institutions) {
        List<SimulatedLearner> some = new ArrayList<>();
        for (String institution : institutions) {
            boolean isShared = institution.equals(institutions.get(0));
            for (int i = one(cohort.peopleOfInstitution()); i > 0; i--) {
                some.add(learner(cohort, region, institution, isShared && random.nextDouble() < cohort.shared()));
            }
        }
        for (int i = one(cohort.peopleOfCentre()); i > 0; i--) {
            some.add(learner(cohort, region, CENTRE, false));
        }
        return some;
    }

    private int one(List<Integer> of) {
        return of.get(random.nextInt(of.size()));
    }

    private SimulatedLearner learner(PilotCohort cohort, String region, String institution, boolean isShared) {
        List<SimulatedEnrolment> enrolments = new ArrayList<>();
        int from = random.nextInt(END);
        for (int i = 0; i < cohort.coursesNeeded(); i++) {
            enrolments.add(enrolment(institution, COURSES.get(random.nextInt(2) + i), region, from));
        }
        if (isShared) {
            enrolments.add(enrolment(CENTRE, COURSES.get(random.nextInt(3)), region, from + random.nextInt(6)));
        }
        if (isShared && random.nextDouble() < cohort.onPlatform()) {
            enrolments.add(enrolment(PLATFORM, COURSES.get(random.nextInt(3)), region, from));
        }
        return new SimulatedLearner(enrolments, cohort.coursesNeeded(), null, NEVER);
    }

    private SimulatedEnrolment enrolment(String institution, String course, String region, int from) {
        // Only the centre mistakes the region, since only the centre teaches in all of them.
        boolean isCorrected = institution.equals(CENTRE) && random.nextDouble() < CORRECTED;
        boolean isCompleted = random.nextDouble() < COMPLETES;
        int completedOn = isCompleted ? from + 1 + random.nextInt(8) : NEVER;
        int reportedAt = random.nextDouble() < LATE && isCompleted ? completedOn + 1 + random.nextInt(5) : completedOn;
        int revokedAt = random.nextDouble() < REVOKED && isCompleted ? reportedAt + 1 + random.nextInt(8) : NEVER;
        return new SimulatedEnrolment(
                institution,
                course,
                isCorrected ? regions.get(random.nextInt(regions.size())) : region,
                from,
                region,
                isCorrected ? from + 1 + random.nextInt(8) : NEVER,
                completedOn,
                reportedAt,
                revokedAt);
    }

    /** Some learners turn out to be the one before them. */
    private List<SimulatedLearner> merged(List<SimulatedLearner> all) {
        List<SimulatedLearner> merged = new ArrayList<>();
        for (SimulatedLearner one : all) {
            if (!merged.isEmpty()
                    && random.nextDouble() < MERGED
                    && merged.get(merged.size() - 1).twin() == null) {
                SimulatedLearner before = merged.remove(merged.size() - 1);
                merged.add(new SimulatedLearner(before.enrolments(), before.coursesNeeded(), one, random.nextInt(END)));
            } else {
                merged.add(one);
            }
        }
        return merged;
    }
}
