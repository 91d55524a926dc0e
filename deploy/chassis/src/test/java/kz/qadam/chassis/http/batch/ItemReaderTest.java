package kz.qadam.chassis.http.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.table.Columns;
import kz.qadam.chassis.http.table.Columns.Column;
import kz.qadam.chassis.http.table.Columns.Need;
import kz.qadam.chassis.http.table.Layout;
import kz.qadam.chassis.http.table.Row;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ItemReaderTest {

    private enum Colour {
        RED,
        DARK_BLUE
    }

    private record Owner(
            @InColumn(isForNumbers = true) String number,
            @InColumn("ownerName") @Size(max = 5) String name) {}

    private record Part(@NotNull String name, @Min(1) Integer weight) {}

    private record Toy(
            @Schema(examples = "T-1") @NotNull @Size(max = 5) @FreeText
            String name,

            @NotNull(message = "missing/institution") Owner owner,

            @Schema(examples = "2026-05-31") @PastOrPresent LocalDate madeOn,

            @Schema(examples = "0.5") @DecimalMin("0") @DecimalMax("1")
            BigDecimal share,

            @Min(0) @Max(9) Integer size,

            @Pattern(regexp = "[a-z]+", message = "malformed")
            String kind,

            Colour colour,
            UUID id,
            List<Part> parts,
            List<@Min(1) Integer> ages) {}

    private static final ItemReader<Toy> TOY = ItemReader.of(Toy.class);
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final Items ITEMS = new Items(new ObjectMapper());

    private static ItemFields json(String item) {
        return ITEMS.single(item.getBytes(StandardCharsets.UTF_8)).fields();
    }

    private static ItemFields row(List<String> header, String... cells) {
        var layout = new Layout(header, ';');
        return ITEMS.item(new Row(2, List.of(cells), null), layout, TOY.columns(), 0)
                .fields();
    }

    @Test
    void an_object_is_read_as_the_record() {
        ItemFields fields = json("""
                {"name": "Bear", "owner": {"name": "Abai"}, "madeOn": "2026-06-01", "share": 0.5, "size": 9, "kind": "a",
                 "colour": "dark-blue", "id": "0b9f7f0e-7f0c-4d0f-9a51-3d1f0c8f2a11", "ages": [3, 4],
                 "parts": [{"name": "arm", "weight": 7}]}""");

        Toy toy = TOY.read(fields, TODAY);

        assertThat(fields.problem()).isEmpty();
        assertThat(toy)
                .isEqualTo(new Toy(
                        "Bear",
                        new Owner(null, "Abai"),
                        TODAY,
                        new BigDecimal("0.5"),
                        9,
                        "a",
                        Colour.DARK_BLUE,
                        UUID.fromString("0b9f7f0e-7f0c-4d0f-9a51-3d1f0c8f2a11"),
                        List.of(new Part("arm", 7)),
                        List.of(3, 4)));
    }

    @Test
    void a_row_is_read_as_the_record() {
        ItemFields fields = row(List.of("madeOn", "ownerName", "name", "share"), "31.05.2026", "Abai", "Bear", "0,5");

        Toy toy = TOY.read(fields, TODAY);

        assertThat(fields.problem()).isEmpty();
        assertThat(toy.madeOn()).isEqualTo("2026-05-31");
        assertThat(toy.owner().name()).isEqualTo("Abai");
        assertThat(toy.share()).isEqualTo("0.5");
    }

    private static List<Arguments> faulty() {
        return List.of(
                arguments("\"name\": \"Bear with me\"", "/name length"),
                arguments("\"name\": \"991231100010\"", "/name length"),
                arguments("\"owner\": {\"name\": 7}", "/owner/name wrong-type/text"),
                arguments("\"owner\": {\"age\": 7}", "/owner/age unknown-member"),
                arguments("\"madeOn\": \"2026-06-02\"", "/madeOn in-the-future/day"),
                arguments("\"share\": 1.01", "/share range"),
                arguments("\"size\": 10", "/size range"),
                arguments("\"size\": 1.5", "/size range/whole"),
                arguments("\"kind\": \"B\"", "/kind malformed"),
                arguments("\"colour\": \"DARK_BLUE\"", "/colour unknown-value"),
                arguments("\"id\": \"x\"", "/id uuid"),
                arguments("\"parts\": [{\"weight\": 0}]", "/parts/0/name missing /parts/0/weight range"),
                arguments("\"parts\": [null, 7]", "/parts/0 missing /parts/1 wrong-type/object"),
                arguments("\"ages\": [1, 0]", "/ages/1 range"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faulty")
    void a_value_beyond_a_constraint_is_a_fault_at_its_place(String member, String expected) {
        String others = "{\"name\": \"Bear\", \"owner\": {}}";
        String name = member.substring(0, member.indexOf(':'));
        ItemFields fields = json(
                others.contains(name)
                        ? others.replaceAll(name + ": (\"Bear\"|\\{})", member)
                        : others.substring(0, others.length() - 1) + ", " + member + "}");

        TOY.read(fields, TODAY);

        assertThat(String.join(" ", ToyBatch.faults(fields))).isEqualTo(expected);
    }

    @Test
    void what_is_missing_comes_first_and_then_the_members_in_their_order() {
        ItemFields fields = json("{\"size\": \"a\", \"madeOn\": 1}");

        TOY.read(fields, TODAY);

        assertThat(ToyBatch.faults(fields))
                .containsExactly(
                        "/name missing", "/owner missing", "/madeOn wrong-type/date", "/size wrong-type/number");
    }

    @Test
    void a_table_may_have_a_sentence_of_its_own_for_what_is_missing() {
        ItemFields fields = row(List.of("name"), "Bear");

        TOY.read(fields, TODAY);

        assertThat(ToyBatch.faults(fields)).containsExactly("number missing/institution");
    }

    @Test
    void elements_that_cannot_be_read_are_left_out() {
        Toy toy = TOY.read(json("{\"ages\": [3, \"a\", null, 4]}"), TODAY);

        assertThat(toy.ages()).containsExactly(3, 4);
    }

    @Test
    void an_item_that_has_to_be_right_ends_with_its_problem() {
        Problem problem = catchThrowableOfType(
                Problem.class, () -> ItemReader.of(Part.class).readOrThrow(json("{}")));

        assertThat(problem.type()).isEqualTo(ProblemType.INVALID_REQUEST);
    }

    @Test
    void a_member_that_is_known_from_elsewhere_need_not_be_sent() {
        ItemFields fields = json("{}");
        fields.supply("name", "arm");

        assertThat(ItemReader.of(Part.class).readOrThrow(fields)).isEqualTo(new Part("arm", null));
    }

    @Test
    void the_columns_are_those_of_the_members_that_a_cell_can_hold() {
        assertThat(TOY.columns().all())
                .startsWith(
                        new Column("name", "/name", Need.YES, Columns.Type.TEXT, "T-1", false),
                        new Column("number", "/owner/number", Need.ONE_OF_THESE, Columns.Type.TEXT, "", true),
                        new Column("ownerName", "/owner/name", Need.ONE_OF_THESE, Columns.Type.TEXT, "", false),
                        new Column("madeOn", "/madeOn", Need.NO, Columns.Type.DAY, "31.05.2026", false),
                        new Column("share", "/share", Need.NO, Columns.Type.NUMBER, "0,5", false))
                .extracting(Column::name)
                .endsWith("size", "kind", "colour", "id");
    }

    private record Looks(
            Colour colour,
            @NotNull @Schema(examples = "small") String size) {}

    private record Doll(@NotNull String name, @JsonUnwrapped Looks looks, Colour dress) {}

    private static final ItemReader<Doll> DOLL = ItemReader.of(Doll.class);

    @Test
    void the_members_of_an_unwrapped_record_are_members_of_the_item() {
        ItemFields fields = json("{\"name\": \"Ayu\", \"size\": \"large\", \"dress\": \"red\"}");

        Doll doll = DOLL.read(fields);

        assertThat(fields.problem()).isEmpty();
        assertThat(doll).isEqualTo(new Doll("Ayu", new Looks(null, "large"), Colour.RED));
    }

    @Test
    void the_faults_of_an_unwrapped_record_are_in_order_among_the_others() {
        ItemFields fields = json("{\"dress\": \"blue\", \"colour\": \"green\"}");

        DOLL.read(fields);

        assertThat(ToyBatch.faults(fields))
                .containsExactly("/name missing", "/size missing", "/colour unknown-value", "/dress unknown-value");
    }

    @Test
    void the_columns_of_an_unwrapped_record_are_columns_of_the_item() {
        assertThat(DOLL.columns().all())
                .containsExactly(
                        new Column("name", "/name", Need.YES, Columns.Type.TEXT, "", false),
                        new Column("colour", "/colour", Need.NO, Columns.Type.TEXT, "", false),
                        new Column("size", "/size", Need.YES, Columns.Type.TEXT, "small", false),
                        new Column("dress", "/dress", Need.NO, Columns.Type.TEXT, "", false));
    }

    private record Note(
            @FreeText String text,
            @OwnCode String code,
            @FreeText(mayHonourPerson = true) String school) {}

    private static final ItemReader<Note> NOTE = ItemReader.of(Note.class);

    private static List<String> faultsOf(String note) {
        ItemFields fields = json(note);
        NOTE.read(fields);
        return fields.problem().stream()
                .flatMap(problem -> problem.errors().stream())
                .map(fault -> fault.pointer() + " " + fault.text().code())
                .toList();
    }

    @Test
    void a_free_text_names_no_person() {
        assertThat(faultsOf("{\"text\": \"toy of Aigerim Akhmetova\"}")).containsExactly("/text looks-personal");
    }

    @Test
    void a_row_of_digits_is_a_telephone_number_in_a_text_but_not_in_a_code() {
        assertThat(faultsOf("{\"text\": \"87011234567\", \"code\": \"87011234567\"}"))
                .containsExactly("/text looks-personal");
    }

    @Test
    void a_code_names_no_person() {
        assertThat(faultsOf("{\"code\": \"8 701 123 45 67\"}")).containsExactly("/code looks-personal");
    }

    @Test
    void a_code_that_looks_like_a_number_is_told_from_it_by_a_letter() {
        assertThat(faultsOf("{\"code\": \"991231-200017\"}")).containsExactly("/code looks-like-iin");
        assertThat(faultsOf("{\"code\": \"991231A200017\"}")).isEmpty();
    }

    @Test
    void a_number_beside_a_name_is_called_a_number() {
        assertThat(faultsOf("{\"text\": \"Aigerim Akhmetova 991231 200017\"}")).containsExactly("/text looks-like-iin");
    }

    @Test
    void a_school_may_honour_a_person() {
        assertThat(faultsOf("{\"school\": \"Қаныш Сәтбаев\"}")).isEmpty();
    }
}
