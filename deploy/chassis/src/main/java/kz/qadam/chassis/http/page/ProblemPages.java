package kz.qadam.chassis.http.page;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.stream.Collectors;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The HTML pages at the {@code type} URLs of problems: what happened, and what to do about it. */
@Path("/problems")
@PermitAll
public class ProblemPages {

    private static final String PAGE = """
            <!doctype html>
            <html lang="%3$s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s</title>
            <style>
            body { font: 1.05rem/1.6 system-ui, sans-serif; max-width: 42rem; margin: 3rem auto; padding: 0 1rem; \
            color: #1c2430; background: #fff; }
            a { color: #0b5cad; }
            code { background: #eef1f5; padding: .1em .3em; border-radius: .2em; }
            @media (prefers-color-scheme: dark) {
            body { color: #e6e9ee; background: #14181f; } a { color: #8ec1ff; } code { background: #2a313c; }
            }
            </style>
            </head>
            <body>
            <main>
            <h1>%1$s</h1>
            %2$s
            </main>
            </body>
            </html>
            """;

    @GET
    @Operation(hidden = true)
    public RestResponse<String> all(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
        Language language = Language.of(acceptLanguage);
        String items = Arrays.stream(ProblemType.values())
                .map(type -> "<li><a href=\"/problems/%s\">%s</a> <code>%d %s</code></li>"
                        .formatted(type.code(), escaped(type.title().in(language)), type.status(), type.code()))
                .collect(Collectors.joining("\n"));
        return page(language, Message.of("problems").in(language), "<ul>\n" + items + "\n</ul>");
    }

    @GET
    @Path("/{code}")
    @Operation(hidden = true)
    public RestResponse<String> one(
            @RestPath String code, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
        Language language = Language.of(acceptLanguage);
        ProblemType type = Arrays.stream(ProblemType.values())
                .filter(known -> known.code().equals(code))
                .findFirst()
                .orElseThrow(Problem::notFound);
        return page(language, escaped(type.title().in(language)), """
                <p><code>%d %s</code></p>
                <p>%s</p>
                <p><a href="/problems">%s</a></p>""".formatted(
                        type.status(),
                        type.code(),
                        escaped(type.help().in(language)),
                        Message.of("problems").in(language)));
    }

    private static RestResponse<String> page(Language language, String title, String content) {
        return HtmlPage.standalone(PAGE.formatted(title, content, language.tag()))
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
