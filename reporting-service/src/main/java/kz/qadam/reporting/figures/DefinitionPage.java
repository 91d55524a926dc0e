package kz.qadam.reporting.figures;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import kz.qadam.chassis.base.process.NumberedResources;
import kz.qadam.chassis.http.page.HtmlPage;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.reporting.asof.PointInTimeResolver;
import kz.qadam.reporting.asof.TimeParameterParser;
import kz.qadam.reporting.release.DisclosureRule;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The pages that define the figures in plain words. A page that an answer has named is never removed. */
@Path("/definitions")
@PermitAll
public class DefinitionPage {

    private static final String PAGE = "/definitions/%d.html";

    static final int CURRENT = NumberedResources.newest(DefinitionPage.class, PAGE, 1);

    /** The page with the second version of the rule of releases, and the link to the first. */
    private static final int OF_EARLIER_RULES = 6;

    /** The path of the definition in force. */
    public static final String PATH = "/definitions/" + CURRENT;

    /** The path of the definition of a release, by the version of its rule. */
    static String pathOfRule(int rule) {
        return "/definitions/" + (rule < DisclosureRule.VERSION ? OF_EARLIER_RULES : CURRENT);
    }

    private final PointInTimeResolver points;

    DefinitionPage(PointInTimeResolver points) {
        this.points = points;
    }

    /** The page of one definition. It does not depend on {@code asOf} and {@code on}, which are only checked. */
    @GET
    @Path("/{number}")
    @Blocking
    @Operation(hidden = true)
    public RestResponse<String> page(@RestPath int number, @RestQuery String asOf, @RestQuery String on) {
        if (asOf != null) {
            points.past("asOf", asOf);
        }
        if (on != null) {
            TimeParameterParser.day("on", on);
        }
        try (InputStream page = DefinitionPage.class.getResourceAsStream(PAGE.formatted(number))) {
            if (page == null) {
                throw Problem.notFound();
            }
            return HtmlPage.standalone(new String(page.readAllBytes(), StandardCharsets.UTF_8))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
