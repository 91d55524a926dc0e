package kz.qadam.chassis.page;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.chassis.language.Language;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * Sends an HTML page in one of the languages, with a content security policy that permits only files of its own
 * service.
 */
public final class HtmlPage {

    /** The languages of the pages, in the order in which they are offered. */
    public static final List<Language> OFFERED = List.of(Language.KK, Language.RU, Language.EN);

    private static final String HTML = "text/html;charset=UTF-8";

    private static final String NOTHING_BUT_ITS_OWN =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                    + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'";

    private HtmlPage() {}

    /** The language of the address, else the one that the reader prefers. */
    public static Language language(String named, String acceptLanguage) {
        return OFFERED.stream()
                .filter(offered -> offered.tag().equals(named))
                .findFirst()
                .orElseGet(() -> Language.of(acceptLanguage));
    }

    /**
     * Sends a page.
     *
     * @param varies the request headers on which the page depends in addition to its language
     */
    public static RestResponse<String> answer(Language language, String html, String... varies) {
        var response = ResponseBuilder.ok(html)
                .header(HttpHeaders.VARY, vary(varies))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache");
        headers(language).forEach(response::header);
        return response.build();
    }

    /** The headers that every page in a language has. */
    public static Map<String, String> headers(Language language) {
        return Map.of(
                HttpHeaders.CONTENT_TYPE,
                HTML,
                HttpHeaders.CONTENT_LANGUAGE,
                language.tag(),
                "Content-Security-Policy",
                NOTHING_BUT_ITS_OWN,
                "Referrer-Policy",
                "no-referrer");
    }

    /**
     * The value of the header Vary.
     *
     * @param varies the request headers on which the page depends in addition to its language
     */
    public static String vary(String... varies) {
        return Stream.concat(Stream.of(HttpHeaders.ACCEPT_LANGUAGE), Stream.of(varies))
                .collect(Collectors.joining(", "));
    }
}
