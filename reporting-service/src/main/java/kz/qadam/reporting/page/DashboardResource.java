package kz.qadam.reporting.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import kz.qadam.chassis.language.Language;
import kz.qadam.chassis.page.Asset;
import kz.qadam.chassis.page.HtmlPage;
import kz.qadam.reporting.figures.FigureAnswers;
import kz.qadam.reporting.figures.FigureContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The dashboard. It is complete without its script, which draws the charts and updates the page. The address contains
 * the whole selection, so that it can be shared. Each view is rendered once for all readers, from the view records that
 * the API renders too.
 */
@Path("/")
@PermitAll
public class DashboardResource {

    private static final int MOST_CHARACTERS = 32 << 20;

    @CheckedTemplate(basePath = "page")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance dashboard(Dashboard page);
    }

    /** Everything that a page depends on. */
    private record Shown(FigureContext context, PageView view, LocalDate today) {}

    private final FigureAnswers answers;
    private final Clock clock;
    private final ZoneId zone;
    private final Cache<Shown, String> rendered = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher((Shown shown, String html) -> html.length())
            .build();

    DashboardResource(FigureAnswers answers, Clock clock, @ConfigProperty(name = "qadam.zone") ZoneId zone) {
        this.answers = answers;
        this.clock = clock;
        this.zone = zone;
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
        LocalDate today = LocalDate.now(clock.withZone(zone));
        String html = answers.answer(
                view.asOf(),
                view.on(),
                view,
                context -> rendered.getIfPresent(new Shown(context, view, today)),
                context -> rendered.get(new Shown(context, view, today), this::html));
        return HtmlPage.answer(language, html, HttpHeaders.AUTHORIZATION);
    }

    private String html(Shown shown) {
        PageView view = shown.view();
        var figures = DashboardFigures.of(answers, shown.context(), view);
        var text = new PageText(view.language(), zone);
        return Templates.dashboard(Dashboard.of(figures, view, shown.today(), text))
                .render();
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
