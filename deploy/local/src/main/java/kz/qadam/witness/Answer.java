package kz.qadam.witness;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * An answer as text: a line for the status, one for each compared header, an empty line, and the body.
 *
 * @param text the whole answer as text
 */
record Answer(int status, String text) {

    /** Headers that are part of the contract. Other headers are internal, or change with each answer. */
    private static final List<String> HEADERS = List.of(
            "Allow",
            "Cache-Control",
            "Content-Disposition",
            "Content-Language",
            "Content-Type",
            "ETag",
            "Link",
            "Location",
            "Retry-After",
            "Vary",
            "WWW-Authenticate");

    static Answer of(HttpResponse<byte[]> response) throws IOException {
        var text = new StringBuilder().append(response.statusCode()).append('\n');
        for (String header : HEADERS) {
            for (String value : response.headers().allValues(header)) {
                text.append(header).append(": ").append(value).append('\n');
            }
        }
        return new Answer(
                response.statusCode(),
                text.append('\n').append(readable(response)).toString());
    }

    /** The body as text; of a spreadsheet, the texts of all its parts. */
    private static String readable(HttpResponse<byte[]> response) throws IOException {
        String type = response.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        return type.contains("spreadsheetml") ? unzipped(response.body()) : utf8(response.body());
    }

    private static String unzipped(byte[] body) throws IOException {
        Path file = Files.createTempFile("witness", ".xlsx");
        try (var parts = new ZipFile(Files.write(file, body).toFile())) {
            var text = new StringBuilder();
            for (ZipEntry part : Collections.list(parts.entries())) {
                text.append(part.getName()).append('\n');
                text.append(utf8(parts.getInputStream(part).readAllBytes())).append('\n');
            }
            return text.toString();
        } finally {
            Files.delete(file);
        }
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    String body() {
        return text.substring(text.indexOf("\n\n") + 2);
    }

    /** The value of the first member of this name in a JSON body, wherever it is. */
    String member(String name) {
        var found = Pattern.compile("\"" + name + "\" ?: ?\"([^\"]*)\"").matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("No member " + name + " in: " + text);
        }
        return found.group(1);
    }

    /** The value of a header that is compared. */
    String header(String name) {
        return text.lines()
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No " + name + " in: " + text));
    }
}
