package kz.qadam.reporting.figures;

import java.util.Map;

/**
 * The headers of an answer that its content decides.
 *
 * @param vary the request headers that the content depends on
 * @param all the other headers, such as the content type
 */
public record ContentHeaders(String vary, Map<String, String> all) {}
