package kz.qadam.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import kz.qadam.demo.Access;
import kz.qadam.load.LoadCallers;
import kz.qadam.load.ReadyInstances;

/**
 * What callers of a cluster on this machine need.
 *
 * @param services where haproxy leads to the instances of each service
 */
record ClusterCallers(TokenSource tokens, Map<Service, URI> services) {

    /** Reads the arguments of a program: the repository, the directory of the cluster, and an address for each service. */
    static ClusterCallers of(String... arguments) throws IOException {
        var tokens = new InstallationSecrets(Path.of(arguments[1]).resolve("keys")).issuer();
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

    /** Who writes and reads under load. */
    LoadCallers loadCallers() throws IOException {
        return ChangeUnderLoad.callers(
                tokens.token(Bearer.of("partner", ChangeUnderLoad.INSTITUTION)), token("auditor"));
    }

    /** Haproxy, which knows itself which instances are ready. */
    ReadyInstances haproxy() {
        var haproxy = new ReadyInstances();
        services.forEach((service, address) -> haproxy.add(service.code(), address, () -> true));
        return haproxy;
    }
}
