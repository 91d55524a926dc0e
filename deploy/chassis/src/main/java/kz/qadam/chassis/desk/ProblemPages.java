package kz.qadam.chassis.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import kz.qadam.chassis.http.page.HtmlPage;
import kz.qadam.chassis.http.page.PageWords;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemBody;
import kz.qadam.chassis.http.problem.ProblemResponses;
import kz.qadam.chassis.http.problem.StaffPath;
import kz.qadam.chassis.http.security.BrowserSession;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Shows a problem to somebody who has opened a page of a desk in a browser: in the language and with the navigation of the
 * page, since its JSON is for programs. Who has not logged in is led to the login first.
 */
class ProblemPages {

    private static final String TEXTS = "desk.problem";

    @CheckedTemplate(basePath = "desk")
    static final class Templates {
        static native TemplateInstance problem(PageWords words, DeskContext context, ProblemBody problem);
    }

    private final Navigation navigation;
    private final String service;

    ProblemPages(Navigation navigation, @ConfigProperty(name = "quarkus.application.name") String application) {
        this.navigation = navigation;
        this.service = DeskRequest.serviceOf(application);
    }

    @ServerResponseFilter
    void show(ResourceInfo called, RoutingContext request, ContainerResponseContext answer) {
        Optional<Problem> problem = ProblemResponses.of(request);
        if (problem.isEmpty()
                || answer.getStatus() == Response.Status.UNAUTHORIZED.getStatusCode()
                || !DeskRequest.isPage(called)
                || !isForPeople(request)) {
            return;
        }
        DeskContext context = context(request);
        ProblemBody body = ProblemBody.of(problem.get(), context.language());
        RestResponse<String> page = context.answer(TEXTS, words -> Templates.problem(words, context, body));
        answer.setEntity(page.getEntity(), null, MediaType.TEXT_HTML_TYPE);
        page.getHeaders().forEach((name, values) -> answer.getHeaders().put(name, values));
    }

    /** A script or a program does not ask for HTML by name. */
    private static boolean isForPeople(RoutingContext request) {
        String accepted = request.request().getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains(MediaType.TEXT_HTML);
    }

    /** Its languages lead to the page without the parameters, which may be what is wrong. */
    private DeskContext context(RoutingContext request) {
        return new DeskContext(
                StaffPath.withoutRoot(request.normalizedPath()),
                BrowserSession.root(request),
                HtmlPage.language(
                        request.request().getParam("lang"), request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE)),
                service,
                navigation.pages(),
                "");
    }
}
