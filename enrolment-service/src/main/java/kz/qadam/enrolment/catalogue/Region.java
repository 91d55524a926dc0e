package kz.qadam.enrolment.catalogue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A region of Kazakhstan by ISO 3166-2:KZ. The list changes by law, so the office cannot change it. */
record Region(String code, LocalizedName names) {

    static final List<Region> ALL = List.of(
            of("KZ-10", "Абай облысы", "Область Абай", "Abai Region"),
            of("KZ-11", "Ақмола облысы", "Акмолинская область", "Akmola Region"),
            of("KZ-15", "Ақтөбе облысы", "Актюбинская область", "Aktobe Region"),
            of("KZ-19", "Алматы облысы", "Алматинская область", "Almaty Region"),
            of("KZ-23", "Атырау облысы", "Атырауская область", "Atyrau Region"),
            of("KZ-27", "Батыс Қазақстан облысы", "Западно-Казахстанская область", "West Kazakhstan Region"),
            of("KZ-31", "Жамбыл облысы", "Жамбылская область", "Jambyl Region"),
            of("KZ-33", "Жетісу облысы", "Область Жетісу", "Jetisu Region"),
            of("KZ-35", "Қарағанды облысы", "Карагандинская область", "Karaganda Region"),
            of("KZ-39", "Қостанай облысы", "Костанайская область", "Kostanay Region"),
            of("KZ-43", "Қызылорда облысы", "Кызылординская область", "Kyzylorda Region"),
            of("KZ-47", "Маңғыстау облысы", "Мангистауская область", "Mangystau Region"),
            of("KZ-55", "Павлодар облысы", "Павлодарская область", "Pavlodar Region"),
            of("KZ-59", "Солтүстік Қазақстан облысы", "Северо-Казахстанская область", "North Kazakhstan Region"),
            of("KZ-61", "Түркістан облысы", "Туркестанская область", "Turkistan Region"),
            of("KZ-62", "Ұлытау облысы", "Область Улытау", "Ulytau Region"),
            of("KZ-63", "Шығыс Қазақстан облысы", "Восточно-Казахстанская область", "East Kazakhstan Region"),
            of("KZ-71", "Астана қаласы", "Город Астана", "Astana"),
            of("KZ-75", "Алматы қаласы", "Город Алматы", "Almaty"),
            of("KZ-79", "Шымкент қаласы", "Город Шымкент", "Shymkent"));

    private static final Set<String> CODES = ALL.stream().map(Region::code).collect(Collectors.toUnmodifiableSet());

    static boolean isCode(String code) {
        return CODES.contains(code);
    }

    private static Region of(String code, String kk, String ru, String en) {
        return new Region(code, new LocalizedName(kk, ru, en));
    }
}
