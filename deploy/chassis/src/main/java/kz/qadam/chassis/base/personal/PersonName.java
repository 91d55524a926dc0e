package kz.qadam.chassis.base.personal;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises names in full: a surname or a patronymic next to a given name, or a surname with initials, in Kazakh,
 * Russian or Latin letters. A surname or a given name alone is no name in full. The name of somebody whom a school or a
 * street honours is that of the school or the street.
 */
final class PersonName {

    private static final int MOST_WORDS_OF_A_NAME = 3;

    /** So many letters beside a digit are as often a part of a random code as a name. */
    private static final int MOST_LETTERS_BY_CHANCE = 4;

    private static final Pattern VOWEL = Pattern.compile("[aeiou]");

    private static final Pattern BEFORE_INITIALS = Pattern.compile(
            "(?<!\\p{L})(?<word>\\p{Lu}\\p{L}+)[ ,_]{0,2}(?<first>\\p{Lu})\\. ?(?:(?<second>\\p{Lu})(?:\\.|(?!\\p{L})))?");

    private static final Pattern AFTER_INITIALS = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?<first>\\p{Lu})\\. ?(?:(?<second>\\p{Lu})\\. ?)?(?<word>\\p{Lu}\\p{L}+)");

    /** Two letters with points that are usually no initials: artificial intelligence, countries, "acting". */
    private static final Set<String> ABBREVIATIONS = Set.of("ai", "it", "ii", "ji", "rk", "kr", "rf", "io", "us", "uk");

    /** Ends before a name that something has in honour of a person. */
    private static final Pattern HONOURED_AFTER =
            Pattern.compile("(?iu)(?<!\\p{L})(?:имени|им|памяти|улиц[аеуы]|ул|проспект[ае]?|пр|named after)[. ]{1,2}$");

    /** Begins after such a name. */
    private static final Pattern HONOURED_BEFORE = Pattern.compile(
            "(?iu)^ (?:атын|университет|мектебі|гимназиясы|лицейі|колледжі|академиясы|институты|көшесі|даңғылы|ауданы"
                    + "|university|academy|street|avenue|prize|award|стипенди)");

    private PersonName() {}

    /** Whether a text contains a name. */
    static boolean isIn(String text) {
        return isIn(text, Word.allIn(text), word -> true);
    }

    /** Whether a code contains a name, and not only letters that were made by chance: {@code DQLZ-6AYM-PYVJ}. */
    static boolean isInCode(String code) {
        return isIn(code, Word.allIn(code), word -> mayBeName(code, word));
    }

    private static boolean mayBeName(String code, Word word) {
        boolean isBesideDigit = (word.start() > 0 && Character.isDigit(code.charAt(word.start() - 1)))
                || (word.end() < code.length() && Character.isDigit(code.charAt(word.end())));
        return VOWEL.matcher(word.latin()).find()
                && !(isBesideDigit && word.end() - word.start() <= MOST_LETTERS_BY_CHANCE);
    }

    /** @param mayBeName whether a word can be part of a text that is a name and nothing else */
    private static boolean isIn(String text, List<Word> words, Predicate<Word> mayBeName) {
        for (int i = 0; i + 1 < words.size(); i++) {
            if (words.get(i + 1).isJoined()
                    && isPair(words.get(i), words.get(i + 1), words.size())
                    && !isHonoured(text, words, i)) {
                return true;
            }
        }
        return isNothingElse(words, mayBeName) || isInInitials(text);
    }

    /** Whether two words, one after the other, are two parts of a name. */
    private static boolean isPair(Word one, Word other, int words) {
        if (one.isCapitalised() && other.isCapitalised()) {
            return isPair(one.latin(), other.latin()) || isPair(other.latin(), one.latin());
        }
        return one.isLowerCase()
                && other.isLowerCase()
                && words <= MOST_WORDS_OF_A_NAME
                && (isPairInSmallLetters(one.latin(), other.latin())
                        || isPairInSmallLetters(other.latin(), one.latin()));
    }

    private static boolean isPair(String one, String other) {
        return (NamePart.isPatronymic(one) && !NamePart.isUsualWord(other))
                || (NamePart.isSurname(one) && NamePart.canBeGiven(other))
                || (NamePart.isGiven(one) && NamePart.isGiven(other) && !one.equals(other));
    }

    /** In small letters, many usual words end like surnames. */
    private static boolean isPairInSmallLetters(String one, String other) {
        return NamePart.isGiven(other) && (NamePart.isPatronymic(one) || NamePart.isSurname(one));
    }

    /** Whether the text is one name, perhaps with numbers, so that one certain part of a name is enough. */
    private static boolean isNothingElse(List<Word> words, Predicate<Word> mayBeName) {
        List<Word> longer = words.stream()
                .filter(word -> word.letters() != Word.Letters.INITIAL)
                .toList();
        return longer.size() > 1
                && longer.size() <= MOST_WORDS_OF_A_NAME
                && longer.stream()
                        .allMatch(word ->
                                word.isCapitalised() && !NamePart.isUsualWord(word.latin()) && mayBeName.test(word))
                && longer.stream()
                        .anyMatch(word -> NamePart.isGiven(word.latin()) || NamePart.isCertainlySurname(word.latin()));
    }

    private static boolean isInInitials(String text) {
        return text.indexOf('.') > 0
                && (isIn(text, BEFORE_INITIALS.matcher(text)) || isIn(text, AFTER_INITIALS.matcher(text)));
    }

    private static boolean isIn(String text, Matcher initials) {
        while (initials.find()) {
            String word = LatinForm.of(initials.group("word"));
            String second = initials.group("second");
            boolean isName = NamePart.isSurname(word)
                    || (second != null
                            && !NamePart.isUsualWord(word)
                            && !ABBREVIATIONS.contains(LatinForm.of(initials.group("first")) + LatinForm.of(second)));
            if (isName && !isHonoured(text, initials.start(), initials.end())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHonoured(String text, List<Word> words, int pair) {
        int first = pair;
        while (first > 0 && words.get(first).isJoined() && words.get(first - 1).isCapitalised()) {
            first--;
        }
        int last = pair + 1;
        while (last + 1 < words.size()
                && words.get(last + 1).isJoined()
                && words.get(last + 1).isCapitalised()
                && !NamePart.isUsualWord(words.get(last + 1).latin())) {
            last++;
        }
        return isHonoured(text, words.get(first).start(), words.get(last).end());
    }

    private static boolean isHonoured(String text, int start, int end) {
        return HONOURED_AFTER.matcher(text.substring(0, start)).find()
                || HONOURED_BEFORE.matcher(text.substring(end)).find();
    }
}
