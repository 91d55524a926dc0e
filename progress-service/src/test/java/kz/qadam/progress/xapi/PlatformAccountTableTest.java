package kz.qadam.progress.xapi;

import static io.restassured.RestAssured.given;
import static kz.qadam.progress.Records.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import kz.qadam.chassis.testing.Exports;
import kz.qadam.local.QadamBackends;
import kz.qadam.local.Tokens;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Neighbours.Enrolled;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A table of a platform, which names people by accounts, beside its statements. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class PlatformAccountTableTest {

    private static final String AT = "2026-05-30T10:00:00+05:00";

    private final UUID aigul = UUID.randomUUID();
    private final UUID daulet = UUID.randomUUID();
    private PlatformOfSchool platform;
    private Enrolled ofAigul;
    private Enrolled ofDaulet;

    @BeforeEach
    void two_are_linked() {
        platform = PlatformOfSchool.open();
        ofAigul = platform.hasEnrolled("E-1", aigul, "AI-101");
        ofDaulet = platform.hasEnrolled("E-2", daulet, "AI-101");
        platform.links("17", ofAigul).statusCode(201);
        platform.links("18", ofDaulet).statusCode(201);
    }

    private ValidatableResponse sends(String query, String... rows) {
        return platform.school()
                .csv(
                        "/v1/completions/batch" + query,
                        "account,platform,course,completedOn,score\n" + String.join("\n", rows) + "\n")
                .statusCode(207);
    }

    @Test
    void what_came_before_is_a_duplicate_another_day_is_a_conflict_and_what_was_lost_is_new() {
        platform.sends(Sent.moodleCompleted("17", 2, AT));

        sends("", "17,moodle,AI-101,30.05.2026,", "18,moodle,AI-101,2026-05-29,0.9", "17,moodle,AI-101,2026-05-31,")
                .body("results.status", contains("duplicate", "accepted", "conflict"))
                .body("results[1].reference", startsWith("x-"))
                .body("results[2].problem.errors.column", contains("completedOn"))
                .body(
                        "results[2].problem.errors.detail",
                        contains("completedOn: 2026-05-30 was sent first, this says 2026-05-31."));

        assertThat(platform.accepted(ofAigul)).containsExactly("2026-05-30");
        assertThat(platform.accepted(ofDaulet)).containsExactly("2026-05-29");
    }

    @Test
    void a_dry_run_says_what_the_run_then_does_and_sending_it_again_changes_nothing() {
        platform.sends(Sent.moodleCompleted("17", 2, AT));
        String[] rows = {"17,moodle,AI-101,30.05.2026,", "18,moodle,AI-101,2026-05-29,"};

        sends("?dryRun=true", rows).body("duplicate", equalTo(1)).body("accepted", equalTo(1));
        sends("", rows).body("duplicate", equalTo(1)).body("accepted", equalTo(1));
        sends("", rows).body("duplicate", equalTo(2));
    }

    @Test
    void a_statement_that_comes_after_the_table_adds_nothing() {
        sends("", "17,moodle,AI-101,2026-05-30,0.9").body("accepted", equalTo(1));

        platform.sends(Sent.moodleCompleted("17", 2, AT));

        assertThat(platform.accepted(ofAigul)).containsExactly("2026-05-30");
        assertThat(platform.outcomes()).containsExactly("known-otherwise");
    }

    @Test
    void a_score_of_the_table_contradicts_no_statement_but_another_table() {
        platform.sends(Sent.moodleCompleted("17", 2, AT));

        sends("", "17,moodle,AI-101,2026-05-30,0.9").body("duplicate", equalTo(1));

        sends("", "18,moodle,AI-101,2026-05-30,0.8").body("accepted", equalTo(1));
        sends("", "18,moodle,AI-101,2026-05-30,0.9")
                .body("conflict", equalTo(1))
                .body("results[0].problem.errors.column", contains("score"));
    }

    @Test
    void what_the_institution_has_reported_under_a_reference_of_its_own_is_not_reported_twice() {
        platform.school().post("/v1/completions", """
                {"reference": "C-1", "enrolment": "E-1", "completedOn": "2026-05-30"}
                """).statusCode(201);

        sends("", "17,moodle,AI-101,2026-05-30,", "17,moodle,AI-101,2026-05-29,")
                .body("results.status", contains("duplicate", "conflict"))
                .body("results[0].reference", equalTo("C-1"));
    }

    @Test
    void what_the_platform_has_taken_back_and_the_table_still_says_is_new() {
        UUID statement = UUID.randomUUID();
        platform.sends(Sent.openedx(statement, "passed", "u-17", "edX+DemoX+1", AT, "10.0.1"));
        platform.links("mooc", "u-17", "E-1", "").statusCode(201);
        platform.sends(Sent.voiding(UUID.randomUUID(), statement));
        assertThat(platform.accepted(ofAigul)).isEmpty();

        sends("", "u-17,mooc,AI-101,2026-05-30,").body("accepted", equalTo(1));

        assertThat(platform.accepted(ofAigul)).containsExactly("2026-05-30");
    }

    @Test
    void what_the_institution_has_revoked_does_not_come_again() {
        sends("", "17,moodle,AI-101,2026-05-30,").body("accepted", equalTo(1));
        String reference = sends("", "17,moodle,AI-101,2026-05-30,").extract().path("results[0].reference");
        platform.school().post("/v1/revocations", """
                {"completion": "%s", "reason": "the wrong person"}
                """.formatted(reference)).statusCode(200);

        sends("", "17,moodle,AI-101,2026-05-30,").body("duplicate", equalTo(1));

        assertThat(platform.accepted(ofAigul)).isEmpty();
    }

    @Test
    void the_enrolment_is_the_newest_in_the_course_that_began_by_the_day() {
        Enrolled other = platform.hasEnrolled("E-3", aigul, "AI-102");

        sends("", "17,moodle,AI-102,2026-05-30,", "17,moodle,AI-102,2020-01-01,")
                .body("results.status", contains("accepted", "rejected"))
                .body("results[1].problem.errors.code", contains("no-enrolment"));

        assertThat(platform.accepted(other)).containsExactly("2026-05-30");
    }

    @Test
    void each_row_that_names_nobody_says_why_and_keeps_nothing() {
        sends(
                        "",
                        "19,moodle,AI-101,2026-05-30,",
                        "17,canvas,AI-101,2026-05-30,",
                        "17,,AI-101,2026-05-30,",
                        "17,moodle,AI-999,2026-05-30,",
                        "17,moodle,,2026-05-30,",
                        ",moodle,AI-101,2026-05-30,",
                        "991231100010,moodle,AI-101,2026-05-30,")
                .body("rejected", equalTo(7))
                .body(
                        "results.problem.errors.flatten().code",
                        contains(
                                "no-account",
                                "unknown-code",
                                "which-platform",
                                "unknown-code",
                                "missing",
                                "missing",
                                "looks-like-iin"))
                .body(
                        "results.problem.errors.flatten().column",
                        hasItems("account", "platform", "course", "enrolment"));

        assertThat(count("select count(*) from completion where institution = '%s'".formatted(platform.institution())))
                .isZero();
    }

    @Test
    void of_an_account_whose_enrolment_has_not_come_yet_it_says_so_and_takes_the_row_when_it_has() {
        platform.links("moodle", "19", "E-9", "").statusCode(201).body("status", equalTo("pending"));
        sends("", "19,moodle,AI-101,2026-05-30,").body("results[0].problem.errors.code", contains("link-waits"));

        Enrolled late = platform.hasEnrolled("E-9", UUID.randomUUID(), "AI-101");

        await().untilAsserted(() -> sends("", "19,moodle,AI-101,2026-05-30,").body("rejected", equalTo(0)));
        assertThat(platform.accepted(late)).containsExactly("2026-05-30");
    }

    @Test
    void an_item_names_an_enrolment_or_an_account() {
        platform.school()
                .post("/v1/completions", """
                {"reference": "C-1", "enrolment": "E-1", "account": "17", "course": "AI-101", "completedOn": "2026-05-30"}
                """)
                .statusCode(422)
                .body("errors.code", contains("enrolment-or-account"));
        platform.school()
                .post("/v1/completions", """
                {"reference": "C-1", "account": "17", "platform": "moodle", "course": "AI-101", "completedOn": "2026-05-30"}
                """)
                .statusCode(201)
                .body("reference", equalTo("C-1"))
                .body("enrolmentId", equalTo(ofAigul.id().toString()));
    }

    @Test
    void nothing_of_an_account_is_stored_with_a_completion() {
        sends("", "17,moodle,AI-101,2026-05-30,").body("accepted", equalTo(1));

        assertThat(count("select count(*) from completion where enrolment = '%s' and institution = '%s'"
                        .formatted(ofAigul.id(), platform.institution())))
                .isEqualTo(1);
    }

    @Test
    void another_institutions_accounts_are_not_known() {
        PlatformOfSchool other = PlatformOfSchool.open();

        other.school()
                .csv("/v1/completions/batch", "account,platform,course,completedOn\n17,moodle,AI-101,2026-05-30\n")
                .body("results.problem.errors.flatten().code", contains("no-account"));
    }

    @Test
    void the_gradebook_of_a_platform_is_read_by_a_profile_beside_its_statements() {
        platform.links("mooc", "a.serikova@company.example", "E-1", "").statusCode(201);
        platform.links("mooc", "a.lee@company.example", "E-2", "").statusCode(201);
        platform.sends(Sent.openedx(
                UUID.randomUUID(), "passed", "a.lee@company.example", "edX+DemoX+1", "2026-06-01T06:05:00Z", "10.0.1"));
        platform.puts("/v1/completion-table-profiles/" + platform.institution() + "/gradebook", """
                {"columns": [
                   {"name": "account", "headers": ["SIS Login ID"]},
                   {"name": "platform", "constant": "mooc"},
                   {"name": "course", "headers": ["Section"],
                    "values": [{"sent": "AI for business", "means": "AI-101"}]},
                   {"name": "completedOn", "headers": ["Completed At"], "dayFormats": ["M/d/yyyy h:mm a"]},
                   {"name": "score", "headers": ["Final Score"], "occurrence": 1, "unit": "percent"}],
                 "rows": [{"headers": ["SIS Login ID"]}, {"headers": ["Completed At"]}]}
                """)
                .statusCode(201);

        given().auth()
                .oauth2(Tokens.of("partner", platform.institution()))
                .contentType("text/csv")
                .body(Exports.bytes("platform-gradebook.csv"))
                .post("/v1/completions/batch?profile=gradebook")
                .then()
                .statusCode(207)
                .body("results.status", contains("accepted", "duplicate"));

        assertThat(platform.accepted(ofAigul)).containsExactly("2026-05-29");
        assertThat(platform.accepted(ofDaulet)).containsExactly("2026-06-01");
    }

    @Test
    void a_profile_says_where_an_enrolment_or_an_account_comes_from() {
        platform.puts("/v1/completion-table-profiles/" + platform.institution() + "/sheet", """
                {"columns": [{"name": "completedOn", "headers": ["Day"]}]}
                """)
                .statusCode(422)
                .body(
                        "errors.detail",
                        contains("The profile has to say where one of these columns comes from: account, enrolment."));
    }

    @Test
    void of_a_blocked_person_nothing_is_shown_and_a_dry_run_does_not_say_who_it_is() {
        sends("", "17,moodle,AI-101,2026-05-30,").body("accepted", equalTo(1));
        Neighbours.send("qadam.enrolments", "block/" + aigul, "kz.qadam.learner.blocked.v1", 1, """
                {"learnerId":"%1$s","blocked":true,"learners":["%1$s"],"version":1,"recordedAt":"2026-07-01T00:00:00Z"}
                """.formatted(aigul));
        await().untilAsserted(() -> assertThat(
                        count("select count(*) from blocked_learner where learner = '%s'".formatted(aigul)))
                .isEqualTo(1));

        String[] rows = {"17,moodle,AI-101,2026-05-30,", "17,moodle,AI-101,2026-05-29,"};
        sends("?dryRun=true", rows)
                .body("results.status", contains("duplicate", "conflict"))
                .body("results[1].problem.errors.detail", contains("completedOn differs from what was sent first."));
        sends("", rows).body("results.status", contains("rejected", "rejected"));
    }
}
