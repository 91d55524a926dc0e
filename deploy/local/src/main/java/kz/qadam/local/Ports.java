package kz.qadam.local;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The ports of the suite's parts on 127.0.0.1; a service has another one for its health and metrics.
 *
 * @param front the one address of the three services; 0 in what an earlier version says of itself
 * @param keycloak 0 if the suite has no Keycloak and signs its tokens itself
 * @param kafkaInternal for the broker itself and the launcher, if Kafka accepts nobody whom it does not know; otherwise 0
 * @param tls whether the parts speak TLS
 */
public record Ports(
        int front,
        int postgres,
        int kafka,
        int kafkaController,
        int enrolment,
        int progress,
        int reporting,
        int enrolmentManagement,
        int progressManagement,
        int reportingManagement,
        int keycloak,
        int kafkaInternal,
        boolean tls) {

    private static final int NONE = 0;
    private static final String TLS = "tls";

    static final Ports STANDARD =
            new Ports(8080, 54320, 19092, 19093, 8081, 8082, 8083, 9081, 9082, 9083, NONE, NONE, false);
    static final Ports SANDBOX =
            new Ports(18080, 54330, 29092, 29093, 18081, 18082, 18083, 19081, 19082, 19083, NONE, NONE, false);

    /** The ports of the purpose; a variable such as {@code QADAM_KAFKA_CONTROLLER_PORT} overrides each. */
    static Ports chosenBy(Map<String, String> environment, Purpose purpose) throws CannotStart {
        return purpose.ports().overriddenBy(environment);
    }

    Ports overriddenBy(Map<String, String> environment) throws CannotStart {
        Map<String, String> chosen = asText();
        byPart().forEach((part, port) -> chosen.put(part, environment.getOrDefault(variable(part), port.toString())));
        return of(chosen);
    }

    /** Ports on which nobody listens now. */
    public static Ports free() throws IOException {
        return freeWithKeycloak().withKeycloak(NONE).withKafkaInternal(NONE);
    }

    /** Ports on which nobody listens now, for a suite with Keycloak, whose Kafka accepts nobody whom it does not know. */
    public static Ports freeWithKeycloak() throws IOException {
        int[] ports = free(STANDARD.byPart().size() + 2);
        return new Ports(
                ports[0], ports[1], ports[2], ports[3], ports[4], ports[5], ports[6], ports[7], ports[8], ports[9],
                ports[10], ports[11], false);
    }

    /** Ports on which nobody listens now, for a suite whose parts speak TLS. */
    public static Ports freeWithTls() throws IOException {
        return freeWithKeycloak().withKeycloak(NONE).withTls();
    }

    /** The same ports for a suite with Keycloak at this one. */
    Ports withKeycloak(int port) {
        return with(port, kafkaInternal, tls);
    }

    /** The same ports for a suite whose Kafka accepts nobody whom it does not know, with this one for itself and the launcher. */
    Ports withKafkaInternal(int port) {
        return with(keycloak, port, tls);
    }

    /** The same ports for a suite whose parts speak TLS; its Kafka accepts nobody whom it does not know. */
    Ports withTls() {
        return with(keycloak, kafkaInternal, true);
    }

    private Ports with(int keycloak, int kafkaInternal, boolean tls) {
        return new Ports(
                front,
                postgres,
                kafka,
                kafkaController,
                enrolment,
                progress,
                reporting,
                enrolmentManagement,
                progressManagement,
                reportingManagement,
                keycloak,
                kafkaInternal,
                tls);
    }

    /** The same ports with others for a service. */
    Ports with(Service service, int port, int managementPort) throws CannotStart {
        Map<String, String> changed = asText();
        changed.put(service.module(), Integer.toString(port));
        changed.put(service.code() + "-management", Integer.toString(managementPort));
        return of(changed);
    }

    /** Whether the suite has Keycloak. */
    boolean hasKeycloak() {
        return keycloak != NONE;
    }

    /** Whether the parts of the suite speak TLS. */
    boolean haveTls() {
        return tls;
    }

    /** Whether Kafka accepts nobody whom it does not know. */
    boolean protectKafka() {
        return kafkaInternal != NONE;
    }

    /** This many different free ports. */
    static int[] free(int count) throws IOException {
        return LoopbackPort.free(count);
    }

    static Ports of(Map<String, String> byPart) throws CannotStart {
        return new Ports(
                optionalPort("front", byPart),
                port("postgres", byPart),
                port("kafka", byPart),
                port("kafka-controller", byPart),
                port("enrolment-service", byPart),
                port("progress-service", byPart),
                port("reporting-service", byPart),
                port("enrolment-management", byPart),
                port("progress-management", byPart),
                port("reporting-management", byPart),
                optionalPort("keycloak", byPart),
                optionalPort("kafka-internal", byPart),
                Boolean.parseBoolean(byPart.get(TLS)));
    }

    /** What {@link #of} reads. */
    Map<String, String> asText() {
        Map<String, String> all = new LinkedHashMap<>();
        byPart().forEach((part, port) -> all.put(part, port.toString()));
        if (tls) {
            all.put(TLS, "true");
        }
        return all;
    }

    Map<String, Integer> byPart() {
        Map<String, Integer> all = new LinkedHashMap<>();
        all.put("front", front);
        all.put("postgres", postgres);
        all.put("kafka", kafka);
        all.put("kafka-controller", kafkaController);
        all.put("enrolment-service", enrolment);
        all.put("progress-service", progress);
        all.put("reporting-service", reporting);
        all.put("enrolment-management", enrolmentManagement);
        all.put("progress-management", progressManagement);
        all.put("reporting-management", reportingManagement);
        if (hasKeycloak()) {
            all.put("keycloak", keycloak);
        }
        if (protectKafka()) {
            all.put("kafka-internal", kafkaInternal);
        }
        return all;
    }

    int of(Service service) {
        return byPart().get(service.module());
    }

    int managementOf(Service service) {
        return byPart().get(service.code() + "-management");
    }

    /** The address of all three services. */
    URI frontUri() {
        return onLoopback(front);
    }

    /** A service's own address, for programs. */
    URI uri(Service service) {
        return onLoopback(of(service));
    }

    private URI onLoopback(int port) {
        return URI.create((haveTls() ? "https" : "http") + "://127.0.0.1:" + port);
    }

    /** The address of a service's health and metrics, which never leave the machine and need no TLS. */
    URI management(Service service) {
        return URI.create("http://127.0.0.1:" + managementOf(service));
    }

    /** The address of Keycloak. */
    URI keycloakUri() {
        return onLoopback(keycloak);
    }

    /** The address of Keycloak's realm, which is also the issuer of its tokens. */
    URI provider() {
        return URI.create(keycloakUri() + "/realms/qadam");
    }

    /** Fails with all ports that other programs use, before anything is started. */
    void requireFree() throws CannotStart {
        List<String> taken = byPart().entrySet().stream()
                .filter(port -> LoopbackPort.isTaken(port.getValue()))
                .map(port ->
                        "Port %d, which %s needs, is taken by another program: stop that, or set %s to another port."
                                .formatted(port.getValue(), port.getKey(), variable(port.getKey())))
                .toList();
        if (!taken.isEmpty()) {
            throw new CannotStart(String.join("\n", taken));
        }
    }

    private static int optionalPort(String part, Map<String, String> byPart) throws CannotStart {
        return byPart.containsKey(part) ? port(part, byPart) : NONE;
    }

    private static int port(String part, Map<String, String> byPart) throws CannotStart {
        String port = byPart.get(part);
        if (port == null || !port.matches("\\d{1,5}")) {
            throw new CannotStart("The port of %s is not a number: %s".formatted(part, port));
        }
        return Integer.parseInt(port);
    }

    static String variable(String part) {
        return "QADAM_%s_PORT"
                .formatted(part.replace("-service", "").replace('-', '_').toUpperCase(Locale.ROOT));
    }
}
