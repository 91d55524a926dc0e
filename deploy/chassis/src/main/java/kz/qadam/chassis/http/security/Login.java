package kz.qadam.chassis.http.security;

import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.ConfigProvider;

/** Whether people can log in, and whether somebody has. */
public final class Login {

    private static final boolean OFFERED = ConfigProvider.getConfig()
            .getOptionalValue("qadam.login.enabled", Boolean.class)
            .orElse(false);

    private Login() {}

    /** Whether a person who has logged in sends this request, and not a program with a token. */
    public static boolean isSession(RoutingContext request) {
        return request.get(StaffSession.INSIDE) != null;
    }

    /** Before each path of a page of this request: where people are who have logged in, or nothing. */
    public static String root(RoutingContext request) {
        return isSession(request) ? StaffSession.ROOT : "";
    }

    /** Whether there is a provider at which people log in. */
    public static boolean isOffered() {
        return OFFERED;
    }
}
