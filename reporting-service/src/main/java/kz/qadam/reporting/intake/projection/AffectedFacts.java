package kz.qadam.reporting.intake.projection;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.reporting.rollup.AttributeJoinFacts;
import kz.qadam.reporting.rollup.Dimension;
import kz.qadam.reporting.rollup.RollUpChanges;
import kz.qadam.reporting.rollup.fact.Completion;
import kz.qadam.reporting.rollup.fact.CountedFact;
import kz.qadam.reporting.rollup.fact.Enrolment;
import kz.qadam.reporting.rollup.fact.Fact;
import kz.qadam.reporting.rollup.fact.LearnerCohort;
import kz.qadam.reporting.rollup.fact.Trained;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * The current facts of some learners, as far as they decide how the facts of a batch count. The lateral joins look up
 * each learner by index, also if the planner has wrong statistics of a table.
 */
record AffectedFacts(List<Completion> completions, List<Enrolment> enrolments, List<Trained> trained) {

    private static final TableColumns<Completion> COMPLETION =
            TableColumns.of(Completion.class, Map.of("id", "completion"));
    private static final TableColumns<Enrolment> ENROLMENT =
            TableColumns.of(Enrolment.class, Map.of("id", "enrolment"));
    private static final TableColumns<Trained> TRAINED = TableColumns.of(Trained.class, Map.of("on", "trained_on"));
    private static final TableColumns<LearnerCohort> LEARNER_COHORT = TableColumns.of(LearnerCohort.class);

    private static final FactTable<Completion> COMPLETIONS =
            new FactTable<>("completion_fact", COMPLETION, Completion.class, "completion");
    private static final FactTable<Enrolment> ENROLMENTS =
            new FactTable<>("enrolment_fact", ENROLMENT, Enrolment.class, "enrolment");
    private static final FactTable<Trained> ALL_TRAINED =
            new FactTable<>("trained_fact", TRAINED, Trained.class, "learner", "cohort");

    static final List<FactTable<?>> TABLES = List.of(COMPLETIONS, ENROLMENTS, ALL_TRAINED);

    /** All completions of a learner, since the others decide whether one is the first. */
    private static final String CURRENT_COMPLETIONS = """
            with affected as (
                select learner from unnest(:learners) as one (learner)
                union
                select known.learner from unnest(:ids) as one (id)
                 cross join lateral (select learner from completion_fact
                        where completion = one.id and to_batch = still_open() limit 1) as known)
            select known.* from affected
             cross join lateral (
                   select %s from completion_fact
                    where learner = affected.learner and to_batch = still_open() offset 0) as known
            """.formatted(COMPLETION.names());

    /** All enrolments of a learner in a cohort, since the others decide whether the learner is new in a region. */
    private static final String CURRENT_ENROLMENTS = """
            with affected as (
                select learner, cohort from %s
                union
                select known.learner, known.cohort
                  from unnest(:ids) as one (id)
                 cross join lateral (select learner, cohort from enrolment_fact
                        where enrolment = one.id and to_batch = still_open() limit 1) as known)
            select known.* from affected
             cross join lateral (
                   select %s from enrolment_fact
                    where learner = affected.learner and cohort = affected.cohort
                      and to_batch = still_open() offset 0) as known
            """.formatted(LEARNER_COHORT.rows("one"), ENROLMENT.names());

    /** All trained facts of a learner, since they decide on which day the learner first counts as a person. */
    private static final String CURRENT_TRAINED = """
            select known.* from unnest(:learners) as one (learner)
             cross join lateral (
                   select %s from trained_fact
                    where learner = one.learner and to_batch = still_open() offset 0) as known
            """.formatted(TRAINED.names());

    private static final String WITH_ATTRIBUTES = """
            select known.* from unnest(:ids) as one (id)
             cross join lateral (
                   select %s from %s
                    where %s = one.id and to_batch = still_open() and attributes is not null offset 0) as known
            """;

    private static final String ENROLMENTS_WITH_ATTRIBUTES =
            WITH_ATTRIBUTES.formatted(ENROLMENT.names(), "enrolment_fact", "enrolment");

    private static final String COMPLETIONS_WITH_ATTRIBUTES =
            WITH_ATTRIBUTES.formatted(COMPLETION.names(), "completion_fact", "completion");

    /** The current facts before a batch: of the learners of its facts, and of the former learners of their subjects. */
    static AffectedFacts before(Handle database, Collection<Fact> arrived) {
        List<Completion> completions = of(Completion.class, arrived);
        List<Enrolment> enrolments = of(Enrolment.class, arrived);
        List<Trained> trained = of(Trained.class, arrived);
        List<Enrolment> knownEnrolments = enrolments(
                database,
                enrolments.stream().map(Enrolment::id).toList(),
                enrolments.stream()
                        .map(one -> new LearnerCohort(one.learner(), one.cohort()))
                        .collect(Collectors.toSet()));
        Set<UUID> ofCompletions = learners(completions);
        Set<UUID> ofTrained = learners(trained);
        if (Dimension.ATTRIBUTES.isEmpty()) {
            return new AffectedFacts(
                    completions(database, ids(completions), ofCompletions),
                    knownEnrolments,
                    trained(database, ofTrained));
        }
        var joined = new AttributeJoinFacts(completions, enrolments, trained, knownEnrolments);
        joined.addEnrolments(named(database, ENROLMENTS_WITH_ATTRIBUTES, ENROLMENT, joined.missingEnrolments()));
        ofCompletions.addAll(joined.learnersOfEnrolments());
        joined.addCompletions(completions(database, ids(completions), ofCompletions));
        joined.addCompletions(named(database, COMPLETIONS_WITH_ATTRIBUTES, COMPLETION, joined.missingCompletions()));
        ofTrained.addAll(joined.learnersOfCompletions());
        return new AffectedFacts(joined.completions(), joined.enrolments(), trained(database, ofTrained));
    }

    private static Set<UUID> learners(List<? extends CountedFact> facts) {
        return facts.stream().map(CountedFact::learner).collect(Collectors.toCollection(HashSet::new));
    }

    private static List<UUID> ids(List<Completion> completions) {
        return completions.stream().map(Completion::id).toList();
    }

    /** The current facts with these ids that have attributes. */
    private static <F> List<F> named(Handle database, String sql, RowMapper<F> columns, Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : database.createQuery(sql)
                        .bindArray("ids", UUID.class, ids)
                        .map(columns)
                        .list();
    }

    private static <F> List<F> of(Class<F> type, Collection<Fact> arrived) {
        return arrived.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /**
     * The current completions of learners.
     *
     * @param ids completions whose current learners are added
     */
    static List<Completion> completions(Handle database, Collection<UUID> ids, Collection<UUID> learners) {
        if (ids.isEmpty() && learners.isEmpty()) {
            return List.of();
        }
        return database.createQuery(CURRENT_COMPLETIONS)
                .bindArray("ids", UUID.class, ids)
                .bindArray("learners", UUID.class, learners)
                .map(COMPLETION)
                .list();
    }

    /**
     * The current enrolments of learners in cohorts.
     *
     * @param ids enrolments whose current learners and cohorts are added
     */
    static List<Enrolment> enrolments(Handle database, Collection<UUID> ids, Collection<LearnerCohort> learners) {
        if (ids.isEmpty() && learners.isEmpty()) {
            return List.of();
        }
        return LEARNER_COHORT
                .bind(database.createQuery(CURRENT_ENROLMENTS).bindArray("ids", UUID.class, ids), learners)
                .map(ENROLMENT)
                .list();
    }

    private static List<Trained> trained(Handle database, Collection<UUID> learners) {
        if (learners.isEmpty()) {
            return List.of();
        }
        return database.createQuery(CURRENT_TRAINED)
                .bindArray("learners", UUID.class, learners)
                .map(TRAINED)
                .list();
    }

    Stream<CountedFact> all() {
        return Stream.of(completions, enrolments, trained).flatMap(List::stream);
    }

    /** Writes the facts of a batch that replace these or are new. */
    void replace(Handle database, long batch, RollUpChanges changes) {
        replace(COMPLETIONS, database, batch, changes.completions(), completions);
        replace(ENROLMENTS, database, batch, changes.enrolments(), enrolments);
        replace(ALL_TRAINED, database, batch, changes.trained(), trained);
    }

    private static <F extends Record & CountedFact> void replace(
            FactTable<F> table, Handle database, long batch, List<F> newer, List<F> known) {
        Set<Object> subjects = known.stream().map(CountedFact::subject).collect(Collectors.toSet());
        table.write(
                database,
                batch,
                newer,
                newer.stream().filter(one -> subjects.contains(one.subject())).toList());
    }
}
