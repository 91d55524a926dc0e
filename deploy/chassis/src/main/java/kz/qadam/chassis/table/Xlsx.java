package kz.qadam.chassis.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.xlsx.Spreadsheet;

/** The table on the first sheet of a spreadsheet; the first row that holds anything is its header row. */
final class Xlsx implements OneAhead.Source {

    private final Spreadsheet sheet;

    private Xlsx(Spreadsheet sheet) {
        this.sheet = sheet;
    }

    static Rows rows(InputStream body, Columns columns) {
        try {
            Xlsx xlsx = new Xlsx(Spreadsheet.open(body));
            try {
                Row header = xlsx.header();
                return new OneAhead(new Layout(Header.of(header.cells(), columns), ';'), xlsx);
            } catch (RuntimeException e) {
                xlsx.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Row header() {
        Row row = read();
        while (row != null && row.isBlank()) {
            row = read();
        }
        if (row == null) {
            throw Problem.unreadable("empty/header");
        }
        return row;
    }

    @Override
    public Row read() {
        return sheet.next() ? Row.of(sheet.number(), sheet.cells()) : null;
    }

    @Override
    public void close() throws IOException {
        sheet.close();
    }
}
