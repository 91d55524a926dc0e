package kz.qadam.progress.trail;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import kz.qadam.chassis.base.crypto.Sha256;
import kz.qadam.local.QadamBackends;
import kz.qadam.local.Tokens;
import kz.qadam.progress.Neighbours;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The sealed segments of other services, which this one keeps in its trail. The first one names the key. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AnchorsTest {

    private static final SealedElsewhere ELSEWHERE = new SealedElsewhere();
    private static int newest;

    private static void tell(int number, String told) {
        tell("enrolment.trail", number, told);
    }

    private static void tell(String key, int number, String told) {
        Neighbours.send("qadam.archive", key, "kz.qadam.archive.sealed.v1", "enrolment.trail", number, told);
    }

    /** Seals a segment that follows the one before. */
    private static String seal(int number) {
        String manifest = ELSEWHERE.manifest(number, "lines", number == 1 ? "" : manifest(number - 1));
        tell(number, ELSEWHERE.told(number, manifest));
        newest = number;
        return manifest;
    }

    private static String manifest(int number) {
        return ELSEWHERE.manifest(number, "lines", number == 1 ? "" : manifest(number - 1));
    }

    private static String line(int number, String manifest) {
        return Sha256.hex(manifest) + "  " + SealedElsewhere.place(number) + ".manifest";
    }

    private static List<String> anchors(String outcome) {
        return list("/v1/completion-trail?kind=anchor&limit=1000&outcome=" + outcome)
                .getList("items.subject", String.class);
    }

    private static List<String> refused() {
        return list("/v1/completion-dead-letters?limit=1000")
                .getList("items.findAll { it.topic == 'qadam.archive' }.reason", String.class);
    }

    private static JsonPath list(String path) {
        return given().auth()
                .oauth2(Tokens.of("auditor"))
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    @Order(1)
    void each_new_segment_of_another_service_is_an_entry_of_the_trail() {
        String first = seal(1);
        String second = seal(2);
        seal(2);

        await().untilAsserted(() -> assertThat(anchors("done")).containsExactly(line(1, first), line(2, second)));
    }

    @Test
    @Order(2)
    void a_segment_that_is_signed_by_another_key_is_refused_and_the_next_one_is_kept() {
        var stranger = new SealedElsewhere();
        int number = newest + 1;
        tell("another", number, stranger.told(number, stranger.manifest(number, "lines", "any")));

        String next = seal(number);

        await().untilAsserted(() -> assertThat(anchors("done")).contains(line(number, next)));
        assertThat(refused()).contains("It is signed by another key than the segments before it.");
    }

    @Test
    @Order(2)
    void a_message_with_anything_in_it_is_refused_and_the_next_one_is_kept() {
        int number = newest + 1;
        tell("poison", number, """
                {"segment":"enrolment.trail/1/2026/000000001","manifest":"%s","signature":"AA","key":"-"}
                """.formatted("0".repeat(40_000)));
        tell("poison-2", number, "no JSON");

        String next = seal(number);

        await().untilAsserted(() -> assertThat(anchors("done")).contains(line(number, next)));
        assertThat(refused()).contains("manifest is about another segment.", "Its data is not JSON.");
    }

    @Test
    @Order(2)
    void a_segment_that_is_refused_cannot_be_taken_in_by_a_person() {
        int number = newest + 1;
        tell("poison", number, "{}");
        await().untilAsserted(() -> assertThat(refused()).contains("segment is missing."));
        String id = list("/v1/completion-dead-letters?limit=1000")
                .getString("items.find { it.reason == 'segment is missing.' }.id");

        given().auth()
                .oauth2(Tokens.of("office"))
                .contentType("application/json")
                .body("{\"action\":\"retry\",\"reason\":\"once more\"}")
                .post("/v1/completion-dead-letters/" + id + "/resolution")
                .then()
                .statusCode(422);
    }

    @Test
    @Order(3)
    void two_segments_with_one_number_are_both_kept_and_the_second_one_contradicts() {
        int number = newest + 1;
        seal(number);
        String other = ELSEWHERE.manifest(number, "other lines", manifest(number - 1));
        tell(number, ELSEWHERE.told(number, other));

        await().untilAsserted(() -> assertThat(anchors("contradicts")).contains(line(number, other)));
    }

    @Test
    @Order(4)
    void a_key_that_the_former_one_has_named_is_believed_and_the_former_one_no_longer() {
        var next = new SealedElsewhere();
        // Not every segment comes; the newest one contradicts what was before.
        int number = newest + 2;
        String last = SealedElsewhere.handingOver(manifest(number), next);
        tell("a-key", number, ELSEWHERE.told(number, last));

        String first = next.manifest(number + 1, "lines", last);
        tell(number + 1, next.told(number + 1, first));
        String former = ELSEWHERE.manifest(number + 2, "lines", first);
        tell("another", number + 2, ELSEWHERE.told(number + 2, former));
        String second = next.manifest(number + 2, "lines", first);
        tell(number + 2, next.told(number + 2, second));

        await().untilAsserted(() -> assertThat(anchors("done"))
                .contains(line(number, last), line(number + 1, first), line(number + 2, second)));
        assertThat(anchors("contradicts")).doesNotContain(line(number + 2, former));
    }

    @Test
    @Order(3)
    void a_segment_that_does_not_name_the_one_before_contradicts_it() {
        int number = newest + 1;
        String other = ELSEWHERE.manifest(number, "lines", "another history");
        tell(number, ELSEWHERE.told(number, other));
        newest = number;

        await().untilAsserted(() -> assertThat(anchors("contradicts")).contains(line(number, other)));
    }
}
