package kz.qadam.chassis.trail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import kz.qadam.chassis.base.process.InstanceName;
import kz.qadam.chassis.http.security.Actor;
import org.junit.jupiter.api.Test;

/** How many entries wait after many requests, as far as the database is not asked. */
class CountedEntriesTest {

    private record Limits(
            Duration writeEvery,
            int mostWaiting,
            int mostWaitingOfOne,
            Duration countOver,
            int denialsInFull,
            int mostRemembered,
            Duration countPollsOver)
            implements TrailConfig {}

    private static final Limits LIMITS =
            new Limits(Duration.ZERO, 100, 40, Duration.ofMinutes(1), 10, 50, Duration.ofHours(1));

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Trail trail = new Trail(new InstanceName(Optional.of("test-0")), Clock.systemUTC());
    private final WaitingTrailEntries waiting = new WaitingTrailEntries(trail, null, LIMITS, metrics);
    private final Denials denials = new Denials(trail, waiting, LIMITS, metrics);
    private final RepeatedRequests repeated = new RepeatedRequests(trail, waiting, LIMITS);
    private final EmptyListRequests polls = new EmptyListRequests(trail, waiting, new ObjectMapper());

    private static ActorAction by(String name, String action) {
        return new ActorAction(action, new Actor(name, "partner", name, null, null, false));
    }

    private void isDenied(String name, String action, int times) {
        IntStream.range(0, times)
                .forEach(i -> denials.add(new Denials.Denied(by(name, action), "forbidden", 403), null));
    }

    private double countedOnly() {
        return metrics.get("qadam.trail.counted.only").counter().count();
    }

    @Test
    void ten_equal_denials_wait_and_40_000_are_one_entry_more_when_the_minute_ends() {
        isDenied("school-1", "GET /v1/things", 40_000);
        assertThat(waiting.size()).isEqualTo(10);

        denials.endMinute(false);

        assertThat(waiting.size()).isEqualTo(11);
        assertThat(countedOnly()).isZero();
    }

    @Test
    void ten_denials_have_no_entry_about_others() {
        isDenied("school-1", "GET /v1/things", 10);

        denials.endMinute(false);

        assertThat(waiting.size()).isEqualTo(10);
    }

    @Test
    void the_most_refused_caller_is_measured_over_all_that_it_was_refused() {
        isDenied("school-1", "GET /v1/things", 20);
        isDenied("school-1", "GET /v1/others", 30);
        isDenied("school-2", "GET /v1/things", 40);

        denials.endMinute(false);

        assertThat(metrics.get("qadam.trail.denials.most").gauge().value()).isEqualTo(50);
    }

    @Test
    void denials_take_half_of_the_places_and_are_counted_on_until_there_is_another() {
        IntStream.range(0, 20).forEach(i -> isDenied("school-" + i, "GET /v1/things", 100));
        denials.endMinute(false);
        assertThat(waiting.size()).isEqualTo(LIMITS.mostWaiting() / 2);
        assertThat(waiting.hasPlace(TrailKind.READ, by("school-1", "GET /v1/things")))
                .isTrue();

        denials.endMinute(true);

        assertThat(waiting.size()).isEqualTo(LIMITS.mostWaiting() / 2 + 20);
        assertThat(countedOnly()).isZero();
    }

    @Test
    void of_more_different_denials_than_are_remembered_only_the_number_is_kept() {
        IntStream.range(0, 60).forEach(i -> isDenied("school-1", "GET /v1/" + i, 20));

        assertThat(countedOnly()).isEqualTo(10 * 20);
    }

    @Test
    void one_caller_leaves_places_to_the_others() {
        IntStream.range(0, 60).forEach(i -> waiting.add(read("school-1")));

        assertThat(waiting.size()).isEqualTo(LIMITS.mostWaitingOfOne());
        assertThat(waiting.hasPlace(TrailKind.READ, by("school-1", "GET /v1/things")))
                .isFalse();
        assertThat(waiting.hasPlace(TrailKind.READ, by("school-2", "GET /v1/things")))
                .isTrue();
        assertThat(countedOnly()).isEqualTo(20);
    }

    @Test
    void keys_of_one_institution_share_its_places() {
        var one = new Actor("key-1", "partner", "school-1", null, UUID.randomUUID(), false);
        var other = new Actor("key-2", "partner", "school-1", null, UUID.randomUUID(), false);
        IntStream.range(0, 40).forEach(i -> waiting.add(read(new ActorAction("GET /v1/things", one))));

        assertThat(waiting.hasPlace(TrailKind.READ, new ActorAction("GET /v1/things", other)))
                .isFalse();
    }

    @Test
    void equal_reads_are_one_entry_more_when_the_minute_ends_and_begin_anew_then() {
        assertThat(isCounted("a")).isFalse();
        assertThat(isCounted("a")).isTrue();
        assertThat(isCounted("b")).isFalse();
        assertThat(isCounted("a")).isTrue();

        repeated.endMinute(false);

        assertThat(waiting.size()).isEqualTo(1);
        assertThat(isCounted("a")).isFalse();
    }

    @Test
    void what_was_counted_is_not_lost_when_the_service_ends() {
        IntStream.range(0, 40).forEach(i -> waiting.add(read("school-1")));
        isCounted("a");
        isCounted("a");

        repeated.endMinute(false);
        assertThat(waiting.size()).isEqualTo(40);
        repeated.endMinute(true);
        assertThat(waiting.size()).isEqualTo(41);
    }

    @Test
    void polls_of_a_hundred_callers_are_one_entry() {
        IntStream.range(0, 1_000).forEach(i -> polls.count(by("school-" + i % 250, "GET /v1/things")));

        polls.endHour();
        polls.endHour();

        assertThat(waiting.size()).isEqualTo(3);
    }

    private boolean isCounted(String shown) {
        var asked = new RecordedQuestion("/v1/things", null, null, null);
        return repeated.count(
                new RepeatedRequests.Request(
                        TrailKind.READ, by("school-1", "GET /v1/things"), asked.asked(), null, shown),
                200,
                asked);
    }

    private TrailEntry read(String name) {
        return read(by(name, "GET /v1/things"));
    }

    private TrailEntry read(ActorAction origin) {
        return trail.entryOfAnswer(TrailKind.READ, origin, TrailEntry.DONE, 200, null, 1, null);
    }
}
