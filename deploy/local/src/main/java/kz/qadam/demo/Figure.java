package kz.qadam.demo;

/** The three measures of a cohort, or of a part of it. */
record Figure(long enrolled, long completions, long trained) {

    static final Figure NOTHING = new Figure(0, 0, 0);

    Figure plus(Figure other) {
        return new Figure(enrolled + other.enrolled, completions + other.completions, trained + other.trained);
    }

    @Override
    public String toString() {
        return "%,d enrolled, %,d completions, %,d trained".formatted(enrolled, completions, trained);
    }
}
