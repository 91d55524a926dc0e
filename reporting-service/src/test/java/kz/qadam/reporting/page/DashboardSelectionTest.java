package kz.qadam.reporting.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import kz.qadam.chassis.base.language.Language;
import org.junit.jupiter.api.Test;

class DashboardSelectionTest {

    private static final DashboardSelection ALL = new DashboardSelection(Language.KK, null, null, null, null, null);

    @Test
    void the_address_says_only_what_is_shown() {
        assertThat(ALL.address()).isEqualTo("./?lang=kk");
        assertThat(ALL.ofCohort("pupils").ofRegion("KZ-75").themed("dark").address())
                .isEqualTo("./?lang=kk&theme=dark&cohort=pupils&region=KZ-75");
    }

    @Test
    void empty_fields_of_a_form_are_nothing() {
        assertThat(new DashboardSelection(Language.KK, "", "total", "", "", " "))
                .isEqualTo(ALL);
    }

    @Test
    void an_unknown_theme_is_none() {
        assertThat(ALL.themed("\"><script>").address()).isEqualTo("./?lang=kk");
    }

    @Test
    void a_past_day_is_shown_as_known_now_or_as_known_then() {
        LocalDate day = LocalDate.of(2026, 5, 31);

        assertThat(ALL.onDay(day).address()).isEqualTo("./?lang=kk&on=2026-05-31");
        assertThat(ALL.asKnownOn(day).address()).isEqualTo("./?lang=kk&asOf=2026-05-31");
        assertThat(ALL.asKnownOn(day).now()).isEqualTo(ALL);
    }

    @Test
    void a_program_finds_the_figures_of_the_same_instant() {
        DashboardSelection past =
                new DashboardSelection(Language.EN, null, "pupils", null, "2026-05-31", "2026-06-01T00:00:00+05:00");

        assertThat(past.apiAddress("/v1/progress/pupils/breakdown", "by", "region", "region", null))
                .isEqualTo(
                        "v1/progress/pupils/breakdown?by=region&on=2026-05-31&asOf=2026-06-01T00%3A00%3A00%2B05%3A00");
    }
}
