package kz.qadam.chassis.problem;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;

/** The pages that the {@code type} of a problem opens: what happened, and what to do about it. */
@Path("/problems")
@PermitAll
public class ProblemPages {

    private static final String HTML = "text/html;charset=UTF-8";

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
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
    @Produces(HTML)
    @Operation(hidden = true)
    public String all() {
        String items = Arrays.stream(ProblemType.values())
                .map(type -> "<li><a href=\"/problems/%s\">%s</a> <code>%d %s</code></li>"
                        .formatted(type.code(), escaped(type.title()), type.status(), type.code()))
                .collect(Collectors.joining("\n"));
        return PAGE.formatted("Problems", "<ul>\n" + items + "\n</ul>");
    }

    @GET
    @Path("/{code}")
    @Produces(HTML)
    @Operation(hidden = true)
    public String one(@RestPath String code) {
        ProblemType type = Arrays.stream(ProblemType.values())
                .filter(known -> known.code().equals(code))
                .findFirst()
                .orElseThrow(Problem::notFound);
        return PAGE.formatted(escaped(type.title()), """
                <p><code>%d %s</code></p>
                <p>%s</p>
                <p><a href="/problems">All problems</a></p>""".formatted(type.status(), type.code(), escaped(type.help())));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
