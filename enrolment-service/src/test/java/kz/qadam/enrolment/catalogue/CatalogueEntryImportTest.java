package kz.qadam.enrolment.catalogue;

import static kz.qadam.enrolment.Caller.anybody;
import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrolled;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.fresh;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.qadam.enrolment.People;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.Test;

/** The office sends its institutions and courses as a file. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class CatalogueEntryImportTest {

    private static final String INSTITUTIONS = "/v1/institutions";
    private static final String COURSES = "/v1/courses";

    @Test
    void a_file_creates_its_institutions_and_changes_nothing_when_it_is_sent_again() {
        String prefix = fresh("region");
        String file = table(IntStream.range(0, 940).mapToObj(i -> row(prefix + "-" + i, "Школа " + i, "")));

        send(INSTITUTIONS, file).body("received", equalTo(940)).body("accepted", equalTo(940));
        send(INSTITUTIONS, file).body("duplicate", equalTo(940)).body("results.id.findAll{it}", hasSize(0));

        for (int i : List.of(0, 939)) {
            one(INSTITUTIONS, prefix + "-" + i)
                    .header("ETag", "\"1\"")
                    .body("names.ru", equalTo("Школа " + i))
                    .body("region", equalTo("KZ-75"))
                    .body("status", equalTo("active"));
        }
    }

    @Test
    void a_dry_run_shows_what_would_be_created_and_replaced_and_keeps_nothing() {
        String known = school();
        String code = fresh("school");

        send(INSTITUTIONS + "/batch?dryRun=true", table(row(code, "Школа новая", ""), row(known, "Школа старая", "1")))
                .body("accepted", equalTo(2))
                .body("effect.created.code", contains(code))
                .body("effect.replaced.from.names.ru", contains("Школа"))
                .body("effect.replaced.to.names.ru", contains("Школа старая"));

        anybody().get(INSTITUTIONS + "/" + code).then().statusCode(404);
        one(INSTITUTIONS, known).header("ETag", "\"1\"").body("names.ru", equalTo("Школа"));
    }

    @Test
    void a_row_replaces_only_the_version_that_its_author_has_read() {
        String known = school();

        send(INSTITUTIONS, table(row(known, "Школа 2", "")))
                .body("results[0].status", equalTo("rejected"))
                .body("results[0].problem.type", containsString("precondition-required"))
                .body("results[0].problem.errors[0].detail", containsString("now it is 1"));
        send(INSTITUTIONS, table(row(known, "Школа 2", "1"))).body("accepted", equalTo(1));
        send(INSTITUTIONS, table(row(known, "Школа 3", "1")))
                .body("results[0].problem.type", containsString("precondition-failed"))
                .body("results[0].problem.errors[0].detail", containsString("the version now is 2"));
        send(INSTITUTIONS, table(row(fresh("school"), "Школа", "7")))
                .body("results[0].problem.type", containsString("precondition-failed"));

        one(INSTITUTIONS, known).header("ETag", "\"2\"").body("names.ru", equalTo("Школа 2"));
    }

    @Test
    void a_wrong_row_is_rejected_alone() {
        String code = fresh("school");

        send(
                        INSTITUTIONS,
                        table(
                                row("", "Школа", ""),
                                row("№ 7", "Школа", ""),
                                row(People.iin(), "Школа", ""),
                                row(code, "Школа", "").replace("KZ-75", "KZ-99"),
                                row(code, "Школа", ""),
                                row(code, "Другая", "")))
                .body("accepted", equalTo(1))
                .body("rejected", equalTo(5))
                .body("results.line", contains(2, 3, 4, 5, 6, 7))
                .body(
                        "results.problem.findAll{it}.errors.collect{it.code}",
                        contains(
                                List.of("missing"),
                                List.of("code"),
                                List.of("looks-like-iin"),
                                List.of("unknown-region"),
                                List.of("code-twice")));

        one(INSTITUTIONS, code).body("names.ru", equalTo("Школа"));
    }

    @Test
    void an_atomic_file_with_a_wrong_row_keeps_nothing() {
        String code = fresh("school");

        send(INSTITUTIONS + "/batch?atomic=true", table(row(code, "Школа", ""), row("№ 7", "Школа", "")))
                .body("notKept", equalTo(1));

        anybody().get(INSTITUTIONS + "/" + code).then().statusCode(404);
    }

    @Test
    void the_same_file_fifty_times_at_once_creates_each_institution_once() {
        String prefix = fresh("region");
        List<String> rows = IntStream.range(0, 20)
                .mapToObj(i -> row(prefix + "-" + i, "Школа", ""))
                .toList();
        List<String> backwards = rows.stream().sorted(Comparator.reverseOrder()).toList();

        var threads = Executors.newFixedThreadPool(50);
        int accepted = IntStream.range(0, 50)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> send(INSTITUTIONS, table((i % 2 == 0 ? rows : backwards).stream()))
                                .extract()
                                .<Integer>path("accepted"),
                        threads))
                .toList()
                .stream()
                .mapToInt(CompletableFuture::join)
                .sum();
        threads.shutdown();

        assertThat(accepted).isEqualTo(20);
        one(INSTITUTIONS, prefix + "-19").header("ETag", "\"1\"");
    }

    @Test
    void courses_come_by_file_too_and_hours_in_use_reject_their_row() {
        String used = course();
        enrolled(school(), enrolment("E-1", used, People.iin()));
        String code = fresh("AI");

        send(COURSES, """
                code;nameKk;nameRu;nameEn;hours;area;version
                %s;ЖИ;ИИ;AI;40;ai;1
                %s;ЖИ;ИИ;AI;72;ai;
                """.formatted(used, code))
                .body("results.status", contains("rejected", "accepted"))
                .body("results[0].problem.type", containsString("in-use"));

        one(COURSES, code).body("hours", equalTo(72));
        one(COURSES, used).body("hours", equalTo(36));
    }

    @Test
    void the_trail_has_one_entry_for_a_file() {
        String prefix = fresh("region");

        send(INSTITUTIONS, table(row(prefix + "-1", "Школа", ""), row(prefix + "-2", "Школа", "")));

        auditor()
                .get("/v1/enrolment-trail?kind=write&limit=1000")
                .then()
                .body("items.findAll{it.action == 'POST /v1/institutions/batch'}.last().items", equalTo(2));
    }

    @Test
    void only_the_office_sends_such_files() {
        for (RequestSpecification caller : List.of(partner(school()), auditor())) {
            post(caller, INSTITUTIONS + "/batch", table(row("school-x", "Школа", "")))
                    .statusCode(403);
        }
        post(anybody(), COURSES + "/batch", "code\n").statusCode(401);
    }

    private static ValidatableResponse send(String path, String table) {
        return post(office(), path.contains("/batch") ? path : path + "/batch", table)
                .statusCode(207);
    }

    private static ValidatableResponse post(RequestSpecification caller, String path, String table) {
        return caller.contentType("text/csv").body(table).post(path).then();
    }

    private static ValidatableResponse one(String path, String code) {
        return anybody().get(path + "/" + code).then().statusCode(200);
    }

    private static String row(String code, String name, String version) {
        return "%s;school;Мектеп;%s;School;KZ-75;%s".formatted(code, name, version);
    }

    private static String table(String... rows) {
        return table(Stream.of(rows));
    }

    private static String table(Stream<String> rows) {
        return rows.collect(Collectors.joining("\n", "code;kind;nameKk;nameRu;nameEn;region;version\n", "\n"));
    }
}
