package kz.qadam.chassis.submissions.imports;

import jakarta.ws.rs.core.MediaType;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.table.Rows;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.MultipartStream;
import org.apache.commons.fileupload.RequestContext;

/**
 * What a form of a page sends with a file: its fields, and the file, which comes last and is read while it arrives. So nothing
 * of it is stored but what the service itself encrypts.
 *
 * @param fields by name
 * @param fileName what its sender calls the file, without folders; empty if none was chosen
 */
record FileForm(Map<String, String> fields, String fileName, InputStream content) {

    private static final int MOST_FIELDS = 20;
    private static final int LONGEST_FIELD = 1_000;
    private static final int LONGEST_NAME = 200;

    private static final Map<String, MediaType> TYPES = Map.of(
            "csv", MediaType.valueOf(Rows.CSV),
            "txt", MediaType.valueOf(Rows.CSV),
            "tsv", MediaType.valueOf(Rows.CSV),
            "ndjson", MediaType.valueOf(Rows.NDJSON),
            "jsonl", MediaType.valueOf(Rows.NDJSON),
            "xlsx", MediaType.valueOf(Rows.XLSX));

    /**
     * Reads the form as far as its file.
     *
     * @param type the media type of the body, with its boundary
     * @throws Problem 400 if it is not a form with files
     */
    static FileForm read(InputStream body, String type) {
        Map<String, String> fields = new LinkedHashMap<>();
        try {
            FileItemIterator parts = new FileUpload().getItemIterator(new Body(body, type));
            while (parts.hasNext() && fields.size() < MOST_FIELDS) {
                FileItemStream part = parts.next();
                if (!part.isFormField()) {
                    return new FileForm(fields, nameOf(part.getName()), new Arriving(part.openStream()));
                }
                byte[] value = part.openStream().readNBytes(LONGEST_FIELD);
                fields.put(part.getFieldName(), new String(value, StandardCharsets.UTF_8));
            }
        } catch (FileUploadException | IOException e) {
            throw Problem.unreadable("form-of-file");
        }
        return new FileForm(fields, "", InputStream.nullInputStream());
    }

    private static String nameOf(String sent) {
        String name = sent.substring(1 + Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')))
                .strip();
        return name.substring(Math.max(0, name.length() - LONGEST_NAME));
    }

    /** The name of the profile by which the file is read, or null. */
    String profile() {
        String named = fields.getOrDefault("profile", "");
        return named.isEmpty() ? null : named;
    }

    /**
     * The media type of the file, by its name.
     *
     * @throws Problem 400 if there is no file; 415 if its kind is not read
     */
    MediaType type() {
        if (fileName.isEmpty()) {
            throw new Problem(ProblemType.INVALID_REQUEST, Fault.parameter("file", "missing/file"));
        }
        int dot = fileName.lastIndexOf('.');
        MediaType type = dot < 0 ? null : TYPES.get(fileName.substring(dot + 1).toLowerCase(Locale.ROOT));
        if (type == null) {
            throw new Problem(ProblemType.UNSUPPORTED_MEDIA, Message.of("upload.other-kind", fileName));
        }
        return type;
    }

    /** A form that ends before its file does is refused, like one that cannot be read. */
    private static final class Arriving extends FilterInputStream {

        Arriving(InputStream file) {
            super(file);
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (MultipartStream.MalformedStreamException e) {
                throw Problem.unreadable("form-of-file");
            }
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                return super.read(into, offset, length);
            } catch (MultipartStream.MalformedStreamException e) {
                throw Problem.unreadable("form-of-file");
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
