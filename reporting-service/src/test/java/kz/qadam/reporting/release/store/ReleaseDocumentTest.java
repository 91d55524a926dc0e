package kz.qadam.reporting.release.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.reporting.release.MonthEndTables;
import kz.qadam.reporting.release.Release;
import kz.qadam.reporting.release.ReleaseRhythm;
import kz.qadam.reporting.release.ReleaseSeries;
import kz.qadam.reporting.release.ReleasedPlace;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReleaseDocumentTest {

    private static final Release RELEASE = DocumentFixture.release(
            new ReleaseSeries(
                            ReleaseRhythm.DAILY,
                            LocalDate.parse("2026-01-01"),
                            Instant.parse("2026-05-31T06:00:00Z"),
                            AlmatyTime.ZONE)
                    .first(),
            1_010);

    private final String document = new String(ReleaseDocument.write(RELEASE), UTF_8);

    @Test
    void what_is_read_is_what_was_written() {
        assertThat(ReleaseDocument.read(document.getBytes(UTF_8))).isEqualTo(RELEASE);
    }

    @Test
    void what_is_written_again_has_the_same_bytes() {
        Release read = ReleaseDocument.read(document.getBytes(UTF_8));

        assertThat(new String(ReleaseDocument.write(read), UTF_8)).isEqualTo(document);
    }

    @Test
    void times_are_texts() throws JsonProcessingException {
        JsonNode json = new ObjectMapper().readTree(document);

        assertThat(json.get("through").asText()).isEqualTo("2026-05-31T18:59:59.999999Z");
        assertThat(json.get("on").asText()).isEqualTo("2026-05-31");
        assertThat(json.get("publicFrom").asText()).isEqualTo("2026-06-01T01:00:00Z");
    }

    @Test
    void words_are_those_of_other_answers() throws JsonProcessingException {
        JsonNode json = new ObjectMapper().readTree(document);

        assertThat(json.get("rhythm").asText()).isEqualTo("daily");
        assertThat(json.at("/cohorts/1/forecast/status").asText()).isEqualTo("insufficient-data");
    }

    @Test
    void only_the_components_of_the_records_are_members() throws JsonProcessingException {
        JsonNode json = new ObjectMapper().readTree(document);

        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly(
                        "number",
                        "through",
                        "on",
                        "publicFrom",
                        "nextRelease",
                        "rule",
                        "rhythm",
                        "because",
                        "programme",
                        "cohorts",
                        "total",
                        "monthEnd",
                        "before",
                        "records");
        assertThat(json.at("/monthEnd/cohorts/0").fieldNames())
                .toIterable()
                .containsExactly("cohort", "isWeekly", "isReached", "country", "regions", "courses", "areas");
    }

    @Test
    void a_number_that_is_not_published_is_null() throws JsonProcessingException {
        JsonNode counts = new ObjectMapper().readTree(document).at("/cohorts/1/counts");

        assertThat(counts.get("trained").isNull()).isTrue();
    }

    @Test
    void members_that_a_later_version_adds_are_ignored() {
        String later = document.replaceFirst("\\{", "{\"added\": 1, ");

        assertThat(ReleaseDocument.read(later.getBytes(UTF_8))).isEqualTo(RELEASE);
    }

    /** A document as version 2 of the rule wrote it: with regions only, and a daily country. */
    @Nested
    class OfAnEarlierRule {

        private final Release earlier = ReleaseDocument.read(bytes());

        private static byte[] bytes() {
            try (InputStream document = ReleaseDocumentTest.class.getResourceAsStream("/releases/rule-2.json")) {
                return document.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Test
        void is_read_with_its_numbers() {
            assertThat(earlier.rule()).isEqualTo(2);
            assertThat(earlier.cohorts()).isEqualTo(RELEASE.cohorts());
            assertThat(earlier.before()).isEqualTo(RELEASE.before());
        }

        @Test
        void says_whose_country_moved_between_month_ends() {
            assertThat(earlier.monthEnd().cohorts())
                    .extracting(MonthEndTables.OfCohort::isWeekly)
                    .containsExactly(true, false);
        }

        @Test
        void has_regions_as_places() {
            assertThat(earlier.monthEnd().cohorts().get(0).regions())
                    .extracting(ReleasedPlace::key, ReleasedPlace::place)
                    .containsExactly(
                            tuple("KZ-75", ReleasedPlace.Kind.REGION), tuple("unknown", ReleasedPlace.Kind.REGION));
        }
    }
}
