package kz.qadam.local;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * By what the parts of an installation know each other: certificates, and the passwords of the services in Kafka. Without
 * TLS for everybody, Kafka alone uses the certificates.
 */
record Tls(Certificates certificates, InstallationSecrets kafkaPasswords) {

    /** Makes what is missing, before the parts start at the same time. */
    void prepare() throws IOException {
        certificates.prepare(Clock.systemUTC().instant());
        for (Service service : Service.values()) {
            kafkaPasswords.passwordOf(service.code());
        }
    }

    PostgresTls postgres() {
        return new PostgresTls(certificates);
    }

    KafkaAccess kafka(int internalPort, boolean byTls) {
        return new KafkaAccess(certificates, kafkaPasswords, internalPort, byTls);
    }

    /** The environment variables by which a service speaks TLS, and nothing else. */
    Map<String, String> environment(Service service) {
        return Map.of(
                "QADAM_TLS_CERTIFICATE", certificates.of(service.module()).toString(),
                "QADAM_TLS_KEY", certificates.keyOf(service.module()).toString());
    }

    /** From now on, HTTP clients of this JVM that have no other order trust this installation and nobody else. */
    void trustByDefault() throws IOException {
        SSLContext.setDefault(trust());
    }

    /** Trust in this installation and in nobody else. */
    SSLContext trust() throws IOException {
        try {
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(certificates.trust());
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("Cannot trust " + certificates.authority(), e);
        }
    }
}
