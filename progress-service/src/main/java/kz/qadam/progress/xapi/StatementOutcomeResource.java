package kz.qadam.progress.xapi;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.chassis.http.list.Page;
import kz.qadam.chassis.http.list.PageQuery;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.NotInTrail;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import kz.qadam.progress.xapi.reading.StatementReason;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Says what became of statements. */
@Path("/v1/statement-outcomes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Statements of platforms")
@RolesAllowed({Role.PARTNER, Role.OFFICE})
public class StatementOutcomeResource {

    private static final String OWNER = "The code of the institution; for a partner, its own.";
    static final List<String> STATES = List.of("counted", "repeated", "waiting", "ignored");
    private static final List<String> REASONS =
            Arrays.stream(StatementReason.values()).map(StatementReason::code).toList();
    private static final int USUAL_DAYS = 30;

    private final Database database;
    private final PlatformAccountKeys keys;
    private final Caller caller;
    private final Clock clock;

    StatementOutcomeResource(Database database, PlatformAccountKeys keys, Caller caller, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.caller = caller;
        this.clock = clock;
    }

    /** Statements, page by page. */
    @GET
    @RecordedInTrail(TrailKind.READ)
    @Operation(
            operationId = "listStatementOutcomes",
            summary = "What became of each statement about a course of ours",
            description =
                    "In the order of last change. What was left out has no entry: see the counts. The last page has a"
                            + " cursor too: follow it later to get what changed since.")
    @APIResponse(responseCode = "200", description = "A page")
    public RestResponse<Page<OutcomeView>> list(
            @RestQuery @Parameter(description = OWNER, example = "school-42") String institution,
            @RestQuery @Parameter(description = "counted, repeated, waiting or ignored.", example = "waiting")
                    String state,
            @RestQuery @Parameter(description = "The code of why it waits, or adds nothing.", example = "no-account")
                    String because,
            @BeanParam PageQuery page,
            @Parameter(hidden = true) @RestHeader(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        String owner = caller.actingFor(institution);
        requireOneOf("state", state, STATES);
        requireOneOf("because", because, REASONS);
        var asked = new StatementOutcomeRows.Question(owner, state, because, Language.of(language));
        return page.answer(start -> {
            keys.require();
            return database.transaction(handle -> StatementOutcomeRows.after(handle, keys, asked, start));
        });
    }

    /** The numbers of statements, by day and outcome. */
    @GET
    @Path("counts")
    @NotInTrail("It says nothing of people.")
    @Operation(
            operationId = "countStatementOutcomes",
            summary = "How many statements of a day became what",
            description =
                    "All statements that were sent, also those that were left out, by what became of them when they"
                            + " came. Some seconds behind.")
    @APIResponse(responseCode = "200", description = "The numbers, the earliest day first")
    public OutcomeView.Counts counts(
            @RestQuery @Parameter(description = OWNER, example = "school-42") String institution,
            @RestQuery
                    @Parameter(
                            description = "The first day; 30 days before the last if left out.",
                            schema = @Schema(implementation = LocalDate.class))
                    String from,
            @RestQuery
                    @Parameter(
                            description = "The last day; today if left out.",
                            schema = @Schema(implementation = LocalDate.class))
                    String to) {
        String owner = caller.actingFor(institution);
        LocalDate last = day("to", to, AlmatyTime.today(clock));
        LocalDate first = day("from", from, last.minusDays(USUAL_DAYS));
        return new OutcomeView.Counts(
                database.transaction(handle -> StatementOutcomeRows.counts(handle, owner, first, last)));
    }

    private static LocalDate day(String name, String text, LocalDate usual) {
        try {
            return text == null ? usual : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.badParameter(name, "date", name);
        }
    }

    private static void requireOneOf(String name, String value, List<String> values) {
        if (value != null && !values.contains(value)) {
            throw Problem.badParameter(
                    name, "unknown-value", name, values.stream().collect(Collectors.joining(", ")));
        }
    }
}
