package kz.qadam.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.qadam.front.FrontSettings;

/** By which addresses the front of a suite and its services know each other. */
final class FrontWiring {

    /**
     * From which a front calls the services. Callers of a service's own port come from 127.0.0.1, so that none of them is
     * believed when it says for whom it calls.
     */
    static final String SOURCE = "127.0.0.2";

    private static final String PUBLIC_URL = "QADAM_PUBLIC_URL";
    private static final String TRUSTED = "QUARKUS_HTTP_PROXY_TRUSTED_PROXIES";

    private FrontWiring() {}

    static FrontSettings settings(Ports ports, Optional<Tls> tls) {
        Map<String, URI> services = new TreeMap<>();
        for (Service service : Service.values()) {
            services.put(service.module(), ports.uri(service));
        }
        return new FrontSettings(
                ports.front(),
                services,
                isUsable() ? Optional.of(SOURCE) : Optional.empty(),
                tls.map(Tls::certificates)
                        .map(files -> new FrontSettings.Tls(
                                files.of(Certificates.FRONT), files.keyOf(Certificates.FRONT), files.authority())));
    }

    /** The settings of a service. What the operator has chosen for a proxy before it is kept. */
    static Map<String, String> environment(Ports ports, Map<String, String> chosen) {
        Map<String, String> environment = new HashMap<>();
        environment.put(
                PUBLIC_URL, chosen.getOrDefault(PUBLIC_URL, ports.frontUri().toString()));
        if (isUsable()) {
            String others = chosen.getOrDefault(TRUSTED, "");
            environment.put("QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true");
            environment.put(TRUSTED, others.isBlank() ? SOURCE : others + "," + SOURCE);
        }
        return environment;
    }

    /** Whether this machine lets a program call from this address, as Linux does. */
    private static boolean isUsable() {
        try (var socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(SOURCE), 0));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
