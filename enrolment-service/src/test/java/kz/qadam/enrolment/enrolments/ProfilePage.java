package kz.qadam.enrolment.enrolments;

import static kz.qadam.enrolment.Caller.administrator;
import static kz.qadam.enrolment.Caller.partner;

import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.qadam.chassis.testing.Exports;
import kz.qadam.enrolment.Caller;

/** The page on which the administrator of a school says, without a script, what the columns of its tables are. */
final class ProfilePage {

    static final String PATH = "/enrolment-table-profiles";

    private final String school = Caller.school();
    private final String course = Caller.course();

    private static RequestSpecification field(RequestSpecification to, String name, String value) {
        return to.multiPart(new MultiPartSpecBuilder(value.getBytes(StandardCharsets.UTF_8))
                .controlName(name)
                .emptyFileName()
                .mimeType("text/plain")
                .charset(StandardCharsets.UTF_8)
                .build());
    }

    private RequestSpecification multipart() {
        return administrator(school)
                .contentType("multipart/form-data; charset=utf-8")
                .redirects()
                .follow(false);
    }

    private static Response post(RequestSpecification form) {
        return form.post(PATH + "/batch?lang=en");
    }

    String school() {
        return school;
    }

    String course() {
        return course;
    }

    /** What is guessed of a table of another system. */
    ShownForm guess(String export) {
        return new ShownForm(upload(export, Exports.bytes(export)));
    }

    Response upload(String name, byte[] file) {
        return post(multipart().multiPart("file", name, file, "application/octet-stream"));
    }

    Response paste(String table) {
        return post(field(multipart(), "table", table));
    }

    ShownForm check(ShownForm form) {
        return new ShownForm(send(form, "check"));
    }

    Response save(ShownForm form) {
        return send(form, "save");
    }

    private Response send(ShownForm form, String button) {
        RequestSpecification request = multipart();
        form.values().forEach((name, value) -> field(request, name, value));
        return post(field(request, button, "true"));
    }

    /** Checks it, and saves it under the name {@code own}. */
    void saveAsOwn(ShownForm form) {
        save(check(form).with("name", "own")).then().statusCode(303);
    }

    /** The sheet of a teacher, with what it does not say. */
    ShownForm filledIn() {
        return guess("village-school.csv")
                .with("course.values.0.means", course)
                .with("cohort.from", "=pupils")
                .with("enrolledOn.from", "text")
                .with("enrolledOn.text", "2026-02-01");
    }

    /** The form of the profile that is saved under the name {@code own}. */
    ShownForm own() {
        return new ShownForm(administrator(school).get(PATH + "/saved/own?lang=en"));
    }

    /** A profile as programs get it. */
    String saved(String name) {
        return partner(school)
                .get("/v1/enrolment-table-profiles/" + school + "/" + name)
                .asString();
    }

    /** The lines with the verdicts that programs get by a profile. */
    Map<Integer, String> verdicts(String export, String query) {
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
}
