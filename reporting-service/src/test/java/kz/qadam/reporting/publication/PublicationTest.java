package kz.qadam.reporting.publication;

import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.DatabaseFixture.execute;
import static kz.qadam.reporting.LearnerFixture.givenTrained;
import static kz.qadam.reporting.LearnerFixture.publishNoLongerTrained;
import static kz.qadam.reporting.Requests.anonymous;
import static kz.qadam.reporting.Requests.awaitTrained;
import static kz.qadam.reporting.Requests.now;
import static kz.qadam.reporting.Requests.post;
import static kz.qadam.reporting.Requests.viewer;
import static kz.qadam.reporting.Requests.viewerBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ReportingTest
class PublicationTest {

    private static final ExecutorService READERS = Executors.newFixedThreadPool(40);

    @AfterAll
    static void stop() {
        READERS.shutdownNow();
    }

    private final String cohort = "pub-" + UUID.randomUUID();
    private final String name = "Q2-" + UUID.randomUUID();
    private UUID learner;
    private String then;

    @BeforeEach
    void one_is_trained() {
        givenCohort(cohort, 10L);
        learner = givenTrained(cohort, "2026-05-01").learner();
        awaitTrained(cohort, 1);
        then = now();
    }

    @Test
    void a_publication_keeps_the_figures_of_its_instant() {
        String published = anonymous("/v1/progress", "asOf", then, "on", "2026-06-30")
                .extract()
                .asString();

        publish(name, then, "2026-06-30")
                .statusCode(201)
                .header("Location", endsWith("/v1/publications/" + name))
                .body("name", is(name));

        givenChangesAfterwards();
        assertThat(viewerBody("/v1/publications/" + name)).contains("\"figures\":" + published);
    }

    @Test
    void what_changed_since_is_restated_by_cause() {
        publish(name, then, "2026-06-30").statusCode(201);

        givenChangesAfterwards();

        String restated = "restatement.figures.find { it.cohort == '%s' && it.measure == 'trained' && !it.region }"
                .formatted(cohort);
        viewer("/v1/publications/" + name)
                .statusCode(200)
                .body("on", is("2026-06-30"))
                .body(restated + ".before", is(1))
                .body(restated + ".after", is(2))
                .body(restated + ".because", is(Map.of("late", 2, "revocation", -1)));
    }

    @Test
    void before_it_was_made_a_publication_is_not_known() {
        publish(name, then, "2026-06-30").statusCode(201);

        viewer("/v1/publications/" + name, "asOf", then).statusCode(404);
    }

    @Test
    void the_public_sees_a_publication_without_its_restatement() {
        publish(name, then, "2026-06-30").statusCode(201);

        anonymous("/v1/publications/" + name)
                .statusCode(200)
                .body("figures", notNullValue())
                .body("restatement", nullValue());
    }

    private void givenChangesAfterwards() {
        publishNoLongerTrained(learner, cohort);
        givenTrained(cohort, "2026-06-30");
        givenTrained(cohort, "2026-06-29");
        awaitTrained(cohort, 2);
    }

    @Test
    void the_same_publication_again_changes_nothing() {
        publish(name, then, "2026-06-30").statusCode(201);

        publish(name, then, "2026-06-30").statusCode(200);
    }

    @Test
    void a_name_is_given_once() {
        publish(name, then, "2026-06-30").statusCode(201);

        publish(name, then, "2026-06-29").statusCode(409).body("errors[0].pointer", is("/name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"auditor", "viewer"})
    void only_the_office_publishes(String role) {
        post(role, "/v1/publications", Map.of("name", name, "asOf", "2020-01-01"))
                .statusCode(403);
    }

    @Test
    void everybody_may_list_publications() {
        publish(name, "2020-01-01", "2020-01-01").statusCode(201);

        anonymous("/v1/publications", "limit", "1000").statusCode(200).body("items.name", hasItem(name));
    }

    @Test
    void an_earlier_list_does_not_have_it() {
        publish(name, "2020-01-01", "2020-01-01").statusCode(201);

        anonymous("/v1/publications", "limit", "1000", "asOf", "2020-01-01").body("items.name", not(hasItem(name)));
    }

    @Test
    void a_publication_has_a_name() {
        post("office", "/v1/publications", Map.of("asOf", "2020-01-01")).statusCode(400);
    }

    @Test
    void a_name_fits_into_an_address() {
        publish("a b", "2020-01-01", "2020-01-01").statusCode(400);
    }

    @Test
    void the_future_cannot_be_published() {
        post("office", "/v1/publications", Map.of("name", "soon", "asOf", "2099-01-01"))
                .statusCode(422)
                .body("errors[0].parameter", is("asOf"));
    }

    @Test
    void an_unknown_name_is_not_found() {
        anonymous("/v1/publications/nothing").statusCode(404);
    }

    private static ValidatableResponse publish(String name, String asOf, String on) {
        return post("office", "/v1/publications", Map.of("name", name, "asOf", asOf, "on", on));
    }

    /** Twice as many as there are connections; published at instants that this instance has not been asked about yet. */
    @Test
    void more_publications_than_connections_are_read_at_once() {
        execute("""
                insert into publication (name, as_of, on_day, batch, published_at, published_by, id, body)
                select '%s-' || n, clock_timestamp() - (1000 + n) * interval '1 second', '2026-06-30', 0, now(),
                       'office', gen_random_uuid(), '{}'
                  from generate_series(1, 40) as n
                """.formatted(name));

        List<CompletableFuture<Integer>> all = IntStream.rangeClosed(1, 40)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> viewer("/v1/publications/" + name + "-" + n)
                                .extract()
                                .statusCode(),
                        READERS))
                .toList();

        assertThat(all)
                .allSatisfy(one -> assertThat(one.get(1, TimeUnit.MINUTES)).isEqualTo(200));
    }
}
