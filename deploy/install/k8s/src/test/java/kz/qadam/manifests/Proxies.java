package kz.qadam.manifests;

import java.util.Arrays;
import java.util.stream.Stream;

/** Whoever is trusted as a proxy says from which address somebody asks: so it is the proxy alone, and no range of Pods. */
final class Proxies implements Rule {

    private static final String TRUSTED = "QUARKUS_HTTP_PROXY_TRUSTED_PROXIES";
    private static final int LEAST_BITS = 24;
    private static final int LEAST_BITS_OF_IPV6 = 120;

    @Override
    public Stream<String> faults(Overlay overlay) {
        return overlay.all("ConfigMap")
                .flatMap(
                        map -> Stream.ofNullable(Manifest.texts(map.at("/data")).get(TRUSTED))
                                .flatMap(list -> Arrays.stream(list.split(",", -1)))
                                .map(String::strip)
                                .filter(Proxies::isWide)
                                .map(range -> map.id() + ": trusts every address of " + range + " as a proxy"));
    }

    private static boolean isWide(String range) {
        String[] parts = range.split("/", 2);
        int least = range.contains(":") ? LEAST_BITS_OF_IPV6 : LEAST_BITS;
        return parts.length == 2 && Integer.parseInt(parts[1]) < least;
    }
}
