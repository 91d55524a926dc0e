package kz.qadam.chassis.http.list;

import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.config.ConfigProvider;

/** The {@code Link: rel="next"} of a page. It uses the public address, not the host of the request. */
public final class NextPage {

    private NextPage() {}

    /** The value of the header: the address of the request, with the cursor. */
    public static String link(UriInfo uri, String cursor) {
        URI next =
                uri.getRequestUriBuilder().replaceQueryParam("cursor", cursor).build();
        return "<" + PublicAddress.URL + next.getRawPath() + "?" + next.getRawQuery() + ">; rel=\"next\"";
    }

    /** Read once: the address does not change while a service runs. */
    private static final class PublicAddress {
        static final String URL = ConfigProvider.getConfig().getValue("qadam.public-url", String.class);
    }
}
