package kz.qadam.chassis.http.xlsx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Stores bytes on disk, to be read again from any position. They are encrypted with a key that exists only in memory,
 * and the file disappears when this object is closed or the process is killed.
 */
final class Spool implements SeekableByteChannel {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CIPHER_BLOCK = 16;

    /** In bytes; limited, since several files are read at the same time and the disk has other uses. */
    private static final long LARGEST = 1024L * 1024 * 1024;

    private final FileChannel file;
    private final SecretKeySpec key;
    private final Cipher writing;
    private final Cipher reading;
    private long size;
    private long position;
    /** The position that the reading cipher reads next. */
    private long readingAt = -1;

    private long mayRead = Long.MAX_VALUE;

    Spool() {
        try {
            byte[] secret = new byte[CIPHER_BLOCK];
            RANDOM.nextBytes(secret);
            key = new SecretKeySpec(secret, "AES");
            writing = cipher();
            reading = cipher();
            writing.init(Cipher.ENCRYPT_MODE, key, initialVector(0));
            Path path = Files.createTempFile("spool", null);
            file = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Adds to the end.
     *
     * @throws kz.qadam.chassis.http.problem.Problem 413 if the spool becomes too large
     */
    void append(byte[] bytes, int offset, int length) {
        if (size + length > LARGEST) {
            throw FileProblems.unpacksToTooMuch();
        }
        ByteBuffer sealed = ByteBuffer.wrap(writing.update(bytes, offset, length));
        try {
            while (sealed.hasRemaining()) {
                size += file.write(sealed, size);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses to read more than this many bytes from now on. */
    void limit(long bytes) {
        mayRead = bytes;
    }

    byte[] read(long from, int length) {
        byte[] bytes = new byte[length];
        read(from, ByteBuffer.wrap(bytes));
        return bytes;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (position >= size) {
            return -1;
        }
        mayRead -= into.remaining();
        if (mayRead < 0) {
            throw new IOException("More is read than is allowed");
        }
        int read = read(position, into);
        position += read;
        return read;
    }

    private int read(long from, ByteBuffer into) {
        try {
            ByteBuffer sealed = ByteBuffer.allocate((int) Math.min(into.remaining(), size - from));
            while (sealed.hasRemaining() && file.read(sealed, from + sealed.position()) >= 0) {}
            seek(from);
            int read = reading.update(sealed.flip(), into);
            readingAt = from + read;
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A stream cipher takes any length", e);
        }
    }

    private void seek(long to) throws GeneralSecurityException {
        if (readingAt != to) {
            reading.init(Cipher.DECRYPT_MODE, key, initialVector(to / CIPHER_BLOCK));
            reading.update(new byte[(int) (to % CIPHER_BLOCK)]);
        }
    }

    private static Cipher cipher() throws GeneralSecurityException {
        return Cipher.getInstance("AES/CTR/NoPadding");
    }

    /** The counter may begin at zero, since each key encrypts only one file. */
    private static IvParameterSpec initialVector(long block) {
        return new IvParameterSpec(
                ByteBuffer.allocate(CIPHER_BLOCK).putLong(Long.BYTES, block).array());
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) {
        position = newPosition;
        return this;
    }

    @Override
    public int write(ByteBuffer source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SeekableByteChannel truncate(long length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen() {
        return file.isOpen();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
