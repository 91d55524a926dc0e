package kz.qadam.enrolment.enrolments;

import jakarta.ws.rs.Path;
import java.time.Clock;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.submissions.profiles.TableProfileResource;
import kz.qadam.chassis.trail.Recording;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Handle;

/** Profiles by which tables of enrolments are read. */
@Path(EnrolmentTableProfileResource.PATH)
@Tag(name = "Table profiles")
public class EnrolmentTableProfileResource extends TableProfileResource {

    static final String PATH = "/v1/enrolment-table-profiles";

    EnrolmentTableProfileResource(
            Enrolments enrolments, Batch batch, Caller caller, Database database, Recording recording, Clock clock) {
        super(PATH, enrolments.name(), enrolments.columns(), batch, caller, database, recording, clock);
    }

    @Override
    protected boolean isKnown(Handle handle, String institution) {
        return handle.createQuery("select exists (select from institution where code = :code)")
                .bind("code", institution)
                .mapTo(Boolean.class)
                .one();
    }
}
