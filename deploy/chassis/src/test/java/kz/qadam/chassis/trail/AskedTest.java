package kz.qadam.chassis.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the trail keeps of a question. */
class AskedTest {

    private static final Set<String> PARAMETERS = Set.of("kind", "asOf", "reference", "limit", "cursor");

    @ParameterizedTest
    @CsvSource({
        "/v1/things, '', /v1/things",
        "/v1/things?kind=a&asOf=2026-06-01T00:00%2B05:00, '', /v1/things?kind=a&asOf=2026-06-01T00:00%2B05:00",
        "/v1/things?reference=Aliya&limit=7, '', /v1/things?reference=&limit=7",
        "/v1/things?%72eference=Aliya, '', /v1/things?%72eference=",
        "/v1/things?reference, '', /v1/things?reference=",
        "/v1/things?kind=Aliya.Omarova%40example.kz, '', /v1/things?kind=",
        "/v1/things?kind=%D0%90%D0%BB%D0%B8%D1%8F+%D0%9E%D0%BC%D0%B0%D1%80%D0%BE%D0%B2%D0%B0, '', /v1/things?kind=",
        "/v1/things?kind=991231100010, '', /v1/things?kind=",
        "/v1/things?name=Aliya&limit=7&991231100010=a, '', /v1/things?limit=7",
        "/v1/things/991231100010/parts, '', /v1/things/{}/parts",
        "/v1/things?cursor=NzYxIDAxOTlhMWMyLTdiMTEtN2MzZS04ZDExLTk5MTIzMTEwMDAxMCA3NjI, '',"
                + " /v1/things?cursor=NzYxIDAxOTlhMWMyLTdiMTEtN2MzZS04ZDExLTk5MTIzMTEwMDAxMCA3NjI",
        "/v1/things, region=KZ-75, /v1/things?region=KZ-75",
        "/v1/things?kind=a, region=KZ-75, /v1/things?kind=a&region=KZ-75"
    })
    void values_that_may_name_a_person_are_left_out(String request, String implied, String kept) {
        assertThat(Asked.of(URI.create("http://127.0.0.1" + request), PARAMETERS, implied))
                .isEqualTo(kept);
    }
}
