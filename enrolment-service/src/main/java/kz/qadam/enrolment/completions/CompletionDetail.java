package kz.qadam.enrolment.completions;

import java.util.List;
import kz.qadam.chassis.base.language.Message;

/**
 * What institutions state of completions besides, as far as people are told what it is called. progress-service declares and
 * keeps it; here each detail has the message {@code detail.{name}}, and {@code detail.{name}.{value}} for a value that is a
 * code. The page of person records shows details without a message by their name; the page of duties needs it.
 */
public record CompletionDetail(String name) {

    private static final String BEGINNING = "detail.";

    /** All that have a message. */
    public static List<CompletionDetail> named() {
        return texts().stream()
                .map(text -> text.key().substring(BEGINNING.length()))
                .filter(name -> name.indexOf('.') < 0)
                .map(CompletionDetail::new)
                .toList();
    }

    /** What they and their values are called. */
    public static List<Message> texts() {
        return Message.startingWith(BEGINNING);
    }

    /** What it is called. */
    public Message title() {
        return Message.of(BEGINNING + name);
    }
}
