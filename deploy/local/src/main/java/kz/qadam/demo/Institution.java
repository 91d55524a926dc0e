package kz.qadam.demo;

/** An institution that enrols learners and reports their completions. */
record Institution(String code, DemoInstitutionKind kind, LocalizedName names, Region region) {

    /** The institution of the examples in the documentation. */
    static final Institution SCHOOL_42 = new Institution(
            "school-42",
            DemoInstitutionKind.SCHOOL,
            new LocalizedName("№42 мектеп", "Школа 42", "School 42"),
            Region.of("KZ-75"));

    static Institution of(DemoInstitutionKind kind, Region region, int number) {
        String code = "%s-%s-%d".formatted(kind.code(), region.number(), number);
        return new Institution(code, kind, kind.names(number, region), region);
    }
}
