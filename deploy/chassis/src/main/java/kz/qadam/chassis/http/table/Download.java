package kz.qadam.chassis.http.table;

import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** An answer that a browser saves as a file. */
public final class Download {

    private Download() {}

    /** 200 with a table that spreadsheet programs open as it is. */
    public static RestResponse<byte[]> table(List<String> columns, Stream<? extends List<?>> rows, String name) {
        var written = new ByteArrayOutputStream();
        try (var csv = new PlainCsv(written, ';')) {
            csv.write(columns);
            rows.forEach(row -> csv.write(row.stream().map(SafeCell::of).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return of(written.toByteArray(), name);
    }

    /** The header by which a browser saves an answer under this name, which may have any letters. */
    public static String as(String name) {
        String ascii = name.replaceAll("[^A-Za-z0-9._-]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(ascii, encoded);
    }

    /**
     * 200 with the file.
     *
     * @param name the file name: letters, digits, dots and dashes
     */
    public static RestResponse<byte[]> of(byte[] file, String name) {
        return ResponseBuilder.ok(file)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
