package kz.qadam.enrolment.enrolments;

import jakarta.ws.rs.Path;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.submissions.profiles.ProfileKind;
import kz.qadam.chassis.submissions.profiles.SavedTableProfiles;
import kz.qadam.chassis.submissions.profiles.TableProfileResource;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Handle;

/** Profiles by which tables of enrolments are read. */
@Path(EnrolmentTableProfileResource.PATH)
@Tag(name = "Table profiles")
public class EnrolmentTableProfileResource extends TableProfileResource {

    static final String PATH = "/v1/enrolment-table-profiles";

    EnrolmentTableProfileResource(NewEnrolments enrolments, SavedTableProfiles profiles, Caller caller) {
        super(kind(enrolments), profiles, caller);
    }

    static ProfileKind kind(NewEnrolments enrolments) {
        return new ProfileKind(PATH, enrolments.name(), enrolments.columns(), EnrolmentTableProfileResource::isKnown);
    }

    private static boolean isKnown(Handle handle, String institution) {
        return handle.createQuery("select exists (select from institution where code = :code)")
                .bind("code", institution)
                .mapTo(Boolean.class)
                .one();
    }
}
