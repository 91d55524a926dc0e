package kz.qadam.chassis.http.page;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import kz.qadam.chassis.base.language.Language;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * A page in each language, with its scripts, styles and icon below its address. Everybody may open it: it shows nothing
 * that is not public until the browser asks an endpoint with a token.
 */
@PermitAll
public abstract class PageResource {

    private final String files;
    private final String texts;

    /**
     * @param files the folder of its files
     * @param texts what the keys of its own texts begin with
     */
    protected PageResource(String files, String texts) {
        this.files = files;
        this.texts = texts;
    }

    /** The page in the language of the address, else in the one that the reader prefers. */
    @GET
    @Operation(hidden = true)
    public RestResponse<String> page(
            @RestQuery String lang, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
        Language language = HtmlPage.language(lang, acceptLanguage);
        List<PageTexts> languages = HtmlPage.OFFERED.stream().map(this::in).toList();
        return HtmlPage.answerAsking(language, content(in(language), languages).render(), otherOrigins());
    }

    /** Its scripts, styles and icon. */
    @GET
    @Path("/{asset}")
    @Operation(hidden = true)
    public RestResponse<byte[]> asset(
            @RestPath String asset, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return Asset.of(files, asset).answer(ifNoneMatch);
    }

    private PageTexts in(Language language) {
        return new PageTexts(language, texts);
    }

    /**
     * What it shows.
     *
     * @param words in the language of the reader
     * @param languages the same in each language
     */
    protected abstract TemplateInstance content(PageTexts words, List<PageTexts> languages);

    /** The origins of other services that its script asks. */
    protected List<String> otherOrigins() {
        return List.of();
    }
}
