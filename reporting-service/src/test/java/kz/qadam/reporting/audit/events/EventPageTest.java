package kz.qadam.reporting.audit.events;

import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.LearnerFixture.givenTrained;
import static kz.qadam.reporting.Requests.as;
import static kz.qadam.reporting.Requests.auditor;
import static kz.qadam.reporting.Requests.auditorBody;
import static kz.qadam.reporting.Requests.awaitTrained;
import static kz.qadam.reporting.Requests.ofRegion;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.UUID;
import kz.qadam.reporting.DatabaseFixture;
import kz.qadam.reporting.Forms;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An event is shown on a page as it was received. */
@ReportingTest
class EventPageTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String cohort = "event-" + UUID.randomUUID().toString().substring(0, 8);
    private String figure;
    private String event;

    @BeforeEach
    void somebody_is_trained_in_almaty() {
        givenCohort(cohort, 10L);
        givenTrained(cohort, "KZ-75", "school-1", "2026-03-01");
        awaitTrained(cohort, 1);
        figure = "/audit?measure=trained&cohort=" + cohort + "&lang=en";
        event = Forms.all(auditorBody(figure), "href=\"(/audit/events/[^\"]+)\"")
                .get(0)
                .replace("&amp;", "&");
    }

    @Test
    void it_has_all_that_the_endpoint_answers() throws JsonProcessingException {
        String answered = auditorBody("/v1" + event.replaceAll("\\?.*", ""));

        String shown = Forms.all(auditorBody(event), "(?s)<pre id=\"event\"[^>]*>(.*?)</pre>")
                .get(0)
                .replace("&quot;", "\"")
                .replace("&amp;", "&");

        assertThat(JSON.readTree(shown)).isEqualTo(JSON.readTree(answered));
        assertThat(shown.lines()).hasSizeGreaterThan(12);
    }

    @Test
    void it_leads_back_to_the_records_that_have_led_to_it_in_each_language() {
        assertThat(auditorBody(event))
                .contains("id=\"figure\" href=\"" + figure.replace("&", "&amp;") + "\"")
                .contains("href=\"?measure=trained&amp;cohort=" + cohort + "&amp;lang=kk\"");
    }

    @Test
    void a_reading_is_on_record_as_that_of_the_endpoint_is() {
        String endpoint = "/v1" + event.replaceAll("\\?.*", "");

        auditorBody(event);

        assertThat(DatabaseFixture.one(
                        "select action || ' ' || items || ' ' || (as_of is not null) from trail where kind = 'read' and asked = '%s'"
                                .formatted(endpoint),
                        String.class))
                .isEqualTo("GET /audit/events/{eventId} 1 true");
    }

    @Test
    void an_event_of_another_region_is_answered_like_one_that_does_not_exist() {
        ofRegion("auditor", "KZ-75", event).statusCode(200);
        ofRegion("auditor", "KZ-71", event).statusCode(404);
        auditor("/audit/events/" + UUID.randomUUID()).statusCode(404);
        auditor("/audit/events/1").statusCode(404);
        as("viewer").get(event).then().statusCode(403);
    }
}
