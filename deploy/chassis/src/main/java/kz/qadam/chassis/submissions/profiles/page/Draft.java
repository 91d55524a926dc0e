package kz.qadam.chassis.submissions.profiles.page;

import java.util.List;
import java.util.Optional;
import kz.qadam.chassis.http.table.Row;
import kz.qadam.chassis.http.table.TableSample;
import kz.qadam.chassis.submissions.profiles.Spelling;
import kz.qadam.chassis.submissions.profiles.guess.SentColumn;

/**
 * A profile that somebody is making, with the first rows of the table that it is made for.
 *
 * @param owner of the profile
 * @param version that the form was filled in about; empty for a new one
 * @param sheets of the spreadsheet; empty if it is none
 * @param header the index of the header row; -1 without a table
 */
record Draft(String owner, String version, ProfileFields fields, TableSample sample, List<String> sheets, int header) {

    private static final int MOST_TITLES = 20;

    boolean hasTable() {
        return header >= 0;
    }

    /** The columns of the sent table; none without one. */
    List<SentColumn> sent() {
        return hasTable() ? SentColumn.of(sample.rows(), header) : List.of();
    }

    /** The column that a field names. */
    Optional<SentColumn> column(String field) {
        String from = fields.value(field);
        if (!ChosenColumn.isOne(from)) {
            return Optional.empty();
        }
        ChosenColumn key = ChosenColumn.read(from);
        return sent().stream()
                .filter(one -> Spelling.folded(one.header()).equals(Spelling.folded(key.header())))
                .filter(one -> key.occurrence() == null || key.occurrence().equals(one.occurrence()))
                .findFirst();
    }

    /** The rows among which the header row is. */
    List<Row> headerRows() {
        return sample.rows().subList(0, Math.min(MOST_TITLES, sample.rows().size()));
    }

    /** The line of the header row; empty without a table. */
    public String headerLine() {
        return hasTable() ? Integer.toString(sample.rows().get(header).line()) : "";
    }

    /** The table, as the form sends it again. */
    public String table() {
        return sample.text();
    }
}
