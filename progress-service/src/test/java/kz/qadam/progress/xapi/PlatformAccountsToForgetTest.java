package kz.qadam.progress.xapi;

import static kz.qadam.progress.Records.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Neighbours.Enrolled;
import kz.qadam.progress.Partner;
import kz.qadam.progress.Records;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An institution hears which accounts of an erased person it has to delete at its platforms. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class PlatformAccountsToForgetTest {

    private static final String PATH = "/v1/accounts-to-forget";
    private static final String PAGE = "/platforms/to-forget?lang=en";
    private static final String TASK = "items.find { it.kind == 'accounts-to-forget' }";

    @Inject
    PlatformAccountsToForget accounts;

    private final UUID aigul = UUID.randomUUID();
    private PlatformOfSchool platform;
    private Enrolled ofAigul;

    @BeforeEach
    void two_accounts_of_a_person_are_linked() {
        platform = PlatformOfSchool.open();
        ofAigul = platform.hasEnrolled("E-1", aigul, "AI-101");
        platform.links("17", ofAigul).statusCode(201);
        platform.links("mooc", "a.serikova", "E-1", "").statusCode(201);
    }

    private void is(String state, int version) {
        Neighbours.send("qadam.enrolments", "erasure/" + aigul, "kz.qadam.learner.erased.v1", version, """
                {"learnerId":"%1$s","state":"%3$s","learners":["%1$s"],"enrolments":["%2$s"],"version":%4$d,
                 "recordedAt":"2026-07-01T00:00:00Z"}
                """.formatted(
                        aigul, ofAigul.id(), state, version));
        await().untilAsserted(() -> assertThat(
                        count("select count(*) from blocked_learner where learner = '%s' and erased = %b"
                                .formatted(aigul, state.equals("erased"))))
                .isEqualTo(1));
    }

    private ValidatableResponse list() {
        return platform.school().get(PATH).statusCode(200);
    }

    private String first() {
        return list().extract().path("items[0].account");
    }

    private ValidatableResponse confirms(Partner partner, String account) {
        return partner.delete(PATH + "/" + account);
    }

    @Test
    void the_accounts_of_somebody_who_is_erased_are_named_with_their_platforms() {
        is("blocked", 1);
        list().body("items", empty());

        is("erased", 2);

        list().body("items.sort { it.name }.name", contains("17", "a.serikova"))
                .body("items.sort { it.name }.platform", contains("moodle", "mooc"));
        platform.school()
                .get("/v1/completion-tasks")
                .body(TASK + ".count", equalTo(2))
                .body(TASK + ".link", equalTo("/platforms/to-forget"));
    }

    @Test
    void the_name_of_a_confirmed_account_is_nowhere_any_more() {
        is("erased", 2);
        String account = first();

        confirms(platform.school(), account).statusCode(204);

        confirms(platform.school(), account).statusCode(204);
        list().body("items", hasSize(1));
        assertThat(count("select count(*) from accounts_to_forget where account = '%s'".formatted(account)))
                .isZero();
        assertThat(count("select count(*) from xapi_account where account = '%s' and erased and sealed is null"
                        .formatted(account)))
                .isEqualTo(1);
    }

    @Test
    void another_institution_neither_sees_nor_confirms_them() {
        is("erased", 2);
        Partner other = Partner.school();

        confirms(other, first()).statusCode(204);

        other.get(PATH).body("items", empty());
        list().body("items", hasSize(2));
    }

    @Test
    void names_that_nobody_confirms_are_deleted_after_90_days() {
        is("erased", 2);
        Records.change("update accounts_to_forget set erased_at = erased_at - interval '91 days' where account = '%s'"
                .formatted(first()));

        accounts.clear();

        list().body("items", hasSize(1));
    }

    @Test
    void the_page_asks_before_a_name_is_deleted() {
        is("erased", 2);
        platform.school().get(PAGE).body(containsString("a.serikova"));

        platform.school()
                .form(PAGE, Map.of("account", first()))
                .statusCode(200)
                .body(containsString("Is the account deleted?"));

        list().body("items", hasSize(2));
    }

    @Test
    void the_page_deletes_the_name_once_it_is_confirmed() {
        is("erased", 2);
        Map<String, String> form = Map.of("account", first(), "confirmed", "true");

        platform.school().form(PAGE, form).statusCode(303).header("Location", endsWith(PAGE));

        platform.school().form(PAGE, form).statusCode(303);
        list().body("items", hasSize(1));
    }

    @Test
    void without_an_account_there_is_no_task() {
        Partner other = Partner.school();

        other.get("/v1/completion-tasks").body(TASK, nullValue());
        other.get(PAGE).body(containsString("There is no account to delete."));
    }
}
