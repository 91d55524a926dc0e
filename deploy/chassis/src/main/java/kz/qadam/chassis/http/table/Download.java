package kz.qadam.chassis.http.table;

import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** An answer that a browser saves as a file. */
public final class Download {

    private Download() {}

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
