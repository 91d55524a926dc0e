package kz.qadam.system;

import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import kz.qadam.local.Service;

/** What an auditor does. */
final class AuditorTasks {

    private static final DeskHome HOME = DeskHome.AUDITOR;
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");
    private static final String SIZE = "3";

    private final Qadam qadam;

    AuditorTasks(Qadam qadam) {
        this.qadam = qadam;
    }

    List<DeskTask> all() {
        return List.of(
                task("figure, its records, an event", 4, this::unfolds),
                task("draw a sample; then check a record", 2, this::checksSample),
                task("recount", 2, this::recounts),
                task("trail", 2, this::readsTrail),
                task("settle a hint", 2, this::settlesHint),
                task("what changed since a publication", 2, this::seesWhatChanged));
    }

    private DeskTask task(String name, int most, DeskTask.Way way) {
        return new DeskTask(HOME, name, most, () -> HOME.token(qadam), way);
    }

    private void unfolds(DeskVisit visit) throws IOException {
        visit.press("desk.page.audit");
        visit.press("page.audit.unfold");
        visit.pressHere("page.audit.events");
        visit.pressText(visit.browser().texts("#rows [data-event] a").get(0));
        String event = visit.shown("data-event", "#event");

        assertThat(get("/v1/audit/events/" + event).getMap("")).isNotEmpty();
    }

    private void checksSample(DeskVisit visit) throws IOException {
        visit.press("desk.page.worklists");
        visit.write("worklists.size", SIZE);
        visit.press("worklists.draw");
        visit.done();
        String worklist = ID.matcher(visit.browser().address())
                .results()
                .findFirst()
                .orElseThrow()
                .group();
        visit.press("worklists.outcome.agrees");

        assertThat(get("/v1/audit/worklists/" + worklist).getInt("counts.agrees"))
                .isEqualTo(1);
    }

    private void recounts(DeskVisit visit) throws IOException {
        visit.press("desk.page.recounts");
        visit.press("recounts.count");

        soon().atMost(Duration.ofMinutes(5)).untilAsserted(() -> {
            String id = visit.shown("data-recount", "#recount-list tbody tr");
            assertThat(get("/v1/audit/recounts/" + id).getBoolean("matches")).isTrue();
        });
    }

    private void readsTrail(DeskVisit visit) {
        visit.press("desk.page.trail");
        visit.sees("#rows tr");
    }

    private void settlesHint(DeskVisit visit) throws IOException {
        visit.press("desk.page.hints");
        var month = YearMonth.now(ZoneId.of("Asia/Almaty")).minusMonths(1);
        String hint = visit.browser().element("[data-state=open]").getDomAttribute("data-hint");
        visit.select("hints.outcome", "hints.outcome.explained");
        visit.write("hints.reason", "три вечерних курса");
        visit.press("hints.settle");

        assertThat(get("/v1/audit/hints?month=" + month)
                        .getString("hints.find { it.id == '%s' }.settlement.reason".formatted(hint)))
                .isEqualTo("три вечерних курса");
    }

    private void seesWhatChanged(DeskVisit visit) throws IOException {
        String name = get("/v1/publications").getString("items[0].name");
        visit.press("desk.page.publications");
        visit.pressText(name);

        assertThat(visit.browser().shows("#changes, #unchanged")).isTrue();
    }

    private JsonPath get(String path) throws IOException {
        return qadam.bearer(Service.REPORTING, qadam.tokenOf("auditor"))
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
