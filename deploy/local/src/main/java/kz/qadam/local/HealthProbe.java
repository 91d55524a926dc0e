package kz.qadam.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;

/**
 * Asks services for their health. A version before there were management ports, which the witness and the benchmarks
 * start too, answers at its public port.
 */
final class HealthProbe {

    private static final int PATIENCE_MILLIS = 2_000;
    private static final String READY = "/q/health/ready";
    private static final int NONE = -1;

    private HealthProbe() {}

    /** Whether a service is ready, and listens at its public port. */
    static boolean isReady(Ports ports, Service service) {
        if (ports.haveTls()) {
            return LoopbackPort.isOpen(ports.of(service))
                    && readiness(ports.management(service)) == HttpURLConnection.HTTP_OK;
        }
        return switch (readiness(ports.uri(service))) {
            case HttpURLConnection.HTTP_OK -> true;
            case HttpURLConnection.HTTP_NOT_FOUND -> readiness(ports.management(service)) == HttpURLConnection.HTTP_OK;
            default -> false;
        };
    }

    /** Where a service that is ready has its health and metrics. */
    static URI of(Ports ports, Service service) {
        URI management = ports.management(service);
        return readiness(management) == HttpURLConnection.HTTP_OK ? management : ports.uri(service);
    }

    private static int readiness(URI server) {
        return statusOf(server.resolve(READY), Optional.empty());
    }

    /**
     * The status of an answer; -1 without one.
     *
     * @param trust who may vouch for a server that speaks TLS; empty for who may do so by default
     */
    static int statusOf(URI address, Optional<SSLContext> trust) {
        try {
            var request = (HttpURLConnection) address.toURL().openConnection();
            if (request instanceof HttpsURLConnection secured && trust.isPresent()) {
                secured.setSSLSocketFactory(trust.get().getSocketFactory());
            }
            request.setConnectTimeout(PATIENCE_MILLIS);
            request.setReadTimeout(PATIENCE_MILLIS);
            try {
                return request.getResponseCode();
            } finally {
                request.disconnect();
            }
        } catch (IOException e) {
            return NONE;
        }
    }
}
