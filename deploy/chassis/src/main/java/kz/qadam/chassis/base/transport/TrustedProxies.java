package kz.qadam.chassis.base.transport;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes sure that only named proxies are believed about whom they speak for: without a list, Quarkus believes the headers
 * of every caller, who could then appear with any address.
 */
@ApplicationScoped
class TrustedProxies {

    void check(
            @Observes StartupEvent start,
            @ConfigProperty(name = "quarkus.http.proxy.proxy-address-forwarding", defaultValue = "false")
                    boolean isForwarded,
            @ConfigProperty(name = "quarkus.http.proxy.trusted-proxies") Optional<List<String>> trusted) {
        requireNames(isForwarded, trusted.orElse(List.of()));
    }

    /** @throws IllegalStateException if headers are believed and no proxy is named */
    static void requireNames(boolean isForwarded, List<String> trusted) {
        if (isForwarded && trusted.isEmpty()) {
            throw new IllegalStateException(
                    "This service would believe what any caller writes into its headers about the"
                            + " caller's own address and protocol (QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING=true). Name the"
                            + " addresses of its proxies: QUARKUS_HTTP_PROXY_TRUSTED_PROXIES=10.0.0.7,10.1.0.0/16.");
        }
    }
}
