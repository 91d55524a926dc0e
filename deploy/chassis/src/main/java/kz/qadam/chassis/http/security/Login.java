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

    /** Whether there is a provider at which people log in. */
    public static boolean isOffered() {
        return OFFERED;
    }
}
