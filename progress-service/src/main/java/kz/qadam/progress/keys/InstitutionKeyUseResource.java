package kz.qadam.progress.keys;

import jakarta.ws.rs.Path;
import kz.qadam.chassis.events.keys.KeyUseResource;
import kz.qadam.chassis.events.keys.KeyUses;
import kz.qadam.chassis.http.security.Caller;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows when the keys of an institution were used in this service. */
@Path("/v1/completion-key-uses")
@Tag(name = "Institution keys", description = "With which programs of institutions show who they are.")
public class InstitutionKeyUseResource extends KeyUseResource {

    InstitutionKeyUseResource(KeyUses uses, Caller caller) {
        super(uses, caller);
    }
}
