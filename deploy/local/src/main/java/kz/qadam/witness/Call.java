package kz.qadam.witness;

import java.util.Map;

/**
 * One HTTP request.
 *
 * @param caller who sends it: {@code -} for an anonymous caller, {@code office}, {@code auditor}, {@code viewer}, or
 *     the institution of a partner
 * @param service {@code enrolment}, {@code progress} or {@code reporting}
 * @param headers {@code If-Match: current} means the ETag of a GET of the same path
 */
record Call(String caller, String service, String method, String path, Map<String, String> headers, String body) {

    /** The request in one line, as its name in a comparison. */
    String name() {
        String line = "%s %s %s %s".formatted(caller, service, method, path);
        String extra = headers.isEmpty() ? "" : " " + headers;
        return line + extra + (body.isEmpty() ? "" : " " + body.strip());
    }
}
