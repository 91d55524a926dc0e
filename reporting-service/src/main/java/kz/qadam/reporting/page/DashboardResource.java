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
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.http.page.Asset;
import kz.qadam.chassis.http.page.HtmlPage;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import kz.qadam.reporting.figures.ContentHeaders;
import kz.qadam.reporting.figures.FigureAnswers;
import kz.qadam.reporting.figures.FigureContext;
import kz.qadam.reporting.figures.FigureQuery;
import kz.qadam.reporting.figures.PublishedContext;
import kz.qadam.reporting.figures.RenderedAnswer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The dashboard. It is complete without its script, which draws the charts and updates the page. The address contains
 * the whole selection, so that it can be shared. Each selection is rendered once for all readers, from the view records that
 * the API renders too.
 */
@Path("/")
@PermitAll
public class DashboardResource {

    private static final int MOST_BYTES = 32 << 20;

    private static final String VARY = HtmlPage.vary(HttpHeaders.AUTHORIZATION, HttpHeaders.ACCEPT_ENCODING);

    @CheckedTemplate(basePath = "page", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        static native TemplateInstance dashboard(Dashboard page);

        static native TemplateInstance notOpened(PageWithoutFigures page);
    }

    /**
     * Everything that a page depends on.
     *
     * @param today null for published figures
     * @param releases the days that published figures can be shown of; null for exact figures
     */
    private record Shown(
            FigureContext context, DashboardSelection selection, LocalDate today, SelectableDays.Releases releases) {}

    private final FigureAnswers answers;
    private final Clock clock;
    private final ZoneId zone;
    private final Cache<Shown, RenderedAnswer> rendered = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Shown shown, RenderedAnswer page) -> page.length())
            .build();

    DashboardResource(FigureAnswers answers, Clock clock, @ConfigProperty(name = "qadam.zone") ZoneId zone) {
        this.answers = answers;
        this.clock = clock;
        this.zone = zone;
    }

    /** The dashboard with the selected cohort, region and day, and the figures that the caller may see. */
    @GET
    @RecordedInTrail(TrailKind.FIGURES)
    @Operation(hidden = true)
    public RestResponse<byte[]> dashboard(
            @RestQuery String lang,
            @RestQuery String theme,
            @RestQuery String cohort,
            @RestQuery String region,
            @RestQuery String on,
            @RestQuery String asOf,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
        Language language = HtmlPage.language(lang, acceptLanguage);
        var selection = new DashboardSelection(language, theme, cohort, region, on, asOf);
        return answers.respond(answers.answer(
                selection.asOf(),
                selection.on(),
                selection,
                context -> rendered.getIfPresent(shown(context, selection)),
                context -> rendered.get(shown(context, selection), this::page)));
    }

    /** Forgets all pages, as if the service had just started. */
    void forget() {
        rendered.invalidateAll();
    }

    private Shown shown(FigureContext context, DashboardSelection selection) {
        return context instanceof PublishedContext
                ? new Shown(context, selection, null, releases())
                : new Shown(context, selection, LocalDate.now(clock.withZone(zone)), null);
    }

    private SelectableDays.Releases releases() {
        PublishedContext newest = answers.newest();
        return newest.release() == null
                ? SelectableDays.Releases.NONE
                : new SelectableDays.Releases(
                        newest.state().history().firstDay(), newest.release().on());
    }

    private RenderedAnswer page(Shown shown) {
        var headers =
                new ContentHeaders(VARY, HtmlPage.headers(shown.selection().language()));
        return RenderedAnswer.of(shown.context(), headers, html(shown).render().getBytes(StandardCharsets.UTF_8));
    }

    private TemplateInstance html(Shown shown) {
        DashboardSelection selection = shown.selection();
        var text = new PageText(selection.language(), zone, shown.context() instanceof PublishedContext);
        if (shown.context() instanceof PublishedContext published && published.release() == null) {
            return Templates.notOpened(PageWithoutFigures.of(published, shown.releases(), selection, text));
        }
        var figures = figures(shown.context(), selection);
        SelectableDays days = shown.releases() == null
                ? SelectableDays.of(figures, shown.today(), selection, text)
                : SelectableDays.of(figures, shown.releases(), selection, text);
        return Templates.dashboard(Dashboard.of(figures, selection, days, text));
    }

    private DashboardFigures figures(FigureContext context, DashboardSelection selection) {
        return DashboardFigures.of(
                new DashboardFigures.Answers() {
                    @Override
                    public <V> V to(FigureQuery<V> query) {
                        return answers.view(query, context);
                    }
                },
                context,
                selection);
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
