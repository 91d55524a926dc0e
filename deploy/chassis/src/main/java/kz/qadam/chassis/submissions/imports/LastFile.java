package kz.qadam.chassis.submissions.imports;

import java.util.List;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.LastOccurrence;
import kz.qadam.chassis.desk.LastOccurrences;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.submissions.submission.SubmissionKind;

/**
 * When an institution has sent a file last, and what it calls it. The bean of a service says of which kind, and has the
 * texts {@code last.file}, {@code last.file/unnamed} and {@code last.file/never}.
 */
public abstract class LastFile implements LastOccurrences {

    private static final String TEXT = "last.file";

    private final Imports imports;
    private final SubmissionKind<?, ?, ?> kind;
    private final String page;

    /** @param page the path of the page that shows the files */
    protected LastFile(Imports imports, SubmissionKind<?, ?, ?> kind, String page) {
        this.imports = imports;
        this.kind = kind;
        this.page = page;
    }

    @Override
    public List<LastOccurrence> last(Caller caller) {
        if (!caller.scope().isOfInstitution()) {
            return List.of();
        }
        return List.of(imports.page(kind, caller.submitter(), null, 1).items().stream()
                .findFirst()
                .map(file -> LastOccurrence.at(file.createdAt(), text(file.fileName()), page))
                .orElseGet(() -> LastOccurrence.never(Message.of(TEXT + "/never"), page)));
    }

    private static Message text(String fileName) {
        return fileName == null ? Message.of(TEXT + "/unnamed") : Message.of(TEXT, fileName);
    }
}
