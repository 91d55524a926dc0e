package kz.qadam.reporting.publication.release;

import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.Requests.as;
import static kz.qadam.reporting.Requests.awaitCohort;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import kz.qadam.reporting.Forms;
import kz.qadam.reporting.ReportingTest;
import kz.qadam.reporting.release.store.PublishedReleases;
import kz.qadam.reporting.release.store.Releases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The office opens the series of releases on a page. */
@ReportingTest
class ReleaseSeriesOpeningPageTest {

    private static final String PAGE = "/publications/series/opening?lang=en";

    @Inject
    Releases releases;

    @Inject
    PublishedReleases published;

    @BeforeEach
    void the_programme_is_known() {
        releases.remove();
        givenCohort("opening-page", 10L);
        awaitCohort("opening-page");
    }

    @AfterEach
    void clean() {
        releases.remove();
    }

    @Test
    void the_office_is_told_what_it_does_and_nothing_is_opened_before_it_confirms() {
        assertThat(page("/publications?lang=en")).contains("href=\"/publications/series/opening?lang=en\"");

        assertThat(page(PAGE)).contains("This cannot be taken back", "Open the series");

        assertThat(published.newest().isOpened()).isFalse();
    }

    @Test
    void the_office_opens_it_once_however_often_the_form_is_sent() {
        confirm("office").statusCode(303).header("Location", endsWith("/publications?lang=en"));

        confirm("office").statusCode(303);

        assertThat(page("/publications?lang=en"))
                .contains("The first release will be public on")
                .doesNotContain("id=\"open\"");
        as("office").redirects().follow(false).get(PAGE).then().statusCode(303);
    }

    @Test
    void nobody_else_opens_it() {
        confirm("auditor").statusCode(403);

        assertThat(published.newest().isOpened()).isFalse();
    }

    private static String page(String address) {
        return as("office").get(address).then().statusCode(200).extract().asString();
    }

    private static ValidatableResponse confirm(String role) {
        return Forms.send(as(role), PAGE, Map.of());
    }
}
