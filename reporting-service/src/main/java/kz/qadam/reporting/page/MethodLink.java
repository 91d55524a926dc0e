package kz.qadam.reporting.page;

import kz.qadam.reporting.figures.DefinitionPage;

/**
 * The link to the page that defines the figures. It is in English; what is published is also explained there in the
 * other languages.
 */
public record MethodLink(String address, String language) {

    static MethodLink of(PageText text) {
        String language = text.language().tag();
        return text.isPublished()
                ? new MethodLink(DefinitionPage.PATH + "#" + language, language)
                : new MethodLink(DefinitionPage.PATH, "en");
    }
}
