package kz.qadam.chassis.xlsx;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stops where more comes out than any honest file holds. */
final class Unpacking extends FilterInputStream {

    private long left;

    Unpacking(InputStream in, long most) {
        super(in);
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        count(read);
        return read;
    }

    private void count(int read) {
        left -= Math.max(0, read);
        if (left < 0) {
            throw Unreadable.unpacksToTooMuch();
        }
    }
}
