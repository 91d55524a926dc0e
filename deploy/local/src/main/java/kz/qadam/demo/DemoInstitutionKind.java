package kz.qadam.demo;

import java.util.List;
import java.util.Locale;

/** The kinds of institution: how many thousand people there are for one of them, and how they are named. */
enum DemoInstitutionKind {
    SCHOOL(110, "№%s мектеп, %s", "Школа № %s, %s", "School No. %s, %s"),
    UNIVERSITY(450, "«%s» университеті, %s", "Университет «%s», %s", "%s University, %s"),
    AGENCY(220, "%s басқармасы, %s", "Управление %s, %s", "Department of %s, %s"),
    COMPANY(240, "«%s» ЖШС, %s", "ТОО «%s», %s", "%s LLP, %s"),
    TRAINING_CENTRE(500, "«%s» оқу орталығы, %s", "Учебный центр «%s», %s", "%s Training Centre, %s");

    private static final List<LocalizedName> BRANDS = Table.read("brands.csv", DemoInstitutionKind::names);
    private static final List<LocalizedName> DEPARTMENTS = Table.read("departments.csv", DemoInstitutionKind::names);

    private final int thousandsEach;
    private final String kk;
    private final String ru;
    private final String en;

    DemoInstitutionKind(int thousandsEach, String kk, String ru, String en) {
        this.thousandsEach = thousandsEach;
        this.kk = kk;
        this.ru = ru;
        this.en = en;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether members of a cohort take courses there. */
    boolean trains(Cohort cohort) {
        return switch (cohort) {
            case PUPILS -> this == SCHOOL;
            case STUDENTS -> this == UNIVERSITY;
            case CIVIL_SERVANTS -> this == AGENCY || this == TRAINING_CENTRE;
            case BUSINESS -> this == COMPANY || this == TRAINING_CENTRE;
            case CITIZENS -> this == TRAINING_CENTRE;
        };
    }

    /** The number of such institutions in a region. */
    int in(Region region) {
        int names = this == SCHOOL ? Integer.MAX_VALUE : proper().size();
        return Math.min(names, Math.max(1, region.thousands() / thousandsEach));
    }

    /** The name of the institution with this number in a region. */
    LocalizedName names(int number, Region region) {
        LocalizedName own =
                this == SCHOOL ? numbered(number) : proper().get((number + region.thousands()) % proper().size());
        LocalizedName town = region.town();
        return new LocalizedName(
                kk.formatted(own.kk(), town.kk()),
                ru.formatted(own.ru(), town.ru()),
                en.formatted(own.en(), town.en()));
    }

    private List<LocalizedName> proper() {
        return this == AGENCY ? DEPARTMENTS : BRANDS;
    }

    private static LocalizedName numbered(int number) {
        String text = Integer.toString(number);
        return new LocalizedName(text, text, text);
    }

    private static LocalizedName names(String[] cells) {
        return new LocalizedName(cells[0], cells[1], cells[2]);
    }
}
