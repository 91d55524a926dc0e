package kz.qadam.reporting.intake.projection;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.chassis.base.process.NumberedResources;
import kz.qadam.reporting.catalogue.DerivedMemberReader;
import kz.qadam.reporting.rollup.CellPart;
import kz.qadam.reporting.rollup.DerivedMembers;
import kz.qadam.reporting.rollup.Dimension;
import kz.qadam.reporting.rollup.RollUpChanges;
import kz.qadam.reporting.rollup.RollUpUpdate;
import kz.qadam.reporting.rollup.fact.CatalogueEntry;
import kz.qadam.reporting.rollup.fact.CountedFact;
import kz.qadam.reporting.rollup.fact.Fact;
import org.jdbi.v3.core.Handle;

/**
 * Derives the facts by batch and the roll-up from the event log. The intake and a rebuild run the same code, with a
 * fixed number of SQL statements for a batch of any size.
 */
public final class Projection {

    /** Says what is derived, by the version of the derivation; a test compares the newest one with the code. */
    static final String DESCRIPTION = "/projection/%d.txt";

    /** The version of the derivation. After a new version is deployed, all tables are rebuilt. */
    public static final int VERSION = NumberedResources.newest(Projection.class, DESCRIPTION, 5);

    /** All tables that are derived from the event log. */
    static final List<String> TABLES = Stream.of(
                    AffectedFacts.TABLES.stream().map(FactTable::name),
                    FactTable.NOT_COUNTED.stream().map(FactTable::name),
                    RollUpTable.NAMES.stream())
            .flatMap(names -> names)
            .toList();

    private Projection() {}

    /**
     * Applies the facts of a batch. The caller holds the lock that excludes other batches.
     *
     * @param arrived the facts in the order of topic, partition and offset
     */
    public static void take(Handle database, long batch, Collection<Fact> arrived) {
        Map<CellPart, Long> cells = describe(database, batch, arrived);
        AffectedFacts known = AffectedFacts.before(database, arrived);
        Stream<CountedFact> counted =
                arrived.stream().filter(CountedFact.class::isInstance).map(CountedFact.class::cast);
        DerivedMembers derived = DerivedMemberReader.of(database, sources(Stream.concat(counted, known.all())));
        RollUpChanges changes =
                new RollUpUpdate(derived, known.completions(), known.enrolments(), known.trained()).take(arrived);
        known.replace(database, batch, changes);
        changes.cells().forEach((cell, by) -> cells.merge(cell, by, Long::sum));
        cells.values().removeIf(by -> by == 0);
        RollUpTable.change(database, batch, cells);
    }

    /** Deletes all rows. It does not truncate, so that readers see the old rows until the commit. */
    public static void clear(Handle database) {
        TABLES.forEach(table -> database.execute("delete from " + table));
    }

    /** Applies changes of the catalogue. Returns the resulting changes of cells of derived dimensions. */
    private static Map<CellPart, Long> describe(Handle database, long batch, Collection<Fact> arrived) {
        Map<Dimension, Set<String>> described = described(arrived);
        DerivedMembers before = DerivedMemberReader.of(database, described);
        FactTable.NOT_COUNTED.forEach(table -> table.take(database, batch, arrived));
        DerivedMembers after = DerivedMemberReader.of(database, described);
        Map<CellPart, Long> cells = new HashMap<>();
        for (Dimension derived : Dimension.DERIVED) {
            Map<String, String> moved = described.getOrDefault(derived.source(), Set.of()).stream()
                    .filter(one -> !before.of(derived, one).equals(after.of(derived, one)))
                    .collect(Collectors.toMap(one -> one, one -> before.of(derived, one)));
            cells.putAll(new DerivedMemberMove(derived, moved).cells(database));
        }
        return cells;
    }

    /** The members of the sources of derived dimensions that a batch describes. */
    private static Map<Dimension, Set<String>> described(Collection<Fact> arrived) {
        Map<Dimension, Set<String>> described = new EnumMap<>(Dimension.class);
        for (Fact one : arrived) {
            if (one instanceof CatalogueEntry thing) {
                Dimension.DERIVED.stream()
                        .map(Dimension::source)
                        .filter(source -> source.name().equals(thing.kind().name()))
                        .forEach(source -> described
                                .computeIfAbsent(source, key -> new HashSet<>())
                                .add(thing.code()));
            }
        }
        return described;
    }

    /** The members of the sources of derived dimensions that these facts name. */
    private static Map<Dimension, Set<String>> sources(Stream<CountedFact> facts) {
        Map<Dimension, Set<String>> sources = new EnumMap<>(Dimension.class);
        facts.map(CountedFact::members)
                .flatMap(Optional::stream)
                .forEach(event -> Dimension.DERIVED.forEach(
                        derived -> sources.computeIfAbsent(derived.source(), key -> new HashSet<>())
                                .add(derived.namedBy(event))));
        return sources;
    }
}
