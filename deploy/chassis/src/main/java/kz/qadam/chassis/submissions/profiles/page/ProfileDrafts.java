package kz.qadam.chassis.submissions.profiles.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemBody;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.table.Columns.Column;
import kz.qadam.chassis.http.table.TableTranslator;
import kz.qadam.chassis.http.version.Precondition;
import kz.qadam.chassis.http.version.SavedNameFormat;
import kz.qadam.chassis.submissions.profiles.SavedTableProfiles;
import kz.qadam.chassis.submissions.profiles.TableProfile;
import kz.qadam.chassis.submissions.submission.BatchAnswer;
import kz.qadam.chassis.submissions.submission.Submissions;

/** Tries a profile on the first rows of a table, and saves it. */
@ApplicationScoped
class ProfileDrafts {

    // It only writes what the form says.
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SavedTableProfiles profiles;
    private final Submissions submissions;
    private final Caller caller;

    ProfileDrafts(SavedTableProfiles profiles, Submissions submissions, Caller caller) {
        this.profiles = profiles;
        this.submissions = submissions;
        this.caller = caller;
    }

    /**
     * The form with what becomes of the first rows.
     *
     * @param isGuessed whether nobody has said anything yet: then what is missing is no fault
     */
    ProfilePageView check(ProfiledTableKind table, Draft draft, DeskContext context, boolean isGuessed) {
        TableProfile profile;
        try {
            profile = read(table, draft);
        } catch (Problem refused) {
            return isGuessed ? view(table, draft, context, null, false) : refused(table, draft, context, refused);
        }
        if (!draft.hasTable()) {
            return view(table, draft, context, null, true);
        }
        try {
            return view(table, draft, context, tried(table, draft, profile, context.language()), true);
        } catch (Problem refused) {
            return refused(table, draft, context, refused);
        }
    }

    /** Saves a profile. Empty if it was saved; else the form, with the reason why it was not. */
    Optional<ProfilePageView> save(ProfiledTableKind table, Draft draft, DeskContext context) {
        try {
            String name = draft.fields().value("name");
            SavedNameFormat.require(name);
            var wanted = new SavedTableProfiles.Wanted(
                    draft.owner(), name, read(table, draft), Precondition.ofForm(draft.version()), false);
            try {
                profiles.save(table.kind(), wanted);
                return Optional.empty();
            } catch (Problem other) {
                if (other.type() != ProblemType.PRECONDITION_FAILED
                        && other.type() != ProblemType.PRECONDITION_REQUIRED) {
                    throw other;
                }
                return Optional.of(conflict(table, draft, context, wanted));
            }
        } catch (Problem refused) {
            return Optional.of(refused(table, draft, context, refused));
        }
    }

    /** Somebody else was quicker: what differs is shown, and the form is now about what is saved. */
    private ProfilePageView conflict(
            ProfiledTableKind table, Draft draft, DeskContext context, SavedTableProfiles.Wanted wanted) {
        Optional<SavedTableProfiles.Saved> saved = profiles.all(table.kind(), draft.owner()).stream()
                .filter(one -> one.name().equals(wanted.name()))
                .findFirst();
        var now = new Draft(
                draft.owner(),
                saved.map(one -> Integer.toString(one.version())).orElse(""),
                draft.fields(),
                draft.sample(),
                draft.sheets(),
                draft.header());
        ProfilePageView checked = check(table, now, context, false);
        return new ProfilePageView(
                context,
                table,
                checked.codes(),
                now,
                checked.tried(),
                true,
                Map.of(),
                null,
                saved.map(one -> ProfilePageView.differences(one.profile(), wanted.profile()))
                        .orElse(List.of()));
    }

    private TableProfile read(ProfiledTableKind table, Draft draft) {
        try {
            List<String> made = table.made().stream().map(Column::name).toList();
            byte[] body = JSON.writeValueAsBytes(draft.fields().body(made));
            return profiles.read(table.kind(), body, draft.owner(), null);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts are always written", e);
        }
    }

    private TriedTable tried(ProfiledTableKind table, Draft draft, TableProfile profile, Language language) {
        TableTranslator translator =
                profile.ofText(table.columns(), caller.isOffice() ? Optional.of(draft.owner()) : Optional.empty());
        byte[] csv = draft.table().getBytes(StandardCharsets.UTF_8);
        BatchAnswer answer = null;
        try {
            answer = submissions.check(table.rows(), csv, translator, language);
        } catch (Problem nothing) {
            boolean isEmpty = nothing.errors().stream()
                    .anyMatch(fault -> fault.text().code().equals("empty"));
            if (!isEmpty) {
                throw nothing;
            }
        }
        return TriedTable.of(draft.sample().rows(), draft.header(), profile, translator, answer);
    }

    private static ProfilePageView view(
            ProfiledTableKind table, Draft draft, DeskContext context, TriedTable tried, boolean maySave) {
        return new ProfilePageView(context, table, codes(table, context), draft, tried, maySave, Map.of(), null, null);
    }

    /** Each fault at its field, the others above the form. */
    ProfilePageView refused(ProfiledTableKind table, Draft draft, DeskContext context, Problem refused) {
        List<String> columns = new ArrayList<>();
        draft.fields()
                .body(table.made().stream().map(Column::name).toList())
                .path("columns")
                .forEach(column -> columns.add(column.path("name").asText()));
        Map<String, String> faults = new LinkedHashMap<>();
        List<Fault> others = new ArrayList<>();
        for (Fault fault : refused.errors()) {
            String field = FaultyField.of(fault, columns, table.made());
            if (field == null) {
                others.add(fault);
            } else {
                faults.merge(field, FaultyField.sentence(fault, field, table, context), (a, b) -> a + " " + b);
            }
        }
        boolean hasOthers = !others.isEmpty() || refused.errors().isEmpty();
        String problem = hasOthers
                ? ProblemBody.sentence(
                        others.isEmpty() ? refused : new Problem(refused.type(), others), context.language())
                : null;
        return new ProfilePageView(context, table, codes(table, context), draft, null, false, faults, problem, null);
    }

    private static Map<String, Map<String, String>> codes(ProfiledTableKind table, DeskContext context) {
        return table.codes().apply(context.language());
    }

    /** Says that the form had neither a file nor rows. */
    static String nothing(DeskContext context) {
        return context.tell(Message.of("table-profile.no-table"));
    }
}
