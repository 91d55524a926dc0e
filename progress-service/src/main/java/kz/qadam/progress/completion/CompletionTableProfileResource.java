package kz.qadam.progress.completion;

import jakarta.ws.rs.Path;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.submissions.profiles.ProfileKind;
import kz.qadam.chassis.submissions.profiles.SavedTableProfiles;
import kz.qadam.chassis.submissions.profiles.TableProfileResource;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Handle;

/** Profiles by which tables of completions are read. */
@Path(CompletionTableProfileResource.PATH)
@Tag(name = "Table profiles")
public class CompletionTableProfileResource extends TableProfileResource {

    static final String PATH = "/v1/completion-table-profiles";

    CompletionTableProfileResource(NewCompletions completions, SavedTableProfiles profiles, Caller caller) {
        super(kind(completions), profiles, caller);
    }

    static ProfileKind kind(NewCompletions completions) {
        return new ProfileKind(
                PATH, completions.name(), completions.columns(), CompletionTableProfileResource::isKnown);
    }

    private static boolean isKnown(Handle handle, String institution) {
        return handle.createQuery("select exists (select from institution where code = :code)")
                .bind("code", institution)
                .mapTo(Boolean.class)
                .one();
    }
}
