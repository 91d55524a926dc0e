package kz.qadam.enrolment.enrolments;

import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrolled;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;
import static kz.qadam.enrolment.Caller.suspend;
import static kz.qadam.enrolment.Caller.withdraws;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.security.Submitter;
import kz.qadam.enrolment.People;
import kz.qadam.local.QadamBackends;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sends a number for the first time learns nothing of whether others know the person, or whether it is blocked. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class NoOracleTest {

    /** What differs between two equal requests: an id, how far it can be compressed, and what is left of a quota. */
    private static final Set<String> VARYING = Set.of("traceparent", "content-length", "ratelimit");

    @Inject
    NewEnrolments enrolments;

    @Inject
    Batch batch;

    @Inject
    Database database;

    private final String known = People.iin();
    private final String unknown = People.iin();
    private String course;
    private String school;

    @BeforeEach
    void let_another_institution_know_somebody() {
        course = course();
        enrolled(school(), enrolment("E-1", course, known));
        school = school();
    }

    @AfterEach
    void let_erasures_go_on() {
        BlockedPeople.letNoFileWait();
    }

    private Response post(String path, String body) {
        return partner(school).body(body).post("/v1/enrolments" + path);
    }

    /** All that the answer says, but for what varies and for what was sent. */
    private static Map<String, String> said(Response answer) {
        Map<String, String> said = new TreeMap<>(answer.getHeaders().asList().stream()
                .filter(header -> !VARYING.contains(header.getName().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toMap(Header::getName, header -> masked(header.getValue()), (a, b) -> a + b)));
        said.put("status", String.valueOf(answer.statusCode()));
        said.put("body", masked(answer.asString()));
        return said;
    }

    private static String masked(String text) {
        return text.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "<id>")
                .replaceAll("E-[0-9]", "<reference>")
                .replaceAll("[0-9]{12}", "<number that was sent>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?dryRun=true"})
    void one_enrolment_is_answered_alike(String query) {
        var ofKnown = post(query, enrolment("E-1", course, known));
        var ofUnknown = post(query, enrolment("E-2", course, unknown));

        assertThat(said(ofKnown)).isEqualTo(said(ofUnknown));
        assertThat(ofKnown.statusCode()).isIn(200, 201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?dryRun=true", "?atomic=true"})
    void a_batch_is_answered_alike(String query) {
        var ofKnown = post("/batch" + query, "[" + enrolment("E-1", course, known) + "]");
        var ofUnknown = post("/batch" + query, "[" + enrolment("E-2", course, unknown) + "]");

        assertThat(said(ofKnown)).isEqualTo(said(ofUnknown));
        assertThat(ofKnown.statusCode()).isEqualTo(207);
    }

    @ParameterizedTest
    @EnumSource
    void a_dry_run_is_answered_alike(BlockedPeople people) {
        var ofKnown = post("?dryRun=true", enrolment("E-1", course, people.iin(course)));
        var ofUnknown = post("?dryRun=true", enrolment("E-2", course, unknown));

        assertThat(said(ofKnown)).isEqualTo(said(ofUnknown));
        assertThat(ofKnown.asString()).hasSameSizeAs(ofUnknown.asString());
        assertThat(ofKnown.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(names = {"FOR_A_TIME", "ERASING"})
    void a_dry_run_does_the_same_work(BlockedPeople people) {
        assertThat(statementsAbout(people.iin(course)))
                .isEqualTo(statementsAbout(known))
                .isNotEmpty();
    }

    /** The statements of a dry run about somebody. */
    private List<String> statementsAbout(String iin) {
        byte[] body = enrolment("E-1", course, iin).getBytes(StandardCharsets.UTF_8);
        var item = enrolments.read(batch.single(body), Submitter.of(school), null);
        List<String> statements = new ArrayList<>();
        var log = new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                statements.add(context.getRawSql());
            }
        };
        database.transaction(
                handle -> {
                    handle.getConfig(SqlStatements.class).setSqlLogger(log);
                    return enrolments.record(handle, List.of(item), true);
                },
                result -> false);
        return statements;
    }

    @ParameterizedTest
    @EnumSource
    void a_dry_run_of_a_batch_is_answered_alike(BlockedPeople people) {
        String others = ", " + enrolment("E-8", course, People.iin()) + "," + enrolment("E-9", "none", People.iin());

        var ofKnown = post("/batch?dryRun=true", "[" + enrolment("E-1", course, people.iin(course)) + others + "]");
        var ofUnknown = post("/batch?dryRun=true", "[" + enrolment("E-2", course, unknown) + others + "]");

        assertThat(said(ofKnown)).isEqualTo(said(ofUnknown));
        assertThat(ofKnown.jsonPath().getInt("rejected")).isEqualTo(1);
    }

    @Test
    void a_blocked_person_is_not_found_among_ten_thousand() {
        String blocked = BlockedPeople.FOR_A_TIME.iin(course);
        String items = IntStream.range(0, 10_000)
                .mapToObj(i -> enrolment("E-" + i, course, i == 6_172 ? blocked : People.iin()))
                .collect(Collectors.joining(",", "[", "]"));

        post("/batch?dryRun=true", items)
                .then()
                .statusCode(207)
                .body("accepted", equalTo(10_000))
                .body("rejected", equalTo(0));
    }

    @ParameterizedTest
    @EnumSource
    void a_dry_run_of_a_table_is_answered_alike_as_a_table(BlockedPeople people) {
        var ofKnown = table("E-1", people.iin(course));
        var ofUnknown = table("E-2", unknown);

        assertThat(said(ofKnown)).isEqualTo(said(ofUnknown));
    }

    private Response table(String reference, String iin) {
        var answer = partner(school)
                .contentType("text/csv")
                .accept("text/csv")
                .body("reference,course,cohort,iin,enrolledOn\n%s,%s,pupils,%s,2026-02-01\n"
                        .formatted(reference, course, iin))
                .post("/v1/enrolments/batch?dryRun=true");
        assertThat(answer.asString()).contains("accepted");
        return answer;
    }

    @Test
    void a_dry_run_about_a_document_is_answered_alike() {
        String number = "N" + unknown.substring(3);
        String learner = post("", ofDocument("E-1", number)).path("learnerId");
        BlockedPeople.FOR_A_TIME.become(null, learner);
        school = school();

        var ofBlocked = post("?dryRun=true", ofDocument("E-1", number));
        var ofUnknown = post("?dryRun=true", ofDocument("E-2", "M" + known.substring(3)));

        assertThat(said(ofBlocked)).isEqualTo(said(ofUnknown));
        assertThat(ofBlocked.statusCode()).isEqualTo(200);
    }

    private String ofDocument(String reference, String number) {
        return enrolment(reference, course, "")
                .replace("{\"iin\": \"\"}", "{\"document\": {\"country\": \"KZ\", \"number\": \"" + number + "\"}}");
    }

    @ParameterizedTest
    @EnumSource(names = {"NOBODY_BLOCKED", "FOR_A_TIME", "ERASING"})
    void a_dry_run_about_an_own_enrolment_is_answered_alike(BlockedPeople people) {
        var duplicate = post("?dryRun=true", enrolment("E-1", course, people.iin(course, school)));

        duplicate
                .then()
                .statusCode(200)
                .body("status", equalTo("duplicate"))
                .body("enrolment.status", equalTo("enrolled"));
    }

    @ParameterizedTest
    @EnumSource(names = {"FOR_A_TIME", "ERASING"})
    void a_dry_run_does_not_show_what_is_held_of_a_blocked_person(BlockedPeople people) {
        String iin = People.iin();
        String learner = post("", enrolment("E-1", course, iin)).path("learnerId");
        withdraws(school, "E-1", "2026-03-01").statusCode(201);
        people.become(iin, learner);

        post("?dryRun=true", enrolment("E-1", course, iin)).then().body("enrolment.status", equalTo("enrolled"));
    }

    @ParameterizedTest
    @EnumSource
    void a_learner_whom_another_institution_enrolled_is_named_by_nobody(BlockedPeople people) {
        String iin = People.iin();
        String learner = partner(school)
                .body(enrolment("E-1", course, iin))
                .post("/v1/enrolments")
                .path("learnerId");
        people.become(iin, learner);
        school = school();

        var ofKnown = post("?dryRun=true", byLearner(learner));
        var ofUnknown = post("?dryRun=true", byLearner(UUID.randomUUID().toString()));

        assertThat(said(ofKnown)).isEqualTo(said(ofUnknown));
        assertThat(ofKnown.statusCode()).isEqualTo(422);
    }

    private String byLearner(String learner) {
        return enrolment("E-1", course, "").replace("{\"iin\": \"\"}", "{\"learnerId\": \"" + learner + "\"}");
    }

    @ParameterizedTest
    @EnumSource
    void an_item_with_another_fault_is_answered_alike(BlockedPeople people) {
        var ofKnown = post("", enrolment("E-1", "none", people.iin(course)));
        var ofUnknown = post("", enrolment("E-2", "none", unknown));

        assertThat(said(ofKnown)).isEqualTo(said(ofUnknown));
        assertThat(ofKnown.statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @EnumSource
    void a_batch_that_is_not_kept_as_a_whole_is_answered_alike(BlockedPeople people) {
        String wrong = "," + enrolment("E-9", "none", People.iin()) + "]";

        var ofKnown = post("/batch?atomic=true", "[" + enrolment("E-1", course, people.iin(course)) + wrong);
        var ofUnknown = post("/batch?atomic=true", "[" + enrolment("E-2", course, unknown) + wrong);

        assertThat(said(ofKnown)).isEqualTo(said(ofUnknown));
        assertThat(ofKnown.jsonPath().getList("results.status")).containsExactly("not-kept", "rejected");
    }

    @ParameterizedTest
    @EnumSource
    void a_reference_that_an_earlier_item_uses_conflicts_alike(BlockedPeople people) {
        var ofKnown = post("/batch", twiceUnder("E-1", people.iin(course)));
        var ofUnknown = post("/batch", twiceUnder("E-2", unknown));

        assertThat(said(ofKnown)).isEqualTo(said(ofUnknown));
        assertThat(ofKnown.jsonPath().getList("results.status")).containsExactly("accepted", "conflict");
    }

    private String twiceUnder(String reference, String iin) {
        return "[" + enrolment(reference, course, People.iin()) + "," + enrolment(reference, course, iin) + "]";
    }

    @ParameterizedTest
    @EnumSource
    void a_reference_that_is_taken_conflicts_alike_whoever_is_named(BlockedPeople people) {
        post("", enrolment("E-1", course, People.iin())).then().statusCode(201);

        var ofKnown = post("", enrolment("E-1", course, people.iin(course)));
        var ofUnknown = post("", enrolment("E-1", course, unknown));

        assertThat(said(ofKnown)).isEqualTo(said(ofUnknown));
        assertThat(ofKnown.statusCode()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({
        "enrolments, false",
        "enrolments?dryRun=true, false",
        "enrolments/batch, true",
        "enrolments/batch?dryRun=true, true",
        "enrolments/batch?atomic=true, true"
    })
    void a_suspended_institution_is_told_nothing_else(String path, boolean isBatch) {
        String wrong = enrolment("8 701 123 45 67", "none", BlockedPeople.FOR_A_TIME.iin(course))
                .replace("2026-02-01", "2099-02-30");
        suspend(school);

        var answer = partner(school).body(isBatch ? "[" + wrong + "]" : wrong).post("/v1/" + path);

        assertThat(answer.jsonPath().getList((isBatch ? "results[0].problem." : "") + "errors.code"))
                .containsExactly("institution-suspended");
    }

    @ParameterizedTest
    @ValueSource(strings = {"enrolment-corrections", "withdrawals"})
    void a_suspended_institution_is_told_nothing_about_its_enrolments(String kind) {
        suspend(school);

        for (String query : List.of("", "?dryRun=true")) {
            partner(school)
                    .body("{\"enrolment\": \"E-1\", \"course\": \"none\", \"institution\": \"school-0\"}")
                    .post("/v1/" + kind + query)
                    .then()
                    .body("errors.code", contains("institution-suspended"));
        }
    }

    @Test
    void a_dry_run_shows_no_learner_that_could_be_compared() {
        assertThat(post("?dryRun=true", enrolment("E-1", course, known)).asString())
                .doesNotContain("learnerId");
    }

    @Test
    void a_dry_run_of_a_batch_shows_no_learner_that_could_be_compared() {
        assertThat(post("/batch?dryRun=true", "[" + enrolment("E-1", course, known) + "]")
                        .asString())
                .doesNotContain("learnerId");
    }

    @Test
    void an_atomic_batch_that_is_not_kept_shows_no_learner_that_could_be_compared() {
        String batch = "[" + enrolment("E-1", course, known) + "," + enrolment("E-2", "none", unknown) + "]";

        assertThat(post("/batch?atomic=true", batch).asString()).doesNotContain("learnerId");
    }

    @Test
    void a_reference_that_is_taken_conflicts_alike() {
        post("", enrolment("E-1", course, People.iin())).then().statusCode(201);

        var ofKnown = post("", enrolment("E-1", course, known));
        var ofUnknown = post("", enrolment("E-1", course, unknown));

        assertThat(said(ofKnown)).isEqualTo(said(ofUnknown));
        assertThat(ofKnown.statusCode()).isEqualTo(409);
    }
}
