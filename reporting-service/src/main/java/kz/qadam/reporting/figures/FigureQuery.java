package kz.qadam.reporting.figures;

import java.time.LocalDate;
import java.util.Optional;
import kz.qadam.chassis.http.security.AccessScope;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.rollup.Dimension;

/**
 * A question about figures, without time and audience. Equal queries have equal answers in the same context.
 *
 * @param <V> the view record that answers it, from which JSON, CSV, the stream and the page are rendered
 */
public interface FigureQuery<V> {

    /** The cohort of the answer, or {@code total}. */
    default String cohort() {
        return Catalogue.TOTAL;
    }

    /** The answer from a source; from a release only if {@link #hasPublishedAnswer}. */
    V answer(FigureSource source);

    /** Whether the public has an answer at all. */
    default boolean hasPublishedAnswer() {
        return true;
    }

    /**
     * The same question for a caller who sees one region only; {@link KnownState#region} then says which region. Unless a
     * query says otherwise, it cannot be answered for one region: empty.
     *
     * @throws kz.qadam.chassis.http.problem.Problem 403 if the query names another region
     */
    default Optional<FigureQuery<V>> within(AccessScope access) {
        return Optional.empty();
    }

    /** {@code GET /v1/progress}. */
    record OfProgramme() implements FigureQuery<Progress> {

        @Override
        public Progress answer(FigureSource source) {
            return Progress.of(source);
        }

        @Override
        public Optional<FigureQuery<Progress>> within(AccessScope access) {
            return Optional.of(this);
        }
    }

    /** {@code GET /v1/progress/total}. */
    record OfTotal() implements FigureQuery<CohortFigures.Together> {

        @Override
        public CohortFigures.Together answer(FigureSource source) {
            return CohortFigures.Together.of(source);
        }

        @Override
        public Optional<FigureQuery<CohortFigures.Together>> within(AccessScope access) {
            return Optional.of(this);
        }
    }

    /** {@code GET /v1/progress/{cohort}} of one cohort. */
    record OfCohort(String cohort) implements FigureQuery<CohortFigures.Alone> {

        @Override
        public CohortFigures.Alone answer(FigureSource source) {
            return CohortFigures.Alone.of(source, cohort);
        }

        @Override
        public Optional<FigureQuery<CohortFigures.Alone>> within(AccessScope access) {
            return Optional.of(this);
        }
    }

    /** {@code GET /v1/progress/{cohort}/breakdown}. */
    record ByDimension(String cohort, Dimension by) implements FigureQuery<Breakdown> {

        @Override
        public Breakdown answer(FigureSource source) {
            return source.breakdown(cohort, by);
        }

        /** The roll-up has the members of the other dimensions for the whole country only. */
        @Override
        public Optional<FigureQuery<Breakdown>> within(AccessScope access) {
            return by == Dimension.REGION ? Optional.of(this) : Optional.empty();
        }

        @Override
        public boolean hasPublishedAnswer() {
            return PublishedCells.DIMENSIONS.contains(by);
        }
    }

    /** {@code GET /v1/progress/{cohort}/series}. */
    record OverTime(String cohort, Series.Scope scope, SeriesRange range) implements FigureQuery<Series> {

        @Override
        public Series answer(FigureSource source) {
            return Series.of(source, cohort, scope, range);
        }

        @Override
        public Optional<FigureQuery<Series>> within(AccessScope access) {
            return scope.dimension() == Dimension.INSTITUTION
                    ? Optional.empty()
                    : Optional.of(new OverTime(cohort, scope.within(access), range));
        }

        @Override
        public boolean hasPublishedAnswer() {
            return scope.dimension() != Dimension.INSTITUTION;
        }
    }

    /** {@code GET /v1/progress/{cohort}/forecast}. */
    record OfForecast(String cohort) implements FigureQuery<ForecastView.Whole> {

        @Override
        public ForecastView.Whole answer(FigureSource source) {
            return ForecastView.Whole.of(source, cohort);
        }
    }

    /**
     * {@code GET /v1/progress/{cohort}}.
     *
     * @param code of a cohort, or {@code total}
     */
    static FigureQuery<?> ofCohort(String code) {
        return code.equals(Catalogue.TOTAL) ? new OfTotal() : new OfCohort(code);
    }

    /**
     * The series by month.
     *
     * @param region null for the nation
     * @param to a day of the last month; null for the day of the question
     */
    static FigureQuery<Series> byMonth(String cohort, String region, LocalDate to) {
        return new OverTime(cohort, Series.Scope.of(region, null), new SeriesRange(SeriesInterval.MONTH, null, to));
    }
}
