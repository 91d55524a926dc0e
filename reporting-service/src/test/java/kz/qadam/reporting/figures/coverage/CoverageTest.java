package kz.qadam.reporting.figures.coverage;

import static kz.qadam.reporting.Asked.auditor;
import static kz.qadam.reporting.Asked.auditorBytes;
import static kz.qadam.reporting.Asked.byAnybody;
import static kz.qadam.reporting.Asked.exact;
import static kz.qadam.reporting.Asked.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kz.qadam.chassis.database.Database;
import kz.qadam.reporting.Cost;
import kz.qadam.reporting.Events;
import kz.qadam.reporting.ReportingTest;
import kz.qadam.reporting.asof.PointInTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReportingTest
class CoverageTest {

    private static final String ONE = "institutions.find { it.institution == 'covered-%s' }";

    @Inject
    Database database;

    @BeforeEach
    void seed() {
        Events.seed();
        List.of("covered-busy", "covered-idle", "covered-late", "covered-never", "covered-wrong")
                .forEach(Events::institution);
        Events.tally("covered-busy", LocalDate.of(2027, 3, 1), 5, 5, 1);
        Events.tally("covered-idle", LocalDate.of(2027, 1, 1), 5, 5, 1);
        Events.tally("covered-wrong", LocalDate.of(2027, 3, 1), 5, 0, 1);
        await().untilAsserted(() -> coverage()
                .body(ONE.formatted("wrong") + ".state", is("zero"))
                .body(ONE.formatted("never") + ".state", is("never")));
    }

    @Test
    void who_sent_nothing_is_told_apart_from_who_had_nothing_new() {
        coverage()
                .body("days", is(30))
                .body(ONE.formatted("busy") + ".state", is("reported"))
                .body(ONE.formatted("busy") + ".names.en", is("School 42"))
                .body(ONE.formatted("idle") + ".state", is("silent"))
                .body(ONE.formatted("idle") + ".lastReportedOn", is("2027-01-01"))
                .body(ONE.formatted("never") + ".lastReportedOn", nullValue())
                .body(ONE.formatted("wrong") + ".lastReportedOn", is("2027-03-01"));
        coverage("days", "90").body(ONE.formatted("idle") + ".state", is("reported"));
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
    void everybody_may_know_how_many_report_and_nobody_which() {
        JsonPath known = JsonPath.from(coverage().extract().asString());

        byAnybody("/v1/progress/coverage", "on", "2027-03-20")
                .statusCode(200)
                .body("audience", is("published"))
                .body("all", is(known.getMap("all")))
                .body("regions", is(known.getList("regions")))
                .body("institutions", nullValue());
        byAnybody("/v1/progress/coverage", "on", "2027-03-20", "format", "csv")
                .statusCode(200)
                .contentType("text/csv")
                .body(containsString("asOf,on,provisional,days,region,active,reported,zero,silent,never"))
                .body(containsString(",2027-03-20,"));
        byAnybody("/v1/progress/coverage", "days", "0").statusCode(400);
    }

    @Test
    void what_was_known_then_keeps_its_bytes() {
        String then = now();
        String before = auditorBytes("/v1/audit/coverage", "asOf", then, "on", "2027-03-20");

        Events.tally("covered-late", LocalDate.of(2027, 3, 2), 5, 5, 1);
        await().untilAsserted(() -> coverage().body(ONE.formatted("late") + ".state", is("reported")));

        assertThat(auditorBytes("/v1/audit/coverage", "asOf", then, "on", "2027-03-20"))
                .isEqualTo(before);
    }

    @Test
    void pages_lead_through_all_institutions() {
        String cursor = coverage("limit", "1").extract().path("cursor");
        String first = coverage("limit", "1").extract().path("institutions[0].institution");
        String second = coverage("limit", "1", "cursor", cursor).extract().path("institutions[0].institution");

        coverage("limit", "2").body("institutions.institution", contains(first, second));
    }

    @Test
    void however_many_institutions_there_are_only_a_page_of_them_leaves_the_database() {
        var question = new CoverageTable.Question(
                new PointInTime(1, Instant.EPOCH, LocalDate.of(2027, 3, 20), null, false, false, true), 30, null);
        database.transaction(
                handle -> {
                    handle.execute("""
                            insert into catalogue_fact (kind, code, from_batch, to_batch, version, data)
                            select 'INSTITUTION', 'many-' || n, 1, 9223372036854775807, 1,
                                   format('{"code": "many-%s", "version": 1, "kind": "school", "status": "active",
                                           "region": "KZ-75", "names": {"kk": "М", "ru": "М", "en": "M"}}', n)
                              from generate_series(1, 3000) as n
                            """);
                    assertThat(CoverageTable.page(handle, question, Coverage.State.never, "many-", 10))
                            .hasSize(10);
                    assertThat(CoverageTable.counts(handle, question)
                                    .get("KZ-75")
                                    .never())
                            .isGreaterThanOrEqualTo(3000);
                    assertThat(Cost.rows(handle, one -> CoverageTable.pageQuery(one, question, null, "", 10)))
                            .isEqualTo(10);
                    assertThat(Cost.rows(handle, one -> CoverageTable.countsQuery(one, question)))
                            .isLessThan(100);
                    return true;
                },
                kept -> false);
    }

    @Test
    void what_cannot_be_asked_is_refused_by_name() {
        auditor("/v1/audit/coverage", "days", "0").statusCode(400).body("errors[0].parameter", is("days"));
        auditor("/v1/audit/coverage", "region", "KZ-99").statusCode(404);
        auditor("/v1/audit/coverage", "state", "loud").statusCode(400).body("errors[0].parameter", is("state"));
        exact("/v1/audit/coverage").statusCode(200);
        byAnybody("/v1/audit/coverage").statusCode(401);
    }

    private static int sum(Map<String, Object> count) {
        return List.of("reported", "zero", "silent", "never").stream()
                .mapToInt(state -> (int) count.get(state))
                .sum();
    }

    private static ValidatableResponse coverage(String... more) {
        String[] query = Arrays.copyOf(new String[] {"on", "2027-03-20"}, 2 + more.length);
        System.arraycopy(more, 0, query, 2, more.length);
        return auditor("/v1/audit/coverage", query).statusCode(200);
    }
}
