package kz.qadam.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import kz.qadam.local.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** To which service the front leads a path. */
class RoutesTest {

    @ParameterizedTest
    @CsvSource({
        "/v1/enrolments, enrolment-service",
        "/v1/completions/batch, progress-service",
        "/v1/audit/trail, reporting-service",
        "/v1/parked, progress-service",
        "/v1/parked-states, enrolment-service",
        "/staff/v1/parked-states/send-again, enrolment-service",
        "/, reporting-service",
        "/_static/echarts/dist/echarts.esm.min.mjs, reporting-service",
        "/staff, reporting-service",
        "/staff/, reporting-service",
        "/desk, enrolment-service",
        "/desk/institution, progress-service",
        "/staff/desk/panels/reporting/hints, reporting-service"
    })
    void the_longest_path_of_the_table_decides(String path, String service) {
        assertThat(Routes.serviceOf(path)).contains(service);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/contracts", "/v1", "/v1/", "/v1/enrolments-of-somebody", "/staffroom", "//"})
    void what_is_in_no_route_is_led_nowhere(String path) {
        assertThat(Routes.serviceOf(path)).isEmpty();
    }

    @Test
    void each_path_is_written_once_and_names_a_service() {
        List<String> services =
                Arrays.stream(Service.values()).map(Service::module).toList();

        assertThat(Routes.all()).extracting(Route::path).doesNotHaveDuplicates();
        assertThat(Routes.all()).allSatisfy(route -> {
            assertThat(services).contains(route.service());
            assertThat(route.path()).startsWith("/");
            assertThat(route.isExact() || !route.path().endsWith("/")).isTrue();
        });
    }
}
