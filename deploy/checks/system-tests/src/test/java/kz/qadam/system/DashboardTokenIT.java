package kz.qadam.system;

import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dashboard by an address that holds a token, as {@code deploy/up} prints one. */
class DashboardTokenIT extends DashboardInBrowser {

    DashboardTokenIT(Qadam qadam) throws IOException {
        super(qadam);
    }

    @Test
    void an_address_with_a_token_of_a_viewer_opens_the_exact_figures_at_once() throws IOException {
        page.openWith(qadam.tokenOf("viewer"), "lang=en");

        assertThat(page.trained()).isEqualTo(qadam.exact("/v1/progress").getLong("total.trained"));
        assertThat(browser.element(".known").getText()).contains("Exact figures");
        browser.await(".live");
    }

    @Test
    void the_token_leaves_the_address_bar_and_stays_in_this_tab() throws IOException {
        String token = qadam.tokenOf("viewer");

        page.openWith(token, "lang=en");

        assertThat(browser.address()).isEqualTo(page.address() + "/?lang=en");
        assertThat(browser.run(
                                "return document.documentElement.outerHTML + JSON.stringify(localStorage) + document.cookie")
                        .toString())
                .doesNotContain(token);
    }

    @Test
    void a_page_that_is_open_takes_the_token_of_an_address_that_is_pasted_into_it() throws IOException {
        page.open("lang=en");

        page.openWith(qadam.tokenOf("viewer"), "lang=en");

        assertThat(browser.address()).isEqualTo(page.address() + "/?lang=en");
    }

    @Test
    void a_new_tab_without_the_token_shows_what_everybody_sees() throws IOException {
        page.openWith(qadam.tokenOf("viewer"), "lang=en");

        browser.openInNewTab(page.address() + "/?lang=en");

        browser.await(".live");
        assertThat(page.isExact()).isFalse();
        assertThat(browser.shows("#access-form")).isTrue();
    }

    @Test
    void the_links_of_the_page_lead_to_exact_figures() throws IOException {
        page.openWith(qadam.tokenOf("viewer"), "lang=en").choose("cohort-pupils");

        soon().until(() -> page.narrowedTo().contains("School pupils"));
        assertThat(page.isExact()).isTrue();
        assertThat(page.step("trained"))
                .isEqualTo(qadam.exact("/v1/progress/pupils").getLong("trained"));
    }

    @Test
    void the_page_in_another_language_is_exact_too() throws IOException {
        page.openWith(qadam.tokenOf("viewer"), "lang=en");

        browser.element("#language-ru").click();

        soon().ignoreExceptions().until(() -> browser.shows("html[lang=ru] " + DashboardPage.EXACT));
    }

    @Test
    void a_forgotten_token_leaves_what_everybody_sees() throws IOException {
        page.openWith(qadam.tokenOf("viewer"), "lang=en");

        browser.element("#forget").click();

        soon().until(() -> !page.isExact());
        assertThat(browser.run("return sessionStorage.length")).isEqualTo(0L);
        browser.await(".live");
    }

    @ParameterizedTest
    @CsvSource({"kk, мерзімі өтті", "ru, срок истёк", "en, has expired"})
    void an_expired_token_is_explained_above_what_everybody_sees(String language, String words) throws IOException {
        browser.open(page.address() + "/?lang=" + language + "#token=" + qadam.expiredTokenOf("viewer"));

        soon().until(() -> browser.element("#refusal").getText().contains(words));
        assertThat(page.isExact()).isFalse();
        assertThat(browser.address()).isEqualTo(page.address() + "/?lang=" + language);
        assertThat(browser.run("return sessionStorage.length")).isEqualTo(0L);
        browser.await("#burnup-chart canvas");
        assertThat(browser.objections()).isEmpty();
    }

    @Test
    void a_browser_complains_of_nothing_while_the_page_becomes_exact() throws IOException {
        page.openWith(qadam.tokenOf("viewer"), "lang=kk&theme=dark");
        browser.await("#burnup-chart canvas");

        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.hosts()).containsOnly(page.address());
    }
}
