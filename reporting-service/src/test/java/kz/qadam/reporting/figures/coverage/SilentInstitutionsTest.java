package kz.qadam.reporting.figures.coverage;

import static kz.qadam.reporting.CatalogueFixture.describeInstitution;
import static kz.qadam.reporting.CatalogueFixture.givenCatalogue;
import static kz.qadam.reporting.Requests.as;
import static kz.qadam.reporting.Requests.auditor;
import static kz.qadam.reporting.Requests.ofRegion;
import static kz.qadam.reporting.Requests.partner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import kz.qadam.reporting.ReportingTest;
import kz.qadam.reporting.TallyFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ReportingTest
class SilentInstitutionsTest {

    private static final String PATH = "/v1/audit-tasks";
    private static final String REGION = "KZ-62";
    private static final String SILENT = of("institutions-silent");
    private static final String NEVER = of("institutions-that-never-sent");
    private static final String OWN = of("nothing-sent");

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Almaty"));
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String busy = "busy-" + run;
    private final String quiet = "quiet-" + run;
    private final String never = "never-" + run;

    @BeforeEach
    void institutions() {
        givenCatalogue();
        describeInstitution(busy, "school", REGION, "active", 1);
        describeInstitution(quiet, "school", REGION, "active", 1);
        describeInstitution(never, "school", REGION, "active", 1);
        describeInstitution("closed-" + run, "school", REGION, "closed", 1);
        TallyFixture.of(busy, today.minusDays(29).toString(), 1).publish();
        TallyFixture.of(quiet, today.minusDays(30).toString(), 1).publish();
        await().untilAsserted(() -> assertThat(state(quiet)).isEqualTo("silent"));
    }

    @Test
    void those_of_the_task_are_those_of_the_coverage() {
        JsonPath coverage = auditor("/v1/audit/coverage").extract().jsonPath();

        auditor(PATH)
                .statusCode(200)
                .body(SILENT + ".count", is(coverage.getInt("all.silent")))
                .body(SILENT + ".link", equalTo("/coverage?state=silent"))
                .body(NEVER + ".count", is(coverage.getInt("all.never")))
                .body(NEVER + ".link", equalTo("/coverage?state=never"));
        as("office").get(PATH).then().body(SILENT + ".count", is(coverage.getInt("all.silent")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"auditor", "region-office"})
    void who_sees_a_region_has_those_of_the_region_and_nothing_else(String role) {
        JsonPath coverage =
                auditor("/v1/audit/coverage", "region", REGION).extract().jsonPath();

        JsonPath tasks = ofRegion(role, REGION, PATH).statusCode(200).extract().jsonPath();

        assertThat(tasks.getList("items.kind"))
                .containsExactlyInAnyOrder("institutions-silent", "institutions-that-never-sent");
        assertThat(tasks.getInt(SILENT + ".count")).isEqualTo(coverage.getInt("all.silent"));
        assertThat(tasks.getInt(NEVER + ".count")).isEqualTo(coverage.getInt("all.never"));
    }

    @Test
    void an_institution_hears_of_its_own_silence_and_since_when() {
        partner(quiet, PATH)
                .statusCode(200)
                .body(OWN + ".count", is(1))
                .body(
                        OWN + ".oldest",
                        equalTo(today.minusDays(29)
                                .atStartOfDay(ZoneId.of("Asia/Almaty"))
                                .toInstant()
                                .toString()))
                .body(OWN + ".link", equalTo("/completion-files"))
                .body(SILENT, nullValue());
        partner(never, PATH).body(OWN + ".count", is(1)).body(OWN + ".oldest", nullValue());
        partner(busy, PATH).body(OWN, nullValue());
    }

    private static String of(String kind) {
        return "items.find { it.kind == '" + kind + "' }";
    }

    private static String state(String institution) {
        return auditor("/v1/audit/coverage", "region", REGION, "limit", "1000")
                .extract()
                .path("institutions.find { it.institution == '" + institution + "' }?.state");
    }
}
