package kz.qadam.system;

import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.List;
import kz.qadam.local.Service;

/** What the programme office does. */
final class OfficeTasks {

    private static final DeskHome HOME = DeskHome.OFFICE;
    private final Qadam qadam;

    OfficeTasks(Qadam qadam) {
        this.qadam = qadam;
    }

    List<DeskTask> all() {
        return List.of(
                task("who has not reported (nothing is signed yet)", 1, this::seesWhoReports),
                task("what is stuck; then settle it", 1, this::settlesWhatIsStuck),
                task("a new institution", 4, this::opensInstitution),
                task("institutions by file", 4, this::opensInstitutions),
                task("courses by file", 4, this::offersCourses),
                task("answer a person", 5, this::answers),
                task("merge two learners", 5, this::merges),
                task("block a person", 5, this::blocks),
                task("erase a person", 5, this::erases),
                task("another target of a cohort", 5, this::changesTarget),
                task("another requirement of a cohort", 5, this::changesRequirement));
    }

    private DeskTask task(String name, int most, DeskTask.Way way) {
        return new DeskTask(HOME, name, most, () -> HOME.token(qadam), way);
    }

    private void seesWhoReports(DeskVisit visit) throws IOException {
        visit.press("desk.page.coverage");

        long never = Long.parseLong(
                visit.browser().texts("#states [data-state=never]").get(0).replaceAll(".*:|\\D", ""));
        assertThat(never)
                .isEqualTo(get(Service.REPORTING, "/v1/audit/coverage?state=never&limit=1")
                        .getLong("all.never"));
    }

    private void settlesWhatIsStuck(DeskVisit visit) throws IOException {
        int before = openLetters();
        visit.press("desk.page.stuck");
        visit.done();
        visit.sees("[data-unreadable]");
        visit.write("desk.stuck.reason", "никто не отправлял");
        visit.press("desk.stuck.discard");
        visit.press("desk.stuck.discard");

        assertThat(openLetters()).isEqualTo(before - 1);
    }

    /** Those of the service whose part of the page comes first. */
    private int openLetters() throws IOException {
        return get(Service.ENROLMENT, "/v1/enrolment-tasks")
                .getInt("items.find { it.kind == 'unreadable-events' }.count");
    }

    private void opensInstitution(DeskVisit visit) throws IOException {
        String code = Qadam.fresh("one") + System.nanoTime();
        visit.press("desk.page.institutions");
        visit.press("institution.new");
        visit.write("institution.field.code", code);
        visit.select("institution.field.kind", "institution.kind.university");
        visit.write("institution.field.names.kk", "Университет");
        visit.write("institution.field.names.ru", "Университет");
        visit.write("institution.field.names.en", "University");
        visit.press("institution.check");
        visit.press("institution.confirm");

        assertThat(get(Service.ENROLMENT, "/v1/institutions/" + code).getString("kind"))
                .isEqualTo("university");
    }

    private void opensInstitutions(DeskVisit visit) throws IOException {
        String code = Qadam.fresh("by-file") + System.nanoTime();
        visit.press("desk.page.institutions");
        visit.press("institution.by-table");
        visit.write(
                "entry-table.label",
                "code;kind;nameKk;nameRu;nameEn;region\n%1$s;school;Мектеп;Школа;School;KZ-75\n%1$s-b;school;Мектеп;Школа;School;KZ-71"
                        .formatted(code));
        visit.press("entry-table.check");
        visit.press("entry-table.confirm");

        assertThat(get(Service.ENROLMENT, "/v1/institutions/" + code + "-b").getString("names.kk"))
                .isEqualTo("Мектеп");
    }

    private void offersCourses(DeskVisit visit) throws IOException {
        String code = "AI-" + System.nanoTime();
        visit.press("desk.page.courses");
        visit.press("course.by-table");
        visit.write(
                "entry-table.label", "code;nameKk;nameRu;nameEn;hours;area\n%s;Курс;Курс;Course;36;ai".formatted(code));
        visit.press("entry-table.check");
        visit.press("entry-table.confirm");

        assertThat(get(Service.ENROLMENT, "/v1/courses/" + code).getInt("hours"))
                .isEqualTo(36);
    }

    private void answers(DeskVisit visit) {
        Enrolment one = enrolled();
        visit.press("desk.page.person-records");
        visit.write("persons.field.person.iin", one.iin());
        visit.press("person-records.show");

        assertThat(visit.browser().element("#answer").getText()).contains(one.reference());
    }

    private void merges(DeskVisit visit) throws IOException {
        Enrolment surviving = enrolled();
        Enrolment absorbed = enrolled();
        String absorbedLearner = learner(absorbed);
        find(visit, surviving);
        visit.press("person.merge");
        visit.write("persons.field.person.iin", absorbed.iin());
        visit.write("persons.field.reason", "бір адам");
        visit.press("merge-person.check");
        visit.press("merge-person.confirm");

        assertThat(qadam.office().representing(absorbedLearner)).isEqualTo(learner(surviving));
    }

    private void blocks(DeskVisit visit) throws IOException {
        Enrolment one = enrolled();
        String learner = learner(one);
        find(visit, one);
        visit.press("person.block");
        visit.pick("block-person.reason.requested");
        visit.press("block-person.check");
        visit.press("block-person.do");

        assertThat(get(Service.ENROLMENT, "/v1/learner-blocks/" + learner).getString("reason"))
                .isEqualTo("requested");
    }

    private void erases(DeskVisit visit) throws IOException {
        Enrolment one = enrolled();
        String learner = learner(one);
        find(visit, one);
        visit.press("person.erase");
        visit.pick("erase-person.reason.requested");
        visit.write("erase-person.explanation", "№ 114 хат");
        visit.press("erase-person.check");
        visit.press("erase-person.confirm");

        soon().untilAsserted(() -> assertThat(
                        get(Service.ENROLMENT, "/v1/erasures?limit=1000").getList("items.learnerId"))
                .contains(learner));
    }

    private static void find(DeskVisit visit, Enrolment one) {
        visit.press("desk.page.persons");
        visit.send("persons.field.person.iin", one.iin());
    }

    private void changesTarget(DeskVisit visit) throws IOException {
        String name = Qadam.fresh("target") + System.nanoTime();
        String cohort = qadam.office().createsCohort(name);
        openChange(visit, cohort, name);
        visit.write("cohorts.field.target", "45 000");
        visit.write("cohorts.field.validFrom", "01.01.2027");
        visit.write("cohorts.field.reason", "№ 31 бұйрық");
        visit.press("cohort-change.check");
        visit.press("cohort-change.confirm");

        assertThat(get(Service.ENROLMENT, "/v1/cohorts/" + cohort + "?on=2027-01-02")
                        .getInt("target"))
                .isEqualTo(45_000);
    }

    /** Of all pupils; it is kept for a day on which the programme will long be over. */
    private void changesRequirement(DeskVisit visit) throws IOException {
        String day = "20%02d-01-01".formatted(40 + (System.nanoTime() / 1_000) % 50);
        String name = get(Service.ENROLMENT, "/v1/cohorts/pupils").getString("names." + visit.language());
        openChange(visit, "pupils", name);
        visit.write("cohorts.field.requirement.minCourses", "2");
        visit.write("cohorts.field.validFrom", day);
        visit.write("cohorts.field.reason", "№ 32 бұйрық");
        visit.press("cohort-change.check");
        visit.press("cohort-change.confirm");

        assertThat(get(Service.ENROLMENT, "/v1/cohorts/pupils?on=" + day).getInt("requirement.minCourses"))
                .isEqualTo(2);
    }

    private static void openChange(DeskVisit visit, String cohort, String name) {
        visit.press("desk.page.cohorts");
        visit.pressText(cohort.equals("pupils") ? name : name + "-" + visit.language());
        visit.press("cohort.change");
    }

    private Enrolment enrolled() {
        return new DeskCases(qadam).enrolled();
    }

    private String learner(Enrolment one) {
        return qadam.partner(DeskCountry.large()).learnerOf(one.reference());
    }

    private JsonPath get(Service service, String path) throws IOException {
        return qadam.bearer(service, qadam.tokenOf("office"))
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
