package kz.qadam.chassis.base.personal;

import java.util.regex.Pattern;

/** Tells which part of a name a word can be, by lists of given names and by the endings of the others. */
final class NamePart {

    private static final WordList GIVEN = WordList.read("given-names.txt");

    /** Given names that are also usual words, or names of places. */
    private static final WordList GIVEN_OR_WORD = WordList.read("given-names-that-are-words.txt");

    /** Words that are part of no name, although they may end like one. */
    private static final WordList WORDS = WordList.read("words.txt");

    /** The beginnings of such words. */
    private static final WordList BEGINNINGS = WordList.read("beginnings-of-words.txt");

    private static final Pattern SURNAME = Pattern.compile(
            ".{2,}(?:[oe]va?|[oe]vo[iu]|[oe]vu|[oe]vim|ina?|ino[iu]|inu|sk(?:i|aia|a|ogo|oi|omu|uiu)|enko|chuk|dze|shvili|ian)"
                    + "|kim|tsoi|pak|nogai");

    /** Endings that no usual word has. */
    private static final Pattern CERTAIN_SURNAME =
            Pattern.compile(".*(?:[^u]baev|bekov|janov|hanov|aliev|muratov|metov|kulov|gulov|gazin)(?:a|oi|u|im)?");

    private static final Pattern PATRONYMIC = Pattern.compile(
            ".{2,}(?:[oe]vich(?:a|u|em|e)?|[oe]vn[aieu]|(?:in|it|av)ichn[aieu]|[kg]izi(?:na|ni|nin|men|nan)?|ogl[iu])"
                    + "|.{4,}uli(?:na|ni|nin|men|nan)?");

    private static final Pattern CASE_ENDING = Pattern.compile("(?:oi|om|em|[aeiu])$");

    private static final int SHORTEST_STEM = 2;

    private NamePart() {}

    static boolean isSurname(String latin) {
        return SURNAME.matcher(latin).matches() && !isUsualWord(latin);
    }

    static boolean isCertainlySurname(String latin) {
        return CERTAIN_SURNAME.matcher(latin).matches();
    }

    static boolean isPatronymic(String latin) {
        return PATRONYMIC.matcher(latin).matches() && !isUsualWord(latin);
    }

    /** Whether it is a given name and no other word. */
    static boolean isGiven(String latin) {
        return GIVEN.contains(latin);
    }

    /** Whether it can be a given name, also in another case, such as that of "for" in Russian. */
    static boolean canBeGiven(String latin) {
        return isListed(latin) || isListedInOtherCase(latin);
    }

    /** Whether it is a usual word, or part of the name of a place, a school or an office. */
    static boolean isUsualWord(String latin) {
        return WORDS.contains(latin) || BEGINNINGS.hasBeginningOf(latin);
    }

    private static boolean isListed(String latin) {
        return GIVEN.contains(latin) || GIVEN_OR_WORD.contains(latin);
    }

    private static boolean isListedInOtherCase(String latin) {
        String stem = CASE_ENDING.matcher(latin).replaceFirst("");
        return stem.length() >= SHORTEST_STEM
                && stem.length() < latin.length()
                && !isUsualWord(latin)
                && (isListed(stem) || isListed(stem + "a") || isListed(stem + "i"));
    }
}
