package kz.qadam.reporting.page;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import kz.qadam.reporting.figures.FigureAnswers;
import kz.qadam.reporting.figures.FigureContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Renders each view of the dashboard once for all readers, from the view records that the API renders too. */
@ApplicationScoped
class Dashboards {

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

    Dashboards(FigureAnswers answers, Clock clock, @ConfigProperty(name = "qadam.zone") ZoneId zone) {
        this.answers = answers;
        this.clock = clock;
        this.zone = zone;
    }

    /** The page for the caller of the current request. */
    String html(PageView view) {
        LocalDate today = LocalDate.now(clock.withZone(zone));
        return answers.answer(
                view.asOf(),
                view.on(),
                view,
                context -> rendered.getIfPresent(new Shown(context, view, today)),
                context -> rendered.get(new Shown(context, view, today), this::html));
    }

    private String html(Shown shown) {
        PageView view = shown.view();
        return Templates.dashboard(Dashboard.of(
                        DashboardFigures.of(answers, shown.context(), view),
                        view,
                        shown.today(),
                        new PageText(view.language(), zone)))
                .render();
    }
}
