package kz.qadam.chassis.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the trail keeps of a question. */
class AskedTest {

    @ParameterizedTest
    @CsvSource({
        "/v1/things, '', /v1/things",
        "/v1/things?kind=a&asOf=2026-06-01T00:00%2B05:00, '', /v1/things?kind=a&asOf=2026-06-01T00:00%2B05:00",
        "/v1/things?reference=Aliya&limit=7, '', /v1/things?reference=&limit=7",
        "/v1/things?%72eference=Aliya, '', /v1/things?%72eference=",
        "/v1/things?reference, '', /v1/things?reference=",
        "/v1/things, region=KZ-75, /v1/things?region=KZ-75",
        "/v1/things?kind=a, region=KZ-75, /v1/things?kind=a&region=KZ-75"
    })
    void values_that_may_name_a_person_are_left_out(String request, String implied, String kept) {
        assertThat(Asked.of(URI.create("http://127.0.0.1" + request), implied)).isEqualTo(kept);
    }
}
