package kz.qadam.reporting.figures;

import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.Requests.anonymous;
import static kz.qadam.reporting.Requests.auditor;
import static kz.qadam.reporting.Requests.now;
import static kz.qadam.reporting.Requests.recount;
import static kz.qadam.reporting.Requests.viewer;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import kz.qadam.reporting.CompletionFixture;
import kz.qadam.reporting.EnrolmentFixture;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.Test;

/** Institutions say in which language an enrolment is taught, and figures follow what they say. */
@ReportingTest
class LanguageTest {

    private final String cohort = "language-" + UUID.randomUUID().toString().substring(0, 8);
    private final String path = "/v1/progress/" + cohort + "/breakdown";

    @Test
    void a_language_that_is_said_later_takes_the_person_along_and_the_past_stays_as_it_was() {
        givenCohort(cohort, 10L);
        var enrolment = EnrolmentFixture.of(UUID.randomUUID(), cohort, "KZ-75", "school-42");
        enrolment.publish();
        CompletionFixture.under(enrolment, "2026-05-01").publish().publishTrained();
        await().untilAsserted(() -> viewer(path, "by", "language")
                .body("cells.key", containsInAnyOrder("kk", "ru", "en", "unknown"))
                .body(cell("unknown") + "trained", is(1)));
        String then = now();

        enrolment.correctedTo(Map.of("language", "kk")).publish();

        await().untilAsserted(() -> viewer(path, "by", "language")
                .body("cells.key", containsInAnyOrder("kk", "ru", "en"))
                .body(cell("kk") + "trained", is(1))
                .body(cell("kk") + "completed", is(1))
                .body(cell("kk") + "completions", is(1))
                .body(cell("kk") + "enrolled", is(1))
                .body(cell("kk") + "names.ru", is("Казахский")));
        viewer(path, "by", "language", "asOf", then).body(cell("unknown") + "trained", is(1));
        evidence("language", "kk").body("items.language", contains("kk"));
        evidence("language", "kk", "asOf", then).body("total", is(0));
        evidence("asOf", then).body("total", is(1)).body("items[0].language", nullValue());
        auditor("/v1/audit/revisions/records", "cohort", cohort, "from", then)
                .body("items.change", contains(0))
                .body("items[0].before.language", nullValue())
                .body("items[0].after.language", is("kk"));
        recount(Map.of("cohort", cohort)).body("matches", is(true));
        anonymous(path, "by", "language").statusCode(401).body("type", endsWith("/problems/needs-token"));
    }

    private ValidatableResponse evidence(String... query) {
        return auditor("/v1/audit/evidence?cohort=" + cohort, query).statusCode(200);
    }

    private static String cell(String key) {
        return "cells.find { it.key == '%s' }.".formatted(key);
    }
}
