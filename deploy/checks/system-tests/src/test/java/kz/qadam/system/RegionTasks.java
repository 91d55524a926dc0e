package kz.qadam.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import kz.qadam.local.Service;

/** What the office of a region does. */
final class RegionTasks {

    private static final DeskHome HOME = DeskHome.REGION;
    private static final String REGION = DeskCountry.large().region();

    private final Qadam qadam;

    RegionTasks(Qadam qadam) {
        this.qadam = qadam;
    }

    List<DeskTask> all() {
        return List.of(
                task("silent ones of the region (nothing is signed yet)", this::seesWhoReports),
                task("what waits at its institutions, without persons", this::seesWhatWaits),
                task(
                        "figures (those that everybody sees; exact ones of the region by the API alone)",
                        this::seesFigures));
    }

    private DeskTask task(String name, DeskTask.Way way) {
        return new DeskTask(HOME, name, 1, () -> HOME.token(qadam), way);
    }

    private void seesWhoReports(DeskVisit visit) throws IOException {
        visit.press("desk.page.coverage");

        assertThat(Long.parseLong(visit.browser()
                        .texts("#states [data-state=never]")
                        .get(0)
                        .replaceAll(".*:|\\D", "")))
                .isEqualTo(qadam.bearer(Service.REPORTING, qadam.tokenOf("auditor"))
                        .get("/v1/audit/coverage?state=never&limit=1&region=" + REGION)
                        .jsonPath()
                        .getLong("all.never"));
    }

    private void seesWhatWaits(DeskVisit visit) throws IOException {
        visit.press("desk.page.waiting-counts");

        List<String> shown = visit.browser().texts("#counts tbody th");
        List<String> inRegion = qadam.bearer(Service.ENROLMENT, qadam.tokenOf("office"))
                .get("/v1/institutions?region=%s&limit=1000".formatted(REGION))
                .jsonPath()
                .getList("items.findAll { it.region == '%s' }.code".formatted(REGION));
        assertThat(shown).isNotEmpty();
        assertThat(inRegion).containsAll(shown);
    }

    private void seesFigures(DeskVisit visit) throws IOException {
        visit.press("desk.page.figures");

        int published = qadam.published("/v1/progress/pupils").getInt("trained");
        assertThat(visit.browser().element("main").getText().replaceAll("(?<=\\d)\\h(?=\\d)|(?<=\\d),(?=\\d)", ""))
                .contains(published + "+");
    }
}
