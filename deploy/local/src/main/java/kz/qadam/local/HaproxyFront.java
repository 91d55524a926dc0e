package kz.qadam.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import kz.qadam.front.Haproxy;

/**
 * Writes the front of an installation for haproxy, which reads {@code haproxy.cfg}:
 *
 * <ul>
 *   <li>{@code server DIRECTORY} of {@code deploy/install/server}, with the certificate of its public address in
 *       {@code DIRECTORY/certificate.pem}; {@code server DIRECTORY ADDRESS} for an address without TLS
 *   <li>{@code compose DIRECTORY} of {@code deploy/install/compose.yaml}
 *   <li>{@code cluster DIRECTORY ADDRESS} of {@code deploy/install/cluster}: only what is added to its own configuration
 * </ul>
 */
final class HaproxyFront {

    private static final String FILE = "haproxy.cfg";
    private static final String READY = "/q/health/ready";

    /** What the public port of a service that has started answers. */
    private static final String STARTED = "/problems/unavailable";

    /** Leads callers without TLS to the same address with it. */
    private static final String TO_TLS = """
            frontend plain
              bind :80
              http-request redirect scheme https
            """;

    private HaproxyFront() {}

    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[2]);
        Haproxy.writeAnswers(directory);
        String configuration = switch (arguments[1]) {
            case "server" -> arguments.length > 3 ? ofServer(directory, arguments[3]) : ofServer(directory);
            case "compose" -> ofCompose();
            case "cluster" -> ofCluster(directory, arguments[3]);
            default -> throw new IllegalArgumentException(arguments[1]);
        };
        Files.writeString(directory.resolve(FILE), configuration);
    }

    private static String ofServer(Path directory) throws IOException {
        String bind = ":443 ssl crt %s alpn h2,http/1.1".formatted(directory.resolve("certificate.pem"));
        return ofServer(directory, bind) + TO_TLS;
    }

    private static String ofServer(Path directory, String bind) throws IOException {
        Ports ports = Ports.chosenBy(System.getenv(), Purpose.USE);
        return new Haproxy(
                        List.of(bind),
                        ofEach(service -> List.of("%s 127.0.0.1:%d source %s check port %d"
                                .formatted(
                                        service.module(),
                                        ports.of(service),
                                        FrontWiring.SOURCE,
                                        ports.managementOf(service)))),
                        READY,
                        directory.toString())
                .configuration();
    }

    static String ofCompose() {
        return new Haproxy(
                                List.of(":8080"),
                                ofEach(service -> List.of("%1$s %1$s:%2$d check resolvers docker init-addr none"
                                        .formatted(
                                                service.module(),
                                                Purpose.USE.ports().of(service)))),
                                STARTED,
                                "/usr/local/etc/haproxy")
                        .configuration()
                + """
                resolvers docker
                  nameserver docker 127.0.0.11:53
                  hold valid 5s
                """;
    }

    private static String ofCluster(Path directory, String bind) throws IOException {
        List<String[]> pods = Files.readAllLines(directory.resolveSibling("addresses")).stream()
                .map(line -> line.split(" ", 2))
                .filter(pod -> !pod[0].contains("migration"))
                .toList();
        return new Haproxy(
                        List.of(bind),
                        ofEach(service -> pods.stream()
                                .filter(pod -> pod[0].startsWith(service.code() + "-"))
                                .map(pod -> "%s %s:8080 check port 9000".formatted(pod[0], pod[1]))
                                .toList()),
                        READY,
                        directory.toString())
                .sections();
    }

    private static Map<String, List<String>> ofEach(Function<Service, List<String>> servers) {
        Map<String, List<String>> all = new TreeMap<>();
        for (Service service : Service.values()) {
            all.put(service.module(), servers.apply(service));
        }
        return all;
    }
}
