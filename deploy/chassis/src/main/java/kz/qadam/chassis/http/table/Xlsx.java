package kz.qadam.chassis.http.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import kz.qadam.chassis.http.xlsx.Spreadsheet;
import kz.qadam.chassis.http.xlsx.UnpackingLimits;

/** Reads the table on the first visible sheet of a spreadsheet. */
final class Xlsx implements LookaheadRows.Source {

    private final Spreadsheet sheet;

    private Xlsx(Spreadsheet sheet) {
        this.sheet = sheet;
    }

    static BodyRows rows(InputStream body, Columns columns, UnpackingLimits limits) {
        try {
            return LookaheadRows.table(new Xlsx(Spreadsheet.open(body, limits)), columns, ';');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BodyRows translated(InputStream body, TableTranslator translator, UnpackingLimits limits) {
        try {
            return LookaheadRows.translated(
                    new Xlsx(Spreadsheet.open(body, translator.sheet(), limits)), translator, ';');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Row read() {
        return sheet.next()
                ? Row.of(
                        sheet.number(),
                        sheet.cells().stream().map(SafeCell::read).toList())
                : null;
    }

    @Override
    public void close() throws IOException {
        sheet.close();
    }
}
