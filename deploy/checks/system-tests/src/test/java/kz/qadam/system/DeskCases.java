package kz.qadam.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kz.qadam.local.Service;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What waits at the desks, as often as it is dealt with there: events that cannot be read, references to forget, a publication. */
final class DeskCases {

    private static final int OF_EACH = 8;
    private static final int INSTITUTIONS_OF_A_HINT = 3;
    private static final Course COURSE = new Course(DeskCountry.course(0), 18);
    private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
    private static final Duration FIRST_RELEASE = Duration.ofMinutes(10);
    private static final Duration WHOLE_COUNTRY = Duration.ofMinutes(20);

    private final Qadam qadam;

    DeskCases(Qadam qadam) {
        this.qadam = qadam;
    }

    void prepare() throws IOException {
        namesRelease();
        qadam.kafka().send(Stream.generate(DeskCases::garbage).limit(OF_EACH).toList());
        for (int i = 0; i < OF_EACH; i++) {
            completesTooEarly();
            Enrolment one = enrolled();
            qadam.office().erases(one.iin());
        }
        completeAtSeveralInstitutions();
        qadam.arrivals().await(WHOLE_COUNTRY);
        soon().atMost(FIRST_RELEASE)
                .untilAsserted(() -> assertThat(
                                qadam.bearer(Service.ENROLMENT, qadam.tokenOfAdministrator(DeskCountry.large()))
                                        .get("/v1/erasure-tasks?limit=1000")
                                        .jsonPath()
                                        .getList("items.findAll { it.confirmedAt == null }"))
                        .hasSizeGreaterThanOrEqualTo(OF_EACH));
    }

    /** Each of these people on one day of the month before: a hint. */
    private void completeAtSeveralInstitutions() {
        LocalDate day = LocalDate.now(ALMATY).withDayOfMonth(1).minusDays(OF_EACH);
        List<String> iins = Stream.generate(Iins::next).limit(OF_EACH).toList();
        for (int i = 0; i < INSTITUTIONS_OF_A_HINT; i++) {
            Institution school = qadam.office().opens("hint-%d-%d".formatted(i, System.nanoTime()), "school", "KZ-75");
            List<Enrolment> enrolments = iins.stream()
                    .map(iin -> new Enrolment("W-" + UUID.randomUUID(), school, COURSE, "pupils", iin))
                    .toList();
            qadam.partner(school).enrols(enrolments);
            qadam.partner(school)
                    .completes(enrolments.stream()
                            .map(one -> new Completion("W-" + UUID.randomUUID(), one, day))
                            .toList());
        }
    }

    private void completesTooEarly() {
        Enrolment one = enrolled();
        qadam.partner(DeskCountry.large())
                .completes(new Completion("W-" + UUID.randomUUID(), one, LocalDate.of(2026, 1, 2)));
    }

    /** Somebody whom the large institution has just enrolled. */
    Enrolment enrolled() {
        Enrolment enrolment = enrolmentAt(DeskCountry.large());
        qadam.partner(DeskCountry.large()).enrols(enrolment);
        return enrolment;
    }

    /** Of somebody who has not been enrolled anywhere. */
    static Enrolment enrolmentAt(Institution institution) {
        return new Enrolment("W-" + UUID.randomUUID(), institution, COURSE, "pupils", Iins.next());
    }

    private void namesRelease() throws IOException {
        var office = qadam.bearer(Service.REPORTING, qadam.tokenOf("office"));
        soon().atMost(FIRST_RELEASE)
                .untilAsserted(() -> assertThat(io.restassured.RestAssured.given()
                                .spec(office)
                                .contentType("application/json")
                                .body("{\"name\": \"walk\", \"asOf\": \"%s\"}".formatted(Instant.now()))
                                .post("/v1/publications")
                                .statusCode())
                        .isIn(200, 201, 409));
    }

    private static ProducerRecord<byte[], byte[]> garbage() {
        var event = new ProducerRecord<>(
                "qadam.completions",
                UUID.randomUUID().toString().getBytes(UTF_8),
                "{\"completedOn\": ".getBytes(UTF_8));
        List.of(
                        "specversion=1.0",
                        "type=kz.qadam.completion.recorded.v1",
                        "source=/progress",
                        "time=2026-01-01T00:00:00Z")
                .forEach(one -> event.headers()
                        .add(
                                "ce_" + one.substring(0, one.indexOf('=')),
                                one.substring(one.indexOf('=') + 1).getBytes(UTF_8)));
        event.headers().add("ce_id", UUID.randomUUID().toString().getBytes(UTF_8));
        event.headers().add("ce_subject", UUID.randomUUID().toString().getBytes(UTF_8));
        return event;
    }
}
