package kz.qadam.reporting.publication.release;

import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.DatabaseFixture.execute;
import static kz.qadam.reporting.DatabaseFixture.one;
import static kz.qadam.reporting.Requests.anonymous;
import static kz.qadam.reporting.Requests.as;
import static kz.qadam.reporting.Requests.awaitCohort;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.chassis.http.security.Actor;
import kz.qadam.chassis.http.security.Submitter;
import kz.qadam.chassis.trail.ActorAction;
import kz.qadam.chassis.trail.Trail;
import kz.qadam.reporting.ReportingTest;
import kz.qadam.reporting.asof.PointInTimeResolver;
import kz.qadam.reporting.catalogue.CatalogueCache;
import kz.qadam.reporting.release.store.PublishedReleases;
import kz.qadam.reporting.release.store.Releases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ReportingTest
class ReleaseSeriesOpeningTest {

    private static final int CREATED = 201;
    private static final int AT_ONCE = 50;
    private static final ActorAction OTHER =
            new ActorAction("open the series of a test", Actor.ofWork("other", Submitter.OFFICE));

    @Inject
    Releases releases;

    @Inject
    PublishedReleases published;

    @Inject
    Database database;

    @Inject
    PointInTimeResolver points;

    @Inject
    ReleasesConfig config;

    @Inject
    Trail trail;

    @BeforeEach
    void the_programme_is_known() {
        releases.remove();
        givenCohort("opening", 10L);
        awaitCohort("opening");
    }

    @AfterEach
    void clean() {
        releases.remove();
    }

    @Test
    void the_office_opens_the_series_and_learns_when_the_first_release_is_public() {
        Response opened = open("office");

        opened.then()
                .statusCode(CREATED)
                .header("Location", endsWith("/v1/releases"))
                .body("rhythm", is("daily"));
        LocalDate today = AlmatyTime.dayOf(Instant.parse(opened.path("openedAt")));
        long number = today.toEpochDay() - LocalDate.parse("2026-01-01").toEpochDay() + 1;
        opened.then()
                .body("startsOn", is("2026-01-01"))
                .body("first.number", is((int) number))
                .body(
                        "first.publishedAt",
                        is(today.plusDays(1)
                                .atTime(LocalTime.of(6, 0))
                                .atZone(AlmatyTime.ZONE)
                                .toInstant()
                                .toString()));
    }

    @Test
    void the_series_is_opened_once() {
        String first = open("office").asString();

        open("office").then().statusCode(200).body(is(first));
    }

    @Test
    void of_many_who_open_it_at_once_one_has_opened_it() {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        List<CompletableFuture<Response>> all = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> open("office"), threads))
                .toList();
        List<Response> answers = all.stream().map(CompletableFuture::join).toList();
        threads.shutdown();

        assertThat(answers).filteredOn(one -> one.statusCode() == CREATED).hasSize(1);
        assertThat(answers).filteredOn(one -> one.statusCode() == 200).hasSize(AT_ONCE - 1);
        assertThat(answers.stream().map(Response::asString).distinct()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"viewer", "auditor"})
    void only_the_office_opens_the_series(String role) {
        open(role).then().statusCode(403);
    }

    @Test
    void an_open_series_has_no_release_yet() {
        open("office");

        anonymous("/v1/releases").statusCode(200).body("items", empty());
        assertThat(published.newest().isOpened()).isTrue();
        assertThat(published.newest().release()).isNull();
        assertThat(published.newest().nextRelease()).isAfter(Instant.now());
    }

    @Test
    void before_the_series_is_opened_nothing_is_published() {
        anonymous("/v1/releases").statusCode(200).body("items", empty());
        assertThat(published.newest().isOpened()).isFalse();
        assertThat(published.newest().nextRelease()).isNull();
    }

    @Test
    void another_instance_opens_the_same_series() {
        open("office");

        var other = opening(releases.ofAnotherInstance()).open(OTHER).orElseThrow();

        assertThat(other.isNew()).isFalse();
        assertThat(one("select opened_by from release_series", String.class)).isNotEqualTo("other");
    }

    @Test
    void the_service_opens_the_series_itself_and_the_trail_says_so() {
        // A background loop has no request.
        var opened = CompletableFuture.supplyAsync(() -> opening(published).open(OTHER))
                .join()
                .orElseThrow();

        assertThat(opened.isNew()).isTrue();
        assertThat(one("select opened_by from release_series", String.class)).isEqualTo("other");
        assertThat(one("select count(*) from trail where action = 'open the series of a test'", Long.class))
                .isEqualTo(1);
    }

    @Test
    void the_series_is_not_opened_before_the_programme_is_known() {
        execute("update catalogue_fact set kind = 'HIDDEN' where kind = 'PROGRAMME'");
        try {
            assertThat(opening(published).open(OTHER)).isEmpty();
        } finally {
            execute("update catalogue_fact set kind = 'PROGRAMME' where kind = 'HIDDEN'");
        }
        assertThat(one("select count(*) from release_series", Long.class)).isZero();
    }

    private ReleaseSeriesOpening opening(PublishedReleases of) {
        return new ReleaseSeriesOpening(
                database, points, new CatalogueCache(), of, config, ZoneId.of("Asia/Almaty"), trail);
    }

    private static Response open(String role) {
        return as(role).post("/v1/releases");
    }
}
