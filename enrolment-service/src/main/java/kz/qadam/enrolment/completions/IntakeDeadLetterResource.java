package kz.qadam.enrolment.completions;

import jakarta.ws.rs.Path;
import kz.qadam.chassis.events.deadletter.DeadLetterResource;
import kz.qadam.chassis.events.deadletter.KeptDeadLetters;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.security.Caller;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows and resolves the events of progress-service that the intake could not take in. */
@Path("/v1/enrolment-dead-letters")
@Tag(name = "Dead letters", description = "Events of other services that this service could not take in.")
public class IntakeDeadLetterResource extends DeadLetterResource {

    IntakeDeadLetterResource(KeptDeadLetters letters, Batch batch, Caller caller) {
        super(letters, batch, caller);
    }
}
