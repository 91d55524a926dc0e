package kz.qadam.system;

/** The three measures of a cohort, or of a part of it. */
record Figure(long enrolled, long completions, long trained) {

    static final Figure NOTHING = new Figure(0, 0, 0);

    Figure minus(Figure other) {
        return new Figure(enrolled - other.enrolled, completions - other.completions, trained - other.trained);
    }
}
