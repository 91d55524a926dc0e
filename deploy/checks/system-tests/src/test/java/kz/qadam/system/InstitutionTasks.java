package kz.qadam.system;

import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import kz.qadam.local.Service;

/** What the administrator of a large institution does. */
final class InstitutionTasks {

    private static final DeskHome HOME = DeskHome.INSTITUTION;
    private static final String COURSE = DeskCountry.course(0);

    private final Qadam qadam;
    private final Institution school = DeskCountry.large();
    private final AtomicInteger next = new AtomicInteger();
    private Institution another;

    InstitutionTasks(Qadam qadam) {
        this.qadam = qadam;
    }

    List<DeskTask> all() {
        return List.of(
                task("what does not count, and why", 1, this::seesWhatDoesNotCount),
                task("send a file; then mend its rows", 3, this::sendsFile),
                task("correct one", 4, this::corrects),
                task("revoke one", 4, this::revokes),
                task("compare the month (nothing signs it yet)", 4, this::comparesMonth),
                task("make a key", 3, this::makesKey),
                new DeskTask(HOME, "revoke a key", 3, this::administratorOfAnother, this::revokesKey),
                new DeskTask(HOME, "declare a basis", 3, this::administratorOfAnother, this::declaresBasis),
                task("confirm that a person is forgotten", 3, this::forgets));
    }

    private DeskTask task(String name, int most, DeskTask.Way way) {
        return new DeskTask(HOME, name, most, () -> HOME.token(qadam), way);
    }

    /** Of an institution that has a key, and has not declared on which basis it sends its people. */
    private String administratorOfAnother() throws IOException {
        another = qadam.office().opens("walk-" + System.nanoTime(), "school", "KZ-75");
        qadam.partner(another).enrols(DeskCases.enrolmentAt(another));
        String token = qadam.tokenOfAdministrator(another);
        qadam.bearer(Service.ENROLMENT, token)
                .contentType("application/json")
                .body("{\"label\": \"Moodle\"}")
                .post("/v1/institution-keys")
                .then()
                .statusCode(201);
        return token;
    }

    private void seesWhatDoesNotCount(DeskVisit visit) throws IOException {
        visit.press("task.completions-refused");

        assertThat(Integer.parseInt(visit.shown("data-count", "#before-enrolment")))
                .isEqualTo(progress("/v1/completions?status=refused&limit=1000")
                        .getList("items")
                        .size());
    }

    private void sendsFile(DeskVisit visit) throws IOException {
        String reference = "F-" + fresh();
        String misspelt = Iins.misspelt();
        Path file = Files.writeString(
                Files.createTempFile("group", ".csv"),
                Enrolment.HEADER + row(reference, Iins.next()) + row(reference + "-b", misspelt));
        visit.press("desk.page.enrolment-files");
        send(visit, file);
        visit.done();
        visit.look();
        visit.pressHere("upload.download");
        String errors = Files.readString(visit.browser().saved(file.getFileName() + ".errors.csv"));
        Path mended = Files.writeString(Files.createTempFile("mended", ".csv"), errors.replace(misspelt, Iins.next()));
        send(visit, mended);
        soon().untilAsserted(() -> assertThat(enrolment("/v1/enrolments?reference=" + reference + "-b")
                        .getList("items"))
                .hasSize(1));
    }

    /** Until the service has judged its rows. Without scripts somebody looks again, which is no step of the task. */
    private static void send(DeskVisit visit, Path file) {
        visit.attach(visit.hasScripts() ? "upload.drop" : "upload.choose", file);
        visit.sees("#send");
        visit.pressHere("upload.send");
        visit.sees("#job");
        soon().untilAsserted(() -> {
            if (!visit.hasScripts()) {
                visit.browser().open(visit.browser().address());
            }
            assertThat(visit.browser().shows("#outcome")).isTrue();
        });
    }

    private static String row(String reference, String iin) {
        return String.join(",", reference, COURSE, "pupils", iin, "2026-03-02") + "\n";
    }

    private void corrects(DeskVisit visit) throws IOException {
        visit.press("desk.page.waiting");
        String reference = visit.browser().texts("#before-enrolment tbody a").get(0);
        visit.pressText(reference);
        visit.write("records.completedOn", "20.11.2026");
        visit.write("records.reason", "күні қате");
        visit.press("records.check");
        visit.press("records.confirm.corrections");

        assertThat(progress("/v1/completions?reference=" + reference).getString("items[0].status"))
                .isEqualTo("accepted");
    }

    private void revokes(DeskVisit visit) throws IOException {
        String reference = progress("/v1/completions?status=accepted&limit=1").getString("items[0].reference");
        visit.press("desk.page.records");
        visit.send("records.reference", reference);
        visit.pass("records.check");
        visit.write("records.reason", "не тот человек");
        visit.press("records.check");
        visit.press("records.confirm.revocations");

        assertThat(progress("/v1/completions?reference=" + reference).getString("items[0].status"))
                .isEqualTo("revoked");
    }

    private void comparesMonth(DeskVisit visit) throws IOException {
        visit.press("desk.page.months");
        visit.press("months.before");
        String month = visit.browser().address().replaceFirst(".*month=([0-9-]+).*", "$1");
        visit.pressHere("months.table");

        assertThat(visit.browser().saved("statement-" + month + ".csv")).isNotEmptyFile();
        assertThat(visit.browser().texts("#numbers strong").get(1))
                .isEqualTo(progress("/v1/statements/%s?month=%s".formatted(school.code(), month))
                        .getString("closing"));
    }

    private void makesKey(DeskVisit visit) throws IOException {
        String name = "Register " + fresh();
        visit.press("desk.page.keys");
        visit.write("keys.label", name);
        visit.write("keys.expires", "01.02.2027");
        visit.press("keys.make");

        visit.sees("#made-secret");
        assertThat(enrolment("/v1/institution-keys").getList("items.label")).contains(name);
    }

    private void revokesKey(DeskVisit visit) throws IOException {
        visit.press("desk.page.keys");
        visit.write("keys.reason", "жаңасы бар");
        visit.press("keys.check");
        visit.press("keys.revoke");

        assertThat(working(another)).isEmpty();
    }

    private List<Object> working(Institution institution) throws IOException {
        return qadam.bearer(Service.ENROLMENT, qadam.tokenOfAdministrator(institution))
                .get("/v1/institution-keys")
                .jsonPath()
                .getList("items.findAll { it.revokedAt == null }");
    }

    private void declaresBasis(DeskVisit visit) throws IOException {
        if (!visit.hasScripts()) {
            visit.press("desk.open"); // Without scripts a panel is a link.
        }
        visit.press("task.bases-missing");
        visit.pick("bases.basis.consent-of-representative");
        visit.write("bases.field.since", "15.01.2026");
        visit.write("bases.field.document", "№ 17 бұйрық, 3-үлгі");
        visit.press("basis.check");
        visit.press("basis.confirm");

        String place = "/v1/institutions/" + another.code() + "/bases";
        assertThat(qadam.bearer(Service.ENROLMENT, qadam.tokenOf("office"))
                        .get(place)
                        .asString())
                .contains("consent-of-representative");
    }

    private void forgets(DeskVisit visit) throws IOException {
        var tasks = "items.findAll { it.confirmedAt == null }";
        int before = enrolment("/v1/erasure-tasks?limit=1000").getList(tasks).size();
        visit.press("desk.page.erasure-tasks");
        visit.press("erasure-tasks.forgotten");
        visit.press("erasure-tasks.confirm");

        assertThat(enrolment("/v1/erasure-tasks?limit=1000").getList(tasks)).hasSize(before - 1);
    }

    private String fresh() {
        return next.incrementAndGet() + "-" + System.nanoTime();
    }

    private JsonPath enrolment(String path) throws IOException {
        return get(Service.ENROLMENT, path);
    }

    private JsonPath progress(String path) throws IOException {
        return get(Service.PROGRESS, path);
    }

    private JsonPath get(Service service, String path) throws IOException {
        return qadam.bearer(service, qadam.tokenOfAdministrator(school))
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
