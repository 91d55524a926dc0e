package kz.qadam.reporting.audit.archive;

import static io.restassured.RestAssured.given;
import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.KafkaFixture.awaitIntake;
import static kz.qadam.reporting.Requests.awaitTrained;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import kz.qadam.chassis.base.crypto.Sha256;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.events.archive.SegmentSealer;
import kz.qadam.local.Tokens;
import kz.qadam.reporting.CompletionFixture;
import kz.qadam.reporting.EnrolmentFixture;
import kz.qadam.reporting.KafkaFixture;
import kz.qadam.reporting.ReportingTest;
import kz.qadam.reporting.intake.contract.EventTypes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sealed events: everything that a count needs, and nothing by which a partner finds a person. */
@ReportingTest
@Order(0) // Tests of rebuilds change events that are sealed.
class EventArchiveTest {

    private static final String SEGMENTS = "/v1/audit/events/segments";

    private final String cohort = "sealed-" + UUID.randomUUID().toString().substring(0, 8);
    private final UUID learner = UUID.randomUUID();

    @Inject
    SegmentSealer sealer;

    @Inject
    EventLogStream events;

    @Inject
    Database database;

    private EnrolmentFixture enrolment;
    private CompletionFixture completion;

    @BeforeEach
    void seal_a_completion() {
        givenCohort(cohort, 10L);
        enrolment = EnrolmentFixture.of(learner, cohort, "KZ-75", "school-42").publish();
        completion = CompletionFixture.under(enrolment, "2026-05-01").publish().publishTrained();
        awaitTrained(cohort, 1);
        seal();
    }

    private void seal() {
        boolean more = true;
        while (more) {
            more = sealer.seal(EventLogStream.STREAM);
        }
    }

    private static Response asked(String path) {
        return given().auth().oauth2(Tokens.of("auditor")).get(path);
    }

    private static List<Long> numbers() {
        return asked(SEGMENTS + "?limit=1000").jsonPath().getList("items.number", Long.class);
    }

    private static Stream<String> lines() {
        return numbers().stream()
                .map(number ->
                        asked(SEGMENTS + "/%d.ndjson.gz".formatted(number)).asByteArray())
                .flatMap(packed -> unpacked(packed).lines());
    }

    private static String unpacked(byte[] packed) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String lineOf(CompletionFixture one) {
        return lines().filter(line -> line.contains("\"subject\":\"%s\"".formatted(one.id())))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isMadeAgain(long number) {
        return asked(SEGMENTS + "/%d/again".formatted(number))
                .jsonPath()
                .getString("data")
                .equals(asked(SEGMENTS + "?limit=1000")
                        .jsonPath()
                        .getString("items.find { it.number == %d }.data".formatted(number)));
    }

    @Test
    void an_event_is_sealed_without_its_reference() {
        assertThat(lineOf(completion))
                .contains("\"type\":\"kz.qadam.completion.recorded.v1\"", "\"learnerId\": \"" + learner)
                .doesNotContain(completion.reference());
    }

    @Test
    void each_segment_is_the_same_when_it_is_made_again() {
        assertThat(numbers()).isNotEmpty().allMatch(EventArchiveTest::isMadeAgain);
    }

    @Test
    void a_receipt_names_the_line() {
        EnrolmentFixture.of(UUID.randomUUID(), cohort, "KZ-75", "school-42").publish();
        awaitIntake("qadam.enrolments", learner.toString());

        JsonPath receipt = asked("/v1/receipts/" + completion.id()).jsonPath();
        String[] segment = receipt.getString("sealed.segment").split("/", -1);
        List<String> sealed = unpacked(asked(SEGMENTS + "/%d.ndjson.gz".formatted(Long.parseLong(segment[3])))
                        .asByteArray())
                .lines()
                .toList();

        assertThat(sealed.get(receipt.getInt("sealed.line") - 1)).isEqualTo(lineOf(completion));
    }

    @Test
    void a_receipt_of_a_time_before_the_seal_names_none() {
        CompletionFixture later =
                CompletionFixture.under(enrolment, "2026-05-02").publish();
        awaitIntake("qadam.completions", learner.toString());

        assertThat(asked("/v1/receipts/" + later.id()).jsonPath().getString("sealed"))
                .isNull();
    }

    @Test
    void an_opening_shows_which_reference_a_digest_commits_to() {
        String opening = asked("/v1/audit/events/openings.ndjson")
                .asString()
                .lines()
                .filter(line -> line.contains(completion.id().toString()))
                .findFirst()
                .orElseThrow();
        String salt = opening.replaceFirst(".*\"salt\":\"([0-9a-f]{32})\".*", "$1");

        assertThat(opening).contains("\"reference\":\"" + completion.reference());
        byte[] reference = completion.reference().getBytes(StandardCharsets.UTF_8);
        byte[] both = HexFormat.of().parseHex(salt + HexFormat.of().formatHex(reference));
        assertThat(lineOf(completion)).contains("\"committed\":\"" + Sha256.hex(both));
    }

    @Test
    void an_erasure_takes_away_what_opens_the_digest_and_nothing_else() {
        String before = lineOf(completion);
        erase();
        seal();

        assertThat(asked("/v1/audit/events/openings.ndjson").asString())
                .doesNotContain(completion.id().toString());
        String again = numbers().stream()
                .flatMap(number -> asked(SEGMENTS + "/%d/again.ndjson".formatted(number))
                        .asString()
                        .lines())
                .filter(line -> line.contains("\"subject\":\"%s\"".formatted(completion.id())))
                .findFirst()
                .orElseThrow();
        assertThat(again).isEqualTo(before.replaceFirst("\"committed\":\"[^\"]+\"", "\"committed\":null"));
        assertThat(lines()).anyMatch(line -> line.contains("erased-000001-" + completion.id()));
    }

    private void erase() {
        KafkaFixture.publish(
                "qadam.enrolments",
                learner.toString(),
                "kz.qadam.learner.erased.v1",
                "erasure/" + learner,
                2,
                """
                {"learnerId": "%1$s", "state": "erased", "learners": ["%1$s"], "enrolments": ["%2$s"], "version": 2,
                 "recordedAt": "2026-07-01T05:00:00Z"}
                """.formatted(learner, enrolment.id()));
        awaitIntake("qadam.enrolments", learner.toString());
        KafkaFixture.publish(
                "qadam.completions",
                learner.toString(),
                "kz.qadam.learner.completions-erased.v1",
                "erasure/" + learner,
                1,
                """
                {"learnerId": "%1$s", "learners": ["%1$s"], "version": 1, "recordedAt": "2026-07-01T05:00:00Z",
                 "completions": [{"completionId": "%2$s", "reference": "erased-000001-%2$s"}]}
                """.formatted(learner, completion.id()));
        awaitIntake("qadam.completions", learner.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "null", "\"x\"", "[[[[", "{\"x\":[1e131071,1E+9999]}"})
    void data_that_could_stop_the_sealing_are_not_sealed(String data) {
        KafkaFixture.publish(
                "qadam.completions", learner.toString(), "kz.qadam.toy.v1", "toy/" + data.hashCode(), 1, data);
        awaitIntake("qadam.completions", learner.toString());

        seal();

        assertThat(lines().filter(line -> line.contains("\"subject\":\"toy/" + data.hashCode() + "\"")))
                .singleElement()
                .asString()
                .contains("\"data\":null");
    }

    @Test
    void the_types_that_are_sealed_are_those_that_are_taken_in() {
        assertThat(EventTypes.owners().keySet())
                .isNotEmpty()
                .allSatisfy(type -> assertThat(isSealed(type)).isTrue());
        assertThat(isSealed("kz.qadam.toy.v1")).isFalse();
    }

    private boolean isSealed(String type) {
        return database.transaction(handle -> handle.createQuery("select sealed_data(:type, '{}') is not null")
                .bind("type", type)
                .mapTo(Boolean.class)
                .one());
    }

    @Test
    void nothing_is_added_to_a_batch_that_is_sealed() {
        assertThatThrownBy(() -> asService("""
                insert into event_log (event_id, batch, type, source, subject, time, topic, partition, record_offset, data)
                values (gen_random_uuid(), 1, 'toy', '/toys', 'toy', now(), 'toys', 0, 0, '{}')
                """)).hasMessageContaining("Nothing can be added to a batch that is sealed");
        assertThatThrownBy(() ->
                        asService("insert into intake_batch values (0, now() - interval '9 years', 1, null, false)"))
                .hasMessageContaining("Nothing can be added to a batch that is sealed");
    }

    @Test
    void nobody_but_functions_of_the_owner_write_what_opens_digests() {
        assertThatThrownBy(() -> asService("delete from archive_salt"))
                .hasMessageContaining("permission denied for table archive_salt");
        assertThatThrownBy(() -> asService("insert into event_moved values (gen_random_uuid(), 1, 2)"))
                .hasMessageContaining("permission denied for table event_moved");
    }

    private void asService(String sql) {
        database.<Void>transaction(handle -> {
            handle.execute(sql);
            return null;
        });
    }

    @Test
    void the_segment_of_a_release_is_the_same_whoever_asks() {
        assertThat(events.through(1)).isPresent().isEqualTo(events.through(1));
    }

    @Test
    void somebody_without_the_role_gets_no_openings() {
        given().auth()
                .oauth2(Tokens.of("office"))
                .get("/v1/audit/events/openings.ndjson")
                .then()
                .statusCode(403);
    }
}
