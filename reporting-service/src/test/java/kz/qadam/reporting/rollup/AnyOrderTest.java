package kz.qadam.reporting.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kz.qadam.reporting.rollup.fact.Cause;
import kz.qadam.reporting.rollup.fact.Completion;
import kz.qadam.reporting.rollup.fact.CountedFact;
import kz.qadam.reporting.rollup.fact.Enrolment;
import kz.qadam.reporting.rollup.fact.EventMembers;
import kz.qadam.reporting.rollup.fact.Fact;
import kz.qadam.reporting.rollup.fact.LearnerCohort;
import kz.qadam.reporting.rollup.fact.Trained;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rule 5: any order of arrival, any repetition and any batching give the figures of a plain count by sets. A batch gets the
 * current facts that the intake reads for it, and no others.
 */
class AnyOrderTest {

    private static final List<String> COHORTS = List.of("pupils", "students", "citizens");
    private static final List<String> REGIONS = List.of("KZ-71", "KZ-75", "unknown");
    private static final List<String> COURSES = List.of("AI-101", "AI-102", "BD-1", "NEW-1");
    private static final DerivedMembers DERIVED = new DerivedMembers(Map.of(
            Dimension.AREA, Map.of("AI-101", "ai", "AI-102", "ai", "BD-1", "big-data"),
            Dimension.KIND, Map.of("school-1", "school")));
    private static final List<Cause> CAUSES = List.of(Cause.values());
    private static final List<String> INSTITUTIONS = List.of("school-1", "school-2");

    /** An attribute that no dimension has, and those that there are. */
    private static final List<String> ATTRIBUTES = Stream.concat(
                    Stream.of("undeclared"), Dimension.ATTRIBUTES.stream().map(Dimension::code))
            .toList();

    private static LongStream seeds() {
        return LongStream.rangeClosed(1, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void any_history_has_the_figures_of_a_count_by_sets(long seed) {
        var random = new Random(seed);
        List<Fact> history = history(random);

        var known = new Known();
        Map<Cell, Long> counted = rollUp(random, known, withRepetitions(random, history));

        var joined = new Joined(history);
        assertThat(counted).isEqualTo(bySets(history, joined));
        assertThat(known.completions.values())
                .allSatisfy(one -> assertThat(one.attributes()).isEqualTo(joined.to(one)));
        assertThat(known.trained.values())
                .filteredOn(Trained::isTrained)
                .allSatisfy(one -> assertThat(one.by().attributes()).isEqualTo(joined.to(one)));
    }

    /** The attributes of the newest states, joined by sets. */
    private static final class Joined {

        private final Map<UUID, Enrolment> enrolments = new HashMap<>();
        private final Map<UUID, Completion> completions = new HashMap<>();

        Joined(List<Fact> history) {
            newest(history, Enrolment.class, Enrolment::id).forEach(one -> enrolments.put(one.id(), one));
            newest(history, Completion.class, Completion::id).forEach(one -> completions.put(one.id(), one));
        }

        Map<String, String> to(Completion one) {
            Enrolment named = enrolments.get(one.enrolment());
            return named != null && named.learner().equals(one.learner()) ? named.attributes() : Map.of();
        }

        Map<String, String> to(Trained one) {
            Completion named = completions.get(one.by().completion());
            return named != null && named.learner().equals(one.learner()) ? to(named) : Map.of();
        }
    }

    /** The current facts, as tables keep them. */
    private static final class Known {

        private final Map<UUID, Completion> completions = new HashMap<>();
        private final Map<UUID, Enrolment> enrolments = new HashMap<>();
        private final Map<String, Trained> trained = new HashMap<>();

        private RollUpUpdate before(List<Fact> batch) {
            List<Completion> arrivedCompletions = of(Completion.class, batch);
            List<Enrolment> arrivedEnrolments = of(Enrolment.class, batch);
            List<Trained> arrivedTrained = of(Trained.class, batch);
            var join = new AttributeJoinFacts(
                    arrivedCompletions,
                    arrivedEnrolments,
                    arrivedTrained,
                    inCohorts(enrolments.values(), learners(arrivedEnrolments, enrolments, Known::inCohort)));
            join.addEnrolments(withAttributes(
                    enrolments.values(), one -> join.missingEnrolments().contains(one.id())));
            Set<UUID> ofCompletions = learners(arrivedCompletions, completions, CountedFact::learner);
            ofCompletions.addAll(join.learnersOfEnrolments());
            join.addCompletions(ofLearners(completions.values(), ofCompletions));
            join.addCompletions(withAttributes(
                    completions.values(), one -> join.missingCompletions().contains(one.id())));
            Set<UUID> ofTrained = arrivedTrained.stream().map(Trained::learner).collect(Collectors.toSet());
            ofTrained.addAll(join.learnersOfCompletions());
            return new RollUpUpdate(
                    DERIVED, join.completions(), join.enrolments(), ofLearners(trained.values(), ofTrained));
        }

        private static <F> List<F> of(Class<F> type, List<Fact> batch) {
            return batch.stream().filter(type::isInstance).map(type::cast).toList();
        }

        /** The learners of facts, and the former ones of their subjects. */
        private static <F extends CountedFact, L> Set<L> learners(
                List<F> arrived, Map<UUID, F> known, Function<F, L> learner) {
            return arrived.stream()
                    .flatMap(one -> Stream.concat(Stream.of(one), Stream.ofNullable(known.get(one.subject()))))
                    .map(learner)
                    .collect(Collectors.toCollection(HashSet::new));
        }

        private static LearnerCohort inCohort(Enrolment one) {
            return new LearnerCohort(one.learner(), one.cohort());
        }

        private static List<Enrolment> inCohorts(Collection<Enrolment> known, Set<LearnerCohort> learners) {
            return known.stream()
                    .filter(one -> learners.contains(inCohort(one)))
                    .toList();
        }

        private static <F extends CountedFact> List<F> ofLearners(Collection<F> known, Set<UUID> learners) {
            return known.stream()
                    .filter(one -> learners.contains(one.learner()))
                    .toList();
        }

        private static <F extends EventMembers> List<F> withAttributes(Collection<F> known, Predicate<F> named) {
            return known.stream()
                    .filter(one -> !one.attributes().isEmpty())
                    .filter(named)
                    .toList();
        }
    }

    private static List<Fact> history(Random random) {
        List<Fact> all = new ArrayList<>();
        List<UUID> learners = ids(random, 3);
        List<UUID> enrolments = ids(random, 20);
        List<UUID> completions = ids(random, 20);
        enrolments.forEach(id -> all.addAll(versions(random, enrolment(random, learners, id))));
        completions.forEach(id -> all.addAll(versions(random, completion(random, learners, enrolments, id))));
        for (UUID learner : learners) {
            for (String cohort : COHORTS) {
                all.addAll(versions(random, trained(random, completions, learner, cohort)));
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

    private static Map<Cell, Long> rollUp(Random random, Known known, List<Fact> arriving) {
        Map<Cell, Long> cells = new HashMap<>();
        for (int from = 0; from < arriving.size(); ) {
            int to = Math.min(arriving.size(), from + 1 + random.nextInt(20));
            List<Fact> batch = arriving.subList(from, to);
            var changes = known.before(batch).take(batch);
            changes.completions().forEach(one -> known.completions.put(one.id(), one));
            changes.enrolments().forEach(one -> known.enrolments.put(one.id(), one));
            changes.trained().forEach(one -> known.trained.put(one.learner() + one.cohort(), one));
            changes.cells().forEach((change, by) -> cells.merge(change.cell(), by, Long::sum));
            from = to;
        }
        cells.values().removeIf(count -> count == 0);
        return cells;
    }

    private static Map<Cell, Long> bySets(List<Fact> history, Joined joined) {
        Map<Cell, Long> cells = new HashMap<>();
        newest(history, Completion.class, Completion::id).stream()
                .filter(Completion::counts)
                .forEach(one -> members(one.cohort(), one, joined.to(one))
                        .forEach(member -> add(cells, member.cell(Measure.COMPLETIONS, one.completedOn()))));
        completed(history, joined, cells);
        var trained = newest(history, Trained.class, one -> one.learner() + one.cohort()).stream()
                .filter(Trained::isTrained)
                .toList();
        trained.forEach(one -> members(one.cohort(), one.by(), joined.to(one))
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
                .flatMap(one -> members(one.cohort(), one, one.attributes()).stream()
                        .map(member -> List.of(one.learner(), member)))
                .distinct()
                .forEach(one -> add(cells, ((Member) one.get(1)).cell(Measure.ENROLLED, Cell.ANY_DAY)));
        return cells;
    }

    /** The earliest day of each learner and member. */
    private static void completed(List<Fact> history, Joined joined, Map<Cell, Long> cells) {
        Map<List<Object>, LocalDate> first = new HashMap<>();
        newest(history, Completion.class, Completion::id).stream()
                .filter(Completion::counts)
                .forEach(one -> members(one.cohort(), one, joined.to(one))
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

    private static List<Member> members(String cohort, EventMembers event, Map<String, String> attributes) {
        return Stream.concat(
                        Stream.of(
                                new Member(cohort, Dimension.NATION, ""),
                                new Member(cohort, Dimension.REGION, event.region()),
                                new Member(cohort, Dimension.INSTITUTION, event.institution()),
                                new Member(cohort, Dimension.COURSE, event.course()),
                                new Member(cohort, Dimension.AREA, DERIVED.of(Dimension.AREA, event.course())),
                                new Member(cohort, Dimension.KIND, DERIVED.of(Dimension.KIND, event.institution()))),
                        Dimension.ATTRIBUTES.stream()
                                .map(one -> new Member(cohort, one, attributes.getOrDefault(one.code(), "unknown"))))
                .toList();
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
                attributes(random),
                any(random, CAUSES));
    }

    /** Half of all enrolments have none. */
    private static Map<String, String> attributes(Random random) {
        return random.nextBoolean()
                ? Map.of()
                : ATTRIBUTES.stream()
                        .collect(Collectors.toMap(name -> name, name -> any(random, List.of("one", "other"))));
    }

    /** Each state may name another enrolment. */
    private static Function<Long, Fact> completion(Random random, List<UUID> learners, List<UUID> enrolments, UUID id) {
        return version -> {
            boolean counts = random.nextBoolean();
            return new Completion(
                    id,
                    version,
                    "C",
                    any(random, INSTITUTIONS),
                    any(random, enrolments),
                    any(random, learners),
                    any(random, COURSES),
                    any(random, COHORTS),
                    any(random, REGIONS),
                    day(random),
                    counts ? "accepted" : "revoked",
                    counts,
                    null,
                    Map.of(),
                    any(random, CAUSES),
                    0,
                    Instant.EPOCH);
        };
    }

    private static Function<Long, Fact> trained(Random random, List<UUID> completions, UUID learner, String cohort) {
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
                                any(random, completions),
                                any(random, INSTITUTIONS),
                                any(random, REGIONS),
                                any(random, COURSES),
                                Map.of(),
                                1));
    }

    private static List<UUID> ids(Random random, int number) {
        return Stream.generate(() -> new UUID(random.nextLong(), random.nextLong()))
                .limit(number)
                .toList();
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(5));
    }

    private static <T> T any(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
