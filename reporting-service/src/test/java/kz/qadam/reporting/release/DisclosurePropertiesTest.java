package kz.qadam.reporting.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for all people; tried with random ones. */
@Tag("computation")
class DisclosurePropertiesTest {

    private static final String DAY = "2026-04-30";
    private static final String COHORT = "pupils";

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 30);
    }

    private static ExactFixture exact(List<Person> people) {
        return new ExactFixture().cohort(COHORT, 1_000L).people(COHORT, people);
    }

    private static MonthEndTables.OfCohort tables(List<Person> people) {
        return exact(people).monthEnd(DAY).cohort(COHORT).orElseThrow();
    }

    private static Release release(List<Person> people) {
        ExactFixture exact = exact(people);
        return exact.release(DAY, exact.monthEnd(DAY), List.of(exact.pastMonthEnd("2026-03-31")));
    }

    private static byte[] bytes(Release release) {
        try {
            return JSON.writeValueAsBytes(release);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<PublishedCounts> all(MonthEndTables.OfCohort tables) {
        return Stream.concat(
                Stream.concat(
                        Stream.of(tables.country()), tables.regions().stream().map(ReleasedPlace::counts)),
                Stream.of(tables.courses(), tables.areas())
                        .flatMap(List::stream)
                        .map(ReleasedCourseOrArea::counts));
    }

    private static long orZero(Long count) {
        return count == null ? 0 : count;
    }

    private static long sum(List<ReleasedCourseOrArea> parts) {
        return parts.stream().mapToLong(part -> orZero(part.counts().trained())).sum();
    }

    private static void assertAtMost(PublishedCounts published, FunnelCounts truth) {
        assertThat(orZero(published.enrolled())).isLessThanOrEqualTo(truth.enrolled());
        assertThat(orZero(published.completed())).isLessThanOrEqualTo(truth.completed());
        assertThat(orZero(published.trained())).isLessThanOrEqualTo(truth.trained());
    }

    private static FunnelCounts count(List<Person> people, Function<Person, Boolean> isCounted) {
        return Population.place(people.stream().filter(isCounted::apply).toList())
                .people();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothing_published_is_more_than_the_truth(long seed) {
        List<Person> people = new RandomPeople(seed).inSeveralRegions();
        MonthEndTables.OfCohort tables = tables(people);

        assertAtMost(tables.country(), count(people, person -> true));
        tables.regions()
                .forEach(region -> assertAtMost(
                        region.counts(),
                        count(
                                people,
                                person ->
                                        Places.MACRO_REGIONS.of(person.region()).equals(region.key()))));
        tables.courses()
                .forEach(course -> assertThat(orZero(course.counts().enrolled()))
                        .isLessThanOrEqualTo(people.stream()
                                .filter(person -> person.enrolled().values().stream()
                                        .anyMatch(courses -> courses.contains(course.key())))
                                .count()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_narrower_measure_is_never_published_above_a_wider_one(long seed) {
        assertThat(all(tables(new RandomPeople(seed).inSeveralRegions()))).allSatisfy(counts -> {
            assertThat(orZero(counts.completed())).isLessThanOrEqualTo(orZero(counts.enrolled()));
            assertThat(orZero(counts.trained())).isLessThanOrEqualTo(orZero(counts.completed()));
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void parts_are_together_at_most_the_whole(long seed) {
        MonthEndTables.OfCohort tables = tables(new RandomPeople(seed).inSeveralRegions());

        assertThat(tables.regions().stream()
                        .mapToLong(place -> orZero(place.counts().trained()))
                        .sum())
                .isLessThanOrEqualTo(orZero(tables.country().trained()));
        assertThat(sum(tables.courses()))
                .isLessThanOrEqualTo(orZero(tables.country().trained()));
        assertThat(sum(tables.areas()))
                .isLessThanOrEqualTo(orZero(tables.country().trained()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void counts_are_multiples_of_their_units_and_never_zero(long seed) {
        MonthEndTables.OfCohort tables = tables(new RandomPeople(seed).inSeveralRegions());

        assertThat(Stream.concat(
                                Stream.of(tables.country()),
                                tables.regions().stream().map(ReleasedPlace::counts))
                        .flatMap(counts -> Stream.of(counts.enrolled(), counts.completed(), counts.trained()))
                        .filter(count -> count != null))
                .allSatisfy(count -> assertThat(count)
                        .isPositive()
                        .satisfies(one -> assertThat(one % 10).isZero()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void one_more_trained_person_lowers_no_count_of_trained_people(long seed) {
        RandomPeople random = new RandomPeople(seed);
        List<Person> people = random.inSeveralRegions();
        List<Person> more = new ArrayList<>(people);
        for (int i = 0; i < people.size(); i += 1 + random.below(20)) {
            MonthEndTables.OfCohort before = tables(more);
            more.set(i, trained(more.get(i)));
            MonthEndTables.OfCohort after = tables(more);

            assertThat(orZero(after.country().trained()))
                    .isGreaterThanOrEqualTo(orZero(before.country().trained()));
            before.regions()
                    .forEach(region -> assertThat(
                                    orZero(after.region(region.key()).trained()))
                            .isGreaterThanOrEqualTo(orZero(region.counts().trained())));
        }
    }

    private static Person trained(Person person) {
        return new Person(
                person.region(),
                person.enrolled(),
                person.enrolled(),
                person.enrolled().values().iterator().next().iterator().next());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void equal_people_give_equal_bytes_in_whatever_order_they_come(long seed) {
        List<Person> people = new RandomPeople(seed).inSeveralRegions();
        List<Person> shuffled = new ArrayList<>(people);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(bytes(release(shuffled))).isEqualTo(bytes(release(people)));
    }
}
