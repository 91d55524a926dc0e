package kz.qadam.progress.completion;

import jakarta.ws.rs.Path;
import java.util.Map;
import kz.qadam.chassis.submissions.profiles.guess.Spellings;
import kz.qadam.chassis.submissions.profiles.page.ProfiledTable;
import kz.qadam.chassis.submissions.profiles.page.TableProfilePage;

/** The pages on which somebody says what the columns of an own table of completions are. */
@Path(CompletionTableProfilePage.PATH)
public class CompletionTableProfilePage extends TableProfilePage {

    static final String PATH = "/completion-table-profiles";

    CompletionTableProfilePage(NewCompletions completions) {
        super(new ProfiledTable(
                "completion-table-profiles",
                "/completion-files",
                "column.completion.",
                CompletionTableProfileResource.kind(completions),
                completions,
                Spellings.of(CompletionTableProfilePage.class, "spellings.json"),
                language -> Map.of()));
    }
}
