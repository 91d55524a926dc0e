package kz.qadam.chassis.desk;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.chassis.http.page.HtmlPage;
import kz.qadam.chassis.http.security.BrowserSession;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** How a page of a desk is asked for: by whom, in which language, and whether by somebody who has logged in. */
public class DeskRequest {

    @RestQuery
    String lang;

    @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
    String acceptLanguage;

    @Context
    RoutingContext request;

    @Inject
    Navigation navigation;

    @ConfigProperty(name = "quarkus.application.name")
    String application;

    /** The service that answers, such as {@code enrolment}. */
    public String service() {
        return serviceOf(application);
    }

    static String serviceOf(String application) {
        return application.replace("-service", "");
    }

    /** Whether a page of a desk is asked for. */
    static boolean isPage(ResourceInfo called) {
        return called.getResourceMethod() != null
                && List.of(called.getResourceMethod().getParameterTypes()).contains(DeskRequest.class);
    }

    /** A parameter of the address; null if a choice of a form was left open. */
    public static String given(String choice) {
        return choice == null || choice.isBlank() ? null : choice;
    }

    /** The context of a page with this path. */
    public DeskContext at(String path) {
        return new DeskContext(
                path,
                BrowserSession.root(request),
                HtmlPage.language(lang, acceptLanguage),
                service(),
                navigation.pages(),
                queryWithoutLanguage());
    }

    private String queryWithoutLanguage() {
        String query = request.request().query();
        return query == null
                ? ""
                : Stream.of(query.split("&", -1))
                        .filter(one -> !one.startsWith("lang="))
                        .collect(Collectors.joining("&"));
    }

    /** Leads to a page (303), in the language of the address if there is one. */
    public RestResponse<String> to(String path) {
        DeskContext context = at(path);
        return ResponseBuilder.<String>create(RestResponse.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, lang == null ? context.root() + path : context.page(path))
                .build();
    }

    /** Leads to the home of the caller, whichever service answers. Who has none has figures only. */
    RestResponse<String> toHome() {
        return to(navigation.home());
    }
}
