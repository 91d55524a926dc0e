package kz.qadam.reporting.page;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.Variant;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import kz.qadam.reporting.figures.FigureQuery;
import kz.qadam.reporting.figures.PublishedContext;
import kz.qadam.reporting.figures.PublishedFigures;

/** Renders the page without a service. */
final class PageHtml {

    private static final Engine TEMPLATES = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .addLocator(PageHtml::locate)
            .build();

    private PageHtml() {}

    private static Optional<TemplateLocator.TemplateLocation> locate(String id) {
        return Optional.of(new TemplateLocator.TemplateLocation() {
            @Override
            public Reader read() {
                return new InputStreamReader(
                        PageHtml.class.getResourceAsStream("/templates/" + id + ".html"), StandardCharsets.UTF_8);
            }

            @Override
            public Optional<Variant> getVariant() {
                return Optional.of(Variant.forContentType(Variant.TEXT_HTML));
            }
        });
    }

    static DashboardFigures figures(PublishedContext context, DashboardSelection selection) {
        return DashboardFigures.of(
                new DashboardFigures.Answers() {
                    @Override
                    public <V> V to(FigureQuery<V> query) {
                        return query.hasPublishedAnswer() ? query.answer(new PublishedFigures(context)) : null;
                    }
                },
                context,
                selection);
    }

    /** The page of a release. */
    static String of(PublishedContext context, SelectableDays.Releases days, DashboardSelection selection) {
        var text = new PageText(selection.language(), PublishedFixture.ALMATY, true);
        DashboardFigures figures = figures(context, selection);
        return html(
                "dashboard", Dashboard.of(figures, selection, SelectableDays.of(figures, days, selection, text), text));
    }

    /** The page without a release. */
    static String notOpened(PublishedContext context, SelectableDays.Releases days, DashboardSelection selection) {
        var text = new PageText(selection.language(), PublishedFixture.ALMATY, true);
        return html("not-opened", PageWithoutFigures.of(context, days, selection, text));
    }

    static String html(String template, Object page) {
        return TEMPLATES.getTemplate("page/" + template).data("page", page).render();
    }
}
