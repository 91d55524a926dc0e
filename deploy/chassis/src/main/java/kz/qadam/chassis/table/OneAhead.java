package kz.qadam.chassis.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;
import kz.qadam.chassis.problem.Problem;

/** Reads one row ahead of whoever asks, so that what holds none is refused when it is opened. */
final class OneAhead implements Rows {

    interface Source extends Closeable {

        /** The next row, be it blank; null after the last. */
        Row read() throws IOException;
    }

    private final Layout layout;
    private final Source source;
    private Row next;

    OneAhead(Layout layout, Source source) {
        this.layout = layout;
        this.source = source;
        this.next = read();
        if (next == null) {
            throw Problem.unreadable("empty");
        }
    }

    @Override
    public Layout layout() {
        return layout;
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
        next = read();
        return row;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private Row read() {
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
