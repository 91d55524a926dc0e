package kz.qadam.chassis.submissions.profiles;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.qadam.chassis.http.table.Columns;
import kz.qadam.chassis.http.table.TableTranslator;

/** Reads tables by a profile. */
final class ProfileTranslator implements TableTranslator {

    private final TableProfile profile;
    private final List<ColumnSource> sources;
    private final List<RowFilter> filters;

    /** @param columns those of the template */
    ProfileTranslator(TableProfile profile, Columns columns) {
        this.profile = profile;
        this.sources = profile.columns().stream()
                .map(column -> ColumnSource.of(column, columns.type(column.name())))
                .toList();
        this.filters = profile.rows().stream().map(RowFilter::of).toList();
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
                        filters.stream().map(RowFilter::header))
                .filter(header -> !header.isIn(row))
                .map(HeaderMatcher::label)
                .distinct()
                .toList();
    }

    @Override
    public RowTranslator forRowsBelow(List<String> header) {
        List<String> row = folded(header);
        List<int[]> indexes = new ArrayList<>();
        sources.forEach(source -> indexes.add(
                source.headers().stream().mapToInt(name -> name.index(row)).toArray()));
        int[] filterCells =
                filters.stream().mapToInt(filter -> filter.header().index(row)).toArray();
        return new Below(sources, indexes, filters, filterCells);
    }

    private static List<String> folded(List<String> cells) {
        return cells.stream().map(Spelling::folded).toList();
    }

    /**
     * @param indexes where the headers of each source are
     * @param filterCells where in a row each filter finds its cell
     */
    @SuppressWarnings("ArrayRecordComponent") // It is never compared.
    private record Below(List<ColumnSource> sources, List<int[]> indexes, List<RowFilter> filters, int[] filterCells)
            implements RowTranslator {

        @Override
        public boolean isBlank(List<String> sent) {
            return indexes.stream()
                    .flatMapToInt(Arrays::stream)
                    .allMatch(index -> ColumnSource.cell(sent, index).isEmpty());
        }

        @Override
        public boolean isLeftOut(List<String> sent) {
            for (int i = 0; i < filterCells.length; i++) {
                if (!filters.get(i).keeps(ColumnSource.cell(sent, filterCells[i]))) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public List<String> translated(List<String> sent) {
            List<String> cells = new ArrayList<>(sources.size());
            for (int i = 0; i < sources.size(); i++) {
                cells.add(sources.get(i).value(sent, indexes.get(i)));
            }
            return cells;
        }
    }
}
