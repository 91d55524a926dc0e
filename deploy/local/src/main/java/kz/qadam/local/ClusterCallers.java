package kz.qadam.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
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
        Map<Service, URI> services = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            services.put(service, URI.create(arguments[2 + service.ordinal()]));
        }
        return new ClusterCallers(
                new Keys(Path.of(arguments[1]).resolve("keys")).issuer(), services);
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
