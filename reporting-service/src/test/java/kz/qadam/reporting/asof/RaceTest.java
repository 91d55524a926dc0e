package kz.qadam.reporting.asof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.DatabaseFixture.databaseNow;
import static kz.qadam.reporting.KafkaFixture.delivered;
import static kz.qadam.reporting.Requests.awaitCohort;
import static kz.qadam.reporting.Requests.viewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.reporting.CompletionFixture;
import kz.qadam.reporting.ReportingTest;
import kz.qadam.reporting.figures.ExactContext;
import kz.qadam.reporting.figures.FigureAnswers;
import kz.qadam.reporting.figures.FigureQuery;
import kz.qadam.reporting.intake.ReportingIntake;
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
        givenCohort(COHORT, 10L);
        awaitCohort(COHORT);
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
        PointInTimeResolver afterwards = instance();
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answered(afterwards, answer.asOf())).isEqualTo(answer));
        viewer("/v1/progress/" + COHORT).body("completions", is(INSTANCES * BATCHES_EACH));
    }

    private <T> List<CompletableFuture<T>> everywhere(Supplier<T> work) {
        return IntStream.range(0, INSTANCES)
                .mapToObj(i -> CompletableFuture.supplyAsync(work, threads))
                .toList();
    }

    private List<Answer> answersUntil(AtomicBoolean over) {
        PointInTimeResolver points = instance();
        List<Answer> answers = new ArrayList<>();
        while (!over.get()) {
            answers.add(answered(points, Instant.parse(databaseNow())));
        }
        return answers;
    }

    private Answer answered(PointInTimeResolver points, Instant asOf) {
        var context = new ExactContext(points.of(asOf.toString(), null));
        return new Answer(asOf, new String(figures.json(FigureQuery.ofCohort(COHORT), context), UTF_8));
    }

    private Void takesEventsIn() {
        for (int i = 0; i < BATCHES_EACH; i++) {
            var completion = CompletionFixture.of(COHORT, "2026-05-31").trainedVersion(0);
            long offset = 1_000_000_000L + Math.abs(completion.id().getMostSignificantBits() % 1_000_000_000L);
            var delivered = delivered("qadam.completions", offset, completion.event());
            database.transaction(handle -> intake.takeAgain(handle, delivered));
        }
        return null;
    }

    /** Each instance has a memory of its own. */
    private PointInTimeResolver instance() {
        return new PointInTimeResolver(
                database, Clock.systemUTC(), ALMATY, Duration.ofMillis(200), Duration.ofSeconds(30));
    }
}
