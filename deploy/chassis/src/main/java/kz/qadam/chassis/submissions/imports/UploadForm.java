package kz.qadam.chassis.submissions.imports;

import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.http.page.FormParts;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.table.BodyRows;

/**
 * What a form of a page sends with a file: its fields, and the file, which comes last and is read while it arrives. So nothing
 * of it is stored but what the service itself encrypts.
 *
 * @param fields by name
 * @param fileName what its sender calls the file, without folders; empty if none was chosen
 */
record UploadForm(Map<String, String> fields, String fileName, InputStream content) {

    private static final int LONGEST_FIELD = 1_000;
    private static final int LONGEST_NAME = 200;

    private static final Map<String, MediaType> TYPES = Map.of(
            "csv", MediaType.valueOf(BodyRows.CSV),
            "txt", MediaType.valueOf(BodyRows.CSV),
            "tsv", MediaType.valueOf(BodyRows.CSV),
            "ndjson", MediaType.valueOf(BodyRows.NDJSON),
            "jsonl", MediaType.valueOf(BodyRows.NDJSON),
            "xlsx", MediaType.valueOf(BodyRows.XLSX));

    /**
     * Reads the form as far as its file.
     *
     * @param type the media type of the body, with its boundary
     * @throws Problem 400 if it is not a form with files
     */
    static UploadForm read(InputStream body, String type) {
        var parts = new FormParts(body, type);
        Map<String, String> fields = new LinkedHashMap<>();
        Optional<FormParts.Part> part = parts.next();
        while (part.isPresent() && !part.get().isFile()) {
            fields.put(part.get().name(), part.get().text(LONGEST_FIELD));
            part = parts.next();
        }
        return part.map(file -> new UploadForm(fields, nameOf(file.fileName()), file.content()))
                .orElseGet(() -> new UploadForm(fields, "", InputStream.nullInputStream()));
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
}
