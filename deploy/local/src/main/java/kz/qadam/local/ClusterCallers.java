package kz.qadam.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import kz.qadam.demo.Access;

/**
 * What callers of a cluster on this machine need.
 *
 * @param services where haproxy leads to the instances of each service
 */
record ClusterCallers(TokenSource tokens, Map<Service, URI> services) {

    /** Reads the arguments of a program: the repository, the directory of the cluster, and an address for each service. */
    static ClusterCallers of(String... arguments) throws IOException {
        var tokens = new Keys(Path.of(arguments[1]).resolve("keys")).issuer();
        return new ClusterCallers(
                tokens,
                Map.of(
                        Service.ENROLMENT, URI.create(arguments[2]),
                        Service.PROGRESS, URI.create(arguments[3]),
                        Service.REPORTING, URI.create(arguments[4])));
    }

    String token(String role) throws IOException {
        return tokens.token(Bearer.of(role));
    }

    Access access() throws IOException {
        return new Access(
                services.get(Service.ENROLMENT),
                services.get(Service.PROGRESS),
                services.get(Service.REPORTING),
                token("office"),
                token("auditor"));
    }
}
