package kz.qadam.reporting.figures.coverage;

import static kz.qadam.reporting.CatalogueFixture.givenCatalogue;
import static kz.qadam.reporting.Requests.anonymous;
import static kz.qadam.reporting.Requests.auditor;
import static kz.qadam.reporting.Requests.auditorBody;
import static kz.qadam.reporting.Requests.now;
import static kz.qadam.reporting.Requests.partner;
import static kz.qadam.reporting.Requests.viewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.reporting.CatalogueFixture;
import kz.qadam.reporting.QueryCost;
import kz.qadam.reporting.ReportingTest;
import kz.qadam.reporting.TallyFixture;
import kz.qadam.reporting.asof.PointInTime;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ReportingTest
class CoverageTest {

    private static final String ONE = "institutions.find { it.institution == 'covered-%s' }";
    private static final CoverageReader.Question MARCH = new CoverageReader.Question(
            new PointInTime(1, Instant.EPOCH, LocalDate.of(2027, 3, 20), null, false, false, true), 30, null);

    @Inject
    Database database;

    @BeforeEach
    void institutions() {
        givenCatalogue();
        List.of("covered-busy", "covered-idle", "covered-late", "covered-never", "covered-wrong")
                .forEach(CatalogueFixture::givenInstitution);
        TallyFixture.of("covered-busy", "2027-03-01", 5).publish();
        TallyFixture.of("covered-idle", "2027-01-01", 5).publish();
        TallyFixture.of("covered-wrong", "2027-03-01", 5).with("accepted", 0).publish();
        await().untilAsserted(() -> coverage()
                .body(ONE.formatted("wrong") + ".state", is("zero"))
                .body(ONE.formatted("never") + ".state", is("never")));
    }

    @Test
    void an_institution_that_sent_nothing_differs_from_one_that_had_nothing_new() {
        coverage()
                .body("days", is(30))
                .body(ONE.formatted("busy") + ".state", is("reported"))
                .body(ONE.formatted("busy") + ".names.en", is("School 42"))
                .body(ONE.formatted("idle") + ".state", is("silent"))
                .body(ONE.formatted("idle") + ".lastReportedOn", is("2027-01-01"))
                .body(ONE.formatted("never") + ".lastReportedOn", nullValue())
                .body(ONE.formatted("wrong") + ".lastReportedOn", is("2027-03-01"));
    }

    @Test
    void within_more_days_more_institutions_have_reported() {
        coverage("days", "90").body(ONE.formatted("idle") + ".state", is("reported"));
    }

    @Test
    void institutions_are_listed_by_state() {
        coverage("state", "silent")
                .body("institutions.institution", hasItem("covered-idle"))
                .body("institutions.institution", not(hasItem("covered-busy")));
    }

    @Test
    void the_states_add_up_to_the_institutions_of_each_region() {
        JsonPath all = JsonPath.from(coverage().extract().asString());

        assertThat(sum(all.getMap("all"))).isEqualTo(all.getInt("all.active"));
        assertThat(all.<Map<String, Object>>getList("regions.institutions"))
                .allSatisfy(region -> assertThat(sum(region)).isEqualTo(region.get("active")))
                .extracting(region -> (int) region.get("active"))
                .satisfies(active ->
                        assertThat(active.stream().mapToInt(one -> one).sum()).isEqualTo(all.getInt("all.active")));
    }

    @Test
    void the_figures_are_the_counts_without_the_institutions() {
        JsonPath known = JsonPath.from(coverage().extract().asString());

        viewer("/v1/progress/coverage", "on", "2027-03-20")
                .statusCode(200)
                .body("all", is(known.getMap("all")))
                .body("regions", is(known.getList("regions")))
                .body("institutions", nullValue());
    }

    @Test
    void the_figures_are_a_table_too() {
        viewer("/v1/progress/coverage", "on", "2027-03-20", "format", "csv")
                .statusCode(200)
                .contentType("text/csv")
                .body(containsString("asOf,on,provisional,days,region,active,reported,zero,silent,never"))
                .body(containsString(",2027-03-20,"));
    }

    @Test
    void another_period_than_the_published_one_needs_a_token() {
        anonymous("/v1/progress/coverage", "days", "7").statusCode(401).body("type", endsWith("/problems/needs-token"));
    }

    @Test
    void a_token_without_the_role_does_not_help() {
        partner("covered-silent", "/v1/progress/coverage", "days", "7").statusCode(403);
    }

    @Test
    void what_was_known_then_keeps_its_bytes() {
        String then = now();
        String before = auditorBody("/v1/audit/coverage", "asOf", then, "on", "2027-03-20");

        TallyFixture.of("covered-late", "2027-03-02", 5).publish();
        await().untilAsserted(() -> coverage().body(ONE.formatted("late") + ".state", is("reported")));

        assertThat(auditorBody("/v1/audit/coverage", "asOf", then, "on", "2027-03-20"))
                .isEqualTo(before);
    }

    @Test
    void pages_lead_through_all_institutions() {
        ValidatableResponse first = coverage("limit", "1");
        ValidatableResponse second =
                coverage("limit", "1", "cursor", first.extract().path("cursor"));

        String path = "institutions[0].institution";
        coverage("limit", "2")
                .body(
                        "institutions.institution",
                        contains(
                                first.extract().<String>path(path),
                                second.extract().<String>path(path)));
    }

    @Test
    void a_page_has_only_as_many_institutions_as_were_asked_for() {
        withManyInstitutions(handle -> {
            assertThat(CoverageReader.page(handle, MARCH, Coverage.State.never, "many-", 10))
                    .hasSize(10);
            assertThat(QueryCost.rows(handle, one -> CoverageReader.pageQuery(one, MARCH, null, "", 10)))
                    .isEqualTo(10);
        });
    }

    @Test
    void the_database_counts_the_institutions_of_each_region() {
        withManyInstitutions(handle -> {
            assertThat(CoverageReader.counts(handle, MARCH).get("KZ-75").never())
                    .isGreaterThanOrEqualTo(3000);
            assertThat(QueryCost.rows(handle, one -> CoverageReader.countsQuery(one, MARCH)))
                    .isLessThan(100);
        });
    }

    /** 3,000 active schools, for the time of this transaction. */
    private void withManyInstitutions(Consumer<Handle> work) {
        database.transaction(
                handle -> {
                    handle.execute("""
                            insert into catalogue_fact (kind, code, from_batch, to_batch, version, data)
                            select 'INSTITUTION', 'many-' || n, 1, 9223372036854775807, 1,
                                   format('{"code": "many-%s", "version": 1, "kind": "school", "status": "active",
                                           "region": "KZ-75", "names": {"kk": "М", "ru": "М", "en": "M"}}', n)
                              from generate_series(1, 3000) as n
                            """);
                    work.accept(handle);
                    return true;
                },
                kept -> false);
    }

    @ParameterizedTest
    @CsvSource({"days=0, 400, days", "region=KZ-99, 404, region", "state=loud, 400, state"})
    void what_cannot_be_asked_is_refused_by_name(String query, int status, String parameter) {
        auditor("/v1/audit/coverage?" + query).statusCode(status).body("errors[0].parameter", is(parameter));
    }

    @Test
    void a_period_of_no_days_is_refused() {
        anonymous("/v1/progress/coverage", "days", "0").statusCode(400);
    }

    @Test
    void a_viewer_may_know_which_institutions_report() {
        viewer("/v1/audit/coverage").statusCode(200);
    }

    @Test
    void the_public_may_not_know_which_institutions_report() {
        anonymous("/v1/audit/coverage").statusCode(401);
    }

    private static int sum(Map<String, Object> count) {
        return List.of("reported", "zero", "silent", "never").stream()
                .mapToInt(state -> (int) count.get(state))
                .sum();
    }

    private static ValidatableResponse coverage(String... more) {
        return auditor("/v1/audit/coverage?on=2027-03-20", more).statusCode(200);
    }
}
