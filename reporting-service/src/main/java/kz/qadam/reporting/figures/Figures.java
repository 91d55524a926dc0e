package kz.qadam.reporting.figures;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.BiFunction;
import kz.qadam.chassis.database.Database;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.rollup.Cell;
import kz.qadam.reporting.rollup.Grain;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;

/** Answers questions about figures from the roll-up and the catalogue, both as known at a batch. */
@ApplicationScoped
class Figures {

    private final Database database;
    private final String url;
    private final String definition;

    Figures(Database database, @ConfigProperty(name = "qadam.public-url") String url) {
        this.database = database;
        this.url = url;
        this.definition = url + "/definitions/" + DefinitionResource.CURRENT;
    }

    Progress progress(Question question) {
        return about(Catalogue.TOTAL, question, (handle, asked) -> {
            Map<String, Counts> counts = national(handle, asked);
            List<CohortFigures> cohorts = cohorts(asked, counts);
            CohortFigures total = total(asked, cohorts, counts);
            return new Progress(
                    asked.head(),
                    Progress.ProgrammeView.of(asked.catalogue().programme()),
                    cohorts,
                    new Progress.Total(
                            total.target(),
                            total.trained(),
                            people(counts),
                            total.percent(),
                            CohortFigures.onTrack(cohorts)));
        });
    }

    Object cohort(String code, Question question) {
        return about(code, question, (handle, asked) -> {
            Map<String, Counts> counts = national(handle, asked);
            List<CohortFigures> cohorts = cohorts(asked, counts);
            if (code.equals(Catalogue.TOTAL)) {
                return new CohortFigures.Together(
                        asked.head(), total(asked, cohorts, counts), people(counts), CohortFigures.onTrack(cohorts));
            }
            CohortFigures one = cohorts.stream()
                    .filter(figures -> figures.cohort().equals(code))
                    .findFirst()
                    .orElseThrow();
            return new CohortFigures.Alone(asked.head(), one);
        });
    }

    Breakdown breakdown(String code, Breakdown.By by, Question question) {
        return about(code, question, (handle, asked) -> {
            List<String> cohorts =
                    asked.catalogue().cohortsOf(code, question.moment().on());
            return Breakdown.of(
                    asked.head(), code, by, Breakdown.cells(handle, question.moment(), by, cohorts, asked.catalogue()));
        });
    }

    Series series(String code, Series.Place place, Span span, Question question) {
        return about(code, question, (handle, asked) -> {
            List<String> cohorts =
                    asked.catalogue().cohortsOf(code, question.moment().on());
            NavigableMap<LocalDate, Long> days = Series.trained(handle, question.moment(), cohorts, place);
            if (days.isEmpty() && place.grain() == Grain.INSTITUTION) {
                mustBeDescribed(handle, question, place.code());
            }
            return Series.of(
                    asked.head(),
                    code,
                    place,
                    span.within(asked.catalogue().programme(), asked.head().on()),
                    days,
                    place.isNation() ? Expected.of(asked.catalogue(), cohorts) : Expected.NOTHING);
        });
    }

    DataPackage dataPackage(Question question) {
        return about(
                Catalogue.TOTAL,
                question,
                (handle, asked) ->
                        DataPackage.of(asked.catalogue().inOrder(asked.head().on()), url));
    }

    private static void mustBeDescribed(Handle handle, Question question, String institution) {
        if (Catalogue.institutions(handle, question.moment().batch(), List.of(institution))
                .isEmpty()) {
            throw Problem.unknownCode("institution", institution);
        }
    }

    private record Asked(Question question, Catalogue catalogue, Head head) {}

    private <T> T about(String code, Question question, BiFunction<Handle, Asked, T> answer) {
        return database.transaction(handle -> {
            Catalogue catalogue = Catalogue.at(handle, question.moment().batch());
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

    private static Map<String, Counts> national(Handle handle, Asked asked) {
        return Counts.national(
                handle, asked.catalogue().cohorts().keySet(), asked.question().moment());
    }

    private static List<CohortFigures> cohorts(Asked asked, Map<String, Counts> counts) {
        Head head = asked.head();
        return asked.catalogue().inOrder(head.on()).stream()
                .map(cohort -> CohortFigures.of(
                        cohort.code(),
                        cohort.names(),
                        cohort.targetOn(head.on()),
                        counts.getOrDefault(cohort.code(), Counts.NOTHING),
                        Plan.of(asked.catalogue()),
                        head))
                .toList();
    }

    private static CohortFigures total(Asked asked, List<CohortFigures> cohorts, Map<String, Counts> counts) {
        Optional<Plan> plan = Plan.of(asked.catalogue());
        List<CohortFigures> targeted =
                cohorts.stream().filter(one -> one.target() != null).toList();
        Long target = targeted.isEmpty()
                ? null
                : (Long) targeted.stream().mapToLong(CohortFigures::target).sum();
        Long expected = targeted.isEmpty() || plan.isEmpty()
                ? null
                : (Long) targeted.stream().mapToLong(CohortFigures::expected).sum();
        Counts sum = targeted.stream()
                .map(one -> counts.getOrDefault(one.cohort(), Counts.NOTHING))
                .reduce(Counts.NOTHING, Counts::plus);
        return CohortFigures.of(Catalogue.TOTAL, Labels.TOTAL, target, expected, sum, plan, asked.head());
    }

    private static long people(Map<String, Counts> counts) {
        return counts.getOrDefault(Cell.ALL, Counts.NOTHING).people();
    }
}
