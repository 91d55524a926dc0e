package kz.qadam.progress.trained;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kz.qadam.progress.trained.TrainedRule.ProgrammeDays;
import kz.qadam.progress.trained.TrainedRule.RequirementVersion;
import kz.qadam.progress.trained.TrainedRule.Trained;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random histories of one learner, judged in any order, against a plain count by sets. */
class TrainedRulePropertyTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final ProgrammeDays DAYS = new ProgrammeDays(FIRST, FIRST.plusDays(40));
    private static final List<String> COURSES = List.of("AI-101", "AI-102", "AI-103", "AI-104");

    static LongStream seeds() {
        return LongStream.range(0, 500);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void any_order_gives_what_a_plain_count_gives(long seed) {
        Random random = new Random(seed);
        List<RequirementVersion> versions = versions(random);
        List<AcceptedCompletion> history = IntStream.range(0, random.nextInt(8))
                .mapToObj(i -> completed(random, i))
                .toList();
        List<AcceptedCompletion> shuffled = new ArrayList<>(history);
        Collections.shuffle(shuffled, random);
        Collections.shuffle(versions, random);

        assertThat(TrainedRule.judge(DAYS, versions, shuffled)).isEqualTo(plainly(versions, history));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void who_stays_trained_by_the_same_is_judged_so_with_all_there_is(long seed) {
        Random random = new Random(seed);
        List<RequirementVersion> versions = versions(random);
        List<AcceptedCompletion> earlier = IntStream.range(0, 1 + random.nextInt(6))
                .mapToObj(i -> completed(random, i))
                .toList();
        List<AcceptedCompletion> gained = IntStream.range(0, 1 + random.nextInt(2))
                .mapToObj(i -> completed(random, 10 + i))
                .toList();

        Optional<Trained> before = TrainedRule.judge(DAYS, versions, earlier);

        assertThat(before.filter(trained -> TrainedRule.remainsTrained(
                        DAYS, versions, trained.by().position(), trained.requirementVersion(), gained)))
                .isIn(
                        Optional.empty(),
                        TrainedRule.judge(
                                DAYS,
                                versions,
                                Stream.of(earlier, gained).flatMap(List::stream).toList()));
    }

    /** The days one by one; on each, the statements in their order; what is met is looked at with plain sets. */
    private static Optional<Trained> plainly(List<RequirementVersion> versions, List<AcceptedCompletion> history) {
        Set<String> courses = new HashSet<>();
        for (LocalDate day = DAYS.startsOn(); !day.isAfter(DAYS.horizon()); day = day.plusDays(1)) {
            LocalDate today = day;
            RequirementVersion inForce = null;
            for (RequirementVersion version : versions) {
                boolean begun = !version.validFrom().isAfter(today);
                boolean newer = inForce == null
                        || version.validFrom().isAfter(inForce.validFrom())
                        || (version.validFrom().isEqual(inForce.validFrom()) && version.version() > inForce.version());
                inForce = begun && newer ? version : inForce;
            }
            List<AcceptedCompletion> ofToday = history.stream()
                    .filter(c -> c.on().isEqual(today))
                    .sorted(Comparator.comparing(AcceptedCompletion::institution)
                            .thenComparing(AcceptedCompletion::reference))
                    .toList();
            for (AcceptedCompletion completion : ofToday) {
                courses.add(completion.course());
                if (inForce != null && isMet(inForce.requirement(), courses)) {
                    return Optional.of(new Trained(completion, inForce.version()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isMet(Requirement requirement, Set<String> courses) {
        return courses.containsAll(requirement.courses())
                && (requirement.minCourses() == null || courses.size() >= requirement.minCourses())
                && (requirement.hours() == null
                        || courses.stream()
                                        .mapToInt(TrainedRulePropertyTest::hours)
                                        .sum()
                                >= requirement.hours());
    }

    private static List<RequirementVersion> versions(Random random) {
        List<RequirementVersion> versions = new ArrayList<>();
        for (int version = 1; version <= 1 + random.nextInt(4); version++) {
            versions.add(new RequirementVersion(
                    version,
                    FIRST.plusDays(random.nextInt(40) - 10),
                    new Requirement(
                            random.nextInt(3) == 0 ? Set.of(COURSES.get(random.nextInt(4))) : Set.of(),
                            random.nextBoolean() ? null : 1 + random.nextInt(3),
                            random.nextBoolean() ? null : 20 + random.nextInt(80))));
        }
        return versions;
    }

    private static AcceptedCompletion completed(Random random, int reference) {
        String course = COURSES.get(random.nextInt(4));
        return new AcceptedCompletion(
                UUID.randomUUID(),
                FIRST.plusDays(random.nextInt(50) - 5),
                "school-" + random.nextInt(3),
                "C-" + reference,
                course,
                hours(course),
                "KZ-75");
    }

    private static int hours(String course) {
        return 12 * (1 + COURSES.indexOf(course));
    }
}
