package kz.qadam.chassis.http.security;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps the local issuer on its machine: with its key, tokens for any role can be made. So a service that other machines
 * can reach does not start with its public key, unless it is configured as a trial.
 */
@ApplicationScoped
class LocalIssuerCheck {

    void check(
            @Observes StartupEvent start,
            TokenConfig config,
            @ConfigProperty(name = "quarkus.oidc.public-key") Optional<String> key,
            @ConfigProperty(name = "quarkus.http.host", defaultValue = "0.0.0.0") String host,
            @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean isListening) {
        if (key.isPresent() && isListening) {
            requireLoopback(host, config.trial());
        }
    }

    /** @throws IllegalStateException if other machines can reach this host and it is no trial */
    static void requireLoopback(String host, boolean isTrial) {
        if (!isTrial && !isLoopback(host)) {
            throw new IllegalStateException("This service would listen on " + host
                    + " and accept tokens of a local issuer (QUARKUS_OIDC_PUBLIC_KEY): with its key, anybody could act in"
                    + " any role from any machine. Use an identity provider (QUARKUS_PROFILE=keycloak), or listen on"
                    + " QUARKUS_HTTP_HOST=127.0.0.1, or set QADAM_TOKENS_TRIAL=true if this is a trial without data of"
                    + " real people.");
        }
    }

    /** Whether only this machine reaches this host. */
    static boolean isLoopback(String host) {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (!address.isLoopbackAddress()) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
