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
import kz.qadam.reporting.catalogue.Cohort;
import kz.qadam.reporting.catalogue.Names;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;

/** Answers questions about figures from the roll-up and the catalogue, both as known at a batch. */
@ApplicationScoped
class Figures {

    static final String TOTAL = "total";
    private static final Names TOTAL_NAMES = new Names("Барлығы", "Всего", "Total");

    private final Database database;
    private final Provisional provisional;
    private final String definition;

    Figures(Database database, Provisional provisional, @ConfigProperty(name = "qadam.public-url") String url) {
        this.database = database;
        this.provisional = provisional;
        this.definition = url + "/definitions/" + DefinitionResource.CURRENT;
    }

    Progress progress(Moment moment, List<Because> live, Head.Audience audience) {
        return database.transaction(handle -> {
            Catalogue catalogue = Catalogue.at(handle, moment.batch());
            Head head = head(handle, moment, live, audience, catalogue, TOTAL);
            Map<String, Counts> counts = Counts.national(handle, moment);
            List<CohortFigures> cohorts = cohorts(catalogue, counts, head);
            CohortFigures total = total(cohorts, catalogue, counts, head);
            return new Progress(
                    head,
                    Progress.ProgrammeView.of(catalogue.programme()),
                    cohorts,
                    new Progress.Total(
                            total.target(),
                            total.trained(),
                            people(counts),
                            total.percent(),
                            CohortFigures.onTrack(cohorts)));
        });
    }

    Object cohort(String code, Moment moment, List<Because> live, Head.Audience audience) {
        return about(code, moment, live, audience, (handle, asked) -> {
            Map<String, Counts> counts = Counts.national(handle, moment);
            List<CohortFigures> cohorts = cohorts(asked.catalogue(), counts, asked.head());
            if (code.equals(TOTAL)) {
                return new CohortFigures.Together(
                        asked.head(),
                        total(cohorts, asked.catalogue(), counts, asked.head()),
                        people(counts),
                        CohortFigures.onTrack(cohorts));
            }
            CohortFigures one = cohorts.stream()
                    .filter(figures -> figures.cohort().equals(code))
                    .findFirst()
                    .orElseThrow();
            return new CohortFigures.Alone(asked.head(), one);
        });
    }

    Breakdown breakdown(String code, Breakdown.By by, Moment moment, List<Because> live, Head.Audience audience) {
        return about(code, moment, live, audience, (handle, asked) -> {
            List<String> codes = code.equals(TOTAL)
                    ? asked.catalogue().inOrder(moment.on()).stream()
                            .filter(cohort -> cohort.targetOn(moment.on()) != null)
                            .map(Cohort::code)
                            .toList()
                    : List.of(code);
            return Breakdown.of(asked.head(), code, by, Breakdown.cells(handle, moment, by, codes));
        });
    }

    private record Asked(Catalogue catalogue, Head head) {}

    private <T> T about(
            String code,
            Moment moment,
            List<Because> live,
            Head.Audience audience,
            BiFunction<Handle, Asked, T> answer) {
        return database.transaction(handle -> {
            Catalogue catalogue = Catalogue.at(handle, moment.batch());
            if (!code.equals(TOTAL) && !catalogue.cohorts().containsKey(code)) {
                throw Problem.unknownCode("cohort", code);
            }
            return answer.apply(handle, new Asked(catalogue, head(handle, moment, live, audience, catalogue, code)));
        });
    }

    private Head head(
            Handle handle,
            Moment moment,
            List<Because> live,
            Head.Audience audience,
            Catalogue catalogue,
            String asked) {
        List<Because> because = new ArrayList<>(Provisional.deadLetters(handle, moment));
        catalogue.beingEvaluated().stream()
                .filter(cohort -> asked.equals(TOTAL) || asked.equals(cohort))
                .map(Because::evaluating)
                .forEach(because::add);
        because.addAll(live);
        return new Head(
                moment.asOf(),
                moment.on(),
                moment.dataThrough(),
                moment.batch(),
                !because.isEmpty(),
                because,
                audience,
                definition);
    }

    private static List<CohortFigures> cohorts(Catalogue catalogue, Map<String, Counts> counts, Head head) {
        return catalogue.inOrder(head.on()).stream()
                .map(cohort -> CohortFigures.of(
                        cohort.code(),
                        cohort.names(),
                        cohort.targetOn(head.on()),
                        counts.getOrDefault(cohort.code(), Counts.NOTHING),
                        plan(catalogue),
                        head))
                .toList();
    }

    private static CohortFigures total(
            List<CohortFigures> cohorts, Catalogue catalogue, Map<String, Counts> counts, Head head) {
        List<CohortFigures> targeted =
                cohorts.stream().filter(one -> one.target() != null).toList();
        Long target = targeted.isEmpty()
                ? null
                : (Long) targeted.stream().mapToLong(CohortFigures::target).sum();
        Long expected = targeted.isEmpty() || catalogue.programme().isEmpty()
                ? null
                : (Long) targeted.stream().mapToLong(CohortFigures::expected).sum();
        Counts sum = targeted.stream()
                .map(one -> counts.getOrDefault(one.cohort(), Counts.NOTHING))
                .reduce(Counts.NOTHING, Counts::plus);
        return CohortFigures.of(TOTAL, TOTAL_NAMES, target, expected, sum, plan(catalogue), head);
    }

    private static Optional<Plan> plan(Catalogue catalogue) {
        return catalogue.programme().map(one -> new Plan(one.startsOn(), one.horizon()));
    }

    private static long people(Map<String, Counts> counts) {
        return counts.getOrDefault("", Counts.NOTHING).people();
    }

    List<Because> live(Moment moment) {
        return provisional.live(moment);
    }
}
