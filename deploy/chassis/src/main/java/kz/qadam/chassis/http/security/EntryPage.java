package kz.qadam.chassis.http.security;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.http.page.Asset;
import kz.qadam.chassis.http.page.HtmlPage;
import kz.qadam.chassis.http.problem.Problem;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The page at the address with a token that the launcher of a suite prints: it asks for a session, and leads to the desk. */
@Path("/login/{service}")
@PermitAll
public class EntryPage {

    private static final String PAGE = """
            <!doctype html>
            <html lang="%1$s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>Qadam</title>
            <link rel="icon" href="/desk/panels/%4$s/icon.svg" type="image/svg+xml">
            <script type="module" src="/login/%2$s/entry.js"></script>
            </head>
            <body>
            <main>
            <p id="refused" role="alert" hidden>%3$s</p>
            <noscript><p>%3$s</p></noscript>
            </main>
            </body>
            </html>
            """;

    private final LocalTokenCookie sessions;
    private final String own;

    EntryPage(LocalTokenCookie sessions, @ConfigProperty(name = "quarkus.application.name") String own) {
        this.sessions = sessions;
        this.own = own;
    }

    @GET
    public RestResponse<String> page(
            @RestPath String service, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
        requireOwn(service);
        Language language = HtmlPage.language(null, acceptLanguage);
        return HtmlPage.answer(
                language,
                PAGE.formatted(
                        language.tag(), own, Message.of("entry.refused").in(language), own.replace("-service", "")));
    }

    @GET
    @Path("/{asset}")
    public RestResponse<byte[]> asset(
            @RestPath String service,
            @RestPath String asset,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        requireOwn(service);
        return Asset.of("login", asset).answer(ifNoneMatch);
    }

    private void requireOwn(String service) {
        if (!sessions.isOffered() || !service.equals(own)) {
            throw Problem.notFound();
        }
    }
}
