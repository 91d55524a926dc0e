package kz.qadam.chassis.http.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Safari before 16.4 says nothing else of a form than its origin, and of a link than the page that it is on. */
class FetchMetadataTest {

    private static final String OWN = "https://qadam.kz";

    @ParameterizedTest
    @CsvSource({
        "https://qadam.kz,          , true",
        "                ,https://qadam.kz/staff/desk,true",
        "null,https://qadam.kz/staff/desk,false",
        "https://other.kz,https://qadam.kz/staff/desk,false",
        ",https://qadam.kz.other.kz/,false",
        ",https://other.kz/,false",
        ",,false",
    })
    void an_old_browser_is_believed_about_pages_of_the_service_alone(String origin, String referrer, boolean isOwn) {
        assertThat(new FetchMetadata(null, null, origin, referrer).isSameOrigin(OWN))
                .isEqualTo(isOwn);
    }

    @Test
    void a_browser_that_says_from_where_a_request_comes_is_believed_in_that_alone() {
        assertThat(new FetchMetadata("cross-site", "navigate", OWN, OWN + "/").isSameOrigin(OWN))
                .isFalse();
        assertThat(new FetchMetadata("same-origin", "navigate", null, null).isSameOrigin(OWN))
                .isTrue();
    }
}
