package kz.qadam.chassis.http.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import kz.qadam.chassis.http.problem.Problem;

/** Reads one JSON object per line. */
final class NdjsonSource implements LookaheadRows.Source {

    private final Reader text;
    private final char[] buffer = new char[8192];
    private int at;
    private int end;
    private int line;

    private NdjsonSource(Reader text) {
        this.text = text;
    }

    static BodyRows rows(InputStream body) {
        return LookaheadRows.json(new NdjsonSource(new SentText(body)));
    }

    @Override
    public Row read() throws IOException {
        StringBuilder row = new StringBuilder();
        line++;
        while (at < end || fill()) {
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            row.append(buffer, from, at - from);
            if (row.length() > Row.LONGEST) {
                throw Problem.unreadable("too-long/row", Integer.toString(line));
            }
            if (at < end) {
                at++;
                return Row.ofJson(line, row.toString().strip());
            }
        }
        return row.isEmpty() ? null : Row.ofJson(line, row.toString().strip());
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, text.read(buffer));
        return end > 0;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
