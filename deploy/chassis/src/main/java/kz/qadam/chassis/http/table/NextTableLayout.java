package kz.qadam.chassis.http.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.qadam.chassis.base.numbers.PersonalNumber;

/**
 * The table that follows from one without references: the same rows with the references that they got and without numbers
 * of people, as the next table to send. Columns whose name begins with _ are for people only.
 *
 * @param column the column of the next table that gets the reference
 * @param carried the columns of the next table that the sent one may have too; the first is always there, to be filled in
 * @param shown the columns of the sent table by which people recognise a row
 */
public record NextTableLayout(String column, List<Columns.Column> carried, List<String> shown) {

    private static final int IS_EMPTY = -1;

    /** The header row; then come the notes. */
    public List<String> header(Layout sent, List<String> notes) {
        List<String> header = new ArrayList<>(List.of(column));
        header.addAll(indexes(sent, notes).keySet());
        header.addAll(notes);
        return header;
    }

    /**
     * A row, whose cells are safe in a spreadsheet.
     *
     * @param reference empty if the row was not kept
     * @param noted the notes on the row, in the order of their names
     */
    public List<String> cells(Layout sent, Row row, String reference, List<String> notes, List<String> noted) {
        List<String> cells = new ArrayList<>(List.of(SafeCell.of(reference)));
        indexes(sent, notes).values().forEach(index -> cells.add(cell(row.cells(), index)));
        noted.forEach(note -> cells.add(SafeCell.of(note)));
        return cells;
    }

    private static String cell(List<String> cells, int index) {
        String cell = index == IS_EMPTY || index >= cells.size() ? "" : cells.get(index);
        return PersonalNumber.isIn(cell) ? "" : SafeCell.of(cell);
    }

    /** The columns between the reference and the notes, each with its place in the sent table. */
    private Map<String, Integer> indexes(Layout sent, List<String> notes) {
        Map<String, Integer> indexes = new LinkedHashMap<>();
        indexes.put(carried.get(0).name(), IS_EMPTY);
        carried.forEach(one -> {
            if (sent.header().contains(one.name())) {
                indexes.put(one.name(), sent.header().indexOf(one.name()));
            }
        });
        for (int index = 0; index < sent.header().size(); index++) {
            String name = sent.header().get(index);
            if (shown.contains(name)) {
                indexes.put("_" + name, index);
            } else if (name.startsWith("_") && !notes.contains(name)) {
                indexes.put(name, index);
            }
        }
        return indexes;
    }
}
