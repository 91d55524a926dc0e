package kz.qadam.chassis.http.xlsx;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Unpacks a part. It stops if the content is larger than that of any real file, in total or in one tag. */
final class UnpackedStream extends FilterInputStream {

    /**
     * The most bytes from one {@code <} to the next: a tag with its attributes and a text, which are in memory as a
     * whole.
     */
    private static final int LONGEST_TAG = 1024 * 1024;

    private final List<UnpackingAllowance> allowances;
    private int sinceTag;

    UnpackedStream(InputStream in, UnpackingAllowance... allowances) {
        super(in);
        this.allowances = List.of(allowances);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        if (read > 0) {
            allowances.forEach(allowance -> allowance.use(read));
            inspect(into, offset, offset + read);
        }
        return read;
    }

    private void inspect(byte[] bytes, int from, int to) {
        int tag = to - 1;
        while (tag >= from && bytes[tag] != '<') {
            tag--;
        }
        if (tag >= from) {
            sinceTag = to - tag;
        } else {
            sinceTag += to - from;
        }
        if (sinceTag > LONGEST_TAG) {
            throw FileProblems.unpacksToTooMuch();
        }
    }
}
