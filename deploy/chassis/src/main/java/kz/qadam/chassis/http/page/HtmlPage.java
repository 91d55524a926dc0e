package kz.qadam.chassis.http.page;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.chassis.base.crypto.Sha256;
import kz.qadam.chassis.base.language.Language;
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

    static final String POLICY = "Content-Security-Policy";
    private static final String REFERRER = "Referrer-Policy";
    private static final Pattern STYLES = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);

    private static final String NOTHING_BUT_ITS_OWN =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                    + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'";

    /** Without a referrer, an old browser would say of a form that it comes from nowhere ({@code Origin: null}). */
    private static final String TO_ITS_OWN_ORIGIN = "same-origin";

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

    /** Sends a page that has its styles in itself, and neither scripts nor other files. */
    public static ResponseBuilder<String> standalone(String html) {
        return ResponseBuilder.ok(html)
                .header(HttpHeaders.CONTENT_TYPE, HTML)
                .header(
                        POLICY,
                        "default-src 'none'; style-src %s; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
                                .formatted(styles(html)))
                .header(REFERRER, "no-referrer");
    }

    /** The digests of the styles in a page: a browser applies no others. */
    private static String styles(String html) {
        return STYLES.matcher(html)
                .results()
                .map(style -> "'sha256-" + digest(style.group(1)) + "'")
                .collect(Collectors.joining(" "));
    }

    private static String digest(String text) {
        return Base64.getEncoder().encodeToString(Sha256.of(text));
    }

    /** The headers that every page in a language has. */
    public static Map<String, String> headers(Language language) {
        return Map.of(
                HttpHeaders.CONTENT_TYPE,
                HTML,
                HttpHeaders.CONTENT_LANGUAGE,
                language.tag(),
                POLICY,
                NOTHING_BUT_ITS_OWN,
                REFERRER,
                TO_ITS_OWN_ORIGIN);
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
