package kz.qadam.chassis.http.security;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/** Whether people can log in, and whether somebody has. */
public final class BrowserSession {

    private static final boolean OFFERED = ConfigProvider.getConfig()
            .getOptionalValue("qadam.login.enabled", Boolean.class)
            .orElse(false);

    private static final boolean BY_TOKEN = ConfigProvider.getConfig()
            .getOptionalValue("qadam.login.by-token", Boolean.class)
            .orElse(false);

    private BrowserSession() {}

    /**
     * Where somebody logs in who opens a page in a browser without saying who it is: the same page, for people who have
     * logged in. Empty for programs, and where nobody logs in.
     */
    public static Optional<String> addressFor(RoutingContext request) {
        boolean isOpened = request.request().method().equals(HttpMethod.GET)
                && FetchMetadata.of(request.request().headers()).isNavigation();
        boolean saysWho = isSession(request) || request.request().headers().contains(HttpHeaders.AUTHORIZATION);
        return isOpened && !saysWho && (OFFERED || BY_TOKEN)
                ? Optional.of(StaffSessionFilter.ROOT + request.request().uri())
                : Optional.empty();
    }

    /** Whether a person who has logged in sends this request, and not a program with a token. */
    public static boolean isSession(RoutingContext request) {
        return request.get(StaffSessionFilter.INSIDE) != null;
    }

    /** Before each path of a page of this request: where people are who have logged in, or nothing. */
    public static String root(RoutingContext request) {
        return isSession(request) ? StaffSessionFilter.ROOT : "";
    }

    /** Whether there is a provider at which people log in. */
    public static boolean isOffered() {
        return OFFERED;
    }
}
