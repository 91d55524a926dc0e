package kz.qadam.chassis.http.table;

import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
