package kz.qadam.front;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The front as a configuration of haproxy, for installations that others reach.
 *
 * @param bind where it listens, one address with its options each
 * @param servers by service its instances, each with a name, an address and options
 * @param health what of an instance is asked for its state
 * @param answers the directory, as haproxy sees it, in which {@link #writeAnswers} has written
 */
public record Haproxy(List<String> bind, Map<String, List<String>> servers, String health, String answers) {

    /** What everything else builds on, if haproxy has nothing else to do. */
    private static final String GLOBAL = """
            # Written from the table of routes (routes.csv).
            global
              log stderr format raw local0 warning
              # Headers of 16 KB have to fit in.
              tune.bufsize 65536
            defaults
              mode http
              timeout connect 5s
              timeout http-request 60s
              # Streams of events may be silent for long.
              timeout client 1h
              timeout server 1h
              timeout check 5s
              default-server inter 1s fall 2 rise 1
            """;

    private static final String FRONTEND = """
            frontend front
              mode http
            %s%s  default_backend nothing
            backend nothing
              mode http
              http-request return %s
            """;

    private static final String BACKEND = """
            backend %1$s
              mode http
              # What callers say of addresses has no effect.
              http-request del-header Forwarded
              http-request del-header X-Forwarded- -m beg
              http-request set-header X-Forwarded-For %%[src]
              http-request set-header X-Forwarded-Proto %%[ssl_fc,iif(https,http)]
              # A service that is given the protocol forgets the port of the host.
              http-request set-header X-Forwarded-Port %%[ssl_fc,iif(443,80)]
              http-request set-header X-Forwarded-Port %%[req.hdr(host),port_only] if { req.hdr(host),port_only gt 0 }
              option httpchk GET %2$s
              option redispatch
              retry-on conn-failure
              http-request return %3$s if { nbsrv lt 1 } { req.hdr(accept) -m sub text/html }
              http-request return %4$s if { nbsrv lt 1 }
              # Nobody has noticed yet that an instance does not answer.
              http-error %4$s
              http-error %5$s
            %6$s""";

    /** A whole configuration. */
    public String configuration() {
        return GLOBAL + sections();
    }

    /** The front and its services, below a {@code defaults} with timeouts. A backend has the name of its service. */
    public String sections() {
        return FRONTEND.formatted(
                        lines(bind.stream().map("bind "::concat)),
                        lines(Routes.written().stream().map(Haproxy::led)),
                        answered(StaticAnswer.NOT_FOUND))
                + servers.entrySet().stream()
                        .map(service -> backend(service.getKey(), service.getValue()))
                        .collect(Collectors.joining());
    }

    /** Writes what haproxy answers itself. */
    public static void writeAnswers(Path directory) throws IOException {
        Files.createDirectories(directory);
        for (StaticAnswer answer : StaticAnswer.values()) {
            Files.writeString(directory.resolve(answer.file()), answer.body());
        }
    }

    private static String led(Route route) {
        List<Route> both = List.of(route, route.forStaff());
        String itself = "{ path %s }".formatted(joined(both.stream().flatMap(Route::forms)));
        return route.isExact()
                ? "use_backend %s if %s".formatted(route.service(), itself)
                : "use_backend %s if %s or { path_beg %s }"
                        .formatted(route.service(), itself, joined(both.stream().map(one -> one.path() + "/")));
    }

    private String backend(String service, List<String> instances) {
        return BACKEND.formatted(
                service,
                health,
                answered(StaticAnswer.UNAVAILABLE_PAGE),
                answered(StaticAnswer.UNAVAILABLE),
                answered(StaticAnswer.BROKEN),
                lines(instances.stream().map("server "::concat)));
    }

    /** An answer in the words of haproxy. */
    private String answered(StaticAnswer answer) {
        String headers = answer.headers().entrySet().stream()
                .map(header -> " hdr %s \"%s\"".formatted(header.getKey(), header.getValue()))
                .collect(Collectors.joining());
        return "status %d content-type \"%s\" file %s/%s%s"
                .formatted(answer.status(), answer.contentType(), answers, answer.file(), headers);
    }

    private static String joined(Stream<String> words) {
        return words.collect(Collectors.joining(" "));
    }

    private static String lines(Stream<String> texts) {
        return texts.map(text -> "  " + text + "\n").collect(Collectors.joining());
    }
}
