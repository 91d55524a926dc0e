package kz.qadam.reporting.figures;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import kz.qadam.chassis.database.Database;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.reporting.asof.PointInTime;
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

    Progress progress(FigureContext context) {
        return about(Catalogue.TOTAL, context, (handle, asked) -> {
            NationalTotals totals = NationalTotals.at(handle, context.time().batch());
            All all = all(
                    asked,
                    totals,
                    forecasts.ofEach(
                            asked.catalogue().cohorts().keySet(), handle, context.time(), totals, asked.catalogue()),
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

    CohortFigures.Together total(FigureContext context) {
        return about(Catalogue.TOTAL, context, (handle, asked) -> {
            NationalTotals totals = NationalTotals.at(handle, context.time().batch());
            All all =
                    all(asked, totals, Map.of(), forecasts.together(handle, context.time(), totals, asked.catalogue()));
            return new CohortFigures.Together(asked.head(), all.total(), people(totals, asked), all.cohortsOnTrack());
        });
    }

    CohortFigures.Alone cohort(String code, FigureContext context) {
        return about(code, context, (handle, asked) -> {
            NationalTotals totals = NationalTotals.at(handle, context.time().batch());
            All all = all(
                    asked,
                    totals,
                    forecasts.ofEach(List.of(code), handle, context.time(), totals, asked.catalogue()),
                    null);
            CohortFigures one = all.cohorts().stream()
                    .filter(figures -> figures.cohort().equals(code))
                    .findFirst()
                    .orElseThrow();
            return new CohortFigures.Alone(asked.head(), one);
        });
    }

    ForecastView.Whole forecast(String code, FigureContext context) {
        return about(code, context, (handle, asked) -> {
            NationalTotals totals = NationalTotals.at(handle, context.time().batch());
            PointInTime moment = context.time();
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

    Breakdown breakdown(String code, Dimension by, FigureContext context) {
        return about(code, context, (handle, asked) -> {
            List<String> cohorts =
                    asked.catalogue().cohortsOf(code, context.time().on());
            return Breakdown.of(
                    asked.head(), code, by, Breakdown.cells(handle, context.time(), by, cohorts));
        });
    }

    Series series(String code, Series.Place place, SeriesRange range, FigureContext context) {
        return about(code, context, (handle, asked) -> {
            Catalogue catalogue = asked.catalogue();
            List<String> cohorts = catalogue.cohortsOf(code);
            TrainedByDay trained = Series.trained(handle, context.time(), cohorts, place);
            if (trained.isEmpty() && place.dimension() == Dimension.INSTITUTION) {
                mustBeDescribed(handle, context, place.code());
            }
            return Series.of(
                    asked.head(),
                    code,
                    place,
                    range.within(catalogue.programme(), asked.head().on()),
                    trained,
                    day -> catalogue.cohortsOf(code, day),
                    place.isNation() ? ExpectedByPlan.of(catalogue, cohorts) : ExpectedByPlan.NOTHING);
        });
    }

    DataPackage dataPackage(FigureContext context) {
        return about(
                Catalogue.TOTAL,
                context,
                (handle, asked) ->
                        DataPackage.of(asked.catalogue().inOrder(asked.head().on()), url));
    }

    /** Lets another feature count over the whole programme, and gives it the head of every answer. */
    public <T> T withHead(FigureContext context, BiFunction<Handle, Head, T> answer) {
        return about(Catalogue.TOTAL, context, (handle, asked) -> answer.apply(handle, asked.head()));
    }

    private static void mustBeDescribed(Handle handle, FigureContext context, String institution) {
        if (Catalogue.names(handle, context.time().batch(), Dimension.INSTITUTION, List.of(institution))
                .isEmpty()) {
            throw Problem.unknownCode("institution", institution);
        }
    }

    private record Asked(FigureContext context, Catalogue catalogue, Head head) {}

    private <T> T about(String code, FigureContext context, BiFunction<Handle, Asked, T> answer) {
        return database.transaction(handle -> {
            Catalogue catalogue = catalogues.at(handle, context.time().batch());
            if (!code.equals(Catalogue.TOTAL) && !catalogue.cohorts().containsKey(code)) {
                throw Problem.unknownCode("cohort", code);
            }
            return answer.apply(handle, new Asked(context, catalogue, head(handle, context, catalogue, code)));
        });
    }

    private Head head(Handle handle, FigureContext context, Catalogue catalogue, String code) {
        List<ProvisionalReason> because = new ArrayList<>(ProvisionalReason.deadLetters(handle, context.time()));
        catalogue.beingEvaluated().stream()
                .filter(cohort -> code.equals(Catalogue.TOTAL) || code.equals(cohort))
                .map(ProvisionalReason::evaluating)
                .forEach(because::add);
        because.addAll(ProvisionalReason.ofIntake(context.time()));
        return Head.of(context, because, definition);
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
