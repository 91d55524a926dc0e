package kz.qadam.front;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * How a front is started.
 *
 * @param port where it listens, on 127.0.0.1
 * @param services the addresses of the services by their modules
 * @param source the address from which it calls them, by which they know it; empty if the system chooses
 * @param tls by what callers and services know each other; empty if nobody speaks TLS
 */
public record FrontSettings(int port, Map<String, URI> services, Optional<String> source, Optional<Tls> tls) {

    private static final String SERVICE = "service.";

    /**
     * Files in PEM.
     *
     * @param certificate what the front shows
     * @param key its private key
     * @param authority who vouches for the services
     */
    public record Tls(Path certificate, Path key, Path authority) {}

    /** Writes them to a file. */
    public void write(Path file) throws IOException {
        var all = new Properties();
        all.setProperty("port", Integer.toString(port));
        services.forEach((service, address) -> all.setProperty(SERVICE + service, address.toString()));
        source.ifPresent(address -> all.setProperty("source", address));
        tls.ifPresent(files -> {
            all.setProperty("tls.certificate", files.certificate().toString());
            all.setProperty("tls.key", files.key().toString());
            all.setProperty("tls.authority", files.authority().toString());
        });
        try (var out = Files.newBufferedWriter(file)) {
            all.store(out, null);
        }
    }

    static FrontSettings read(Path file) throws IOException {
        var all = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            all.load(in);
        }
        Map<String, URI> services = new TreeMap<>();
        all.stringPropertyNames().stream()
                .filter(name -> name.startsWith(SERVICE))
                .forEach(name -> services.put(name.substring(SERVICE.length()), URI.create(all.getProperty(name))));
        Optional<Tls> tls = Optional.ofNullable(all.getProperty("tls.certificate"))
                .map(certificate -> new Tls(
                        Path.of(certificate),
                        Path.of(all.getProperty("tls.key")),
                        Path.of(all.getProperty("tls.authority"))));
        return new FrontSettings(
                Integer.parseInt(all.getProperty("port")),
                services,
                Optional.ofNullable(all.getProperty("source")),
                tls);
    }
}
