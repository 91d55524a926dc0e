package kz.qadam.reporting.asof;

import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.Requests.auditor;
import static kz.qadam.reporting.Requests.awaitCohort;
import static kz.qadam.reporting.Requests.post;
import static kz.qadam.reporting.Requests.viewer;
import static org.hamcrest.Matchers.is;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Java knows years that neither a time zone nor the database has. */
@ReportingTest
class ExtremeTimeTest {

    private static final String[] DAYS = {"+999999999-12-31", "9999-12-31"};
    private static final String[] INSTANTS = {"+999999999-12-31T23:59:59.999999999-18:00", "0000-01-01T00:00:00Z"};
    private static final String[] MONTHS = {"+999999999-12", "0000-01", "9999-12"};

    @ParameterizedTest
    @CsvSource({
        "/v1/progress, ''",
        "/v1/progress/total, ''",
        "/v1/progress/total/breakdown, by=region",
        "/v1/progress/total/series, interval=month",
        "/v1/progress/total/forecast, ''",
        "/v1/progress/coverage, ''",
        "/v1/progress/stream, ''",
        "/datapackage.json, ''",
        "/definitions/1, ''",
        "/, ''",
        "/v1/publications/none, ''"
    })
    void no_day_and_no_instant_breaks_a_public_question(String path, String parameter) {
        for (String format : path.startsWith("/v1/progress") && !path.endsWith("forecast") && !path.endsWith("stream")
                ? new String[] {"json", "csv"}
                : new String[] {null}) {
            for (String day : DAYS) {
                refused(path, parameter, format, "on", day);
                refused(path, parameter, format, "asOf", day);
            }
            for (String instant : INSTANTS) {
                refused(path, parameter, format, "asOf", instant);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0001-01-01", "9998-12-31"})
    void the_first_and_the_last_day_can_be_asked_about(String day) {
        givenCohort("extreme", 10L);
        awaitCohort("extreme");

        for (String path : List.of(
                "/v1/progress",
                "/v1/progress/extreme",
                "/v1/progress/extreme/breakdown?by=institution",
                "/v1/progress/extreme/series?interval=month",
                "/v1/progress/extreme/forecast",
                "/v1/progress/total/forecast",
                "/v1/progress/coverage?days=3660",
                "/datapackage.json",
                "/?cohort=extreme")) {
            viewer(path, "on", day).statusCode(200);
        }
        String month = day.substring(0, 7);
        auditor("/v1/audit/hints", "month", month, "on", day).statusCode(200);
        auditor("/v1/audit/evidence", "cohort", "extreme", "month", month, "on", day)
                .statusCode(200);
        auditor("/v1/audit/revisions", "from", "2026-01-01", "on", day).statusCode(200);
        auditor("/v1/audit/coverage", "on", day).statusCode(200);
    }

    @Test
    void no_end_of_a_series_breaks_it() {
        for (String day : DAYS) {
            refused("/v1/progress/total/series", "interval=week", "csv", "from", day);
            refused("/v1/progress/total/series", "interval=day", "json", "to", day);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/audit/evidence?cohort=total",
        "/v1/audit/samples?cohort=total&size=1",
        "/v1/audit/hints",
        "/v1/audit/coverage",
        "/v1/audit/revisions?from=2026-01-01",
        "/v1/audit/revisions/records?from=2026-01-01&cohort=total",
        "/v1/audit/figures/pupils",
        "/v1/audit/dead-letters",
        "/v1/audit/events/00000000-0000-0000-0000-000000000000",
        "/v1/receipts/00000000-0000-0000-0000-000000000000",
        "/v1/audit/recounts/00000000-0000-0000-0000-000000000000"
    })
    void no_day_and_no_instant_breaks_an_auditors_question(String path) {
        for (String day : DAYS) {
            auditor(path, "on", day).statusCode(400).body("errors[0].parameter", is("on"));
        }
        for (String instant : INSTANTS) {
            auditor(path, "asOf", instant).statusCode(400);
        }
    }

    @Test
    void no_month_breaks_a_question() {
        for (String month : MONTHS) {
            auditor("/v1/audit/evidence", "cohort", "total", "month", month)
                    .statusCode(400)
                    .body("errors[0].parameter", is("month"));
            auditor("/v1/audit/hints", "month", month).statusCode(400).body("errors[0].parameter", is("month"));
        }
    }

    @Test
    void no_instant_of_a_comparison_breaks_it() {
        for (String instant : INSTANTS) {
            auditor("/v1/audit/revisions", "from", instant).statusCode(400).body("errors[0].parameter", is("from"));
            auditor("/v1/audit/revisions", "from", "2026-01-01", "to", instant)
                    .statusCode(400)
                    .body("errors[0].parameter", is("to"));
        }
    }

    @Test
    void no_day_and_no_instant_in_a_body_or_a_cursor_breaks_anything() {
        for (String day : DAYS) {
            post("auditor", "/v1/audit/recounts", Map.of("on", day)).statusCode(400);
            post("office", "/v1/publications", Map.of("name", "extreme", "asOf", "2026-01-01", "on", day))
                    .statusCode(400);
            auditor("/v1/audit/evidence", "cohort", "total", "cursor", mark("2026-01-01T00:00:00Z", "2026-01-01", day))
                    .statusCode(400);
            auditor("/v1/audit/evidence", "cohort", "total", "cursor", mark("2026-01-01T00:00:00Z", day, "2026-01-01"))
                    .statusCode(400);
        }
        for (String instant : INSTANTS) {
            post("office", "/v1/publications", Map.of("name", "extreme", "asOf", instant))
                    .statusCode(400);
            auditor("/v1/audit/evidence", "cohort", "total", "cursor", mark(instant, "2026-01-01", "2026-01-01"))
                    .statusCode(400);
            auditor(
                            "/v1/audit/revisions/records",
                            "from",
                            "2026-01-01",
                            "cohort",
                            "total",
                            "cursor",
                            encoded(instant + " 1 " + UUID.randomUUID() + " pupils"))
                    .statusCode(400);
        }
    }

    private static String mark(String asOf, String on, String day) {
        return encoded(asOf + " " + on + " 0 " + day + " " + UUID.randomUUID() + " pupils");
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(String path, String parameter, String format, String name, String value) {
        String[] given = parameter.isEmpty() ? new String[] {"lang", "en"} : parameter.split("=");
        viewer(path, given[0], given[1], "format", format == null ? "json" : format, name, value)
                .statusCode(400)
                .body("errors[0].parameter", is(name));
    }
}
