package kz.qadam.system;

import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The dashboard for those who see, hear, print or trust otherwise. */
class DashboardForAllIT extends DashboardInBrowser {

    private static final String PDF = "JVBERi0";

    DashboardForAllIT(Qadam qadam) throws IOException {
        super(qadam);
    }

    @Test
    void nothing_comes_from_another_host_and_nothing_fails() {
        page.open("lang=kk&theme=dark");

        assertThat(browser.hosts()).containsOnly(page.address());
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void it_is_read_without_scripts() {
        page.openPlain("lang=ru");

        assertThat(page.trained()).isEqualTo(qadam.published("/v1/progress").getLong("total.trained"));
        assertThat(page.cohorts()).hasSize(5);
        assertThat(page.tiles()).as("macro-regions").hasSize(5);
    }

    @Test
    void the_day_of_a_release_is_chosen_by_the_address_without_scripts() {
        String day = qadam.published("/v1/progress").getString("on");

        page.openPlain("lang=ru&on=" + day);

        assertThat(page.trained())
                .isEqualTo(qadam.published("/v1/progress?on=" + day).getLong("total.trained"));
    }

    @Test
    void on_paper_are_all_figures_and_nothing_to_press() {
        page.open("lang=kk");

        browser.showPrinted();

        assertThat(List.of("#burnup-scroll td", "#months-chart canvas", ".tiles a"))
                .allMatch(browser::hasOnPaper);
        assertThat(List.of("#slider", "#access", "nav", "summary")).noneMatch(browser::hasOnPaper);
        assertThat(browser.printed()).startsWith(PDF);
    }

    @Test
    void it_fits_the_smallest_phone() {
        browser.beWide(320);

        assertThat(List.of("kk", "ru", "en")).allSatisfy(language -> {
            page.open("cohort=students&region=KZ-75&lang=" + language);
            soon().untilAsserted(() -> assertThat(browser.excess()).isZero());
        });
    }

    @Test
    void a_check_of_accessibility_objects_to_nothing() {
        for (String query : List.of(
                "lang=kk",
                "lang=ru&cohort=citizens",
                "lang=en&cohort=pupils&region=KZ-75&on=2026-05-31",
                "lang=en&asOf=2026-05-31",
                "lang=kk&theme=dark")) {
            page.openEmpty(query);
            page.unfoldTables();
            assertThat(browser.objections()).as(query).isEmpty();
        }
    }
}
