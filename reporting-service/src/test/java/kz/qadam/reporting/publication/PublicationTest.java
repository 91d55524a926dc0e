package kz.qadam.reporting.publication;

import static kz.qadam.reporting.Asked.byAnybody;
import static kz.qadam.reporting.Asked.exact;
import static kz.qadam.reporting.Asked.now;
import static kz.qadam.reporting.Asked.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import kz.qadam.local.QadamBackends;
import kz.qadam.reporting.Events;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReportingTest
class PublicationTest {

    private static final ExecutorService READERS = Executors.newFixedThreadPool(40);

    @AfterAll
    static void stop() {
        READERS.shutdownNow();
    }

    @BeforeEach
    void seed() {
        Events.seed();
    }

    @Test
    void what_was_published_stays_and_what_changed_stands_beside_it() {
        String cohort = "pub-" + UUID.randomUUID();
        String name = "Q2-" + UUID.randomUUID();
        Events.cohort(cohort, 10L);
        var learner = Events.trained(cohort, "KZ-75", "school-42", "2026-05-01");
        await().untilAsserted(() -> exact("/v1/progress/" + cohort).body("trained", is(1)));
        String then = now();
        String shown = byAnybody("/v1/progress", "asOf", then, "on", "2026-06-30")
                .extract()
                .asString();

        post("office", "/v1/publications", Map.of("name", name, "asOf", then, "on", "2026-06-30"))
                .statusCode(201)
                .header("Location", endsWith("/v1/publications/" + name))
                .body("name", is(name));
        Events.noLongerTrained(learner, cohort, 2);
        Events.trained(cohort, "KZ-75", "school-42", "2026-06-30");
        Events.trained(cohort, "KZ-75", "school-42", "2026-06-29");
        await().untilAsserted(() -> exact("/v1/progress/" + cohort).body("trained", is(2)));

        String restated = "restatement.figures.find { it.cohort == '%s' && it.measure == 'trained' && !it.region }"
                .formatted(cohort);
        exact("/v1/publications/" + name)
                .statusCode(200)
                .body("on", is("2026-06-30"))
                .body(restated + ".before", is(1))
                .body(restated + ".after", is(2))
                .body(restated + ".because", is(Map.of("late", 2, "revocation", -1)));
        assertThat(exact("/v1/publications/" + name).extract().asString()).contains("\"figures\":" + shown);
        exact("/v1/publications/" + name, "asOf", then).statusCode(404);
        byAnybody("/v1/publications/" + name)
                .statusCode(200)
                .body("figures", notNullValue())
                .body("restatement", nullValue());
    }

    @Test
    void a_name_is_given_once() {
        Events.cohort("pub-name", 10L);
        await().untilAsserted(() -> exact("/v1/progress/pub-name").statusCode(200));
        String name = "name-" + UUID.randomUUID();
        String now = now();
        Map<String, String> first = Map.of("name", name, "asOf", now, "on", "2026-06-30");
        post("office", "/v1/publications", first).statusCode(201);

        post("office", "/v1/publications", first).statusCode(200);

        post("office", "/v1/publications", Map.of("name", name, "asOf", now, "on", "2026-06-29"))
                .statusCode(409)
                .body("errors[0].pointer", is("/name"));
    }

    @Test
    void publications_are_listed_and_only_the_office_makes_them() {
        Events.cohort("pub-list", 10L);
        await().untilAsserted(() -> exact("/v1/progress/pub-list").statusCode(200));
        String name = "list-" + UUID.randomUUID();
        Map<String, String> wanted = Map.of("name", name, "asOf", "2020-01-01");

        post("auditor", "/v1/publications", wanted).statusCode(403);
        post("viewer", "/v1/publications", wanted).statusCode(403);
        post("office", "/v1/publications", wanted).statusCode(201);

        byAnybody("/v1/publications", "limit", "1000").statusCode(200).body("items.name", hasItem(name));
        byAnybody("/v1/publications", "limit", "1000", "asOf", "2020-01-01").body("items.name", not(hasItem(name)));
    }

    @Test
    void what_is_no_publication_is_refused() {
        post("office", "/v1/publications", Map.of("asOf", "2020-01-01")).statusCode(400);
        post("office", "/v1/publications", Map.of("name", "a b", "asOf", "2020-01-01"))
                .statusCode(400);
        post("office", "/v1/publications", Map.of("name", "soon", "asOf", "2099-01-01"))
                .statusCode(422)
                .body("errors[0].parameter", is("asOf"));
        byAnybody("/v1/publications/nothing").statusCode(404);
    }

    /** Twice as many as there are connections; published at instants that this instance has not been asked about yet. */
    @Test
    void as_many_as_there_are_connections_are_read_at_once() throws Exception {
        Events.cohort("pub-pool", 10L);
        await().untilAsserted(() -> exact("/v1/progress/pub-pool").statusCode(200));
        String run = UUID.randomUUID().toString();
        try (var connection = QadamBackends.database().connect();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into publication (name, as_of, on_day, batch, published_at, published_by, id, body)
                    select 'pool-%s-' || n, clock_timestamp() - (1000 + n) * interval '1 second', '2026-06-30', 0, now(),
                           'office', gen_random_uuid(), '{}'
                      from generate_series(1, 40) as n
                    """.formatted(run));
        }

        List<CompletableFuture<Integer>> all = IntStream.rangeClosed(1, 40)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> exact("/v1/publications/pool-" + run + "-" + n)
                                .extract()
                                .statusCode(),
                        READERS))
                .toList();

        assertThat(all)
                .allSatisfy(one -> assertThat(one.get(1, TimeUnit.MINUTES)).isEqualTo(200));
    }
}
