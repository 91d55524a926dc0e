package kz.qadam.reporting.page;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import kz.qadam.chassis.language.Language;
import kz.qadam.chassis.page.Asset;
import kz.qadam.chassis.page.HtmlPage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The page that people look at: where the country stands. It is whole without a script, which draws what changes over
 * time and keeps it new. Everything that is seen stands in the address.
 */
@Path("/")
@PermitAll
public class DashboardResource {

    private final Dashboards dashboards;

    DashboardResource(Dashboards dashboards) {
        this.dashboards = dashboards;
    }

    /** What whoever asks may see, of whatever day and however narrowed. */
    @GET
    @Operation(hidden = true)
    public RestResponse<String> dashboard(
            @RestQuery String lang,
            @RestQuery String theme,
            @RestQuery String cohort,
            @RestQuery String region,
            @RestQuery String on,
            @RestQuery String asOf,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
        Language language = HtmlPage.language(lang, acceptLanguage);
        var view = new View(language, theme, cohort, region, on, asOf);
        return HtmlPage.answer(language, dashboards.html(view), HttpHeaders.AUTHORIZATION);
    }

    /** Script, style and icon. */
    @GET
    @Path("/dashboard/{asset}")
    @Operation(hidden = true)
    public RestResponse<byte[]> asset(
            @RestPath String asset, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return Asset.of("dashboard", asset).answer(ifNoneMatch);
    }
}
