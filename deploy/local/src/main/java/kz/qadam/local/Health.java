package kz.qadam.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks a service for its health. */
final class Health {

    private static final int PATIENCE_MILLIS = 2_000;

    private Health() {}

    static boolean isReady(URI service) {
        try {
            var request = (HttpURLConnection)
                    service.resolve("/q/health/ready").toURL().openConnection();
            request.setConnectTimeout(PATIENCE_MILLIS);
            request.setReadTimeout(PATIENCE_MILLIS);
            try {
                return request.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                request.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
