package kz.qadam.reporting.figures;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import kz.qadam.chassis.database.Database;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.reporting.asof.Moment;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.catalogue.Catalogues;
import kz.qadam.reporting.catalogue.Cohort;
import kz.qadam.reporting.catalogue.Labels;
import kz.qadam.reporting.catalogue.Programme;
import kz.qadam.reporting.forecast.Forecast;
import kz.qadam.reporting.rollup.Cell;
import kz.qadam.reporting.rollup.Dimension;
import kz.qadam.reporting.rollup.Measure;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;

/** Answers questions about figures from the roll-up and the catalogue, both as known at a batch. */
@ApplicationScoped
public class Figures {

    private final Database database;
    private final Catalogues catalogues;
    private final Forecasts forecasts;
    private final String url;
    private final String definition;

    Figures(
            Database database,
            Catalogues catalogues,
            Forecasts forecasts,
            @ConfigProperty(name = "qadam.public-url") String url) {
        this.database = database;
        this.catalogues = catalogues;
        this.forecasts = forecasts;
        this.url = url;
        this.definition = url + "/definitions/" + DefinitionResource.CURRENT;
    }

    Progress progress(Question question) {
        return about(Catalogue.TOTAL, question, (handle, asked) -> {
            NationalTotals totals = NationalTotals.at(handle, question.moment().batch());
            All all = all(
                    asked,
                    totals,
                    forecasts.ofEach(
                            asked.catalogue().cohorts().keySet(), handle, question.moment(), totals, asked.catalogue()),
                    null);
            CohortFigures total = all.total();
            return new Progress(
                    asked.head(),
                    Progress.ProgrammeView.of(asked.catalogue().programme()),
                    all.cohorts(),
                    new Progress.Total(
                            total.target(),
                            total.trained(),
                            people(totals, asked),
                            total.percent(),
                            all.cohortsOnTrack()));
        });
    }

    CohortTable.Source cohort(String code, Question question) {
        return about(code, question, (handle, asked) -> {
            NationalTotals totals = NationalTotals.at(handle, question.moment().batch());
            All all = all(
                    asked,
                    totals,
                    code.equals(Catalogue.TOTAL)
                            ? Map.of()
                            : forecasts.ofEach(List.of(code), handle, question.moment(), totals, asked.catalogue()),
                    code.equals(Catalogue.TOTAL)
                            ? forecasts.together(handle, question.moment(), totals, asked.catalogue())
                            : null);
            if (code.equals(Catalogue.TOTAL)) {
                return new CohortFigures.Together(
                        asked.head(), all.total(), people(totals, asked), all.cohortsOnTrack());
            }
            CohortFigures one = all.cohorts().stream()
                    .filter(figures -> figures.cohort().equals(code))
                    .findFirst()
                    .orElseThrow();
            return new CohortFigures.Alone(asked.head(), one);
        });
    }

    ForecastView.Whole forecast(String code, Question question) {
        return about(code, question, (handle, asked) -> {
            NationalTotals totals = NationalTotals.at(handle, question.moment().batch());
            Moment moment = question.moment();
            boolean isTotal = code.equals(Catalogue.TOTAL);
            List<Cohort> cohorts = asked.catalogue().cohortsOf(code, moment.on()).stream()
                    .map(cohort -> asked.catalogue().cohorts().get(cohort))
                    .toList();
            return ForecastView.Whole.of(
                    asked.head(),
                    code,
                    cohorts.stream()
                            .map(cohort -> cohort.targetOn(moment.on()))
                            .filter(target -> target != null)
                            .reduce(Long::sum)
                            .orElse(null),
                    cohorts.stream()
                            .mapToLong(cohort ->
                                    totals.counts(cohort.code(), moment.on()).of(Measure.TRAINED))
                            .sum(),
                    asked.catalogue().programme().map(Programme::horizon).orElse(null),
                    isTotal
                            ? forecasts.together(handle, moment, totals, asked.catalogue())
                            : forecasts.of(code, handle, moment, totals, asked.catalogue()));
        });
    }

    Breakdown breakdown(String code, Dimension by, Question question) {
        return about(code, question, (handle, asked) -> {
            List<String> cohorts =
                    asked.catalogue().cohortsOf(code, question.moment().on());
            return Breakdown.of(asked.head(), code, by, Breakdown.cells(handle, question.moment(), by, cohorts));
        });
    }

    Series series(String code, Series.Place place, Span span, Question question) {
        return about(code, question, (handle, asked) -> {
            Catalogue catalogue = asked.catalogue();
            List<String> cohorts = catalogue.cohortsOf(code);
            TrainedByDay trained = Series.trained(handle, question.moment(), cohorts, place);
            if (trained.isEmpty() && place.dimension() == Dimension.INSTITUTION) {
                mustBeDescribed(handle, question, place.code());
            }
            return Series.of(
                    asked.head(),
                    code,
                    place,
                    span.within(catalogue.programme(), asked.head().on()),
                    trained,
                    day -> catalogue.cohortsOf(code, day),
                    place.isNation() ? Expected.of(catalogue, cohorts) : Expected.NOTHING);
        });
    }

    DataPackage dataPackage(Question question) {
        return about(
                Catalogue.TOTAL,
                question,
                (handle, asked) ->
                        DataPackage.of(asked.catalogue().inOrder(asked.head().on()), url));
    }

    /** What another feature counts over the whole programme, with the head of every answer. */
    public <T> T beside(Question question, BiFunction<Handle, Head, T> answer) {
        return about(Catalogue.TOTAL, question, (handle, asked) -> answer.apply(handle, asked.head()));
    }

    private static void mustBeDescribed(Handle handle, Question question, String institution) {
        if (Catalogue.names(handle, question.moment().batch(), Dimension.INSTITUTION, List.of(institution))
                .isEmpty()) {
            throw Problem.unknownCode("institution", institution);
        }
    }

    private record Asked(Question question, Catalogue catalogue, Head head) {}

    private <T> T about(String code, Question question, BiFunction<Handle, Asked, T> answer) {
        return database.transaction(handle -> {
            Catalogue catalogue = catalogues.at(handle, question.moment().batch());
            if (!code.equals(Catalogue.TOTAL) && !catalogue.cohorts().containsKey(code)) {
                throw Problem.unknownCode("cohort", code);
            }
            return answer.apply(handle, new Asked(question, catalogue, head(handle, question, catalogue, code)));
        });
    }

    private Head head(Handle handle, Question question, Catalogue catalogue, String code) {
        List<Because> because = new ArrayList<>(Provisional.deadLetters(handle, question.moment()));
        catalogue.beingEvaluated().stream()
                .filter(cohort -> code.equals(Catalogue.TOTAL) || code.equals(cohort))
                .map(Because::evaluating)
                .forEach(because::add);
        because.addAll(question.live());
        return Head.of(question, because, definition);
    }

    /** Every cohort, and the targeted ones together. */
    private record All(List<CohortFigures> cohorts, CohortFigures total, int cohortsOnTrack) {}

    private static All all(Asked asked, NationalTotals totals, Map<String, Forecast> forecasts, Forecast together) {
        Head head = asked.head();
        Optional<Programme> programme = asked.catalogue().programme();
        List<CohortFigures> cohorts = new ArrayList<>();
        List<TargetComparison> targeted = new ArrayList<>();
        Counts sum = Counts.NOTHING;
        for (Cohort cohort : asked.catalogue().inOrder(head.on())) {
            Counts one = totals.counts(cohort.code(), head.on());
            TargetComparison comparison = TargetComparison.of(cohort, programme, one.of(Measure.TRAINED), head.on());
            cohorts.add(CohortFigures.of(
                    cohort.code(), cohort.names(), one, comparison, programme, forecasts.get(cohort.code()), head));
            if (comparison.hasTarget()) {
                targeted.add(comparison);
                sum = sum.plus(one);
            }
        }
        TargetComparison targets = TargetComparison.together(targeted);
        return new All(
                cohorts,
                CohortFigures.of(Catalogue.TOTAL, Labels.TOTAL, sum, targets, programme, together, head),
                targets.cohortsOnTrack());
    }

    private static long people(NationalTotals totals, Asked asked) {
        return totals.counts(Cell.ALL, asked.head().on()).of(Measure.PEOPLE);
    }
}
