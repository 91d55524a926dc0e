package kz.qadam.enrolment.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.http.batch.FreeText;
import kz.qadam.chassis.http.batch.InColumn;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.batch.ItemReader;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.statement.SqlStatement;

/** A name in the languages of the programme. */
@Embeddable
@Schema(name = "Names", description = "In Kazakh, Russian and English.")
record LocalizedName(
        @Column(name = "name_kk")
        @Schema(examples = "№42 мектеп")
        @NotNull
        @Size(min = 1, max = 300)
        @FreeText(mayHonourPerson = true)
        @InColumn("nameKk")
        String kk,

        @Column(name = "name_ru")
        @Schema(examples = "Школа 42")
        @NotNull
        @Size(min = 1, max = 300)
        @FreeText(mayHonourPerson = true)
        @InColumn("nameRu")
        String ru,

        @Column(name = "name_en")
        @Schema(examples = "School 42")
        @NotNull
        @Size(min = 1, max = 300)
        @FreeText(mayHonourPerson = true)
        @InColumn("nameEn")
        String en) {

    private static final ItemReader<LocalizedName> READER = ItemReader.of(LocalizedName.class);

    /** Returns null if the member is absent, or cannot be read; the latter is recorded as a fault. */
    static LocalizedName read(ItemFields fields, String member) {
        return fields.object(member).map(READER::read).orElse(null);
    }

    /** Binds the parameters {@code :kk}, {@code :ru} and {@code :en}. */
    <S extends SqlStatement<S>> S bindTo(S statement) {
        return statement.bind("kk", kk).bind("ru", ru).bind("en", en);
    }

    String in(Language language) {
        return switch (language) {
            case KK -> kk;
            case RU -> ru;
            case EN -> en;
        };
    }
}
