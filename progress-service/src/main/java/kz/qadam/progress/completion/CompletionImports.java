package kz.qadam.progress.completion;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import kz.qadam.chassis.batch.Item;
import kz.qadam.chassis.batch.Outcome;
import kz.qadam.chassis.imports.ImportKind;
import kz.qadam.chassis.language.Text;
import kz.qadam.chassis.numbers.PersonalNumber;
import kz.qadam.chassis.security.Sender;
import kz.qadam.chassis.table.Columns;
import org.jdbi.v3.core.Handle;

/** Completions by the large file: the same path as that of a batch, and counted as received like one. */
@ApplicationScoped
class CompletionImports implements ImportKind<CompletionView> {

    static final String PATH = "/v1/completion-imports";

    private final Recording recording;

    CompletionImports(Recording recording) {
        this.recording = recording;
    }

    @Override
    public String name() {
        return "completions";
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Columns columns() {
        return CompletionPost.COLUMNS;
    }

    @Override
    public List<Outcome<CompletionView>> take(Handle transaction, List<Item> items, Sender sender, String trace) {
        return recording.take(
                transaction,
                items.stream().map(item -> recording.read(item, sender, trace)).toList());
    }

    @Override
    public void told(List<Outcome<CompletionView>> outcomes) {
        recording.told(outcomes);
    }

    @Override
    public Optional<Text> objection(String name, String text) {
        return PersonalNumber.isIn(text) ? Optional.of(Text.of("looks-like-iin", name)) : Optional.empty();
    }
}
