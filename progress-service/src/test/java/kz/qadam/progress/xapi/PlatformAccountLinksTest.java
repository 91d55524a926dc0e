package kz.qadam.progress.xapi;

import static kz.qadam.progress.Records.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Neighbours.Enrolled;
import kz.qadam.progress.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose accounts at platforms are. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class PlatformAccountLinksTest {

    private static final String AT = "2026-05-30T10:00:00+05:00";
    private static final String LATER = "2026-05-31T10:00:00+05:00";

    private final UUID aigul = UUID.randomUUID();
    private final UUID daulet = UUID.randomUUID();
    private PlatformOfSchool platform;
    private Enrolled ofAigul;
    private Enrolled ofDaulet;

    @BeforeEach
    void two_are_enrolled() {
        platform = PlatformOfSchool.open();
        ofAigul = platform.hasEnrolled("E-1", aigul, "AI-101");
        ofDaulet = platform.hasEnrolled("E-2", daulet, "AI-101");
    }

    private void says(String type, String subject, int version, String data) {
        Neighbours.send("qadam.enrolments", subject, type, version, data);
    }

    private void isErased(UUID learner, Enrolled enrolled) {
        says("kz.qadam.learner.erased.v1", "erasure/" + learner, 2, """
                {"learnerId":"%1$s","state":"erased","learners":["%1$s"],"enrolments":["%2$s"],"version":2,
                 "recordedAt":"2026-07-01T00:00:00Z"}
                """.formatted(learner, enrolled.id()));
        await().untilAsserted(() -> assertThat(count(
                        "select count(*) from blocked_learner where erased and learner = '%s'".formatted(learner)))
                .isEqualTo(1));
    }

    @Test
    void links_are_a_table_with_two_columns() {
        platform.sends(Sent.moodleCompleted("17", 2, AT), Sent.moodleCompleted("18", 2, AT));

        platform.school()
                .csv("/v1/account-links/batch?dryRun=true", """
                        platform,account,enrolment
                        moodle,17,E-1
                        moodle,18,E-2
                        """)
                .statusCode(207)
                .body("effect.recorded", equalTo(2));
        platform.school()
                .csv("/v1/account-links/batch", """
                        platform,account,enrolment
                        moodle,17,E-1
                        moodle,18,E-2
                        moodle,19,E-99
                        """)
                .body("results.status", contains("accepted", "accepted", "pending"));

        assertThat(platform.accepted(ofAigul)).hasSize(1);
        assertThat(platform.accepted(ofDaulet)).hasSize(1);
    }

    @Test
    void a_link_names_the_person_and_not_the_enrolment() {
        Enrolled second = platform.hasEnrolled("E-3", aigul, "AI-102");
        platform.links("17", ofAigul).statusCode(201);

        platform.links("17", second).statusCode(200);

        platform.links("17", ofDaulet).statusCode(409).body("errors.code", contains("linked-already"));
    }

    @Test
    void the_platform_may_be_left_out_if_there_is_only_one() {
        platform.school()
                .post("/v1/account-links", """
                {"account":"17","enrolment":"E-1"}
                """)
                .statusCode(422)
                .body("errors.code", contains("which-platform"));
        platform.school().post("/v1/account-links", """
                {"platform":"canvas","account":"17","enrolment":"E-1"}
                """).statusCode(422).body("errors.code", contains("unknown-code"));
    }

    @Test
    void an_identification_number_is_no_account() {
        platform.links("moodle", "991231100010", "E-1", "")
                .statusCode(422)
                .body("errors.code", contains("looks-like-iin"));
    }

    @Test
    void what_came_before_stays_if_the_link_is_another_from_now_on() {
        platform.links("17", ofAigul).statusCode(201);
        platform.sends(Sent.moodleCompleted("17", 2, AT));

        platform.links("moodle", "17", "E-2", ",\"replace\":\"from-now-on\"").statusCode(200);

        platform.sends(Sent.moodleCompleted("17", 2, LATER));
        assertThat(platform.accepted(ofAigul)).containsExactly("2026-05-30");
        assertThat(platform.accepted(ofDaulet)).containsExactly("2026-05-31");
    }

    @Test
    void nothing_stays_with_a_link_that_still_waits_for_its_enrolment() {
        platform.links("moodle", "17", "E-99", "").statusCode(201).body("status", equalTo("pending"));

        platform.links("moodle", "17", "E-2", ",\"replace\":\"from-now-on\"")
                .statusCode(422)
                .body("errors.code", contains("link-pending"));
        platform.links("moodle", "17", "E-2", ",\"replace\":\"always-wrong\"").statusCode(200);
    }

    @Test
    void a_table_may_link_and_replace_an_account_in_two_rows() {
        platform.sends(Sent.moodleCompleted("17", 2, AT));

        platform.school().csv("/v1/account-links/batch", """
                        platform,account,enrolment,replace
                        moodle,17,E-1,
                        moodle,17,E-2,from-now-on
                        """).body("results.status", contains("accepted", "accepted"));

        assertThat(platform.accepted(ofAigul)).containsExactly("2026-05-30");
        assertThat(platform.accepted(ofDaulet)).isEmpty();
    }

    @Test
    void what_came_before_moves_if_the_link_was_always_wrong() {
        platform.links("17", ofAigul).statusCode(201);
        platform.sends(Sent.moodleCompleted("17", 2, AT));
        platform.school()
                .post("/v1/account-links?dryRun=true", """
                {"platform":"moodle","account":"17","enrolment":"E-2","replace":"always-wrong"}
                """)
                .statusCode(200)
                .body("effect.recorded", equalTo(1))
                .body("effect.revoked", equalTo(1));

        platform.links("moodle", "17", "E-2", ",\"replace\":\"always-wrong\"").statusCode(200);

        assertThat(platform.accepted(ofAigul)).isEmpty();
        assertThat(platform.accepted(ofDaulet)).containsExactly("2026-05-30");
    }

    @Test
    void two_accounts_of_one_person_make_one_completion() {
        platform.links("17", ofAigul).statusCode(201);
        platform.links("18", ofAigul).statusCode(201);
        platform.sends(Sent.moodleCompleted("17", 2, LATER));

        platform.sends(Sent.moodleCompleted("18", 2, AT));

        assertThat(platform.accepted(ofAigul)).containsExactly("2026-05-30");
    }

    @Test
    void a_link_follows_a_merge_and_its_undoing() {
        platform.links("17", ofAigul).statusCode(201);
        platform.sends(Sent.moodleCompleted("17", 5, AT));
        Enrolled other = platform.hasEnrolled("E-4", daulet, "AI-102");
        assertThat(platform.accepted(other)).isEmpty();

        Neighbours.merge(daulet, aigul, ofDaulet, other);
        await().untilAsserted(() -> assertThat(platform.accepted(other)).containsExactly("2026-05-30"));

        Neighbours.split(daulet, ofDaulet, other);
        await().untilAsserted(() -> assertThat(platform.accepted(other)).isEmpty());
    }

    @Test
    void of_an_erased_person_the_digest_of_the_account_alone_stays() {
        platform.links("17", ofAigul).statusCode(201);
        platform.sends(Sent.moodleCompleted("17", 2, AT), Sent.moodleCompleted("17", 5, AT));

        isErased(aigul, ofAigul);

        assertThat(count("select count(*) from xapi_statement where institution = '%s'"
                        .formatted(platform.institution())))
                .isZero();
        assertThat(count(("select count(*) from xapi_account where institution = '%s' and erased and sealed is null"
                                + " and enrolment is null and enrolment_id is null")
                        .formatted(platform.institution())))
                .isEqualTo(1);
        platform.sends(Sent.moodleCompleted("17", 2, LATER));
        assertThat(platform.outcomes()).isEmpty();
        platform.links("17", ofDaulet).statusCode(422).body("errors.code", contains("account-erased"));
    }

    @Test
    void what_comes_later_for_an_erased_person_is_erased_too() {
        isErased(aigul, ofAigul);
        platform.links("moodle", "17", "E-9", "").statusCode(201);
        platform.sends(Sent.moodleCompleted("17", 2, AT));

        platform.school().enrols("E-9", aigul, "pupils", "AI-101");

        await().untilAsserted(
                        () -> assertThat(count("select count(*) from xapi_account where institution = '%s' and erased"
                                        .formatted(platform.institution())))
                                .isEqualTo(1));
        assertThat(count("select count(*) from xapi_statement where institution = '%s'"
                        .formatted(platform.institution())))
                .isZero();
    }

    @Test
    void a_blocked_person_is_left_out_of_what_institutions_see() {
        platform.links("17", ofAigul).statusCode(201);
        platform.sends(Sent.moodleCompleted("17", 2, AT), Sent.moodleCompleted("17", 5, AT));
        platform.school().get("/v1/waiting-statements?by=account").body("items", hasSize(1));

        says("kz.qadam.learner.blocked.v1", "block/" + aigul, 1, """
                {"learnerId":"%1$s","blocked":true,"learners":["%1$s"],"version":1,"recordedAt":"2026-07-01T00:00:00Z"}
                """.formatted(aigul));

        await().untilAsserted(() ->
                platform.school().get("/v1/waiting-statements?by=account").body("items", empty()));
        assertThat(platform.outcomes()).isEmpty();
        assertThat(platform.school()
                        .getCsv("/v1/missing-enrolments.csv")
                        .extract()
                        .asString())
                .doesNotContain(aigul.toString());
    }

    @Test
    void a_person_record_tells_accounts_and_what_waits() {
        platform.links("17", ofAigul).statusCode(201);
        platform.sends(Sent.moodleCompleted("17", 2, AT), Sent.moodleCompleted("17", 5, LATER));

        Office.get("office", "/v1/learners/" + aigul + "/records")
                .body("platformAccounts.account", contains("17"))
                .body("platformAccounts[0].enrolment", equalTo("E-1"))
                .body("platformAccounts[0].statements.state", contains("counted", "waiting"));
        Office.get("office", "/learner-records/" + aigul + "?lang=en")
                .body(containsString("the account “17” at the platform"), containsString("· counted ·"));
    }

    @Test
    void another_school_has_other_accounts() {
        platform.links("17", ofAigul).statusCode(201);

        PlatformOfSchool.open().sends(Sent.moodleCompleted("17", 2, AT));

        assertThat(platform.accepted(ofAigul)).isEmpty();
        platform.school().get("/v1/waiting-statements?by=account").body("items", not(hasSize(1)));
    }
}
