package kz.qadam.progress.xapi;

import static io.restassured.RestAssured.given;
import static kz.qadam.progress.Records.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kz.qadam.local.QadamBackends;
import kz.qadam.local.Tokens;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Neighbours.Enrolled;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How posts of statements are answered, and what is kept of them. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class StatementPostsTest {

    private static final String FIRST = "2026-05-30T10:00:00+05:00";
    private static final String SECOND = "2026-05-31T20:30:00Z";

    private final UUID learner = UUID.randomUUID();
    private PlatformOfSchool platform;

    @BeforeEach
    void open() {
        platform = PlatformOfSchool.open();
    }

    @Test
    void a_stream_of_clicks_leaves_nothing_but_counts() {
        platform.hasLinked(learner);
        String clicks = Stream.generate(() -> Sent.moodleViewed("a.serikova", 2, FIRST))
                .limit(30)
                .reduce((one, other) -> one + "," + other)
                .orElseThrow();

        platform.school().post("/v1/xapi/statements", "[" + clicks + "]").body("", hasSize(30));

        assertThat(platform.outcomes()).isEmpty();
        assertThat(count(
                        "select count(*) from xapi_account where institution = '%s'".formatted(platform.institution())))
                .isEqualTo(1);
        await().untilAsserted(() -> platform.school()
                .get("/v1/statement-outcomes/counts")
                .body("items.find { it.outcome == 'not-asked-for' }.statements", equalTo(30)));
    }

    @Test
    void a_post_may_be_as_large_as_a_batch() {
        platform.hasLinked(learner);
        String names = "a.serikova".repeat(400);
        String clicks = Stream.generate(() -> Sent.moodleViewed(names, 2, FIRST))
                .limit(30)
                .reduce((one, other) -> one + "," + other)
                .orElseThrow();
        assertThat(clicks).hasSizeGreaterThan(100 * 1024);

        platform.school().post("/v1/xapi/statements", "[" + clicks + "]").body("", hasSize(30));
    }

    @Test
    void what_is_sent_again_is_counted_as_repeated() {
        platform.hasLinked(learner);
        platform.sends(Sent.moodleCompleted("17", 2, FIRST));

        platform.sends(Sent.moodleCompleted("17", 2, FIRST));

        assertThat(platform.outcomes()).containsExactly("counted");
        await().untilAsserted(() -> platform.school()
                .get("/v1/statement-outcomes/counts")
                .body("items.find { it.outcome == 'counted' }.statements", equalTo(1))
                .body("items.find { it.outcome == 'repeated' }.statements", equalTo(1)));
    }

    @Test
    void of_a_course_that_nobody_has_named_only_its_number_is_kept() {
        platform.hasLinked(learner);
        platform.sends(Sent.moodleCompleted("17", 4, FIRST), Sent.moodleCompleted("18", 4, FIRST));

        platform.school()
                .get("/v1/waiting-statements?by=course")
                .body("items", hasSize(1))
                .body("items[0].title", equalTo("Python негіздері"))
                .body("items[0].statements", equalTo(2));
        assertThat(platform.outcomes()).isEmpty();
    }

    @Test
    void accounts_that_are_not_linked_are_listed_by_their_names() {
        platform.sends(Sent.moodleCompleted("a.serikova", 2, FIRST), Sent.moodleCompleted("a.serikova", 5, SECOND));

        platform.school()
                .get("/v1/waiting-statements?by=account")
                .body("items", hasSize(1))
                .body("items[0].account", equalTo("a.serikova"))
                .body("items[0].because", equalTo("no-account"))
                .body("items[0].statements", equalTo(2));
    }

    @Test
    void no_name_is_stored_in_the_clear() {
        platform.sends(Sent.moodleCompleted("a.serikova", 2, FIRST));

        for (String table : List.of("xapi_account", "xapi_statement", "xapi_count", "xapi_unnamed_course")) {
            assertThat(count("select count(*) from %s t where cast(t as text) ~* 'serikova|Серікова'".formatted(table)))
                    .isZero();
        }
    }

    @Test
    void only_what_cannot_be_read_is_refused() {
        platform.school().post("/v1/xapi/statements", "[{}, 7]").statusCode(400);
        platform.school().post("/v1/xapi/statements", "[{\"id\": \"7\"}]").statusCode(400);
        platform.school().post("/v1/xapi/statements", "{").statusCode(400);
        platform.school().post("/v1/xapi/statements", "[{}]").statusCode(200).body("", hasSize(1));
        platform.school().post("/v1/xapi/statements", "[]").statusCode(200).body("", hasSize(0));
    }

    @Test
    void each_answer_says_the_version() {
        for (String token : new String[] {Tokens.of("partner", platform.institution()), "none"}) {
            given().auth()
                    .oauth2(token)
                    .contentType("application/json")
                    .body("[]")
                    .post("/v1/xapi/statements")
                    .then()
                    .header("X-Experience-API-Version", "1.0.3");
        }
        given().get("/v1/xapi/about")
                .then()
                .statusCode(200)
                .header("X-Experience-API-Version", "1.0.3")
                .body("version[0]", equalTo("1.0.3"));
    }

    @Test
    void one_statement_is_put_under_its_id() {
        Enrolled enrolled = platform.hasEnrolled("E-1", learner, "AI-101");
        platform.links("mooc", "u-17", "E-1", "").statusCode(201);
        UUID id = UUID.randomUUID();
        String path = "/v1/xapi/statements?statementId=" + id;

        platform.puts(path, Sent.newestOpenedx(id, "passed", FIRST)).statusCode(204);

        assertThat(platform.accepted(enrolled)).containsExactly("2026-05-30");
        platform.puts(path, Sent.newestOpenedx(id, "passed", FIRST)).statusCode(204);
        platform.puts(path, Sent.newestOpenedx(id, "passed", SECOND)).statusCode(409);
        platform.puts(path, Sent.newestOpenedx(UUID.randomUUID(), "passed", FIRST))
                .statusCode(400);
    }

    @Test
    void a_school_that_is_suspended_is_refused() {
        Neighbours.describeInstitution(platform.institution(), 2, "suspended");

        await().untilAsserted(() ->
                platform.school().post("/v1/xapi/statements", "[]").statusCode(403));
    }
}
