package kz.qadam.reporting.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import kz.qadam.reporting.coverage.CoverageCounts;
import kz.qadam.reporting.figures.FigureDocuments;
import kz.qadam.reporting.figures.Question;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads what a view of the dashboard shows out of the answers of the API, all about one moment, and renders it once for
 * all who look at the same.
 */
@ApplicationScoped
class Dashboards {

    private static final int MOST_CHARACTERS = 32 << 20;

    @CheckedTemplate(basePath = "page")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance dashboard(Dashboard page);
    }

    /** All that a page depends on. */
    private record Shown(Question question, View view, LocalDate today) {}

    private final FigureDocuments figures;
    private final CoverageCounts coverage;
    private final ObjectMapper json;
    private final Clock clock;
    private final ZoneId zone;
    private final Cache<Shown, String> rendered = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher((Shown shown, String html) -> html.length())
            .build();

    Dashboards(
            FigureDocuments figures,
            CoverageCounts coverage,
            ObjectMapper json,
            Clock clock,
            @ConfigProperty(name = "qadam.zone") ZoneId zone) {
        this.figures = figures;
        this.coverage = coverage;
        this.json = json;
        this.clock = clock;
        this.zone = zone;
    }

    /** The page, for whoever makes this request. */
    String html(View view) {
        LocalDate today = LocalDate.now(clock.withZone(zone));
        return figures.answer(
                view.asOf(),
                view.on(),
                view,
                question -> rendered.getIfPresent(new Shown(question, view, today)),
                question -> rendered.get(new Shown(question, view, today), this::html));
    }

    private String html(Shown shown) {
        View view = shown.view();
        return Templates.dashboard(Dashboard.of(
                        answers(view, shown.question()), view, shown.today(), new Speech(view.language(), zone)))
                .render();
    }

    private Answers answers(View view, Question question) {
        String cohort = view.cohortOrTotal();
        var progress = read(figures.progress(question), Answers.Progress.class);
        return new Answers(
                progress,
                read(figures.cohort(View.TOTAL, question), Answers.Cohort.class),
                read(
                        figures.months(
                                cohort,
                                view.region(),
                                progress.known().map(Answers.Programme::horizon).orElse(null),
                                question),
                        Answers.Series.class),
                read(figures.regions(cohort, question), Answers.Breakdown.class),
                read(figures.forecast(cohort, question), Answers.Forecast.class),
                read(coverage.document(question), Answers.Coverage.class));
    }

    private <T> T read(byte[] answer, Class<T> type) {
        try {
            return json.readValue(answer, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
