package kz.qadam.enrolment.enrolments;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import kz.qadam.chassis.batch.Answers;
import kz.qadam.chassis.batch.Batch;
import kz.qadam.chassis.batch.BatchAnswer;
import kz.qadam.chassis.batch.BatchQuery;
import kz.qadam.chassis.batch.Item;
import kz.qadam.chassis.batch.SingleQuery;
import kz.qadam.chassis.batch.Terms;
import kz.qadam.chassis.kafka.AddsToBacklog;
import kz.qadam.chassis.security.Caller;
import kz.qadam.chassis.security.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** A learner has left a course. */
@Path("/v1/withdrawals")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.PARTNER, Role.OFFICE})
@Tag(name = "Withdrawals")
@AddsToBacklog
public class WithdrawalResource {

    private final Batch batch;
    private final Caller caller;
    private final Amendments amendments;

    WithdrawalResource(Batch batch, Caller caller, Amendments amendments) {
        this.batch = batch;
        this.caller = caller;
        this.amendments = amendments;
    }

    /** Withdraw a learner. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "postWithdrawal",
            summary = "Withdraw a learner",
            description =
                    "What was completed stays and counts, whatever comes first. The same again answers 200; another day or reason 409. With ?dryRun=true nothing is kept: 200 says what it would do.")
    @RequestBody(
            required = true,
            content =
                    @Content(schema = @Schema(implementation = WithdrawalForm.class), example = WithdrawalForm.EXAMPLE))
    @APIResponse(
            responseCode = "201",
            description = "Withdrawn; the enrolment as it now is",
            content = @Content(schema = @Schema(implementation = EnrolmentView.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was withdrawn so before; the enrolment as it now is. Or, with dryRun, what it would do",
            content = @Content(schema = @Schema(oneOf = {EnrolmentView.class, EnrolmentPreview.class})))
    @APIResponse(responseCode = "404", description = "The institution has no such enrolment")
    @APIResponse(responseCode = "409")
    @APIResponse(responseCode = "422")
    public RestResponse<EnrolmentAnswer> one(byte[] body, @BeanParam SingleQuery query) {
        boolean isPreview = query.terms().dryRun();
        var sent = Withdrawal.read(batch.single(body), Acting.of(caller));
        return isPreview
                ? RestResponse.ok(EnrolmentPreview.of(amendments.foresee(List.of(sent), Terms.USUAL)))
                : Answers.single(amendments.make(List.of(sent), Terms.USUAL).get(0), EnrolmentResource.PLACE);
    }

    /** Withdraw by the file. */
    @POST
    @Path("/batch")
    @Consumes({MediaType.APPLICATION_JSON, Batch.NDJSON, Batch.CSV, Batch.XLSX})
    @Produces({MediaType.APPLICATION_JSON, Batch.CSV})
    @ResponseStatus(BatchAnswer.STATUS)
    @Operation(
            operationId = "postWithdrawals",
            summary = "Withdraw by the file",
            description = "The same as one by one.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = WithdrawalForm[].class),
                        example = "[" + WithdrawalForm.EXAMPLE + "]"),
                @Content(
                        mediaType = Batch.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        example = WithdrawalForm.CSV)
            })
    @APIResponse(
            responseCode = "207",
            description = "The verdict on every item: accepted, duplicate, conflict or rejected",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BatchAnswer.class)))
    public BatchAnswer many(byte[] body, @BeanParam BatchQuery query) {
        Acting acting = Acting.of(caller);
        List<Item> items = batch.items(body, query.mediaType(), Withdrawal.COLUMNS);
        List<Withdrawal> sent =
                items.stream().map(item -> Withdrawal.read(item, acting)).toList();
        var terms = query.terms();
        Foreseen foreseen = terms.dryRun() ? amendments.foresee(sent, terms) : null;
        var answer = BatchAnswer.of(
                terms,
                items,
                foreseen == null ? amendments.make(sent, terms) : foreseen.outcomes(),
                item -> sent.get(item.index()).target().enrolment(),
                (EnrolmentView view) -> Map.of("version", view.version()));
        return foreseen == null ? answer : answer.with(foreseen.effect());
    }
}
