package kz.qadam.enrolment.enrolments;

import static kz.qadam.enrolment.Caller.administrator;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;
import static kz.qadam.enrolment.Caller.suspend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody says on a page what the columns of a table are, without a script. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class EnrolmentTableProfilePageTest {

    private static final String PAGE = ProfilePage.PATH;

    @Inject
    Database database;

    private ProfilePage page;
    private String school;

    @BeforeEach
    void open() {
        page = new ProfilePage();
        school = page.school();
    }

    @Test
    void what_becomes_of_its_rows_is_shown_without_numbers_of_people() {
        ShownForm checked = page.check(page.filledIn());

        assertThat(checked.html())
                .contains("<div data-count=\"accepted\"><dt>Accepted</dt><dd>4</dd></div>")
                .contains("<div data-count=\"rejected\"><dt>Rejected</dt><dd>1</dd></div>")
                .contains("ЖСН: […] · Курс: Python негіздері · Аяқтады: Иә · Күні: 29.05.2026")
                .contains(
                        "Course: " + page.course() + " · Cohort: pupils · IIN: […] · Day of the enrolment: 2026-02-01")
                .contains("the catalogue has no such course")
                .contains("never stored:</b> №, Аты-жөні, Сынып");
        assertThat(checked.html().replaceAll("(?s)<textarea.*?</textarea>", "")).doesNotContain("9904032000");
    }

    @Test
    void a_saved_profile_is_changed_with_or_without_a_table() {
        page.saveAsOwn(page.filledIn());
        ShownForm open = page.own();
        assertThat(open.html()).contains("No table is chosen");
        assertThat(open.value("version")).isEqualTo("1");

        page.save(open.with("cohort.from", "=students")).then().statusCode(303);

        assertThat(page.saved("own")).contains("\"constant\":\"students\"").contains("\"sent\":\"Python негіздері\"");
        partner(school)
                .get("/v1/enrolment-table-profiles/" + school + "/own")
                .then()
                .header("ETag", "\"2\"");
    }

    @Test
    void what_a_form_does_not_show_stays_as_it_is() {
        String profile = """
                {"sheet": "Ведомость", "encoding": "utf-16",
                 "columns": [
                   {"name": "iin", "headers": ["ЖСН", "ИИН"]},
                   {"name": "course", "headers": ["Курс"], "occurrence": 2,
                    "values": [{"sent": "Python", "means": "%s"}, {"sent": "-"}]},
                   {"name": "cohort", "constant": "pupils"},
                   {"name": "enrolledOn", "headers": ["Күні"], "dayFormats": ["MMMM d, yyyy", "d.M.yy"]},
                   {"name": "reference", "template": "{Топ|Group}-{№}"},
                   {"name": "score", "headers": ["Балл"], "unit": "percent"},
                   {"name": "_who", "headers": ["Аты"]}, {"name": "_year", "constant": "2026"}],
                 "rows": [{"headers": ["Статус", "Status"], "keep": ["Иә", "Да"]}, {"headers": ["Балл"]}]}
                """.formatted(page.course());
        administrator(school)
                .body(profile)
                .put("/v1/enrolment-table-profiles/" + school + "/own")
                .then()
                .statusCode(201);

        page.save(page.own()).then().statusCode(303);

        // Nothing has changed but the order of columns, which says nothing.
        administrator(school)
                .body(page.saved("own"))
                .put("/v1/enrolment-table-profiles/" + school + "/own")
                .then()
                .statusCode(200);
        for (String part : List.of(
                "\"headers\":[\"ЖСН\",\"ИИН\"]",
                "\"occurrence\":2",
                "{\"sent\":\"-\"}",
                "[\"MMMM d, yyyy\",\"d.M.yy\"]",
                "{Топ|Group}-{№}",
                "\"unit\":\"percent\"",
                "\"_who\"",
                "\"_year\"",
                "\"keep\":[\"Иә\",\"Да\"]",
                "utf-16",
                "Ведомость")) {
            assertThat(page.saved("own")).contains(part);
        }
    }

    @Test
    void somebody_elses_change_is_shown_before_it_is_overruled() {
        page.saveAsOwn(page.filledIn());
        ShownForm mine = page.own().with("cohort.from", "=business");
        ShownForm theirs = page.own();
        page.save(theirs.with("cohort.from", "=citizens")).then().statusCode(303);

        ShownForm conflict = new ShownForm(page.save(mine));

        assertThat(conflict.html())
                .contains("<title>Error: ")
                .contains("<code>cohort</code>: saved “= citizens”; yours “= business”");
        assertThat(page.saved("own")).contains("citizens");
        page.save(conflict).then().statusCode(303);
        assertThat(page.saved("own")).contains("business");
    }

    @Test
    void a_new_profile_does_not_replace_one_of_its_name() {
        page.saveAsOwn(page.filledIn());

        ShownForm conflict = new ShownForm(
                page.save(page.filledIn().with("cohort.from", "=students").with("name", "own")));

        assertThat(conflict.html()).contains("Another profile is saved under this name");
        assertThat(page.saved("own")).contains("pupils");
    }

    @Test
    void what_is_wrong_is_said_at_its_field() {
        ShownForm refused = page.check(page.filledIn()
                .with("name", "own")
                .with("enrolledOn.text", "991231100010")
                .with("completedOn.days", "dd.MM")
                .with("cohort.from", ""));

        assertThat(refused.html())
                .contains("<title>Error: ")
                .contains(
                        "<a href=\"#enrolledOn.text\">Day of the enrolment: Text",
                        "<a href=\"#completedOn.days\">Day of the completion: ",
                        "<a href=\"#cohort.from\">The profile does not say where the column “Cohort” comes from");
        assertThat(new ShownForm(page.save(page.filledIn().with("name", "Кесте"))).html())
                .contains("<a href=\"#name\">");
    }

    @Test
    void what_is_no_table_is_refused_in_words() {
        byte[] old = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 1, 2};
        assertThat(page.upload("old.xls", old).asString()).contains("<title>Error: ", "class=\"problem\"");
        assertThat(page.paste("").asString()).contains("No table was chosen");
    }

    @Test
    void columns_that_are_dropped_can_be_shown_again_in_answers() {
        ShownForm checked = page.check(page.filledIn());
        page.saveAsOwn(checked.with("again.1", "h0:Аты-жөні"));

        assertThat(page.saved("own")).contains("{\"name\":\"_Аты-жөні\",\"headers\":[\"Аты-жөні\"]}");
    }

    @Test
    void nothing_of_a_table_is_kept() {
        page.check(page.filledIn());

        assertThat(SentFiles.count(
                        database, "select count(*) from enrolment where institution = '%s'".formatted(school)))
                .isZero();
        assertThat(SentFiles.count(
                        database, "select count(*) from table_profile where institution = '%s'".formatted(school)))
                .isZero();
    }

    @Test
    void administrators_and_the_office_open_it_and_nobody_else() {
        partner(school).get(PAGE).then().statusCode(403);
        partner(school).get(PAGE + "/saved/own").then().statusCode(403);
        administrator(school).get(PAGE + "/saved/own").then().statusCode(404);
        page.saveAsOwn(page.filledIn());
        administrator(school())
                .get(PAGE + "/saved/own?institution=" + school)
                .then()
                .statusCode(403);
        administrator(school).get(PAGE + "?lang=ru").then().body(containsString("/saved/own?lang=ru"));
        office().get(PAGE + "?lang=en").then().statusCode(200).body(containsString("Code of the institution"));
        office().get(PAGE + "?institution=" + school).then().body(containsString("/saved/own?institution=" + school));
        office().get(PAGE + "/saved/own?institution=" + school).then().statusCode(200);
    }

    @Test
    void a_suspended_institution_saves_none() {
        ShownForm checked = page.check(page.filledIn()).with("name", "own");
        suspend(school);

        await().untilAsserted(() -> page.save(checked).then().statusCode(403));
    }
}
