package kz.qadam.archive;

/** Something of the archive is not what it should be; the message is a sentence that names it. */
public final class Refused extends Exception {

    private static final long serialVersionUID = 1;

    Refused(String sentence) {
        super(sentence);
    }
}
