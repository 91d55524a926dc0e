package kz.qadam.progress.completion;

import jakarta.ws.rs.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.submissions.profiles.guess.Spellings;
import kz.qadam.chassis.submissions.profiles.page.ProfiledTableKind;
import kz.qadam.chassis.submissions.profiles.page.TableProfilePage;

/** The pages on which somebody says what the columns of an own table of completions are. */
@Path(CompletionTableProfilePage.PATH)
public class CompletionTableProfilePage extends TableProfilePage {

    static final String PATH = "/completion-table-profiles";

    CompletionTableProfilePage(NewCompletions completions, Database database) {
        super(new ProfiledTableKind(
                "completion-table-profiles",
                "/completion-files",
                "column.completion.",
                CompletionTableProfileResource.kind(completions),
                completions,
                Spellings.of(CompletionTableProfilePage.class, "spellings.json"),
                language -> codes(database)));
    }

    /** This service knows no titles of courses. */
    private static Map<String, Map<String, String>> codes(Database database) {
        return Map.of(
                NamedByPlatformAccount.COURSE,
                database.transaction(handle -> handle.createQuery("select code from course order by code")
                        .mapTo(String.class)
                        .collect(Collectors.toMap(code -> code, code -> code, (a, b) -> a, LinkedHashMap::new))));
    }
}
