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

import java.util.Map;
import java.util.UUID;
import kz.qadam.reporting.Events;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReportingTest
class PublicationTest {

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
}
