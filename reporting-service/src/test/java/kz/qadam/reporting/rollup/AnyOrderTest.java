package kz.qadam.reporting.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.reporting.rollup.fact.Cause;
import kz.qadam.reporting.rollup.fact.Completion;
import kz.qadam.reporting.rollup.fact.Enrolment;
import kz.qadam.reporting.rollup.fact.Fact;
import kz.qadam.reporting.rollup.fact.Trained;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 5: any order of arrival, any repetition and any batching give the figures of a plain count by sets. */
class AnyOrderTest {

    private static final List<String> COHORTS = List.of("pupils", "students", "citizens");
    private static final List<String> REGIONS = List.of("KZ-71", "KZ-75", "unknown");
    private static final List<String> COURSES = List.of("AI-101", "AI-102", "BD-1", "NEW-1");
    private static final DerivedMembers DERIVED = new DerivedMembers(Map.of(
            Dimension.AREA, Map.of("AI-101", "ai", "AI-102", "ai", "BD-1", "big-data"),
            Dimension.KIND, Map.of("school-1", "school")));
    private static final List<Cause> CAUSES = List.of(Cause.values());
    private static final List<String> INSTITUTIONS = List.of("school-1", "school-2");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 20261124})
    void any_history_has_the_figures_of_a_count_by_sets(long seed) {
        var random = new Random(seed);
        List<Fact> history = history(random);

        Map<Cell, Long> counted = rollUp(random, withRepetitions(random, history));

        assertThat(counted).isEqualTo(bySets(history));
    }

    private static List<Fact> history(Random random) {
        List<Fact> all = new ArrayList<>();
        List<UUID> learners = Stream.generate(() -> id(random)).limit(30).toList();
        for (UUID learner : learners) {
            for (int subject = random.nextInt(4); subject >= 0; subject--) {
                all.addAll(versions(random, enrolment(random, learners, id(random))));
                all.addAll(versions(random, completion(random, learners, id(random))));
            }
            for (String cohort : COHORTS) {
                all.addAll(versions(random, trained(random, learner, cohort)));
            }
        }
        return all;
    }

    private static List<Fact> versions(Random random, Function<Long, Fact> state) {
        return Stream.iterate(1L, version -> version + 1)
                .limit(random.nextInt(4))
                .map(state)
                .toList();
    }

    private static List<Fact> withRepetitions(Random random, List<Fact> history) {
        List<Fact> all = new ArrayList<>(history);
        history.stream().filter(one -> random.nextInt(3) == 0).forEach(all::add);
        Collections.shuffle(all, random);
        return all;
    }

    private static Map<Cell, Long> rollUp(Random random, List<Fact> arriving) {
        Map<UUID, Completion> completions = new HashMap<>();
        Map<UUID, Enrolment> enrolments = new HashMap<>();
        Map<String, Trained> trained = new HashMap<>();
        Map<Cell, Long> cells = new HashMap<>();
        for (int from = 0; from < arriving.size(); ) {
            int to = Math.min(arriving.size(), from + 1 + random.nextInt(50));
            var changes = new RollUpUpdate(DERIVED, completions.values(), enrolments.values(), trained.values())
                    .take(arriving.subList(from, to));
            changes.completions().forEach(one -> completions.put(one.id(), one));
            changes.enrolments().forEach(one -> enrolments.put(one.id(), one));
            changes.trained().forEach(one -> trained.put(one.learner() + one.cohort(), one));
            changes.cells().forEach((change, by) -> cells.merge(change.cell(), by, Long::sum));
            from = to;
        }
        cells.values().removeIf(count -> count == 0);
        return cells;
    }

    private static Map<Cell, Long> bySets(List<Fact> history) {
        Map<Cell, Long> cells = new HashMap<>();
        newest(history, Completion.class, Completion::id).stream()
                .filter(Completion::counts)
                .forEach(one -> members(one.cohort(), one.region(), one.institution(), one.course())
                        .forEach(member -> add(cells, member.cell(Measure.COMPLETIONS, one.completedOn()))));
        completed(history, cells);
        var trained = newest(history, Trained.class, one -> one.learner() + one.cohort()).stream()
                .filter(Trained::isTrained)
                .toList();
        trained.forEach(one -> members(
                        one.cohort(),
                        one.by().region(),
                        one.by().institution(),
                        one.by().course())
                .forEach(member ->
                        add(cells, member.cell(Measure.TRAINED, one.by().on()))));
        trained.stream()
                .collect(Collectors.groupingBy(Trained::learner))
                .values()
                .forEach(all -> add(
                        cells,
                        new Cell(
                                Measure.PEOPLE,
                                "",
                                Dimension.NATION,
                                "",
                                all.stream()
                                        .map(one -> one.by().on())
                                        .min(LocalDate::compareTo)
                                        .orElseThrow())));
        newest(history, Enrolment.class, Enrolment::id).stream()
                .flatMap(one -> members(one.cohort(), one.region(), one.institution(), one.course()).stream()
                        .map(member -> List.of(one.learner(), member)))
                .distinct()
                .forEach(one -> add(cells, ((Member) one.get(1)).cell(Measure.ENROLLED, Cell.ANY_DAY)));
        return cells;
    }

    /** The earliest day of each learner and member. */
    private static void completed(List<Fact> history, Map<Cell, Long> cells) {
        Map<List<Object>, LocalDate> first = new HashMap<>();
        newest(history, Completion.class, Completion::id).stream()
                .filter(Completion::counts)
                .forEach(one -> members(one.cohort(), one.region(), one.institution(), one.course())
                        .forEach(member -> first.merge(
                                List.of(one.learner(), member),
                                one.completedOn(),
                                (day, other) -> day.isBefore(other) ? day : other)));
        first.forEach(
                (learnerAndMember, day) -> add(cells, ((Member) learnerAndMember.get(1)).cell(Measure.COMPLETED, day)));
    }

    private record Member(String cohort, Dimension dimension, String code) {

        Cell cell(Measure measure, LocalDate day) {
            return new Cell(measure, cohort, dimension, code, day);
        }
    }

    private static List<Member> members(String cohort, String region, String institution, String course) {
        return List.of(
                new Member(cohort, Dimension.NATION, ""),
                new Member(cohort, Dimension.REGION, region),
                new Member(cohort, Dimension.INSTITUTION, institution),
                new Member(cohort, Dimension.COURSE, course),
                new Member(cohort, Dimension.AREA, DERIVED.of(Dimension.AREA, course)),
                new Member(cohort, Dimension.KIND, DERIVED.of(Dimension.KIND, institution)));
    }

    private static void add(Map<Cell, Long> cells, Cell cell) {
        cells.merge(cell, 1L, Long::sum);
    }

    private static <F extends Fact> Collection<F> newest(
            List<Fact> history, Class<F> kind, Function<F, Object> subject) {
        return history.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .collect(Collectors.toMap(
                        subject, one -> one, (one, other) -> one.version() > other.version() ? one : other))
                .values();
    }

    /** Each state may belong to another learner, as after a merge. */
    private static Function<Long, Fact> enrolment(Random random, List<UUID> learners, UUID id) {
        return version -> new Enrolment(
                id,
                version,
                "E",
                any(random, INSTITUTIONS),
                any(random, learners),
                any(random, COURSES),
                any(random, COHORTS),
                any(random, REGIONS),
                day(random),
                null,
                any(random, CAUSES));
    }

    private static Function<Long, Fact> completion(Random random, List<UUID> learners, UUID id) {
        return version -> {
            boolean counts = random.nextBoolean();
            return new Completion(
                    id,
                    version,
                    "C",
                    any(random, INSTITUTIONS),
                    id,
                    any(random, learners),
                    any(random, COURSES),
                    any(random, COHORTS),
                    any(random, REGIONS),
                    day(random),
                    counts ? "accepted" : "revoked",
                    counts,
                    null,
                    any(random, CAUSES),
                    0,
                    Instant.EPOCH);
        };
    }

    private static Function<Long, Fact> trained(Random random, UUID learner, String cohort) {
        return version -> new Trained(
                learner,
                cohort,
                version,
                1,
                1,
                any(random, CAUSES),
                random.nextBoolean()
                        ? null
                        : new Trained.By(
                                day(random),
                                learner,
                                any(random, INSTITUTIONS),
                                any(random, REGIONS),
                                any(random, COURSES),
                                1));
    }

    private static UUID id(Random random) {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(5));
    }

    private static <T> T any(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
