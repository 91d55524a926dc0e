package kz.qadam.chassis.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.batch.ItemReader;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import org.junit.jupiter.api.Test;

/** A form has the names of the members that programs send. */
class DeskFormTest {

    private record Box(@NotNull String colour, BigDecimal weight) {}

    private record Toy(
            @NotNull LocalDate madeOn, @Min(1) @Max(9) Integer size, Box box) {}

    private static final ItemReader<Toy> READER = ItemReader.of(Toy.class);
    private static final List<String> FIELDS = List.of("madeOn", "size", "box.colour", "box.weight");

    @Test
    void what_people_write_is_read_as_what_programs_send() {
        Toy read = READER.readOrThrow(
                fields(Map.of("madeOn", "31.05.2026", "size", " 3 ", "box.colour", "red", "box.weight", "0,5")));

        assertThat(read).isEqualTo(new Toy(LocalDate.of(2026, 5, 31), 3, new Box("red", new BigDecimal("0.5"))));
    }

    @Test
    void a_field_that_is_empty_is_not_sent() {
        assertThat(DeskForm.of(FIELDS, Map.of("size", " ", "box.colour", "red", "other", "x"))
                        .body())
                .hasToString("{\"box\":{\"colour\":\"red\"}}");
    }

    @Test
    void what_is_wrong_is_said_at_its_field_by_the_name_that_people_know() {
        DeskForm refused = refused(Map.of("size", "12", "box.weight", "heavy"));

        assertThat(refused.problem()).isNull();
        assertThat(refused.faults())
                .containsEntry("madeOn", "A madeOn is missing.")
                .containsEntry("size", "A size is not 1 to 9.")
                .containsEntry("box.colour", "A box.colour is missing.")
                .containsEntry("box.weight", "A box.weight is not a number.");
        assertThat(refused.value("size")).isEqualTo("12");
    }

    @Test
    void what_is_wrong_with_none_of_its_fields_is_said_above_it() {
        DeskForm refused = DeskForm.empty(FIELDS)
                .refused(new Problem(ProblemType.NOT_FOUND, Message.of("upload.broken")), Language.EN, field -> field);

        assertThat(refused.faults()).isEmpty();
        assertThat(refused.problem()).isEqualTo(Message.of("upload.broken").in(Language.EN));
        assertThat(refused.isRefused()).isTrue();
    }

    @Test
    void what_must_not_be_shown_again_is_left_out() {
        DeskForm form = DeskForm.of(FIELDS, Map.of("size", "3", "box.colour", "red"));

        assertThat(form.without(List.of("box.colour")).filledIn()).isEqualTo(Map.of("size", "3"));
    }

    private static DeskForm refused(Map<String, String> sent) {
        var problem = catchThrowableOfType(Problem.class, () -> READER.readOrThrow(fields(sent)));
        return DeskForm.of(FIELDS, sent).refused(problem, Language.EN, field -> "A " + field);
    }

    private static ItemFields fields(Map<String, String> sent) {
        return DeskForm.of(FIELDS, sent).fields();
    }
}
