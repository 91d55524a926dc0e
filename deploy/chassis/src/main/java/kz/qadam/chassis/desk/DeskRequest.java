package kz.qadam.chassis.desk;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.http.page.HtmlPage;
import kz.qadam.chassis.http.security.Login;
import org.jboss.resteasy.reactive.RestQuery;

/** How a page of a desk is asked for: in which language, and whether by somebody who has logged in. */
class DeskRequest {

    @RestQuery
    String lang;

    @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
    String acceptLanguage;

    @Context
    RoutingContext request;

    Language language() {
        return HtmlPage.language(lang, acceptLanguage);
    }

    /** Before each path of a page: empty, or where people are who have logged in. */
    String root() {
        return Login.root(request);
    }
}
