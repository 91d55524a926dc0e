package kz.qadam.enrolment.enrolments;

import static kz.qadam.enrolment.Caller.administrator;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;
import static kz.qadam.enrolment.Caller.suspend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.testing.Exports;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody says on a page what the columns of a table are, without a script. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class EnrolmentTableProfilePageTest {

    private static final String PAGE = "/enrolment-table-profiles";

    @Inject
    Database database;

    private String school;
    private String course;

    @BeforeEach
    void open() {
        school = school();
        course = course();
    }

    /** A form as a browser shows it: what it would send again. */
    private static final class Form {

        private static final Pattern INPUT = Pattern.compile("<input ([^>]*)>");
        private static final Pattern SELECT = Pattern.compile("(?s)<select [^>]*name=\"([^\"]*)\"[^>]*>(.*?)</select>");
        private static final Pattern CHOSEN = Pattern.compile("<option value=\"([^\"]*)\" selected>");
        private static final Pattern AREA =
                Pattern.compile("(?s)<textarea name=\"([^\"]*)\" hidden>\n(.*?)</textarea>");

        private final Map<String, String> values = new LinkedHashMap<>();
        private final String html;

        Form(Response answer) {
            html = answer.then().statusCode(200).extract().asString();
            INPUT.matcher(html).results().map(one -> one.group(1)).forEach(this::add);
            SELECT.matcher(html).results().forEach(one -> {
                Matcher chosen = CHOSEN.matcher(one.group(2));
                values.put(one.group(1), chosen.find() ? text(chosen.group(1)) : "");
            });
            AREA.matcher(html).results().forEach(one -> values.put(one.group(1), text(one.group(2))));
        }

        private void add(String input) {
            boolean isUnticked = input.contains("checkbox") && !input.contains(" checked");
            if (input.contains("name=\"") && !isUnticked && !input.contains("type=\"file\"")) {
                String value = attribute(input, "value");
                values.put(attribute(input, "name"), input.contains("checkbox") && value.isEmpty() ? "on" : value);
            }
        }

        private static String attribute(String input, String name) {
            Matcher found = Pattern.compile(name + "=\"([^\"]*)\"").matcher(input);
            return found.find() ? text(found.group(1)) : "";
        }

        private static String text(String html) {
            return html.replace("&quot;", "\"")
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&#39;", "'")
                    .replace("&amp;", "&");
        }

        Form with(String field, String value) {
            assertThat(html).contains("\"" + field + "\"");
            values.put(field, value);
            return this;
        }

        String value(String field) {
            return values.getOrDefault(field, "");
        }

        String html() {
            return html;
        }
    }

    private static RequestSpecification multipart(RequestSpecification as) {
        return as.contentType("multipart/form-data; charset=utf-8").redirects().follow(false);
    }

    private static RequestSpecification field(RequestSpecification to, String name, String value) {
        return to.multiPart(new MultiPartSpecBuilder(value.getBytes(StandardCharsets.UTF_8))
                .controlName(name)
                .emptyFileName()
                .mimeType("text/plain")
                .charset(StandardCharsets.UTF_8)
                .build());
    }

    private Response reads(String export) {
        return multipart(administrator(school))
                .multiPart("file", export, Exports.bytes(export), "application/octet-stream")
                .post(PAGE + "/batch?lang=en");
    }

    private Response send(Form form, String button) {
        RequestSpecification request = multipart(administrator(school));
        form.values.forEach((name, value) -> field(request, name, value));
        return field(request, button, "true").post(PAGE + "/batch?lang=en");
    }

    private Form filledIn() {
        return new Form(reads("village-school.csv"))
                .with("course.values.0.means", course)
                .with("cohort.from", "=pupils")
                .with("enrolledOn.from", "text")
                .with("enrolledOn.text", "2026-02-01");
    }

    private String saved(String name) {
        return partner(school)
                .get("/v1/enrolment-table-profiles/" + school + "/" + name)
                .asString();
    }

    /** The lines with the verdicts that programs get by a profile. */
    private Map<Integer, String> verdicts(String export, String query) {
        List<Map<String, Object>> results = partner(school)
                .contentType(
                        export.endsWith("xlsx")
                                ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                                : "text/csv")
                .body(Exports.bytes(export))
                .post("/v1/enrolments/batch" + query)
                .then()
                .statusCode(207)
                .extract()
                .path("results");
        return results.stream()
                .collect(Collectors.toMap(one -> (Integer) one.get("line"), one -> (String) one.get("status")));
    }

    @Test
    void a_teachers_sheet_is_recognised_but_for_what_it_does_not_say() {
        Form guessed = new Form(reads("village-school.csv"));

        assertThat(guessed.value("iin.from")).isEqualTo("h0:ЖСН");
        assertThat(guessed.value("course.from")).isEqualTo("h0:Курс");
        assertThat(guessed.value("completedOn.from")).isEqualTo("h0:Күні");
        assertThat(guessed.value("completedOn.days")).isEqualTo("d MMMM yyyy; d.M.yy");
        assertThat(guessed.value("rows.0.from")).isEqualTo("h0:Аяқтады");
        assertThat(guessed.value("rows.0.keep.0")).isEqualTo("Иә");
        assertThat(guessed.html()).contains("Still to be said: Cohort, Day of the enrolment.");
    }

    @Test
    void what_becomes_of_its_rows_is_shown_without_numbers_of_people() {
        Form checked = new Form(send(filledIn(), "check"));

        assertThat(checked.html())
                .contains("<div data-count=\"accepted\"><dt>Accepted</dt><dd>4</dd></div>")
                .contains("<div data-count=\"rejected\"><dt>Rejected</dt><dd>1</dd></div>")
                .contains("ЖСН: […] · Курс: Python негіздері · Аяқтады: Иә · Күні: 29.05.2026")
                .contains("Course: " + course + " · Cohort: pupils · IIN: […] · Day of the enrolment: 2026-02-01")
                .contains("the catalogue has no such course")
                .contains("never stored:</b> №, Аты-жөні, Сынып");
        assertThat(checked.html().replaceAll("(?s)<textarea.*?</textarea>", "")).doesNotContain("9904032000");
    }

    @Test
    void it_is_saved_and_reads_the_sheet_as_the_page_has_said() {
        Form checked = new Form(send(filledIn(), "check")).with("name", "sheet");

        send(checked, "save")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/enrolment-files?profile=sheet&lang=en"));

        Map<Integer, String> tried = verdicts("village-school.csv", "?profile=sheet&dryRun=true");
        assertThat(verdicts("village-school.csv", "?profile=sheet")).isEqualTo(tried);
        assertThat(tried).isEqualTo(Map.of(5, "accepted", 7, "accepted", 8, "rejected", 9, "accepted", 10, "accepted"));
    }

    @Test
    void a_universitys_register_needs_three_choices() {
        Form guessed = new Form(reads("university-register.xlsx"));
        assertThat(guessed.value("sheet")).isEqualTo("Ведомость");
        assertThat(guessed.value("rows.0.keep.0")).isEqualTo("Зачтено");

        saves(guessed.with("course.values.0.means", course)
                .with("cohort.from", "=students")
                .with("enrolledOn.from", "text")
                .with("enrolledOn.text", "2026-02-01"));

        assertThat(verdicts("university-register.xlsx", "?profile=own"))
                .isEqualTo(Map.of(6, "accepted", 8, "accepted", 9, "rejected", 10, "accepted"));
        assertThat(partner(school)
                        .contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                        .accept("text/csv")
                        .body(Exports.bytes("university-register.xlsx"))
                        .post("/v1/enrolments/batch?profile=own")
                        .asString())
                .contains("2026-05-28;0.87", "2026-05-31;0.50");
    }

    @Test
    void a_colleges_report_in_the_encoding_of_windows_needs_the_second_of_two_columns() {
        Form guessed = new Form(reads("college-report.csv"));
        assertThat(guessed.value("encoding")).isEqualTo("windows-1251");
        assertThat(guessed.value("course.from")).isEqualTo("h0:Программа");
        assertThat(guessed.value("score.from")).isEqualTo("h1:Балл");

        saves(guessed.with("score.from", "h2:Балл")
                .with("course.values.0.means", course)
                .with("cohort.from", "=students")
                .with("enrolledOn.from", "text")
                .with("enrolledOn.text", "01.02.2026"));

        assertThat(verdicts("college-report.csv", "?profile=own"))
                .isEqualTo(Map.of(4, "accepted", 6, "accepted", 7, "rejected"));
    }

    @Test
    void users_of_oneroster_are_enrolled_in_one_course() {
        Form guessed = new Form(reads("oneroster-users.csv"));
        assertThat(guessed.value("iin.from")).isEqualTo("h0:identifier");

        saves(guessed.with("course.from", "=" + course)
                .with("cohort.from", "=pupils")
                .with("enrolledOn.from", "text")
                .with("enrolledOn.text", "2026-02-01"));

        assertThat(verdicts("oneroster-users.csv", "?profile=own")).isEqualTo(Map.of(2, "accepted", 3, "accepted"));
    }

    @Test
    void names_and_numbers_need_only_what_is_the_same_in_each_row() {
        Form pasted = new Form(field(
                        multipart(administrator(school)),
                        "table",
                        new String(Exports.bytes("names-and-numbers.csv"), StandardCharsets.UTF_8))
                .post(PAGE + "/batch?lang=en"));

        saves(pasted.with("course.from", "=" + course)
                .with("cohort.from", "=citizens")
                .with("enrolledOn.from", "text")
                .with("enrolledOn.text", "2026-02-01"));

        assertThat(verdicts("names-and-numbers.csv", "?profile=own").values())
                .containsExactly("accepted", "accepted", "accepted");
    }

    private void saves(Form form) {
        Form checked = new Form(send(form, "check")).with("name", "own");
        send(checked, "save").then().statusCode(303);
    }

    @Test
    void below_another_header_row_the_columns_are_guessed_anew() {
        Form pasted = new Form(field(
                        multipart(administrator(school)),
                        "table",
                        "ЖСН;Курс;Аяқтады\nҚай адам;Белгі;ИИН\nА;1;990403200019\n")
                .post(PAGE + "/batch?lang=en"));
        assertThat(pasted.value("iin.from")).isEqualTo("h0:ЖСН");

        Form moved = new Form(send(pasted.with("header", "2").with("cohort.from", "=pupils"), "check"));

        assertThat(moved.value("iin.from")).isEqualTo("h0:ИИН");
        assertThat(moved.value("reference.from")).isEqualTo("h0:Белгі");
        assertThat(moved.value("course.from")).isEmpty();
        assertThat(moved.value("cohort.from")).isEqualTo("=pupils");
    }

    @Test
    void a_saved_profile_is_changed_with_or_without_a_table() {
        saves(filledIn());
        Form open = new Form(administrator(school).get(PAGE + "/saved/own?lang=en"));
        assertThat(open.html()).contains("No table is chosen");
        assertThat(open.value("version")).isEqualTo("1");

        send(open.with("cohort.from", "=students"), "save").then().statusCode(303);

        assertThat(saved("own")).contains("\"constant\":\"students\"").contains("\"sent\":\"Python негіздері\"");
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
                """.formatted(course);
        administrator(school)
                .body(profile)
                .put("/v1/enrolment-table-profiles/" + school + "/own")
                .then()
                .statusCode(201);

        send(new Form(administrator(school).get(PAGE + "/saved/own")), "save")
                .then()
                .statusCode(303);

        // Nothing has changed but the order of columns, which says nothing.
        administrator(school)
                .body(saved("own"))
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
            assertThat(saved("own")).contains(part);
        }
    }

    @Test
    void somebody_elses_change_is_shown_before_it_is_overruled() {
        saves(filledIn());
        Form mine = new Form(administrator(school).get(PAGE + "/saved/own?lang=en")).with("cohort.from", "=business");
        Form theirs = new Form(administrator(school).get(PAGE + "/saved/own?lang=en"));
        send(theirs.with("cohort.from", "=citizens"), "save").then().statusCode(303);

        Form conflict = new Form(send(mine, "save"));

        assertThat(conflict.html())
                .contains("<title>Error: ")
                .contains("<code>cohort</code>: saved “= citizens”; yours “= business”");
        assertThat(saved("own")).contains("citizens");
        send(conflict, "save").then().statusCode(303);
        assertThat(saved("own")).contains("business");
    }

    @Test
    void a_new_profile_does_not_replace_one_of_its_name() {
        saves(filledIn());

        Form conflict =
                new Form(send(filledIn().with("cohort.from", "=students").with("name", "own"), "save"));

        assertThat(conflict.html()).contains("Another profile is saved under this name");
        assertThat(saved("own")).contains("pupils");
    }

    @Test
    void what_is_wrong_is_said_at_its_field() {
        Form refused = new Form(send(
                filledIn()
                        .with("name", "own")
                        .with("enrolledOn.text", "991231100010")
                        .with("completedOn.days", "dd.MM")
                        .with("cohort.from", ""),
                "check"));

        assertThat(refused.html())
                .contains("<title>Error: ")
                .contains(
                        "<a href=\"#enrolledOn.text\">Day of the enrolment: Text",
                        "<a href=\"#completedOn.days\">Day of the completion: ",
                        "<a href=\"#cohort.from\">The profile does not say where the column “Cohort” comes from");
        assertThat(new Form(send(filledIn().with("name", "Кесте"), "save")).html())
                .contains("<a href=\"#name\">");
    }

    @Test
    void what_is_no_table_is_refused_in_words() {
        assertThat(multipart(administrator(school))
                        .multiPart("file", "old.xls", new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 1, 2})
                        .post(PAGE + "/batch?lang=en")
                        .asString())
                .contains("<title>Error: ", "class=\"problem\"");
        assertThat(field(multipart(administrator(school)), "table", "")
                        .post(PAGE + "/batch?lang=en")
                        .asString())
                .contains("No table was chosen");
    }

    @Test
    void columns_that_are_dropped_can_be_shown_again_in_answers() {
        Form checked = new Form(send(filledIn(), "check"));
        saves(checked.with("again.1", "h0:Аты-жөні"));

        assertThat(saved("own")).contains("{\"name\":\"_Аты-жөні\",\"headers\":[\"Аты-жөні\"]}");
    }

    @Test
    void nothing_of_a_table_is_kept() {
        new Form(send(filledIn(), "check"));

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
        saves(filledIn());
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
        Form checked = new Form(send(filledIn(), "check")).with("name", "own");
        suspend(school);

        await().untilAsserted(() -> send(checked, "save").then().statusCode(403));
    }
}
