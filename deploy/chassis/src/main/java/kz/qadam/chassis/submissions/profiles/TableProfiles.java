package kz.qadam.chassis.submissions.profiles;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.security.Submitter;
import kz.qadam.chassis.http.table.Columns;
import kz.qadam.chassis.http.table.TableTranslator;
import kz.qadam.chassis.http.version.NamedDocumentRows;

/** Finds the saved profile by which a submitter wants a table to be read. */
@ApplicationScoped
public class TableProfiles {

    /** The description of the parameter {@code profile}, wherever tables are received. */
    public static final String DESCRIPTION =
            "The saved profile by which the table is read; only for tables. The office names one as INSTITUTION/NAME;"
                    + " its rows are then of this institution.";

    // Not the strict mapper for input: what was saved must be readable again.
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String PARAMETER = "profile";

    private final Database database;

    TableProfiles(Database database) {
        this.database = database;
    }

    /**
     * The translation by a profile.
     *
     * @param kind the kind of the rows
     * @param columns those of their template
     * @param named NAME, or INSTITUTION/NAME; null: none
     * @throws Problem 400 if the office names no institution, 403 if a partner names another one, 404 if there is no such
     *     profile
     */
    public Optional<TableTranslator> find(String kind, Columns columns, Submitter submitter, String named) {
        if (named == null) {
            return Optional.empty();
        }
        int slash = named.indexOf('/');
        String institution = owner(submitter, slash < 0 ? null : named.substring(0, slash));
        String name = named.substring(slash + 1);
        TableProfile saved = database.transaction(
                        handle -> ProfileKind.rows(handle, kind, institution).find(name))
                .map(found -> read(found.document()))
                .orElseThrow(() -> Problem.unknownCode(PARAMETER, name));
        return Optional.of(new ProfileTranslator(submitter.isOffice() ? saved.ofSender(institution) : saved, columns));
    }

    /** The names of the profiles of a submitter; the office has none of its own. */
    public List<String> names(String kind, Submitter submitter) {
        return submitter
                .institution()
                .map(owner -> database.transaction(
                        handle -> ProfileKind.rows(handle, kind, owner).all()))
                .orElse(List.of())
                .stream()
                .map(NamedDocumentRows.Saved::name)
                .toList();
    }

    private static String owner(Submitter submitter, String named) {
        String own = submitter.institution().orElse(named);
        if (own == null) {
            throw Problem.badParameter(PARAMETER, "profile-of-institution");
        }
        if (named != null && !named.equals(own)) {
            throw new Problem(ProblemType.NOT_YOURS, Fault.parameter(PARAMETER, "not-yours"));
        }
        return own;
    }

    static String write(TableProfile profile) {
        try {
            return JSON.writeValueAsString(profile);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A profile is always written", e);
        }
    }

    static TableProfile read(String document) {
        try {
            return JSON.readValue(document, TableProfile.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A saved profile cannot be read", e);
        }
    }
}
