package kz.qadam.reporting.publication.release;

import static io.restassured.RestAssured.given;
import static kz.qadam.reporting.CatalogueFixture.givenCatalogue;
import static kz.qadam.reporting.DatabaseFixture.execute;
import static kz.qadam.reporting.DatabaseFixture.one;
import static kz.qadam.reporting.Requests.anonymous;
import static kz.qadam.reporting.Requests.as;
import static kz.qadam.reporting.Requests.partner;
import static kz.qadam.reporting.SeriesFixture.ANY_YEAR;
import static kz.qadam.reporting.SeriesFixture.givenSeries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HexFormat;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.reporting.ReportingTest;
import kz.qadam.reporting.release.store.PublishedReleases;
import kz.qadam.reporting.release.store.Releases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The releases 31, 32 and 33, of the last day of January and of the two days after it. */
@ReportingTest
class ReleaseResourceTest {

    @Inject
    ReleaseMaker maker;

    @Inject
    PublishedReleases published;

    @Inject
    Releases releases;

    @BeforeEach
    void three_releases_are_made() {
        releases.remove();
        givenCatalogue();
        givenSeries("DAILY", ANY_YEAR + "-01-01", at("01-31T12:00").toString());
        maker.makeDue(at("02-03T00:00"));
    }

    @AfterEach
    void clean() {
        releases.remove();
    }

    @Test
    void the_list_has_all_releases_with_the_newest_last() {
        anonymous("/v1/releases")
                .statusCode(200)
                .header("Link", nullValue())
                .body("items.number", contains(31, 32, 33))
                .body("items[0].through", is(ANY_YEAR + "-01-31T17:59:59.999999Z"))
                .body("items[0].publishedAt", is(ANY_YEAR + "-02-01T00:00:00Z"))
                .body("items[0].link", endsWith("/v1/releases/31"));
    }

    @Test
    void the_list_has_pages() {
        String next = anonymous("/v1/releases", "limit", "2")
                .body("items.number", contains(31, 32))
                .header("Link", containsString("rel=\"next\""))
                .extract()
                .path("cursor");

        anonymous("/v1/releases", "limit", "2", "cursor", next).body("items.number", contains(33));
    }

    @Test
    void the_cursor_of_the_last_page_leads_to_new_releases() {
        String end = anonymous("/v1/releases").extract().path("cursor");
        anonymous("/v1/releases", "cursor", end).body("items", empty()).body("cursor", is(end));

        maker.makeDue(at("02-04T00:00"));

        anonymous("/v1/releases", "cursor", end).body("items.number", contains(34));
    }

    @Test
    void a_list_of_the_past_ends_with_the_release_of_that_time() {
        anonymous("/v1/releases", "asOf", ANY_YEAR + "-02-01").body("items.number", contains(31, 32));
        anonymous("/v1/releases", "on", ANY_YEAR + "-01-31").body("items.number", contains(31));
    }

    @Test
    void the_future_has_no_list() {
        anonymous("/v1/releases", "asOf", "2099-01-01").statusCode(422).body("errors[0].parameter", is("asOf"));
    }

    @Test
    void a_cursor_of_something_else_is_refused() {
        anonymous("/v1/releases", "cursor", "xyz").statusCode(400);
    }

    @Test
    void a_release_is_answered_byte_for_byte() throws Exception {
        byte[] document = given().get("/v1/releases/32").asByteArray();

        assertThat(new String(document, StandardCharsets.UTF_8)).isEqualTo(releases.document(32));
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
        anonymous("/v1/releases").body("items[1].digest", is(digest));
        anonymous("/v1/releases/32").header("ETag", is("\"" + digest + "\""));
    }

    @Test
    void a_release_may_be_kept_for_ever() {
        anonymous("/v1/releases/32")
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", is("public, max-age=31536000, immutable"))
                .body("number", is(32))
                .body("rhythm", is("daily"))
                .body("monthEnd.on", is(ANY_YEAR + "-01-31"));
    }

    @Test
    void a_caller_who_has_the_release_gets_no_body() {
        String etag = anonymous("/v1/releases/32").extract().header("ETag");

        given().header("If-None-Match", etag)
                .get("/v1/releases/32")
                .then()
                .statusCode(304)
                .header("ETag", is(etag))
                .body(is(""));
    }

    @Test
    void everybody_gets_the_same_release() {
        String document = releases.document(32);

        assertThat(as("office").get("/v1/releases/32").asString()).isEqualTo(document);
        assertThat(partner("school-42", "/v1/releases/32").extract().asString()).isEqualTo(document);
    }

    @Test
    void a_token_that_is_not_valid_is_refused() {
        given().auth().oauth2("no.valid.token").get("/v1/releases/32").then().statusCode(401);
        given().auth().oauth2("no.valid.token").get("/v1/releases").then().statusCode(401);
    }

    @Test
    void a_release_that_is_not_public_yet_is_answered_like_one_that_does_not_exist() {
        givenReleasePublicTomorrow(34);
        published.reload();

        String notYet = anonymous("/v1/releases/34").statusCode(404).extract().asString();

        assertThat(notYet)
                .isEqualTo(
                        anonymous("/v1/releases/999").statusCode(404).extract().asString());
        anonymous("/v1/releases").body("items.number", contains(31, 32, 33));
        assertThat(published.newest().number()).isEqualTo(33);
    }

    @Test
    void a_release_after_the_requested_time_is_not_found() {
        anonymous("/v1/releases/33", "asOf", ANY_YEAR + "-02-01").statusCode(404);
        anonymous("/v1/releases/33", "on", ANY_YEAR + "-02-01").statusCode(404);
        anonymous("/v1/releases/33", "asOf", ANY_YEAR + "-02-02").statusCode(200);
    }

    @Test
    void a_number_is_a_number() {
        anonymous("/v1/releases/many").statusCode(404);
        anonymous("/v1/releases/-1").statusCode(404);
        anonymous("/v1/releases/" + Long.MAX_VALUE).statusCode(404);
    }

    /** Another instance has made it. */
    private static void givenReleasePublicTomorrow(long number) {
        execute("""
                insert into release (number, through, on_day, public_from, batch, rule, body)
                select %d, through + interval '1 day', on_day + 1, now() + interval '1 day', batch, rule, body
                  from release order by number desc limit 1
                """.formatted(number));
        assertThat(one("select count(*) from release", Long.class)).isEqualTo(4);
    }

    private Instant at(String local) {
        return LocalDateTime.parse(ANY_YEAR + "-" + local)
                .atZone(AlmatyTime.ZONE)
                .toInstant();
    }
}
