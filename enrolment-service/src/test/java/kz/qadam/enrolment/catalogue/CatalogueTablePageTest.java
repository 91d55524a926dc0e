package kz.qadam.enrolment.catalogue;

import static kz.qadam.enrolment.Caller.anybody;
import static kz.qadam.enrolment.Caller.fresh;
import static kz.qadam.enrolment.Caller.institution;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.put;
import static kz.qadam.enrolment.Caller.school;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The office pastes a table of institutions, sees what it would do, and confirms it. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class CatalogueTablePageTest {

    private static final String PAGE = "/institution-table";

    private String known;
    private String code;
    private String table;

    @BeforeEach
    void a_school_is_known_and_another_is_new() {
        known = school();
        code = fresh("school");
        table = """
                code\tkind\tnameKk\tnameRu\tnameEn\tregion\tversion
                %s\tschool\tМектеп\tШкола новая\tSchool\tKZ-75\t
                %s\tschool\tМектеп\tШкола иная\tSchool\tKZ-75\t1
                № 7\tschool\tМектеп\tШкола\tSchool\tKZ-75\t
                """.formatted(code, known);
    }

    @Test
    void what_a_table_would_do_is_shown_first_and_then_done_as_it_was_shown() {
        Shown shown = check();

        assertThat(shown.state()).isEqualTo("would-do");
        assertThat(shown.counts()).containsExactly("created 1", "replaced 1", "same 0", "rejected 1");
        assertThat(shown.html())
                .contains("<li>" + code + " – Школа новая</li>")
                .contains(
                        "<th scope=\"row\">%s</th><td>names.ru</td><td>Школа</td><td>Школа иная</td>".formatted(known))
                .contains("<th scope=\"row\">4</th><td>№ 7</td>");
        anybody().get("/v1/institutions/" + code).then().statusCode(404);

        assertThat(confirm(shown.effect()).state()).isEqualTo("done");

        anybody().get("/v1/institutions/" + code).then().body("names.ru", equalTo("Школа новая"));
        anybody().get("/v1/institutions/" + known).then().body("names.ru", equalTo("Школа иная"));
    }

    @Test
    void what_has_changed_meanwhile_is_shown_instead_of_done() {
        String effect = check().effect();
        put("/v1/institutions/" + known, "*", institution("suspended", "null")).statusCode(200);

        Shown shown = confirm(effect);

        assertThat(shown.state()).isEqualTo("would-do-other");
        assertThat(shown.counts()).containsExactly("created 1", "replaced 0", "same 0", "rejected 2");
        assertThat(shown.effect()).isNotEqualTo(effect);
        anybody().get("/v1/institutions/" + code).then().statusCode(404);
    }

    @Test
    void who_confirms_twice_sees_that_nothing_is_left_to_do() {
        String effect = check().effect();

        assertThat(confirm(effect).state()).isEqualTo("done");
        Shown shown = confirm(effect);

        assertThat(shown.state()).isEqualTo("would-do-other");
        assertThat(shown.counts()).containsExactly("created 0", "replaced 0", "same 2", "rejected 1");
        assertThat(shown.html()).doesNotContain("name=\"effect\"");
        anybody().get("/v1/institutions/" + code).then().header("ETag", equalTo("\"1\""));
    }

    @Test
    void a_table_that_cannot_be_read_says_why_and_stays_in_the_form() {
        String sent = "code\tkind\tcolour\nx\tschool\t<red>\n";

        assertThat(send(sent, null).html())
                .containsPattern("class=\"problem\" role=\"alert\"[^$]*colour")
                .contains("&lt;red&gt;");
    }

    @Test
    void what_there_is_can_be_filled_in_changed_and_sent() {
        String all = office().get(PAGE + "?filled=true").then().extract().asString();
        assertThat(all).contains("\n%s\t\t\tschool\tМектеп\tШкола\tSchool\tKZ-75\tactive\t1\r\n".formatted(known));

        Shown shown = send("""
                code\tbin\towner\tkind\tnameKk\tnameRu\tnameEn\tregion\tstatus\tversion
                %s\t\t\tschool\tМектеп\tШкола\tSchool\tKZ-75\tsuspended\t1
                """.formatted(known), null);

        assertThat(shown.counts()).containsExactly("created 0", "replaced 1", "same 0", "rejected 0");
        assertThat(shown.html()).contains("<td>status</td><td>active</td><td>suspended</td>");
    }

    @Test
    void only_the_office_opens_it() {
        partner(known).get(PAGE).then().statusCode(403);
        anybody().get(PAGE).then().statusCode(401);
        form(partner(known), table).post(PAGE + "/batch").then().statusCode(403);
    }

    private Shown check() {
        return send(table, null);
    }

    private Shown confirm(String effect) {
        return send(table, effect);
    }

    private static Shown send(String table, String effect) {
        RequestSpecification form = form(office(), table);
        if (effect != null) {
            form.formParam("effect", effect);
        }
        return new Shown(form.post(PAGE + "/batch?lang=ru")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .replaceAll(" data-label=\"[^\"]*\"", ""));
    }

    private static RequestSpecification form(RequestSpecification caller, String table) {
        return caller.contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("table", table);
    }

    /** The page that answers. */
    private record Shown(String html) {

        String state() {
            return all("data-state=\"([^\"]+)\"").findFirst().orElseThrow();
        }

        /** Confirms it. */
        String effect() {
            return all("name=\"effect\" value=\"([^\"]+)\"").findFirst().orElseThrow();
        }

        List<String> counts() {
            return all("data-count=\"([^\"]+\"><dt>[^<]*</dt><dd>[^<]*)</dd>")
                    .map(one -> one.replaceFirst("\"><dt>[^<]*</dt><dd>", " "))
                    .toList();
        }

        private Stream<String> all(String pattern) {
            return Pattern.compile(pattern).matcher(html).results().map(one -> one.group(1));
        }
    }
}
