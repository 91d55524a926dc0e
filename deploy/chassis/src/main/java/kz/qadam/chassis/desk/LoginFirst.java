package kz.qadam.chassis.desk;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import kz.qadam.chassis.http.security.BrowserSession;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Leads somebody who opens a page of a desk in a browser, and has not logged in, to the login and back to the page. */
class LoginFirst {

    @ServerResponseFilter
    void lead(ResourceInfo called, RoutingContext request, ContainerResponseContext answer) {
        if (answer.getStatus() == Response.Status.UNAUTHORIZED.getStatusCode() && DeskRequest.isPage(called)) {
            BrowserSession.addressFor(request).ifPresent(address -> {
                answer.setStatusInfo(Response.Status.SEE_OTHER);
                answer.setEntity(null);
                answer.getHeaders().putSingle(HttpHeaders.LOCATION, address);
                answer.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
            });
        }
    }
}
