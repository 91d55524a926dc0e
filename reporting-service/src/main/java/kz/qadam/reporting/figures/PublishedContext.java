package kz.qadam.reporting.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.catalogue.Cohort;
import kz.qadam.reporting.catalogue.Programme;
import kz.qadam.reporting.release.DisclosureRule;
import kz.qadam.reporting.release.MonthEnd;
import kz.qadam.reporting.release.PublishedState;
import kz.qadam.reporting.release.Release;
import kz.qadam.reporting.release.ReleasedCohort;

/**
 * Published figures: all that a public answer is made from is a release and the releases before it.
 *
 * @param definition the address of the page that defines the figures
 */
public record PublishedContext(PublishedState state, String definition) implements FigureContext {

    private static final String DOWN = "down";

    @Override
    public AnswerHead.Audience audience() {
        return AnswerHead.Audience.published;
    }

    @Override
    public long version() {
        return state.number();
    }

    /** The release; null before the first. */
    public Release release() {
        return state.release();
    }

    /** The programme as known at the release; null while it was not known, and before the first release. */
    Programme programme() {
        return release() == null ? null : release().programme();
    }

    /** The head of an answer about the country. */
    AnswerHead head() {
        return release() == null
                ? head(null, null)
                : head(release().through(), release().on());
    }

    /** The head of an answer with the tables of the last month end. */
    public AnswerHead headOfMonthEnd() {
        return release() == null ? head() : head(monthEnd().asOf(), monthEnd().on());
    }

    /** The head of an answer about one cohort, or about the total. */
    AnswerHead headOf(String cohort) {
        return release() == null || cohort.equals(Catalogue.TOTAL)
                ? head()
                : release()
                        .cohort(cohort)
                        .map(one -> head(one.asOf(), one.on()))
                        .orElseGet(this::head);
    }

    private AnswerHead head(Instant asOf, LocalDate on) {
        List<ProvisionalReason> because = !state.isOpened()
                ? List.of(ProvisionalReason.of("not-opened"))
                : release() == null
                        ? List.of()
                        : release().because().stream()
                                .map(ProvisionalReason::of)
                                .toList();
        return new AnswerHead(
                asOf,
                on,
                asOf,
                state.number(),
                !because.isEmpty(),
                because,
                audience(),
                definition,
                null,
                new AnswerHead.Publication(
                        new AnswerHead.Rounding(DisclosureRule.UNIT, DOWN),
                        state.nextRelease(),
                        (release() != null && release().isOfTrial()) ? Boolean.TRUE : null));
    }

    MonthEnd monthEnd() {
        return release().monthEnd();
    }

    /**
     * The named cohort, or for {@code total} those with a target on the day of their figures. Empty before the first
     * release.
     *
     * @throws Problem 404 if the release does not have the cohort
     */
    List<ReleasedCohort> cohorts(String code) {
        if (release() == null) {
            return List.of();
        }
        if (code.equals(Catalogue.TOTAL)) {
            return release().cohorts().stream()
                    .filter(one -> one.description().targetOn(one.on()) != null)
                    .toList();
        }
        return List.of(release().cohort(code).orElseThrow(() -> Problem.unknownCode("cohort", code)));
    }

    /** All cohorts: the largest target first, those without a target last. */
    List<ReleasedCohort> inOrder() {
        return release() == null
                ? List.of()
                : release().cohorts().stream()
                        .sorted((one, other) ->
                                Cohort.inOrder(release().on()).compare(one.description(), other.description()))
                        .toList();
    }

    /** Equal releases give equal answers; the number identifies a release. */
    @Override
    public boolean equals(Object other) {
        return other instanceof PublishedContext that
                && state.number() == that.state.number()
                && state.isOpened() == that.state.isOpened()
                && Objects.equals(state.nextRelease(), that.state.nextRelease());
    }

    @Override
    public int hashCode() {
        return Objects.hash(state.number(), state.nextRelease());
    }
}
