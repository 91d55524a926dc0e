package kz.qadam.reporting.page;

import com.fasterxml.jackson.databind.ObjectMapper;
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

/** Reads what a view of the dashboard shows out of the answers of the API, all about one moment. */
@ApplicationScoped
class Dashboards {

    private final FigureDocuments figures;
    private final CoverageCounts coverage;
    private final ObjectMapper json;
    private final Clock clock;
    private final ZoneId zone;

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

    Dashboard of(View view) {
        Question question = figures.question(view.asOf(), view.on());
        return Dashboard.of(
                answers(view, question), view, LocalDate.now(clock.withZone(zone)), new Speech(view.language(), zone));
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
