package kz.qadam.chassis.submissions.profiles;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.qadam.chassis.http.table.Columns;
import kz.qadam.chassis.http.table.TableTranslation;

/** Reads tables by a profile. */
final class ProfileTranslation implements TableTranslation {

    private final TableProfile profile;
    private final List<ColumnSource> sources;
    private final List<KeptRows> rules;

    /** @param columns those of the template */
    ProfileTranslation(TableProfile profile, Columns columns) {
        this.profile = profile;
        this.sources = profile.columns().stream()
                .map(column -> ColumnSource.of(column, columns.type(column.name())))
                .toList();
        this.rules = profile.rows().stream().map(KeptRows::of).toList();
    }

    @Override
    public Optional<String> sheet() {
        return Optional.ofNullable(profile.sheet());
    }

    @Override
    public Charset encoding() {
        return profile.charset();
    }

    @Override
    public List<String> columns() {
        return profile.columns().stream().map(ProfileColumn::name).toList();
    }

    @Override
    public List<String> missing(List<String> cells) {
        List<String> row = folded(cells);
        return Stream.concat(
                        sources.stream().flatMap(source -> source.headers().stream()),
                        rules.stream().map(KeptRows::header))
                .filter(header -> !header.isIn(row))
                .map(HeaderName::label)
                .distinct()
                .toList();
    }

    @Override
    public RowTranslation below(List<String> header) {
        List<String> row = folded(header);
        List<int[]> places = new ArrayList<>();
        sources.forEach(source -> places.add(
                source.headers().stream().mapToInt(name -> name.place(row)).toArray()));
        int[] ruled = rules.stream().mapToInt(rule -> rule.header().place(row)).toArray();
        return new Below(sources, places, rules, ruled);
    }

    private static List<String> folded(List<String> cells) {
        return cells.stream().map(Spelling::folded).toList();
    }

    /**
     * @param places where the headers of each source are
     * @param ruled where the header of each rule is
     */
    @SuppressWarnings("ArrayRecordComponent") // It is never compared.
    private record Below(List<ColumnSource> sources, List<int[]> places, List<KeptRows> rules, int[] ruled)
            implements RowTranslation {

        @Override
        public boolean isBlank(List<String> sent) {
            return places.stream()
                    .flatMapToInt(Arrays::stream)
                    .allMatch(place -> ColumnSource.cell(sent, place).isEmpty());
        }

        @Override
        public boolean isLeftOut(List<String> sent) {
            for (int i = 0; i < ruled.length; i++) {
                if (!rules.get(i).keeps(ColumnSource.cell(sent, ruled[i]))) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public List<String> translated(List<String> sent) {
            List<String> cells = new ArrayList<>(sources.size());
            for (int i = 0; i < sources.size(); i++) {
                cells.add(sources.get(i).value(sent, places.get(i)));
            }
            return cells;
        }
    }
}
