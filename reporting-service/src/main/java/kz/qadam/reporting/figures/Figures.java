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
import kz.qadam.reporting.catalogue.CatalogueCache;
import kz.qadam.reporting.catalogue.Cohort;
import kz.qadam.reporting.catalogue.MemberNames;
import kz.qadam.reporting.catalogue.Programme;
import kz.qadam.reporting.figures.forecast.Forecast;
import kz.qadam.reporting.rollup.Cell;
import kz.qadam.reporting.rollup.Dimension;
import kz.qadam.reporting.rollup.Measure;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;

/** Answers questions about figures from the roll-up and the catalogue, both as known at a batch. */
@ApplicationScoped
public class Figures {

    private final Database database;
    private final CatalogueCache catalogues;
    private final Forecasts forecasts;
    private final String url;
    private final String definition;

    Figures(
            Database database,
            CatalogueCache catalogues,
            Forecasts forecasts,
            @ConfigProperty(name = "qadam.public-url") String url) {
        this.database = database;
        this.catalogues = catalogues;
        this.forecasts = forecasts;
        this.url = url;
        this.definition = url + "/definitions/" + DefinitionResource.CURRENT;
    }

    Progress progress(FigureContext context) {
        return answer(Catalogue.TOTAL, context, (handle, question) -> {
            NationalTotals totals = NationalTotals.at(handle, context.time().batch());
            All all = all(
                    question,
                    totals,
                    forecasts.ofEach(
                            question.catalogue().cohorts().keySet(),
                            handle,
                            context.time(),
                            totals,
                            question.catalogue()),
                    null);
            CohortFigures total = all.total();
            return new Progress(
                    question.head(),
                    Progress.ProgrammeView.of(question.catalogue().programme()),
                    all.cohorts(),
                    new Progress.Total(
                            total.target(),
                            total.trained(),
                            people(totals, question),
                            total.percent(),
                            all.cohortsOnTrack()));
        });
    }

    CohortFigures.Together total(FigureContext context) {
        return answer(Catalogue.TOTAL, context, (handle, question) -> {
            NationalTotals totals = NationalTotals.at(handle, context.time().batch());
            All all = all(
                    question,
                    totals,
                    Map.of(),
                    forecasts.together(handle, context.time(), totals, question.catalogue()));
            return new CohortFigures.Together(
                    question.head(), all.total(), people(totals, question), all.cohortsOnTrack());
        });
    }

    CohortFigures.Alone cohort(String code, FigureContext context) {
        return answer(code, context, (handle, question) -> {
            NationalTotals totals = NationalTotals.at(handle, context.time().batch());
            All all = all(
                    question,
                    totals,
                    forecasts.ofEach(List.of(code), handle, context.time(), totals, question.catalogue()),
                    null);
            CohortFigures one = all.cohorts().stream()
                    .filter(figures -> figures.cohort().equals(code))
                    .findFirst()
                    .orElseThrow();
            return new CohortFigures.Alone(question.head(), one);
        });
    }

    ForecastView.Whole forecast(String code, FigureContext context) {
        return answer(code, context, (handle, question) -> {
            NationalTotals totals = NationalTotals.at(handle, context.time().batch());
            PointInTime time = context.time();
            boolean isTotal = code.equals(Catalogue.TOTAL);
            List<Cohort> cohorts = question.catalogue().cohortsOf(code, time.on()).stream()
                    .map(cohort -> question.catalogue().cohorts().get(cohort))
                    .toList();
            return ForecastView.Whole.of(
                    question.head(),
                    code,
                    cohorts.stream()
                            .map(cohort -> cohort.targetOn(time.on()))
                            .filter(target -> target != null)
                            .reduce(Long::sum)
                            .orElse(null),
                    cohorts.stream()
                            .mapToLong(cohort ->
                                    totals.counts(cohort.code(), time.on()).of(Measure.TRAINED))
                            .sum(),
                    question.catalogue().programme().map(Programme::horizon).orElse(null),
                    isTotal
                            ? forecasts.together(handle, time, totals, question.catalogue())
                            : forecasts.of(code, handle, time, totals, question.catalogue()));
        });
    }

    Breakdown breakdown(String code, Dimension by, FigureContext context) {
        return answer(code, context, (handle, question) -> {
            List<String> cohorts =
                    question.catalogue().cohortsOf(code, context.time().on());
            return Breakdown.of(question.head(), code, by, Breakdown.cells(handle, context.time(), by, cohorts));
        });
    }

    Series series(String code, Series.Scope scope, SeriesRange range, FigureContext context) {
        return answer(code, context, (handle, question) -> {
            Catalogue catalogue = question.catalogue();
            List<String> cohorts = catalogue.cohortsOf(code);
            TrainedByDay trained = Series.trained(handle, context.time(), cohorts, scope);
            if (trained.isEmpty() && scope.dimension() == Dimension.INSTITUTION) {
                requireDescribed(handle, context, scope.code());
            }
            return Series.of(
                    question.head(),
                    code,
                    scope,
                    range.within(catalogue.programme(), question.head().on()),
                    trained,
                    day -> catalogue.cohortsOf(code, day),
                    scope.isNation() ? ExpectedByPlan.of(catalogue, cohorts) : ExpectedByPlan.NOTHING);
        });
    }

    DataPackage dataPackage(FigureContext context) {
        return answer(
                Catalogue.TOTAL,
                context,
                (handle, question) -> DataPackage.of(
                        question.catalogue().inOrder(question.head().on()), url));
    }

    /** Runs a count of another package over the whole programme and gives it the head of its answer. */
    public <T> T withHead(FigureContext context, BiFunction<Handle, AnswerHead, T> answer) {
        return answer(Catalogue.TOTAL, context, (handle, question) -> answer.apply(handle, question.head()));
    }

    private static void requireDescribed(Handle handle, FigureContext context, String institution) {
        if (Catalogue.names(handle, context.time().batch(), Dimension.INSTITUTION, List.of(institution))
                .isEmpty()) {
            throw Problem.unknownCode("institution", institution);
        }
    }

    private record Question(FigureContext context, Catalogue catalogue, AnswerHead head) {}

    private <T> T answer(String code, FigureContext context, BiFunction<Handle, Question, T> answer) {
        return database.transaction(handle -> {
            Catalogue catalogue = catalogues.at(handle, context.time().batch());
            if (!code.equals(Catalogue.TOTAL) && !catalogue.cohorts().containsKey(code)) {
                throw Problem.unknownCode("cohort", code);
            }
            return answer.apply(handle, new Question(context, catalogue, head(handle, context, catalogue, code)));
        });
    }

    private AnswerHead head(Handle handle, FigureContext context, Catalogue catalogue, String code) {
        List<ProvisionalReason> reasons = new ArrayList<>(ProvisionalReason.deadLetters(handle, context.time()));
        catalogue.beingEvaluated().stream()
                .filter(cohort -> code.equals(Catalogue.TOTAL) || code.equals(cohort))
                .map(ProvisionalReason::evaluating)
                .forEach(reasons::add);
        reasons.addAll(ProvisionalReason.ofIntake(context.time()));
        return AnswerHead.of(context, reasons, definition);
    }

    /** The figures of every cohort, and the total. */
    private record All(List<CohortFigures> cohorts, CohortFigures total, int cohortsOnTrack) {}

    private static All all(
            Question question, NationalTotals totals, Map<String, Forecast> forecasts, Forecast together) {
        AnswerHead head = question.head();
        Optional<Programme> programme = question.catalogue().programme();
        List<CohortFigures> cohorts = new ArrayList<>();
        List<TargetComparison> targeted = new ArrayList<>();
        Counts sum = Counts.NOTHING;
        for (Cohort cohort : question.catalogue().inOrder(head.on())) {
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
                CohortFigures.of(Catalogue.TOTAL, MemberNames.TOTAL, sum, targets, programme, together, head),
                targets.cohortsOnTrack());
    }

    private static long people(NationalTotals totals, Question question) {
        return totals.counts(Cell.ALL, question.head().on()).of(Measure.PEOPLE);
    }
}
