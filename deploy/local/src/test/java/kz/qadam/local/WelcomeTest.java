package kz.qadam.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WelcomeTest {

    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void it_holds_an_address_that_opens_the_dashboard_with_a_token_of_a_viewer(Purpose purpose) throws Exception {
        var address = Pattern.compile("http://127\\.0\\.0\\.1:%d/#token=(\\S+)"
                        .formatted(ports(purpose).front()))
                .matcher(welcome(purpose));

        assertThat(address.find()).isTrue();
        var claims = SignedJWT.parse(address.group(1)).getJWTClaimsSet();
        assertThat(claims.getStringListClaim("groups")).isEqualTo(List.of("viewer"));
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void it_begins_with_the_one_address_of_all_services(Purpose purpose) throws Exception {
        assertThat(welcome(purpose).strip())
                .startsWith("Qadam is up: http://127.0.0.1:%d%n"
                        .formatted(ports(purpose).front()));
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void it_holds_an_address_of_each_desk_with_a_token_of_the_one_who_works_there(Purpose purpose) throws Exception {
        var addresses = Pattern.compile("http://127\\.0\\.0\\.1:%d/login/([a-z-]+)#token=(\\S+)"
                        .formatted(ports(purpose).front()))
                .matcher(welcome(purpose));
        Map<String, List<String>> roles = new TreeMap<>();
        while (addresses.find()) {
            roles.put(
                    addresses.group(1),
                    SignedJWT.parse(addresses.group(2)).getJWTClaimsSet().getStringListClaim("groups"));
        }

        assertThat(roles)
                .isEqualTo(Map.of(
                        "progress-service", List.of("partner-admin"),
                        "enrolment-service", List.of("office"),
                        "reporting-service", List.of("auditor")));
    }

    @Test
    void a_log_of_a_server_holds_no_token_of_a_desk() throws Exception {
        assertThat(Welcome.to(suite(Purpose.USE, ports(Purpose.USE)), Purpose.USE, true))
                .doesNotContain("/login/");
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void it_names_the_management_port_of_each_service(Purpose purpose) throws Exception {
        assertThat(welcome(purpose))
                .contains(List.of(Service.values()).stream()
                        .map(service -> ports(purpose).management(service) + "/q/health")
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void with_tls_it_names_the_authority_to_trust(Purpose purpose) throws Exception {
        Ports ports =
                purpose.ports().withKafkaInternal(purpose.kafkaInternalPort()).withTls();

        assertThat(welcome(purpose, ports))
                .contains(ports.frontUri() + "/#token=")
                .contains("CURL_CA_BUNDLE=" + data.resolve("keys/tls/authority.pem"))
                .doesNotContain("http://127.0.0.1:" + ports.reporting());
        assertThat(welcome(purpose)).doesNotContain("CURL_CA_BUNDLE");
    }

    private String welcome(Purpose purpose) throws Exception {
        return welcome(purpose, ports(purpose));
    }

    private String welcome(Purpose purpose, Ports ports) throws Exception {
        return Welcome.to(suite(purpose, ports), purpose, false);
    }

    private Suite suite(Purpose purpose, Ports ports) throws Exception {
        return new Suite(new SuiteConfig(Path.of("."), data, ports, purpose, news -> {}));
    }

    private static Ports ports(Purpose purpose) {
        return purpose.ports();
    }
}
