package kz.qadam.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;

/**
 * Lets a Kafka node accept nobody whom it does not know. The services show a password (SCRAM-SHA-512), and do what
 * {@link KafkaRight} allows. The node itself and the launcher show a certificate, at ports of their own, and may do
 * everything.
 *
 * @param byTls whether the services speak TLS; on the loopback address of one machine they need not, since SCRAM does not
 *     send the password
 */
record KafkaAccess(Certificates certificates, InstallationSecrets passwords, int internalPort, boolean byTls) {

    private static final int ITERATIONS = 8_192;

    /** The settings of the node, which has a listener for services at this port. */
    Map<String, String> nodeSettings(int port, int controllerPort) {
        Map<String, String> settings = new HashMap<>();
        String services = "SERVICES://127.0.0.1:" + port;
        String internal = "INTERNAL://127.0.0.1:" + internalPort;
        settings.put("listeners", services + "," + internal + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", services + "," + internal);
        settings.put("listener.security.protocol.map", "SERVICES:%s,INTERNAL:SSL,CONTROLLER:SSL".formatted(protocol()));
        settings.put("inter.broker.listener.name", "INTERNAL");
        settings.put("sasl.enabled.mechanisms", "SCRAM-SHA-512");
        settings.put(
                "listener.name.services.scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        settings.put("listener.name.internal.ssl.client.auth", "required");
        settings.put("listener.name.controller.ssl.client.auth", "required");
        settings.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        settings.put("super.users", "User:CN=" + Certificates.KAFKA + ";User:CN=" + Certificates.LAUNCHER);
        settings.putAll(shown(Certificates.KAFKA));
        settings.putAll(trusted());
        return settings;
    }

    /** The settings of a service's clients, without the address. */
    Map<String, String> settingsOf(Service service) throws IOException {
        Map<String, String> settings = new HashMap<>(byTls ? trusted() : Map.of());
        settings.put("security.protocol", protocol());
        settings.put("sasl.mechanism", "SCRAM-SHA-512");
        settings.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(service.code(), passwords.passwordOf(service.code())));
        return settings;
    }

    /** The settings of the launcher's clients, with the address. */
    Map<String, String> settingsOfLauncher() {
        Map<String, String> settings = new HashMap<>(trusted());
        settings.put("bootstrap.servers", "127.0.0.1:" + internalPort);
        settings.put("security.protocol", "SSL");
        settings.putAll(shown(Certificates.LAUNCHER));
        return settings;
    }

    /** Gives the services the passwords of the files, and exactly the rights of the table. */
    void grant(Admin admin) throws IOException, ExecutionException, InterruptedException {
        List<UserScramCredentialAlteration> logins = new ArrayList<>();
        for (Service service : Service.values()) {
            logins.add(new UserScramCredentialUpsertion(
                    service.code(),
                    new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS),
                    passwords.passwordOf(service.code())));
        }
        admin.alterUserScramCredentials(logins).all().get();
        Set<AclBinding> granted =
                Set.copyOf(admin.describeAcls(AclBindingFilter.ANY).values().get());
        Set<AclBinding> due = KafkaRight.bindings();
        admin.createAcls(without(due, granted)).all().get();
        admin.deleteAcls(
                        without(granted, due).stream().map(AclBinding::toFilter).toList())
                .all()
                .get();
    }

    private String protocol() {
        return byTls ? "SASL_SSL" : "SASL_PLAINTEXT";
    }

    private static Set<AclBinding> without(Set<AclBinding> all, Set<AclBinding> these) {
        Set<AclBinding> rest = new HashSet<>(all);
        rest.removeAll(these);
        return rest;
    }

    private Map<String, String> shown(String part) {
        return Map.of(
                "ssl.keystore.type",
                "PEM",
                "ssl.keystore.location",
                certificates.bothOf(part).toString());
    }

    private Map<String, String> trusted() {
        return Map.of(
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                certificates.authority().toString());
    }
}
