package kz.qadam.chassis.http.page;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import kz.qadam.chassis.http.problem.Problem;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.MultipartStream;
import org.apache.commons.fileupload.RequestContext;

/**
 * The parts of a {@code multipart/form-data} body, one after the other, while they arrive. Nothing of them is stored: Quarkus
 * would write files to a disk.
 */
public final class FormParts {

    /**
     * A field, or a file.
     *
     * @param fileName what its sender calls the file, maybe with folders, and empty if none was chosen; null of a field
     * @param content can be read until the next part is asked for
     */
    public record Part(String name, String fileName, InputStream content) {

        public boolean isFile() {
            return fileName != null;
        }

        /**
         * The value of a field.
         *
         * @param most how many bytes it may have; more are refused
         */
        public String text(int most) {
            try {
                byte[] value = content.readNBytes(most);
                if (content.read() >= 0) {
                    throw unreadable();
                }
                return new String(value, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final FileItemIterator parts;
    private int fields;

    /**
     * @param type the media type of the body, with its boundary
     * @throws Problem 400 if it is not such a body
     */
    public FormParts(InputStream body, String type) {
        try {
            parts = new FileUpload().getItemIterator(new Body(body, type));
        } catch (FileUploadException | IOException e) {
            throw unreadable();
        }
    }

    /**
     * The next part, if there is one.
     *
     * @throws Problem 400 if the body breaks off, or has more than {@value SentForm#MOST_FIELDS} parts
     */
    public Optional<Part> next() {
        try {
            if (!parts.hasNext()) {
                return Optional.empty();
            }
            if (++fields > SentForm.MOST_FIELDS) {
                throw Problem.unreadable("too-many/fields", SentForm.MOST_FIELDS);
            }
            FileItemStream part = parts.next();
            return Optional.of(new Part(
                    part.getFieldName(), part.isFormField() ? null : part.getName(), new Arriving(part.openStream())));
        } catch (FileUploadException | IOException e) {
            throw unreadable();
        }
    }

    private static Problem unreadable() {
        return Problem.unreadable("malformed/form");
    }

    /** A form that ends before its file does is refused, like one that cannot be read. */
    private static final class Arriving extends FilterInputStream {

        Arriving(InputStream part) {
            super(part);
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (MultipartStream.MalformedStreamException e) {
                throw unreadable();
            }
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                return super.read(into, offset, length);
            } catch (MultipartStream.MalformedStreamException e) {
                throw unreadable();
            }
        }
    }

    private record Body(InputStream body, String type) implements RequestContext {

        @Override
        public String getCharacterEncoding() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public String getContentType() {
            return type;
        }

        /** Unknown: the length is limited where bodies are admitted. */
        @Override
        @SuppressWarnings("deprecation") // The interface has it nevertheless.
        public int getContentLength() {
            return -1;
        }

        @Override
        public InputStream getInputStream() {
            return body;
        }
    }
}
