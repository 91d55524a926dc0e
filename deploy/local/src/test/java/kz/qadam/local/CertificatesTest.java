package kz.qadam.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTest {

    private static final Instant NOW = Instant.parse("2026-05-01T00:00:00Z");

    /** The type of an address among the names of a certificate (RFC 5280). */
    private static final int ADDRESS = 7;

    @TempDir
    Path directory;

    private Certificates certificates;

    @BeforeEach
    void prepare() throws IOException {
        certificates = new Certificates(directory);
        certificates.prepare(NOW);
    }

    @Test
    void every_part_has_a_certificate_of_the_same_authority_for_this_machine_and_no_name() throws Exception {
        X509Certificate authority = read(certificates.authority());

        for (String part :
                List.of("front", "enrolment-service", "progress-service", "reporting-service", "postgres", "kafka")) {
            X509Certificate certificate = read(certificates.of(part));
            certificate.verify(authority.getPublicKey());
            assertThat(certificate.getSubjectAlternativeNames()).containsExactly(List.of(ADDRESS, "127.0.0.1"));
        }
    }

    @Test
    void only_kafka_and_the_launcher_may_show_theirs_when_they_connect() throws Exception {
        String toConnect = "1.3.6.1.5.5.7.3.2";

        assertThat(read(certificates.of("kafka")).getExtendedKeyUsage()).contains(toConnect);
        assertThat(read(certificates.of("launcher")).getExtendedKeyUsage()).containsExactly(toConnect);
        assertThat(read(certificates.of("reporting-service")).getExtendedKeyUsage())
                .doesNotContain(toConnect);
    }

    @Test
    void all_files_are_their_owners_alone() throws IOException {
        for (Path file : content().keySet()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .as(file.toString())
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void they_are_kept_until_two_months_before_they_expire() throws IOException {
        Map<Path, String> made = content();

        certificates.prepare(NOW.plus(Duration.ofDays(330)));

        assertThat(content()).isEqualTo(made);
    }

    @Test
    void those_that_expire_soon_are_renewed_and_the_authority_stays() throws Exception {
        Map<Path, String> made = content();

        certificates.prepare(NOW.plus(Duration.ofDays(340)));

        Map<Path, String> renewed = content();
        assertThat(renewed.get(certificates.authority())).isEqualTo(made.get(certificates.authority()));
        assertThat(renewed.get(certificates.of("kafka"))).isNotEqualTo(made.get(certificates.of("kafka")));
        read(certificates.of("kafka")).verify(read(certificates.authority()).getPublicKey());
    }

    @Test
    void a_lost_authority_is_replaced_with_all_its_certificates() throws Exception {
        String lost = Files.readString(certificates.authority());
        Files.delete(certificates.authority());

        certificates.prepare(NOW);

        assertThat(Files.readString(certificates.authority())).isNotEqualTo(lost);
        read(certificates.of("postgres")).verify(read(certificates.authority()).getPublicKey());
    }

    private Map<Path, String> content() throws IOException {
        Map<Path, String> content = new HashMap<>();
        try (var files = Files.list(directory)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                content.put(file.toAbsolutePath(), Files.readString(file));
            }
        }
        return content;
    }

    private static X509Certificate read(Path file) throws Exception {
        return Pem.certificate(Files.readString(file));
    }
}
