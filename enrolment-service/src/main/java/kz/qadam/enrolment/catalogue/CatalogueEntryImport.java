package kz.qadam.enrolment.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kz.qadam.chassis.events.kafka.Traces;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.batch.Item;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.security.Submitter;
import kz.qadam.chassis.http.table.Columns;
import kz.qadam.chassis.http.table.Columns.Column;
import kz.qadam.chassis.http.table.Columns.Need;
import kz.qadam.chassis.http.table.PlainCsv;
import kz.qadam.chassis.http.table.SafeCell;
import kz.qadam.chassis.submissions.submission.BatchAnswer;
import kz.qadam.chassis.submissions.submission.BatchOptions;
import kz.qadam.chassis.submissions.submission.BatchParameters;
import kz.qadam.chassis.submissions.submission.Outcome;
import kz.qadam.chassis.submissions.submission.ParsedItem;

/**
 * Creates and replaces many entries of one kind by a file, in one transaction. A row replaces an entry if it has the
 * version that was read; so a file that somebody else has overtaken changes nothing unseen.
 */
final class CatalogueEntryImport<V, E extends ListedCatalogueEntry<V>> {

    static final String DESCRIPTION =
            "For the programme office. Each item is read like the body of the request for one entry, and has its code."
                    + " A code that is new is created. An entry that exists with other content is replaced only if the"
                    + " item has the version that you read, as If-Match says it of one entry. An entry that has the"
                    + " same content is a duplicate. With dryRun=true, effect shows what would be created, and what"
                    + " would be replaced by what.";

    private static final String CODE = "code";
    private static final String VERSION = "version";
    private static final String ACCEPTED = "accepted";

    /** What a file would do, or has done, in the order of the codes. */
    record Effect<V>(List<V> created, List<Replaced<V>> replaced) {}

    record Replaced<V>(V from, V to) {}

    /** An item that was read. */
    private record Row<V>(V wanted, Integer version) {}

    private final CatalogueEntryQueries<V, E> entries;
    private final CatalogueTransaction transaction;
    private final Batch batch;
    private final Columns columns;
    private final Function<ItemFields, V> read;

    /**
     * @param columns those of the view
     * @param read reads an item, whose fields collect the faults
     */
    CatalogueEntryImport(
            CatalogueEntryQueries<V, E> entries,
            CatalogueTransaction transaction,
            Batch batch,
            Columns columns,
            Function<ItemFields, V> read) {
        this.entries = entries;
        this.transaction = transaction;
        this.batch = batch;
        this.columns = ofFile(columns);
        this.read = read;
    }

    /** In a file the code is required, and there may be a version. */
    private static Columns ofFile(Columns ofView) {
        Stream<Column> own = ofView.all().stream()
                .map(one -> one.name().equals(CODE)
                        ? new Column(CODE, one.pointer(), Need.YES, one.type(), one.example(), false)
                        : one);
        var version = new Column(VERSION, "/" + VERSION, Need.NO, Columns.Type.NUMBER, "", false);
        return new Columns(Stream.concat(own, Stream.of(version)).toList());
    }

    Columns columns() {
        return columns;
    }

    /** The names of the columns that a table may have. */
    String header() {
        return String.join(", ", columns.names());
    }

    /** All entries as a table that can be changed and sent again; separated by tabs, as spreadsheets copy and paste. */
    String table(ObjectMapper json) {
        var written = new ByteArrayOutputStream();
        try (var csv = new PlainCsv(written, '\t')) {
            csv.write(List.copyOf(columns.names()));
            for (E entry : entries.all()) {
                JsonNode view = json.valueToTree(entry.view());
                csv.write(columns.all().stream()
                        .map(column -> column.name().equals(VERSION)
                                ? Integer.toString(entry.version)
                                : SafeCell.of(view.at(column.pointer()).asText("")))
                        .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written.toString(StandardCharsets.UTF_8).substring(1);
    }

    /** The verdict on each item; in a dry run also the effect. */
    BatchAnswer put(byte[] body, BatchParameters query) {
        BatchOptions options = query.options();
        Done<V> done = put(body, query.mediaType(), options, effect -> true);
        return options.dryRun() ? done.answer().with(done.effect()) : done.answer();
    }

    /**
     * The same.
     *
     * @param keep whether to keep what it does; otherwise nothing is kept
     */
    Done<V> put(byte[] body, MediaType type, BatchOptions options, Predicate<Effect<V>> keep) {
        List<ParsedItem<Row<V>>> items =
                batch.items(body, type, columns).stream().map(this::read).toList();
        Predicate<Recorded<V>> isKept = one -> options.commits(one.outcomes()) && keep.test(one.effect());
        Recorded<V> recorded = transaction.run(now -> record(items, isKept, now), isKept);
        var answer =
                BatchAnswer.of(List.of(ACCEPTED), options, items, recorded.outcomes(), view -> null, view -> Map.of());
        return new Done<>(answer, recorded.effect(), isKept.test(recorded), recorded.refused());
    }

    /**
     * What has become of a file.
     *
     * @param isKept whether the effect is kept
     * @param refused why rows were rejected
     */
    record Done<V>(BatchAnswer answer, Effect<V> effect, boolean isKept, List<Problem> refused) {}

    private ParsedItem<Row<V>> read(Item item) {
        ItemFields fields = item.fields();
        V wanted = read.apply(fields);
        String code = fields.text(CODE, 100);
        CodeRules.checkMember(fields, code);
        Integer version = fields.whole(VERSION, 1, Integer.MAX_VALUE);
        return new ParsedItem<>(
                item, new Row<>(wanted, version), Submitter.OFFICE, null, code, fields.problem(), Traces.current());
    }

    private record Recorded<V>(List<Outcome<V>> outcomes, Effect<V> effect) {

        List<Problem> refused() {
            return outcomes.stream()
                    .filter(Outcome.Rejected.class::isInstance)
                    .map(outcome -> ((Outcome.Rejected<V>) outcome).problem())
                    .toList();
        }
    }

    private Recorded<V> record(List<ParsedItem<Row<V>>> items, Predicate<Recorded<V>> isKept, Instant now) {
        Map<String, E> known = entries.lock(items.stream()
                .map(ParsedItem::reference)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var changes = new Changes(known, now);
        List<Outcome<V>> outcomes = new ArrayList<>(Collections.nCopies(items.size(), null));
        // In one order, so that two files with the same new codes do not wait for each other.
        items.stream()
                .sorted(Comparator.comparing(ParsedItem::reference, Comparator.nullsFirst(Comparator.naturalOrder())))
                .forEach(item -> outcomes.set(item.item().index(), item.outcome(() -> changes.apply(item))));
        var recorded = new Recorded<>(outcomes, new Effect<>(changes.created, changes.replaced));
        if (!changes.changed.isEmpty() && isKept.test(recorded)) {
            transaction.publish(List.copyOf(changes.changed.values()));
        }
        return recorded;
    }

    /** What has been done so far for a file. */
    private final class Changes {

        private final Map<String, E> known;
        private final Instant now;
        private final Map<String, E> changed = new LinkedHashMap<>();
        private final List<V> created = new ArrayList<>();
        private final List<Replaced<V>> replaced = new ArrayList<>();

        Changes(Map<String, E> known, Instant now) {
            this.known = known;
            this.now = now;
        }

        Outcome<V> apply(ParsedItem<Row<V>> item) {
            E entry = known.get(item.reference());
            if (entry != null && entry.hasSameContent(item.content().wanted())) {
                return new Outcome.Repeated<>(null, entry.view());
            }
            Optional<Problem> contradiction = changed.containsKey(item.reference())
                    ? problem(ProblemType.RULE_VIOLATED, item.fields().fault(CODE, "code-twice", item.reference()))
                    : contradiction(item.fields(), entry, item.content().version());
            if (contradiction.isPresent()) {
                return new Outcome.Rejected<>(contradiction.get());
            }
            return entry == null ? create(item) : replace(entry, item.content().wanted());
        }

        private Outcome<V> create(ParsedItem<Row<V>> item) {
            E entry = entries.create(item.reference(), item.content().wanted(), now);
            known.put(entry.code, entry);
            changed.put(entry.code, entry);
            created.add(entry.view());
            return new Outcome.Kept<>(201, ACCEPTED, null, entry.view());
        }

        private Outcome<V> replace(E entry, V wanted) {
            V before = entry.view();
            try {
                entries.replace(entry, wanted, now);
            } catch (Problem refused) {
                return new Outcome.Rejected<>(refused);
            }
            changed.put(entry.code, entry);
            replaced.add(new Replaced<>(before, entry.view()));
            return new Outcome.Kept<>(200, ACCEPTED, null, entry.view());
        }
    }

    /** What the version of a row says against a change. */
    private static Optional<Problem> contradiction(ItemFields fields, ListedCatalogueEntry<?> entry, Integer version) {
        if (entry == null) {
            return version == null
                    ? Optional.empty()
                    : problem(ProblemType.PRECONDITION_FAILED, fields.fault(VERSION, "version/none"));
        }
        if (version == null) {
            return problem(ProblemType.PRECONDITION_REQUIRED, fields.fault(VERSION, "version/missing", entry.version));
        }
        return version == entry.version
                ? Optional.empty()
                : problem(ProblemType.PRECONDITION_FAILED, fields.fault(VERSION, "version/other", entry.version));
    }

    private static Optional<Problem> problem(ProblemType type, Fault fault) {
        return Optional.of(new Problem(type, fault));
    }
}
