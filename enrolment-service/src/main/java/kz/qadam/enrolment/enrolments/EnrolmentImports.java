package kz.qadam.enrolment.enrolments;

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

/** Enrolments by the large file: the same path as that of a batch. */
@ApplicationScoped
class EnrolmentImports implements ImportKind<EnrolmentView> {

    static final String PATH = "/v1/enrolment-imports";

    private final Enrolments enrolments;

    EnrolmentImports(Enrolments enrolments) {
        this.enrolments = enrolments;
    }

    @Override
    public String name() {
        return "enrolments";
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Columns columns() {
        return EnrolmentPost.COLUMNS;
    }

    @Override
    public List<Outcome<EnrolmentView>> take(Handle transaction, List<Item> items, Sender sender, String trace) {
        var acting = new Acting(sender);
        return enrolments.take(
                transaction,
                items.stream()
                        .map(item -> EnrolmentPost.read(item, acting, trace))
                        .toList());
    }

    @Override
    public void told(List<Outcome<EnrolmentView>> outcomes) {
        enrolments.told(outcomes);
    }

    @Override
    public Optional<Text> objection(String name, String text) {
        return PersonalNumber.isIn(text) ? Optional.of(Text.of("looks-like-iin", name)) : Optional.empty();
    }
}
