package kz.qadam.enrolment.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import kz.qadam.chassis.batch.Fields;
import kz.qadam.chassis.language.Language;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A name in the languages of the programme. */
@Embeddable
@Schema(description = "In Kazakh, Russian and English.")
record Names(
        @Column(name = "name_kk") @Schema(required = true, examples = "№42 мектеп")
        String kk,

        @Column(name = "name_ru") @Schema(required = true, examples = "Школа 42")
        String ru,

        @Column(name = "name_en") @Schema(required = true, examples = "School 42")
        String en) {

    private static final int LONGEST = 300;

    /** Null, and noted where it is not absent, if one of the three cannot be read. */
    static Names read(Fields fields, String member) {
        return fields.object(member).map(Names::read).orElse(null);
    }

    private static Names read(Fields names) {
        names.require("kk", "ru", "en");
        var read =
                new Names(names.freeText("kk", LONGEST), names.freeText("ru", LONGEST), names.freeText("en", LONGEST));
        return read.kk == null || read.ru == null || read.en == null ? null : read;
    }

    String in(Language language) {
        return switch (language) {
            case KK -> kk;
            case RU -> ru;
            case EN -> en;
        };
    }
}
