package kz.qadam.progress.xapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.Neighbours.Enrolled;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An institution says whose many accounts are, by a table on a page. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class PlatformAccountLinkTablePageTest {

    private static final String PAGE = "/platforms/links?lang=en";
    private static final String AT = "2026-05-30T10:00:00+05:00";
    private static final String TABLE = "platform,account,enrolment\nmoodle,17,E-1\nmoodle,18,E-9\nmoodle,19,\n";

    private PlatformOfSchool platform;
    private Enrolled ofAigul;

    @BeforeEach
    void a_statement_of_an_account_has_come() {
        platform = PlatformOfSchool.open();
        ofAigul = platform.hasEnrolled("E-1", UUID.randomUUID(), "AI-101");
        platform.sends(Sent.moodleCompleted("17", 2, AT));
    }

    private ValidatableResponse send(Map<String, String> form) {
        return platform.school().form(PAGE, form).statusCode(200);
    }

    private static Map<String, String> table(String table) {
        return new HashMap<>(Map.of("table", table));
    }

    /** The same form, which confirms what it shows. */
    private Map<String, String> confirming(Map<String, String> form) {
        var found = Pattern.compile("name=\"effect\" value=\"([0-9a-f]{64})\"")
                .matcher(send(form).extract().asString());
        assertThat(found.find()).isTrue();
        form.put("effect", found.group(1));
        return form;
    }

    @Test
    void what_would_follow_is_shown_first() {
        send(table(TABLE))
                .body(containsString("<div data-count=\"accepted\"><dt>Linked</dt><dd>1</dd>"))
                .body(containsString("<div data-count=\"pending\"><dt>The enrolment is not known yet</dt><dd>1</dd>"))
                .body(containsString("<div data-count=\"rejected\"><dt>Not kept</dt><dd>1</dd>"))
                .body(containsString("Completions that will count: 1."))
                .body(containsString("<tr><th scope=\"row\">4</th>"));

        assertThat(platform.accepted(ofAigul)).isEmpty();
    }

    @Test
    void a_table_of_thousands_of_links_is_taken() {
        String rows = IntStream.range(0, 3_000)
                .mapToObj(i -> "moodle,a-" + i + ",E-" + i + "\n")
                .collect(Collectors.joining());

        send(table("platform,account,enrolment\n" + rows))
                .body(containsString(
                        "<div data-count=\"pending\"><dt>The enrolment is not known yet</dt><dd>2999</dd>"));
    }

    @Test
    void what_was_shown_is_kept() {
        send(confirming(table(TABLE))).body(containsString("data-state=\"done\""));

        assertThat(platform.accepted(ofAigul)).containsExactly("2026-05-30");
    }

    @Test
    void another_effect_than_was_shown_is_shown_first() {
        Map<String, String> form = confirming(table(TABLE));
        platform.links("17", ofAigul).statusCode(201);

        send(form).body(containsString("data-state=\"would-do-other\""));
    }

    @Test
    void a_table_that_cannot_be_read_says_why() {
        send(table("nothing"))
                .body(containsString("<title>Error: "))
                .body(containsString("href=\"#table\""))
                .body(not(containsString("id=\"confirm\"")));
    }
}
