package kz.qadam.progress.completion;

import jakarta.inject.Singleton;
import kz.qadam.chassis.submissions.imports.Imports;
import kz.qadam.chassis.submissions.imports.LastFile;

/** When an institution has sent a file of completions last. */
@Singleton
class LastCompletionFile extends LastFile {

    LastCompletionFile(Imports imports, NewCompletions completions) {
        super(imports, completions, CompletionUploadPage.PATH);
    }
}
