package kz.qadam.reporting.release.attack;

/** What the definition page admits that somebody can find, under "What remains". */
enum Admitted {
    FEW_BESIDE_HOLDERS("All others together are hardly more than the tens of those of them who hold"),
    TENTH("Who knows nine of an institution's people by sight learns the tenth"),
    APPEARED("A number appears or disappears: somebody came to ten or fell below"),
    TAKEN_AWAY("An institution that enrols the people of a holder takes the number away"),
    NOT_YET_TRAINED("How many of all others are enrolled and not trained"),
    FOLLOWED("Who follows the number of all others sees that nobody came"),
    ALL_BUT_ONE("Who knows all but one person sees that one"),
    COLLUDING("Two institutions put their knowledge together"),
    TWO_REGISTRATIONS("Two registrations whose owner the catalogue does not know");

    private final String title;

    Admitted(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** Whether it may be found, also to the person: when a number appears, somebody is near ten, not at a known number. */
    boolean admits(boolean isExact) {
        return this != APPEARED || !isExact;
    }
}
