package kz.qadam.chassis.http.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import kz.qadam.chassis.http.problem.Problem;

/** Reads one row ahead of its caller, so that a file without rows is refused when it is opened. */
final class LookaheadRows implements BodyRows {

    interface Source extends Closeable {

        /** The next row, also a blank one; null after the last. */
        Row read() throws IOException;

        /** How many rows were left out up to here. */
        default int leftOut() {
            return 0;
        }
    }

    private final Layout layout;
    private final Source source;
    private Row next;

    private LookaheadRows(Layout layout, Source source) {
        this.layout = layout;
        this.source = source;
        this.next = read(source);
        if (next == null) {
            throw Problem.unreadable(source.leftOut() == 0 ? "empty" : "empty/left-out", source.leftOut());
        }
    }

    /** The rows of a table; the first row that is not blank is the header row. */
    static BodyRows table(Source source, Columns columns, char separator) {
        return opened(source, () -> {
            Row header = read(source);
            if (header == null) {
                throw Problem.unreadable("empty/header");
            }
            return new LookaheadRows(Layout.ofTable(header.cells(), columns, separator), source);
        });
    }

    /** The rows of a table that another system has made; what is above its header row is skipped. */
    static BodyRows translated(Source source, TableTranslator translator, char separator) {
        return opened(source, () -> {
            try {
                return new LookaheadRows(
                        new Layout(translator.columns(), separator), TranslatedRows.of(source, translator));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    static BodyRows json(Source source) {
        return opened(source, () -> new LookaheadRows(Layout.JSON, source));
    }

    private static BodyRows opened(Source source, Supplier<BodyRows> open) {
        try {
            return open.get();
        } catch (RuntimeException e) {
            try (source) {
                throw e;
            } catch (IOException alsoOnClosing) {
                e.addSuppressed(alsoOnClosing);
                throw e;
            }
        }
    }

    @Override
    public Layout layout() {
        return layout;
    }

    @Override
    public int leftOut() {
        return source.leftOut();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Row next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        Row row = next;
        next = read(source);
        return row;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private static Row read(Source source) {
        try {
            Row row;
            do {
                row = source.read();
            } while (row != null && row.isBlank());
            return row;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
