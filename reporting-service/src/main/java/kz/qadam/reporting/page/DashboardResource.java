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
 * The dashboard. It is complete without its script, which draws the charts and updates the page. The address contains
 * the whole selection, so that it can be shared.
 */
@Path("/")
@PermitAll
public class DashboardResource {

    private final Dashboards dashboards;

    DashboardResource(Dashboards dashboards) {
        this.dashboards = dashboards;
    }

    /** The dashboard with the selected cohort, region and day, and the figures that the caller may see. */
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
        var view = new PageView(language, theme, cohort, region, on, asOf);
        return HtmlPage.answer(language, dashboards.html(view), HttpHeaders.AUTHORIZATION);
    }

    /** The script, style sheet or icon of the page. */
    @GET
    @Path("/dashboard/{asset}")
    @Operation(hidden = true)
    public RestResponse<byte[]> asset(
            @RestPath String asset, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return Asset.of("dashboard", asset).answer(ifNoneMatch);
    }
}
