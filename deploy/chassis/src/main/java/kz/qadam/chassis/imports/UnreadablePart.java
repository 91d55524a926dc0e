package kz.qadam.chassis.imports;

/** A part of a file that cannot be decrypted: its key is not listed, it is damaged, or it is missing. */
class UnreadablePart extends IllegalStateException {

    UnreadablePart(String message) {
        super(message);
    }

    UnreadablePart(String message, Throwable cause) {
        super(message, cause);
    }
}
