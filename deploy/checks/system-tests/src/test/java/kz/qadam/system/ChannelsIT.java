package kz.qadam.system;

import static java.net.http.HttpResponse.BodyHandlers.discarding;
import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import kz.qadam.local.Certificates;
import kz.qadam.local.Service;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.AuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The parts speak TLS with everybody and with each other, and only with those whom they know. */
@OnOtherSuite(SuiteKind.TLS)
class ChannelsIT {

    private final Qadam qadam;

    @TempDir
    Path elsewhere;

    ChannelsIT(Qadam qadam) {
        this.qadam = qadam;
    }

    @Test
    void an_enrolled_learner_who_completes_counts_in_the_figures() {
        Institution institution = qadam.office().opens("school", "KZ-75");
        Course course = qadam.office().offers(36);
        Partner partner = qadam.partner(institution);
        Figures before = qadam.auditor().figures();
        Completion completion = Enrolment.of(institution, course, "pupils").completed(0);

        partner.enrols(completion.enrolment());
        partner.completes(completion);

        qadam.auditor().sees(PlainCount.of(List.of(completion)), before);
        // The event of the completion reached enrolment-service, too.
        soon().until(() -> partner.completionsThatAre("accepted") == 1);
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void every_answer_commits_browsers_to_tls(Service service) {
        for (String path : Set.of("/problems", "/q/openapi", "/q/swagger-ui/", "/nothing", "/%00", "/v1/nothing")) {
            assertThat(qadam.anybody(service)
                            .urlEncodingEnabled(false)
                            .get(path)
                            .header("Strict-Transport-Security"))
                    .as(path)
                    .isEqualTo("max-age=31536000; includeSubDomains");
        }
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void a_service_links_to_the_public_address_by_tls(Service service) {
        qadam.anybody(service)
                .get("/q/openapi?format=json")
                .then()
                .body("servers.url", hasItem(startsWith("https://127.0.0.1:")));
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void a_request_in_plain_is_not_answered(Service service) {
        URI plain = URI.create(qadam.address(service).toString().replace("https:", "http:"));

        assertThatThrownBy(() -> answer(HttpClient.newHttpClient(), plain)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void who_does_not_know_the_authority_does_not_connect(Service service) {
        assertThatThrownBy(() -> answer(HttpClient.newHttpClient(), qadam.address(service)))
                .isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void a_service_is_known_by_its_address_alone() throws Exception {
        HttpClient client = trusting(certificates());
        URI address = qadam.address(Service.REPORTING);

        assertThat(answer(client, address.resolve("/problems"))).isEqualTo(200);
        assertThatThrownBy(() -> answer(client, URI.create(address.toString().replace("127.0.0.1", "localhost"))))
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageContaining("localhost");
    }

    @Test
    void a_service_that_knows_another_authority_does_not_become_ready() throws Exception {
        var others = new Certificates(elsewhere);
        others.prepare(Clock.systemUTC().instant());
        String known = certificates().authority().toString();
        String database = qadam.suite().database(Service.PROGRESS).url();
        String stranger =
                database.replace(encoded(known), encoded(others.authority().toString()));
        assertThat(stranger).isNotEqualTo(database);

        qadam.suite().kill(Service.PROGRESS);
        try {
            // As one that migrates: otherwise it waits for the migrations until somebody stops it.
            assertThat(qadam.suite()
                            .becomesReady(
                                    Service.PROGRESS,
                                    Map.of(
                                            "QUARKUS_DATASOURCE_JDBC_URL",
                                            stranger,
                                            "QUARKUS_FLYWAY_MIGRATE_AT_START",
                                            "true")))
                    .isFalse();
        } finally {
            qadam.restart(Service.PROGRESS);
        }
    }

    @Test
    void in_kafka_a_service_may_do_what_the_table_says() throws Exception {
        Map<String, Object> enrolment = Map.copyOf(qadam.suite().kafkaSettings(Service.ENROLMENT));
        try (var admin = Admin.create(enrolment)) {
            assertThat(admin.listTopics().names().get())
                    .contains("qadam.enrolments", "qadam.completions")
                    .allMatch(topic -> topic.startsWith("qadam."));
            assertThatThrownBy(() ->
                            admin.deleteTopics(Set.of("qadam.enrolments")).all().get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(AuthorizationException.class);
        }
    }

    private Certificates certificates() {
        return qadam.suite().certificates().orElseThrow();
    }

    private static String encoded(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    private static int answer(HttpClient client, URI address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address).build(), discarding())
                .statusCode();
    }

    private static HttpClient trusting(Certificates certificates) throws IOException, GeneralSecurityException {
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(certificates.trust());
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }
}
