package kz.qadam.chassis.testing;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import org.eclipse.microprofile.config.ConfigProvider;

/** The management port of the service under test. */
public final class Management {

    private Management() {}

    /** The metrics, in the text format of Prometheus. */
    public static String metrics() {
        return get("/q/metrics").asString();
    }

    /** The wellness checks: 503 if something needs attention. */
    public static Response health() {
        return get("/q/health/well");
    }

    public static Response get(String path) {
        String root = ConfigProvider.getConfig().getValue("test.management.url", String.class);
        return given().get(root.replaceFirst("/q/?$", "") + path);
    }
}
