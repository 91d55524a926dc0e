package kz.qadam.chassis.submissions.profiles.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.qadam.chassis.http.page.FormWithFile;
import kz.qadam.chassis.http.table.Columns.Column;
import kz.qadam.chassis.http.table.TableSample;
import kz.qadam.chassis.submissions.profiles.TableProfile;
import kz.qadam.chassis.submissions.profiles.guess.ProfileGuess;

/** Reads what a form sends as a draft: with the table that came with it, or that it has from before. *
 * @param texts for columns with codes: the code that a text means
 */
record SentDraft(ProfiledTableKind table, Map<String, Map<String, String>> texts) {

    private static final int MOST_SHEETS = 5;
    private static final String SHEET = "sheet";
    private static final String HEADER = "header";
    private static final String FORMER_HEADER = "headerBefore";

    static SentDraft of(ProfiledTableKind table) {
        return new SentDraft(table, table.texts());
    }

    /** The draft of a saved profile; nobody has chosen a table yet. */
    Draft of(String owner, String name, int version, TableProfile profile) {
        Map<String, String> values = new LinkedHashMap<>(fields(profile));
        values.put("name", name);
        return new Draft(owner, Integer.toString(version), new ProfileFields(values), TableSample.NONE, List.of(), -1);
    }

    private Map<String, String> fields(TableProfile profile) {
        Set<String> made = table.made().stream().map(Column::name).collect(Collectors.toSet());
        return ProfileFieldsWriter.of(profile, made, texts.keySet());
    }

    /**
     * The draft that a form sends. Of a new table the columns are guessed, unless they are filled in already.
     *
     * @throws kz.qadam.chassis.http.problem.Problem if the table cannot be read
     */
    Draft read(FormWithFile sent, String owner) {
        Map<String, String> values = new LinkedHashMap<>(sent.values());
        TableSample sample;
        List<String> sheets = lines(values.getOrDefault("sheets", ""));
        if (sent.file().length > 0 && TableSample.isSpreadsheet(sent.file())) {
            sheets = TableSample.sheets(sent.file());
            String sheet =
                    sheet(sent.file(), sheets, values.getOrDefault(SHEET, "").strip());
            values.put(SHEET, sheets.size() > 1 ? sheet : "");
            sample = TableSample.ofSheet(sent.file(), sheet);
            values.remove(HEADER);
        } else if (sent.file().length > 0) {
            sheets = List.of();
            sample = TableSample.ofText(sent.file());
            values.put(
                    "encoding",
                    sample.encoding().name().toLowerCase(Locale.ROOT).replace("utf-8", ""));
            values.remove(HEADER);
        } else {
            sample = TableSample.ofText(values.getOrDefault("table", ""));
        }
        boolean isNew = !values.containsKey(ProfileFields.OWN);
        var fields = new ProfileFields(values);
        return withHeader(
                new Draft(
                        owner,
                        values.getOrDefault("version", ""),
                        isNew ? fields : fields.settled(),
                        sample,
                        sheets,
                        -1),
                isNew);
    }

    private Draft withHeader(Draft draft, boolean isNew) {
        TableSample sample = draft.sample();
        if (sample.rows().isEmpty()) {
            return draft;
        }
        int chosen = index(sample, draft.fields().value(HEADER));
        ProfileGuess guess = chosen < 0
                ? ProfileGuess.of(table.columns(), table.spellings(), texts, sample.rows())
                : ProfileGuess.of(table.columns(), table.spellings(), texts, sample.rows(), chosen);
        Map<String, String> values = new LinkedHashMap<>(draft.fields().values());
        Map<String, String> guessed = fields(new TableProfile(null, null, guess.columns(), guess.rows()));
        if (isNew) {
            guessed.forEach(values::putIfAbsent);
        } else if (chosen >= 0
                && !draft.fields().value(HEADER).equals(draft.fields().value(FORMER_HEADER))) {
            guessAgain(values, guessed);
        }
        int header = chosen >= 0 || isNew ? guess.header() : headerOf(draft, guess.header());
        return new Draft(draft.owner(), draft.version(), new ProfileFields(values), sample, draft.sheets(), header);
    }

    /** Below another header row than before: what names a column of the former one is guessed anew. */
    private void guessAgain(Map<String, String> values, Map<String, String> guessed) {
        for (Column column : table.made()) {
            String from = values.getOrDefault(column.name() + ProfileFields.FROM, "");
            if (from.isEmpty() || ChosenColumn.isOne(from)) {
                values.keySet().removeIf(field -> field.startsWith(column.name() + "."));
                guessed.forEach((field, value) -> {
                    if (field.startsWith(column.name() + ".")) {
                        values.put(field, value);
                    }
                });
            }
        }
    }

    /** The first row that has most of the headers that are filled in. */
    private int headerOf(Draft draft, int guessed) {
        List<String> from = Stream.concat(
                        table.made().stream().map(Column::name),
                        IntStream.range(0, ProfileFields.MOST_RULES).mapToObj(i -> ProfileFields.RULE + i))
                .map(at -> at + ProfileFields.FROM)
                .toList();
        return IntStream.range(0, draft.sample().rows().size())
                .boxed()
                .max(Comparator.<Integer>comparingLong(i -> found(draft, from, i))
                        .thenComparing(i -> i == guessed ? 1 : 0))
                .orElse(guessed);
    }

    private static long found(Draft draft, List<String> fields, int header) {
        var at = new Draft(draft.owner(), draft.version(), draft.fields(), draft.sample(), draft.sheets(), header);
        return fields.stream().filter(field -> at.column(field).isPresent()).count();
    }

    private static int index(TableSample sample, String line) {
        return IntStream.range(0, sample.rows().size())
                .filter(i -> Integer.toString(sample.rows().get(i).line()).equals(line))
                .findFirst()
                .orElse(-1);
    }

    /** The sheet that is named, or in which most columns are recognised. */
    private String sheet(byte[] file, List<String> sheets, String named) {
        return sheets.stream()
                .filter(one -> one.equalsIgnoreCase(named))
                .findFirst()
                .or(() -> sheets.stream()
                        .limit(MOST_SHEETS)
                        .max(Comparator.comparingInt(one -> recognised(TableSample.ofSheet(file, one)))))
                .orElse("");
    }

    private int recognised(TableSample sample) {
        return sample.rows().isEmpty()
                ? -1
                : ProfileGuess.of(table.columns(), table.spellings(), texts, sample.rows())
                        .columns()
                        .size();
    }

    private static List<String> lines(String text) {
        return new ArrayList<>(text.lines().filter(line -> !line.isBlank()).toList());
    }
}
