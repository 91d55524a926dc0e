package kz.qadam.reporting.asof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.qadam.reporting.Asked.exact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import kz.qadam.chassis.database.Database;
import kz.qadam.chassis.kafka.CloudEvent;
import kz.qadam.chassis.kafka.DeliveredEvent;
import kz.qadam.reporting.Events;
import kz.qadam.reporting.ReportingTest;
import kz.qadam.reporting.figures.AnswerHead;
import kz.qadam.reporting.figures.FigureAnswers;
import kz.qadam.reporting.figures.FigureContext;
import kz.qadam.reporting.figures.FigureQuery;
import kz.qadam.reporting.intake.ReportingIntake;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several instances take events in, and several answer about this very instant, all at once. */
@ReportingTest
class RaceTest {

    private static final int INSTANCES = 4;
    private static final int BATCHES_EACH = 60;
    private static final String COHORT = "race";
    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");

    private record Answer(Instant asOf, String body) {}

    @Inject
    Database database;

    @Inject
    ReportingIntake intake;

    @Inject
    FigureAnswers figures;

    private final ExecutorService threads = Executors.newFixedThreadPool(2 * INSTANCES);

    @BeforeEach
    void seed() {
        Events.seed();
        Events.cohort(COHORT, 10L);
        await().untilAsserted(() -> exact("/v1/progress/" + COHORT).statusCode(200));
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void what_was_answered_about_an_instant_is_answered_so_for_ever() {
        AtomicBoolean over = new AtomicBoolean();
        List<CompletableFuture<List<Answer>>> answering = everywhere(() -> answersUntil(over));
        List<CompletableFuture<Void>> taking = everywhere(this::takesEventsIn);
        taking.forEach(CompletableFuture::join);
        over.set(true);
        List<Answer> answers =
                answering.stream().flatMap(all -> all.join().stream()).toList();

        assertThat(answers).hasSizeGreaterThan(BATCHES_EACH);
        assertThat(answers.stream().map(Answer::body).distinct()).hasSizeGreaterThan(10);
        PointsInTime afterwards = instance();
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answered(afterwards, answer.asOf())).isEqualTo(answer));
        exact("/v1/progress/" + COHORT).body("completions", is(INSTANCES * BATCHES_EACH));
    }

    private <T> List<CompletableFuture<T>> everywhere(Supplier<T> work) {
        return IntStream.range(0, INSTANCES)
                .mapToObj(i -> CompletableFuture.supplyAsync(work, threads))
                .toList();
    }

    private List<Answer> answersUntil(AtomicBoolean over) {
        PointsInTime moments = instance();
        List<Answer> answers = new ArrayList<>();
        while (!over.get()) {
            answers.add(answered(moments, databaseNow()));
        }
        return answers;
    }

    private Answer answered(PointsInTime moments, Instant asOf) {
        var context = new FigureContext(moments.of(asOf.toString(), null), AnswerHead.Audience.exact);
        return new Answer(asOf, new String(figures.json(FigureQuery.ofCohort(COHORT), context), UTF_8));
    }

    private Void takesEventsIn() {
        for (int i = 0; i < BATCHES_EACH; i++) {
            UUID completion = UUID.randomUUID();
            String type = "kz.qadam.completion.recorded.v1";
            var event = new CloudEvent(
                    CloudEvent.idOf(type, completion.toString(), 1),
                    type,
                    Events.owner(type),
                    completion.toString(),
                    Instant.parse("2026-06-01T05:00:00Z"),
                    null,
                    """
                    {"completionId": "%s", "reference": "C-1", "institution": "school-42", "enrolmentId": "%s",
                     "learnerId": "%s", "course": "AI-101", "cohort": "race", "region": "KZ-75",
                     "completedOn": "2026-05-31", "status": "accepted", "counts": true, "because": null,
                     "cause": "reported", "trainedVersion": 0, "version": 1, "recordedAt": "2026-06-01T05:00:00Z"}
                    """.formatted(completion, UUID.randomUUID(), UUID.randomUUID()));
            long offset = 1_000_000_000L + Math.abs(completion.getMostSignificantBits() % 1_000_000_000L);
            var record = new ConsumerRecord<>(
                    "qadam.completions",
                    0,
                    offset,
                    "race".getBytes(UTF_8),
                    event.data().getBytes(UTF_8));
            database.transaction(handle -> intake.takeAgain(handle, new DeliveredEvent(event, record)));
        }
        return null;
    }

    /** Each instance has what it remembers to itself. */
    private PointsInTime instance() {
        return new PointsInTime(database, Clock.systemUTC(), ALMATY, Duration.ofMillis(200), Duration.ofSeconds(30));
    }

    private Instant databaseNow() {
        return database.transaction(handle -> handle.createQuery("select clock_timestamp()")
                .mapTo(OffsetDateTime.class)
                .one()
                .toInstant());
    }
}
