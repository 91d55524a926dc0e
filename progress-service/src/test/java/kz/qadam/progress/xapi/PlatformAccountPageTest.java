package kz.qadam.progress.xapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.Neighbours.Enrolled;
import kz.qadam.progress.Partner;
import kz.qadam.progress.Records;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An institution says on a page whose an account is. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class PlatformAccountPageTest {

    private static final String AT = "2026-05-30T10:00:00+05:00";

    private final UUID aigul = UUID.randomUUID();
    private PlatformOfSchool platform;
    private Enrolled ofAigul;
    private Enrolled ofDaulet;
    private String page;

    @BeforeEach
    void a_statement_of_an_account_has_come() {
        platform = PlatformOfSchool.open();
        ofAigul = platform.hasEnrolled("E-1", aigul, "AI-101");
        ofDaulet = platform.hasEnrolled("E-2", UUID.randomUUID(), "AI-101");
        platform.sends(Sent.moodleCompleted("17", 2, AT));
        var found = Pattern.compile("href=\"(/platforms/accounts/[0-9a-f]{64}\\?lang=en)\">17<")
                .matcher(platform.school().get("/platforms?lang=en").extract().asString());
        assertThat(found.find()).isTrue();
        page = found.group(1);
    }

    private ValidatableResponse send(Map<String, String> form) {
        return platform.school().form(page, form);
    }

    private static Map<String, String> form(String enrolment) {
        return new HashMap<>(Map.of("enrolment", enrolment));
    }

    private static Map<String, String> form(String enrolment, String replace) {
        return new HashMap<>(Map.of("enrolment", enrolment, "replace", replace));
    }

    /** The same form, which confirms what it shows. */
    private Map<String, String> confirming(Map<String, String> form) {
        var found = Pattern.compile("name=\"effect\" value=\"([0-9a-f]{64})\"")
                .matcher(send(form).statusCode(200).extract().asString());
        assertThat(found.find()).isTrue();
        form.put("effect", found.group(1));
        return form;
    }

    @Test
    void how_many_will_count_is_shown_first() {
        send(form("E-1"))
                .statusCode(200)
                .body(containsString("will be linked to the person with the enrolment E-1"))
                .body(containsString("Completions that will count: 1."))
                .body(containsString("<tr data-change=\"recorded\"><th scope=\"row\">E-1</th>"));

        assertThat(platform.accepted(ofAigul)).isEmpty();
    }

    @Test
    void what_was_shown_is_kept_and_the_page_says_so() {
        send(confirming(form("E-1"))).statusCode(303).header("Location", endsWith(page));

        platform.school()
                .get(page)
                .body(containsString("It belongs to the person with the enrolment E-1."))
                .body(containsString("data-state=\"counted\""));
        assertThat(platform.accepted(ofAigul)).containsExactly("2026-05-30");
    }

    @Test
    void a_form_that_is_sent_twice_links_once() {
        Map<String, String> form = confirming(form("E-1"));
        send(form).statusCode(303);

        send(form).statusCode(303);

        assertThat(platform.accepted(ofAigul)).hasSize(1);
    }

    @Test
    void what_somebody_else_has_linked_in_between_is_shown_instead() {
        Map<String, String> form = confirming(form("E-1"));
        platform.links("17", ofDaulet).statusCode(201);

        send(form)
                .statusCode(200)
                .body(containsString("<title>Error: "))
                .body(containsString("<a href=\"#replace\">The account is linked to somebody else"));

        assertThat(platform.accepted(ofAigul)).isEmpty();
    }

    @Test
    void another_effect_than_was_shown_is_shown_first() {
        Map<String, String> form = confirming(form("E-1"));
        platform.hasEnrolled("E-3", aigul, "AI-102");
        platform.sends(Sent.moodleCompleted("17", 5, AT));

        send(form)
                .statusCode(200)
                .body(containsString("Something has changed meanwhile"))
                .body(containsString("Completions that will count: 2."));

        assertThat(platform.accepted(ofAigul)).isEmpty();
    }

    @Test
    void what_is_wrong_is_said_at_its_field() {
        send(form("991231100010"))
                .statusCode(200)
                .body(containsString("<title>Error: "))
                .body(containsString("<a href=\"#enrolment\">"))
                .body(not(containsString("id=\"confirm\"")));
        send(form("")).body(containsString("<a href=\"#enrolment\">"));
    }

    @Test
    void a_link_by_an_enrolment_that_is_not_known_yet_waits() {
        send(form("E-9")).body(containsString("This enrolment is not known yet"));

        send(confirming(form("E-9"))).statusCode(303);

        platform.school().get(page).body(containsString("but this enrolment is not known yet"));
        platform.school().get("/platforms?lang=en").body(containsString("send it, or correct the link."));
    }

    @Test
    void a_link_that_was_always_wrong_shows_what_is_revoked_and_what_counts_for_the_other() {
        platform.links("17", ofAigul).statusCode(201);

        send(form("E-2", "always-wrong"))
                .body(containsString("Completions that will count: 1."))
                .body(containsString("Completions that will be revoked: 1."))
                .body(containsString("<tr data-change=\"revoked\"><th scope=\"row\">E-1</th>"))
                .body(containsString("<tr data-change=\"recorded\"><th scope=\"row\">E-2</th>"));
        send(confirming(form("E-2", "always-wrong"))).statusCode(303);

        assertThat(platform.accepted(ofAigul)).isEmpty();
        assertThat(platform.accepted(ofDaulet)).containsExactly("2026-05-30");
    }

    @Test
    void a_link_that_is_another_one_from_now_on_leaves_what_came_before() {
        platform.links("17", ofAigul).statusCode(201);

        send(confirming(form("E-2", "from-now-on"))).statusCode(303);

        assertThat(platform.accepted(ofAigul)).containsExactly("2026-05-30");
        platform.sends(Sent.moodleCompleted("17", 2, "2026-05-31T10:00:00+05:00"));
        assertThat(platform.accepted(ofDaulet)).containsExactly("2026-05-31");
    }

    @Test
    void a_former_link_asks_what_becomes_of_what_came_before() {
        platform.links("17", ofAigul).statusCode(201);

        platform.school().get(page).body(containsString("value=\"always-wrong\""));
        send(form("E-2")).body(containsString("<a href=\"#replace\">"));
    }

    @Test
    void nobody_else_sees_an_account_nor_one_whose_person_is_blocked() {
        Partner.school().get(page).statusCode(404);
        platform.links("17", ofAigul).statusCode(201);

        Records.change("insert into blocked_learner (learner, person, erased, by_erasure, for_a_time)"
                + " values ('%1$s', '%1$s', false, false, true)".formatted(aigul));

        platform.school().get(page).statusCode(404);
    }
}
