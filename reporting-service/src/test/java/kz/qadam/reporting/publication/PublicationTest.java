package kz.qadam.reporting.publication;

import static io.restassured.RestAssured.given;
import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.DatabaseFixture.databaseNow;
import static kz.qadam.reporting.DatabaseFixture.execute;
import static kz.qadam.reporting.LearnerFixture.givenTrained;
import static kz.qadam.reporting.LearnerFixture.publishNoLongerTrained;
import static kz.qadam.reporting.Requests.anonymous;
import static kz.qadam.reporting.Requests.awaitTrained;
import static kz.qadam.reporting.Requests.partner;
import static kz.qadam.reporting.Requests.post;
import static kz.qadam.reporting.Requests.viewer;
import static kz.qadam.reporting.Requests.viewerBody;
import static kz.qadam.reporting.SeriesFixture.becameKnown;
import static kz.qadam.reporting.SeriesFixture.freshYear;
import static kz.qadam.reporting.SeriesFixture.givenSeries;
import static kz.qadam.reporting.SeriesFixture.restoreKnowledge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import kz.qadam.reporting.ReportingTest;
import kz.qadam.reporting.publication.release.Making;
import kz.qadam.reporting.release.store.Releases;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The release is of the last day of June; one learner was trained by then. What happens afterwards becomes known after it.
 */
@ReportingTest
class PublicationTest {

    private static final ExecutorService READERS = Executors.newFixedThreadPool(40);

    @AfterAll
    static void stop() {
        READERS.shutdownNow();
    }

    @Inject
    Releases releases;

    @Inject
    Making making;

    private final int year = freshYear();
    private final String cohort = "pub-" + UUID.randomUUID();
    private final String name = "Q2-" + UUID.randomUUID();
    private UUID learner;

    @BeforeEach
    void a_release_is_public() {
        releases.remove();
        givenCohort(cohort, 10L);
        learner = givenTrained(cohort, day("05-01")).learner();
        awaitTrained(cohort, 1);
        becameKnown(day("05-02T00:00:00Z"));
        givenSeries("DAILY", day("01-01"), day("06-30T12:00:00Z"));
        making.untilDayBegins(day("07-01"));
    }

    @AfterEach
    void clean() {
        restoreKnowledge();
        releases.remove();
    }

    @Test
    void a_publication_keeps_the_public_answer_of_its_release() {
        String published = anonymous("/v1/progress").extract().asString();

        publish(name, day("07-05"))
                .statusCode(201)
                .header("Location", endsWith("/v1/publications/" + name))
                .body("name", is(name))
                .body("release", is(181))
                .body("figureVersion", is(181))
                .body("on", is(day("06-30")));

        givenChangesAfterwards();
        assertThat(viewerBody("/v1/publications/" + name)).contains("\"figures\":" + published);
    }

    @Test
    void a_publication_names_the_newest_release_that_is_not_later() {
        making.untilDayBegins(day("07-03"));

        publish(name, day("07-05")).body("release", is(183));
        publish(name + "-asOf", day("07-01")).body("release", is(182));
        publish(name + "-on", day("07-05"), day("06-30")).body("release", is(181));
    }

    @Test
    void what_changed_since_is_restated_by_cause() {
        publish(name, day("07-05")).statusCode(201);

        givenChangesAfterwards();

        String restated = "restatement.figures.find { it.cohort == '%s' && it.measure == 'trained' && !it.region }"
                .formatted(cohort);
        viewer("/v1/publications/" + name)
                .statusCode(200)
                .body(restated + ".before", is(1))
                .body(restated + ".after", is(2))
                .body(restated + ".because", is(Map.of("late", 2, "revocation", -1)));
    }

    @Test
    void before_it_was_made_a_publication_is_not_known() {
        String before = databaseNow();
        publish(name, day("07-05")).statusCode(201);

        viewer("/v1/publications/" + name, "asOf", before).statusCode(404);
        anonymous("/v1/publications/" + name, "asOf", before).statusCode(404);
    }

    @Test
    void the_public_sees_a_publication_without_its_restatement() {
        publish(name, day("07-05")).statusCode(201);

        anonymous("/v1/publications/" + name)
                .statusCode(200)
                .body("figures", notNullValue())
                .body("restatement", nullValue());
    }

    private void givenChangesAfterwards() {
        publishNoLongerTrained(learner, cohort);
        givenTrained(cohort, day("06-30"));
        givenTrained(cohort, day("06-29"));
        awaitTrained(cohort, 2);
    }

    @Test
    void the_same_publication_again_changes_nothing() {
        publish(name, day("07-05")).statusCode(201);

        publish(name, day("07-05")).statusCode(200);
    }

    @Test
    void another_question_for_the_same_release_is_the_same_publication() {
        publish(name, day("07-05")).statusCode(201);

        publish(name, day("07-10"), day("07-01")).statusCode(200);
    }

    @Test
    void a_name_is_given_once() {
        publish(name, day("07-05")).statusCode(201);
        making.untilDayBegins(day("07-02"));

        publish(name, day("07-05")).statusCode(409).body("errors[0].pointer", is("/name"));
    }

    @Test
    void a_time_without_a_release_cannot_be_published() {
        publish(name, day("06-29"))
                .statusCode(422)
                .body("errors[0].parameter", is("asOf"))
                .body("errors[0].code", is("no-release"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"auditor", "viewer"})
    void only_the_office_publishes(String role) {
        post(role, "/v1/publications", Map.of("name", name, "asOf", day("07-05")))
                .statusCode(403);
    }

    @Test
    void everybody_may_list_publications() {
        publish(name, day("07-05")).statusCode(201);

        anonymous("/v1/publications", "limit", "1000").statusCode(200).body("items.name", hasItem(name));
        viewer("/v1/publications", "limit", "1000").statusCode(200).body("items.name", hasItem(name));
    }

    @Test
    void a_cursor_of_the_public_list_says_nothing_about_the_database() {
        publish(name, day("07-05")).statusCode(201);
        ValidatableResponse list = anonymous("/v1/publications");
        String publishedAt = list.extract().path("items[0].publishedAt");

        String cursor = list.extract().path("cursor");

        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(publishedAt));
        assertThat(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8))
                .isEqualTo(Long.toString(micros));
    }

    @Test
    void the_cursor_of_the_public_list_leads_to_later_publications() {
        publish(name, day("07-05")).statusCode(201);
        String cursor = anonymous("/v1/publications").extract().path("cursor");

        publish(name + "-2", day("07-05")).statusCode(201);

        anonymous("/v1/publications", "cursor", cursor).body("items.name", contains(name + "-2"));
    }

    @Test
    void a_cursor_that_the_public_had_earlier_leads_to_the_start() {
        publish(name, day("07-05")).statusCode(201);
        String earlier = viewer("/v1/publications", "limit", "1000").extract().path("cursor");

        anonymous("/v1/publications", "cursor", earlier).statusCode(200).body("items.name", contains(name));
    }

    @Test
    void many_publications_at_once_have_an_order() {
        List<CompletableFuture<Integer>> all = IntStream.rangeClosed(1, 20)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> publish(name + "-" + n, day("07-05")).extract().statusCode(), READERS))
                .toList();

        assertThat(all)
                .allSatisfy(one -> assertThat(one.get(1, TimeUnit.MINUTES)).isEqualTo(201));
        List<String> times =
                anonymous("/v1/publications", "limit", "1000").extract().path("items.publishedAt");
        assertThat(times).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void an_earlier_list_does_not_have_it() {
        String before = databaseNow();
        publish(name, day("07-05")).statusCode(201);

        anonymous("/v1/publications", "limit", "1000", "asOf", before).body("items.name", not(hasItem(name)));
        viewer("/v1/publications", "limit", "1000", "asOf", before).body("items.name", not(hasItem(name)));
    }

    @Test
    void figures_from_before_releases_existed_are_only_for_people_with_a_token() {
        givenPublicationWithoutRelease(name);

        anonymous("/v1/publications/" + name)
                .statusCode(401)
                .header("WWW-Authenticate", is("Bearer"))
                .body("type", endsWith("/problems/needs-token"));
        partner("school-42", "/v1/publications/" + name).statusCode(403);
        viewer("/v1/publications/" + name)
                .statusCode(200)
                .body("release", nullValue())
                .body("figureVersion", is(7));
    }

    @Test
    void figures_from_before_releases_existed_are_not_in_the_public_list() {
        givenPublicationWithoutRelease(name);

        anonymous("/v1/publications", "limit", "1000").body("items.name", not(hasItem(name)));
        partner("school-42", "/v1/publications", "limit", "1000").body("items.name", not(hasItem(name)));
        viewer("/v1/publications", "limit", "1000").body("items.name", hasItem(name));
    }

    @Test
    void figures_from_before_releases_existed_are_published_once() {
        givenPublicationWithoutRelease(name);

        publish(name, "2026-07-05T00:00:00Z", "2026-06-30").statusCode(200).body("release", nullValue());
        publish(name, "2026-07-05T00:00:00Z", "2026-06-29").statusCode(409);
    }

    @Test
    void a_token_that_is_not_valid_is_refused() {
        publish(name, day("07-05")).statusCode(201);

        given().auth()
                .oauth2("no.valid.token")
                .get("/v1/publications/" + name)
                .then()
                .statusCode(401);
        given().auth().oauth2("no.valid.token").get("/v1/publications").then().statusCode(401);
    }

    @Test
    void a_publication_has_a_name() {
        post("office", "/v1/publications", Map.of("asOf", day("07-05"))).statusCode(400);
    }

    @Test
    void a_name_fits_into_an_address() {
        publish("a b", day("07-05")).statusCode(400);
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

    private String day(String rest) {
        return year + "-" + rest;
    }

    private static ValidatableResponse publish(String name, String asOf) {
        return post("office", "/v1/publications", Map.of("name", name, "asOf", asOf));
    }

    private static ValidatableResponse publish(String name, String asOf, String on) {
        return post("office", "/v1/publications", Map.of("name", name, "asOf", asOf, "on", on));
    }

    private static void givenPublicationWithoutRelease(String name) {
        execute("""
                insert into publication (name, as_of, on_day, batch, published_at, published_by, id, body)
                values ('%s', '2026-07-05T00:00:00Z', '2026-06-30', 7, now(), 'office', gen_random_uuid(), '{}')
                """.formatted(name));
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
